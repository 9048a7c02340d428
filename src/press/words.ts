import { gluedBlanks } from '../present/index.js'
import { drawable, type Family } from './fonts.js'
import { curled } from './quotes.js'
import type { Ink, Measured } from './set.js'

/** `verbatim`: blanks and line ends as they are written. `letters`: every sign as it is written, which may be what changed. */
export type WordReading = 'verbatim' | 'letters' | 'words'

/** How a row of one sign is drawn that is no word but a place to write in. */
type Blank = (row: string, ink: Ink) => Ink

/** The words of a text as pieces, behind those that are there. */
export function words(value: string, ink: Ink, reading: WordReading, family: Family, out: Measured[], blank: Blank): void {
  const verbatim = reading === 'verbatim'
  const { face } = ink
  const lines = verbatim ? value.split(/\r\n|[\r\n]/) : [value]
  lines.forEach((line, index) => {
    if (index > 0) out.push({ kind: 'newline', ink })
    const plain = drawable(verbatim ? line.replaceAll('\t', '    ') : line)
    const text = reading === 'words' ? curled(plain.replace(BLANKS, oneBlank), lastLetter(out)) : plain
    const glued = new Set(verbatim ? [] : gluedBlanks(text))
    const place = !verbatim && ROW.test(text) ? blank : undefined
    let start = 0
    while (start < text.length) {
      if (text.charCodeAt(start) === 32) {
        const glue = glued.has(start)
        if (verbatim || out.at(-1)?.kind !== 'space') out.push({ kind: 'space', ink, shaped: face.space, hard: verbatim, glue })
        start++
        continue
      }
      const space = text.indexOf(' ', start)
      const end = space < 0 ? text.length : space
      if (place) rowsApart(text.slice(start, end), (part, row) => word(part, row ? place(part, ink) : ink, family, out))
      else word(text.slice(start, end), ink, family, out)
      start = end
    }
  })
}

/** Five of one sign in a row, digits apart. */
const ROW = /([^\s\p{Nd}])\1{4}/u

/** The parts of a word that are such a row, and those between them. */
function rowsApart(text: string, take: (part: string, row: boolean) => void): void {
  let rest = text
  for (let match = ROW.exec(rest); match; match = ROW.exec(rest)) {
    const [, sign = ''] = match
    let end = match.index
    while (rest.startsWith(sign, end)) end += sign.length
    if (match.index > 0) take(rest.slice(0, match.index), false)
    take(rest.slice(match.index, end), true)
    rest = rest.slice(end)
  }
  if (rest !== '') take(rest, false)
}

/** Blanks of several kinds in a row: nobody means more by them than by one, and who hears the text hears each. */
const BLANKS = /[ \u00a0\u2000-\u200a\u202f\u205f\u3000]{2,}/g
/** A line may end there where it might before. */
const oneBlank = (blanks: string): string => (blanks.includes(' ') ? ' ' : (blanks[0] as string))

/**
 * After a dash between letters and after a slash. Not after a hyphen: who copies the text or has it read aloud would lose the
 * hyphen, because one at the end of a line is taken for a division of the word.
 */
const BREAKS = /(?<=\p{L}{2}[–—])(?=\p{L}{2})|(?<=[\p{L}\d]\/)(?=[\p{L}\d]{2})/u
/** In addresses after the signs that divide them. */
const ADDRESS_BREAKS = /(?<=[/?&=_]|\w[.@](?=\w))(?=[\w%])/

function word(text: string, ink: Ink, family: Family, out: Measured[]): void {
  const simple = !/[–—/]/.test(text) && !text.includes('@')
  const parts = simple ? [text] : text.split(/:\/\/|@|^www\./.test(text) ? ADDRESS_BREAKS : BREAKS)
  parts.forEach((part, index) => {
    const runs = PLAIN.test(part) ? [{ text: part, ink }] : runsOf(part, ink, family)
    runs.forEach((run, at) => {
      const wrap = at === runs.length - 1 && index < parts.length - 1
      out.push({ kind: 'word', ...run, shaped: run.ink.face.shape(run.text), wrap })
    })
  })
}

/** What stands right before the next words. */
function lastLetter(out: readonly Measured[]): string {
  const last = out.at(-1)
  return last?.kind === 'word' ? last.text.slice(-1) : last ? ' ' : ''
}

/** Every font has these. */
const PLAIN = /^[\w.,;:()?!'"/-]*$/

/** A word in parts by the face that can draw them. */
function runsOf(text: string, ink: Ink, family: Family): { text: string; ink: Ink }[] {
  const runs: { text: string; ink: Ink }[] = []
  for (const char of text) {
    const face = family.faceFor(char, ink.face)
    const last = runs.at(-1)
    if (last?.ink.face === face) last.text += char
    else runs.push({ text: char, ink: face === ink.face ? ink : { ...ink, face } })
  }
  return runs
}
