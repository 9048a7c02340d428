import { type FillInMark, letters, textOf, tidy } from '../../blocks/index.js'
import { modelWords, once, wordsOfAll } from '../../language/index.js'
import { append, type Inline } from '../../model/index.js'
import type { Blank, Gap, Piece } from '../../pieces/index.js'
import { isClause } from '../outline/build.js'
import { isNow, partOf, replaced } from './cut.js'
import type { Declared } from './parameters.js'

// "[en verzorgers]" adds words to a sentence and asks for none; "[1]" is a note.
const BRACKETS = /\[(?<square>[^[\]]{1,90})\]|<(?<angle>\p{L}[^<>=]{0,60})>|\{(?<curly>\p{L}[^{}]{0,60})\}/gu
const NO_PROMPT = new RegExp(`^(?:\\d+|(?:${wordsOfAll('and', 'or')})(?![\\p{L}]).*)$`, 'iu')
const ELISION = /^[\s.…]+$/u
/** Dots, lines and crosses: an ellipsis behind a word is none, it only trails off. */
const LINES =
  /(?<![\p{L}\p{N}.…])(?:…+|\.{3,})(?![.…])|…{2,}|\.{5,}|_{2,}|(?<![\p{L}\p{N}])X{1,4}(?=\s+\p{Ll})|(?<![\p{L}\p{N}])[xX]{2,4}(?![\p{L}\p{N}])/gu
/** "(functie invullen)": round brackets ask only where a word in them does. */
const round = once(() => {
  const { fillIn, names } = modelWords()
  const words = fillIn.map((word) => word.replaceAll('-', ' ')).join('|')
  return new RegExp(
    `\\((?<round>(?:[^()]{0,60}(?<![\\p{L}])(?:${words})(?![\\p{L}])[^()]{0,60})|(?:${names.join('|')})(?:\\s+(?:van|of|the|de|het|\\p{L}+)){0,4})\\)`,
    'giu',
  )
})

/** Puts a parameter in the place of all that a model leaves to be filled in. */
export function fillBlanks(pieces: readonly Piece[], declared: Declared): void {
  for (const piece of pieces) {
    if (!isClause(piece) || piece.part?.guidance || piece.role === 'verbatim') continue
    const blanks: Blank[] = []
    const fill = (content: readonly Inline[], marks: readonly FillInMark[]): Inline[] => {
      const text = textOf(content)
      const gaps = gapsIn(text, marks)
      if (gaps.length === 0) return [...content]
      const names = gaps.map((gap) => declared.nameOf(gap, text))
      append(
        blanks,
        gaps.map(({ stood, sign }, i) => ({ name: names[i] ?? '', stood, sign })),
      )
      return tidy(
        gaps.reduceRight<readonly Inline[]>((left, { from, to }, i) => replaced(left, from, to, `{{${names[i]}}}`), content),
      )
    }
    if (piece.rows) piece.rows = piece.rows.map((row) => row.map((cell) => fill(cell, [])))
    else {
      const marks = marksOf(piece)
      const isWhole = marks.some(
        ({ from, to, kind }) => kind === 'colour' && to - from >= letters(piece.text) && piece.text.length > LONG,
      )
      if (isWhole) isNow(piece, { coloured: true })
      piece.content = fill(piece.content, isWhole ? [] : marks)
    }
    if (blanks.length > 0) isNow(piece, { blanks: [...partOf(piece).blanks, ...blanks] })
  }
}

// More letters in one colour are no answer to a question.
const LONG = 80

/** The marks of a piece at their places in its letters, which are those of its blocks without a label and words that were cut. */
function marksOf({ blocks, text }: Piece): FillInMark[] {
  const bare = (value: string) => value.replace(/\s+/g, '')
  const own = bare(text)
  const whole = blocks.map(({ content }) => bare(textOf(content)))
  const shift = whole.join('').indexOf(own)
  if (shift < 0) return []
  let at = -shift
  return blocks.flatMap(({ marks = [] }, i) => {
    const found = marks.map((mark) => ({ ...mark, from: mark.from + at, to: mark.to + at }))
    at += whole[i]?.length ?? 0
    return found.filter(({ from, to }) => from >= 0 && to <= own.length)
  })
}

/** What is to be filled in in a text, in order, none within another. */
function gapsIn(text: string, marks: readonly FillInMark[]): Gap[] {
  const found: Gap[] = []
  const take = (gap: Gap) => {
    if (found.every(({ from, to }) => gap.to <= from || gap.from >= to)) found.push(gap)
  }
  const places = placesOf(text)
  const at = (mark: FillInMark): Gap => {
    const [start, end] = [places[mark.from] ?? 0, (places[mark.to - 1] ?? 0) + 1]
    // A prompt is all of its field; of other words the stop behind them is the sentence's.
    const [from, to] = mark.prompt ? [start, end] : trimmed(text, start, end)
    return { from, to, stood: text.slice(from, to), prompt: '', sign: mark.kind, mark }
  }
  // A field knows what it asks for, whatever signs stand in it.
  for (const mark of marks) if (mark.kind === 'field') take(at(mark))
  for (const pattern of [BRACKETS, round()]) {
    for (const { 0: stood, index, groups = {} } of text.matchAll(pattern)) {
      const prompt = (groups.square ?? groups.angle ?? groups.curly ?? groups.round ?? '').trim()
      if (NO_PROMPT.test(prompt)) continue
      take({ from: index, to: index + stood.length, stood, prompt: ELISION.test(prompt) ? '' : prompt, sign: 'signs' })
    }
  }
  for (const { 0: stood, index } of text.matchAll(LINES))
    take({ from: index, to: index + stood.length, stood, prompt: '', sign: 'signs' })
  for (const mark of marks) if (mark.kind === 'colour') take(at(mark))
  return found.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)
}

/** For every letter, blanks aside, its place in the text. */
const placesOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => i).filter((i) => /\S/.test(text[i] ?? ''))

/** Without blanks, commas and stops at the ends. */
function trimmed(text: string, from: number, to: number): [number, number] {
  const words = text.slice(from, to)
  return [from + (/^[\s,;:.]*/.exec(words)?.[0].length ?? 0), to - (/[\s,;:.]*$/.exec(words)?.[0].length ?? 0)]
}
