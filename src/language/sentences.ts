import type { Language } from '../model/index.js'
import { shortMonths } from './calendar.js'
import { knowledge, listed } from './data.js'

/** A stretch of a text: UTF-16 offsets, the end exclusive. */
interface Sentence {
  readonly text: string
  readonly from: number
}

const END = /[.!?]+["'”’)]*(?=\s+["'“‘(]*[\p{Lu}\p{N}])|\n+/gu
/** Letters looked at before a stop: more than the longest abbreviation has. */
const REACH = 12

/** The sentences of a text. A stop after an abbreviation of one of the languages, or after an initial, ends none. */
export function sentencesOf(text: string, ...langs: readonly Language[]): readonly Sentence[] {
  const found: Sentence[] = []
  let from = 0
  const push = (to: number): void => {
    const raw = text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    if (raw.trim() !== '') found.push({ text: raw.trim(), from: from + lead })
    from = to
  }
  for (const match of text.matchAll(END)) {
    const isStop = match[0].startsWith('.')
    const before = text.slice(Math.max(0, match.index - REACH), match.index)
    if (isStop && langs.some((lang) => abbreviationsOf(lang).test(before))) continue
    push(match.index + match[0].length)
  }
  push(text.length)
  return found
}

/** Where the sentence starts in which a place of a text stands. */
export const sentenceStart = (text: string, at: number, lang: Language): number =>
  sentencesOf(text, lang).findLast(({ from }) => from <= at)?.from ?? 0

// An abbreviation, its stop, and the marks and blanks behind it: how long the text before these is must not matter.
const TAIL = 40

/** Whether a sentence begins behind these words, which end in one that is no abbreviation. */
export function beginsSentence(before: string, lang: Language): boolean {
  const [, end, stop] = /(.{0,12})([.!?])["'”’)]*\s+["'“‘(]*$/su.exec(before.slice(-TAIL)) ?? []
  return end !== undefined && (stop !== '.' || !abbreviationsOf(lang).test(end))
}

/** Words with a capital in front; of the Dutch "ij" both letters. */
export const capital = (words: string): string =>
  words.startsWith('ij') ? `IJ${words.slice(2)}` : words.charAt(0).toUpperCase() + words.slice(1)

/** Whether a text ends as a sentence does, or as a lead-in. */
export const closesSentence = (text: string): boolean => /[.!?:…]["'”’»)\]]*$/u.test(text)

/** Whether a text ends as a sentence does, or as an item of an enumeration that goes on. */
export const endsSentence = (text: string): boolean => closesSentence(text) || /;["'”’»)\]]*$/u.test(text)

/** Whether what follows these words begins a sentence. */
export const opensSentence = (before: string): boolean => /(?:^|[.!?:]\s+)["'“‘(]?$/u.test(before)

const made: { [lang in Language]?: RegExp } = {}

function abbreviationsOf(lang: Language): RegExp {
  if (made[lang]) return made[lang]
  const all = [...listed(knowledge[lang].abbreviations), ...shortMonths(lang)].join('|').replaceAll('.', '\\.')
  made[lang] = new RegExp(`(?:^|[\\s(])(?:${all}|\\p{Lu})$`, 'u')
  return made[lang]
}
