import { LANGUAGES } from '../model/index.js'
import { wordsOfAll } from './grammar.js'
import { ordinalWords } from './numbers.js'
import { once, seek } from './patterns.js'
import { eitherCase, phrasesIn, phrasesOf } from './phrases.js'

const UNIT = `${phrasesOf('partsPrinted')}|§`
const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z](?![\p{L}\p{N}]))?|[IVX]{1,5}(?![\p{L}\p{N}])|[A-H](?![\p{L}\p{N}.])`
// A number with points behind "zie" needs no word for its unit.
const CUE = phrasesOf('cuesPrinted', '\\s+')
const PATH = String.raw`(?:\d{1,3}|[A-Z])(?:\.\d{1,3})+(?:\.?[a-z](?![\p{L}\p{N}]))?`
const references = seek(
  new RegExp(String.raw`(?:${UNIT})\s+(?:\d|[ivx]{1,5}(?![a-z])|[a-h](?![a-z]))|(?:${CUE})\s+(?:\d|[a-z]\.)`, 'iu'),
  () =>
    new RegExp(
      String.raw`(?<![\p{L}])(?:(?<unit>${UNIT})(?<blank>\s+)(?<number>${NUMBER})|(?<cue>${CUE})(?<gap>\s+)(?<path>${PATH}))(?![.:]?\d)`,
      'giu',
    ),
)
// Parts of an article between its number and the name of its law: ", eerste lid,", "lid 2", "onder a", "Abs. 1 Satz 1 Nr. 2".
const parts = once(
  () => String.raw`(?:\(\w{1,3}\))*(?:,?\s+(?:${ranked()}|(?:${phrasesOf('partsOfLaw')})\s+[a-z\d]{1,3})(?![\p{L}\d]))*,?`,
)
/** "eerste lid", "2e lid": in a language that says so. */
const ranked = (): string =>
  LANGUAGES.filter((lang) => phrasesIn('paragraphsBehind', lang) !== '')
    .map((lang) => String.raw`(?:${ordinalWords(lang, 10).join('|')}|\d+e?)\s+(?:${phrasesIn('paragraphsBehind', lang)})`)
    .join('|')
const TEXT_NAME = `(?:${phrasesOf('textNames')})`
const FROM = phrasesOf('fromTexts')
// "artikel 8 van de Wet …", "section 17 of the Children Act": the article of another text.
const elsewhere = once(
  () =>
    new RegExp(
      String.raw`^${parts()}\s+(?:${FROM})\s+(?:${phrasesOf('articlesOfTexts')})\s+(?!(?:${wordsOfAll('this')})\b)(?:[\p{L}-]+\s+){0,4}?[\p{L}-]*${TEXT_NAME}\b`,
      'iu',
    ),
)
// "artikel 6 AVG", "Art. 6 Abs. 1 DSGVO", "artikelen 33 en 34 van de AVG": a name with more than one capital is short for a text.
const shortName = once(
  () =>
    new RegExp(
      String.raw`^${parts()}(?:\s+(?:${phrasesOf('joinsNumbers')})\s+\d{1,3}\p{Ll}?)?,?\s+(?:(?:${FROM})\s+(?:${wordsOfAll('the')})\s+)?(?:\p{Lu}{3,}|${phrasesOf('shortLaws')}|\p{Lu}\p{Ll}+\p{Lu}\p{L}*)(?![\p{L}-])`,
      'u',
    ),
)
// "Leerplichtwet 1969, artikel 11", "Wet op het primair onderwijs, artikel 40".
const namedBefore = once(
  () =>
    new RegExp(
      String.raw`(?<!\b(?:${phrasesOf('ownTexts')})\s+)(?<![\p{L}-])(?:[\p{L}-]{2,}${TEXT_NAME}(?:\s+[\p{L}-]+){0,5}|${TEXT_NAME}(?:\s+[\p{L}-]+){1,5}|${TEXT_NAME}(?=\s+\d{4}))(?:\s+\d{4})?\s*,\s*$`,
      'iu',
    ),
)
// "AVG, artikel 6", "statuten, artikel 7", "Remote access policy, section 4.2".
const shortBefore = once(
  () =>
    new RegExp(
      String.raw`(?:^|\s)(?:\p{Lu}{3,}(?:\s\d{4})?|${eitherCase(phrasesOf('textsBefore'))}|\p{L}+\s(?:${eitherCase(phrasesOf('textKinds'))})),\s*$`,
      'u',
    ),
)

/** Whether a reference with the words before and behind it is one into another text. */
function isElsewhere(before: string, rest: string): boolean {
  const near = before.slice(-LONGEST_NAME)
  return elsewhere().test(rest) || shortName().test(rest) || namedBefore().test(near) || shortBefore().test(near)
}

// The name of a law with its year; more words before a reference are a sentence.
const LONGEST_NAME = 90

/** A reference as printed, and the words behind it. */
export interface PrintedReference {
  readonly index: number
  readonly length: number
  /** The word for what is meant, or what points at it: "artikel", "zie". */
  readonly unit: string
  readonly blank: string
  readonly number: string
  /** A word for its unit says that it is one. */
  readonly isCertain: boolean
  readonly rest: string
}

/** The references of a text to its own clauses, "zie artikel 4.a", in order; those into another text are passed over. */
export function* printedReferences(value: string): Generator<PrintedReference> {
  for (const match of references(value)) {
    const { unit, cue = '', blank, gap = '', number, path = '' } = match.groups ?? {}
    const rest = value.slice(match.index + match[0].length)
    if (isElsewhere(value.slice(0, match.index), rest)) continue
    yield {
      index: match.index,
      length: match[0].length,
      unit: unit ?? cue,
      blank: blank ?? gap,
      number: number ?? path,
      isCertain: unit !== undefined,
      rest,
    }
  }
}

const ANNEX = phrasesOf('annexes')
const LABEL = String.raw`\d{1,2}|[IVX]{1,5}|[A-Z]`
const annexes = seek(
  new RegExp(String.raw`(?:${ANNEX})\s+(?:\d|[a-z](?![a-z]{5}))`, 'iu'),
  () => new RegExp(String.raw`(?<![\p{L}-])(?<unit>${eitherCase(ANNEX)})\s+(?<label>${LABEL})(?![\p{L}\p{N}]|[.:]\d)`, 'gu'),
)
// "bijlage 2 bij de cao", "appendix C to the Staff Handbook"; not "bijlage 2 van dit protocol".
const ofAnother = once(
  () =>
    new RegExp(
      String.raw`^\s+(?:${phrasesOf('annexesOf')})\s+(?!(?:${wordsOfAll('this')}|${phrasesOf('ownTexts')})(?![\p{L}\p{N}]))`,
      'iu',
    ),
)

/** A mention of what stands behind a text, "bijlage C": `label` is the C. */
export interface AnnexReference {
  readonly index: number
  readonly unit: string
  readonly label: string
  readonly rest: string
}

/** The mentions of a text's own annexes, in order; those of another text are passed over. */
export function* annexReferences(value: string): Generator<AnnexReference> {
  for (const match of annexes(value)) {
    const { unit = '', label = '' } = match.groups ?? {}
    const rest = value.slice(match.index + match[0].length)
    if (isElsewhere(value.slice(0, match.index), rest) || ofAnother().test(rest)) continue
    yield { index: match.index, unit, label, rest }
  }
}

/** Whether a heading stands over annexes: "Bijlagen". */
export const isAnnexList = (title: string): boolean => annexList().test(title.trim())
const annexList = once(() => new RegExp(`^(?:${phrasesOf('annexLists')})\\W*$`, 'iu'))

/** A number as clauses have it: "4a" is 4.a. */
export const numberKey = (number: string): string => number.replace(/(\d)([a-z])$/i, '$1.$2')
