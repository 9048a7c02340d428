import { monthNumber, numeralsOf, phrasesOf } from '../language/index.js'
import { LANGUAGES, type NumberStyle, STYLES } from '../model/index.js'

/** A label as one of its readings: the `count`th in a style, below the numbers of `path`. */
export interface LabelReading {
  readonly style: Exclude<NumberStyle, 'none' | 'path'>
  readonly count: number
}

/** What stands in front of a heading or an item. */
export interface Label {
  /** Without brackets and the final point: "1.1", "a", "Artikel 3". Empty for a bullet. */
  readonly printed: string
  /** What it can mean, likeliest first; none for a bullet. */
  readonly readings: readonly LabelReading[]
  /** The numbers of a dotted label: [5, 1] for "5.1"; one number for "5". Empty for letters and bullets. */
  readonly path: readonly number[]
  /** The letter of a number put in between later: "a" of "9a", "bis" of "9bis". */
  readonly inserted?: string
  /** "Artikel", "Hoofdstuk" … in front of the number. */
  readonly word?: string
  /** "Rule" in front of the number of each provision: a word of the author's own. */
  readonly prefix?: string
  /** The bullet that stood in front, if any. */
  readonly bullet?: string
  /** It counts below the letter of a heading: "A1", "B2.3"; `path` then begins with the place of that letter. */
  readonly letter?: string
  /** It prints more than a number, which stays as it stands: "R1", "1e". */
  readonly isKept?: true
  /** Nothing but a blank between number and words: "1 Uitvoering". Only a heading is printed so. */
  readonly bare: boolean
}

/** A label and the number of characters it takes, blanks after it included. */
interface Marker {
  readonly label: Label
  readonly length: number
}

const BULLET = /^([-–—•·▪■□●○◦‣⁃✓☐❑❒❏➔➢➤►▸▶»›*+]|[\uF000-\uF0FF]|o(?=\t|\s{2}))\s+/u
// "Artikel 3", "Artikel 3:1", "Hoofdstuk II", "§ 4": the word is kept, because computed numbers print none.
const WORD = new RegExp(
  String.raw`^(${phrasesOf('partLabels')}|§)\s+(\d{1,3}(?:[.:]\d{1,3})*(?:[a-z](?:bis)?|bis|ter|\s(?:bis|ter|quater)(?=\s*(?:[.:)]|$)))?|[IVXLC]{1,7}|[A-Za-z])(?:\s*[.:)]|\s+[-–—|](?=\s))?(?=\s|$)\s*`,
  'iu',
)
const PATH = /^(\d{1,3}(?:\.\d{1,3})+[a-zA-Z]?)(?:\.\)|\.|\)|:)?(?:\s+[-–—](?=\s+\p{Lu}))?(?=\s|$)\s*/u
// "A1 Wie lid is", "B.2", "C3.1": a page that has them says what they are, and "A4" among words is paper.
const LETTERED =
  /^(([A-Z])(?:\.?(?=\d{1,2}(?:\.\d{1,2})+(?!\d))|\.|(?=\d{1,2}[a-z]?[.:)]?(?:\s*$|\s+["“‘']?\p{Lu})))(\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?))(?:[.:)])?(?=\s|$)\s*/u
const NUMBER = /^(?:(\d{1,3}(?:[a-z]|bis|ter)?)\s?(?:\.\)|[.)]|\.-)|\((\d{1,3}(?:[a-z]|bis|ter)?)\)|(\d{1,3})[°º]\.?)(?=\s|$)\s*/
const INSERTED = /\s?[a-z]+$/i
const LETTERS = /^(?:([a-z]|[ivxl]{2,7}|[A-Z]|[IVXL]{2,7})\s?[.)]|\(([a-z]|[ivxl]{2,7}|[A-Z]|[IVXL]{2,7})\))(?=\s|$)\s*/
const BARE = /^(\d{1,2})\s+(?=\p{Lu}|\d{1,3}\s+\p{Ll}{3})/u

/** Reads the label at the start of a text, or a label that a format gives apart from its text. */
export function readMarker(source: string): Marker | undefined {
  const bullet = BULLET.exec(source)
  const start = bullet?.[0].length ?? 0
  const rest = source.slice(start)
  const found = readLabel(rest)
  if (!found) return bullet ? { label: { ...PLAIN, bullet: bullet[1] ?? '' }, length: start } : undefined
  // After a bullet only a real label counts: "- 5 leerlingen" has none.
  if (bullet && (found.label.bare || found.label.word !== undefined)) {
    return { label: { ...PLAIN, bullet: bullet[1] ?? '' }, length: start }
  }
  return { label: bullet ? { ...found.label, bullet: bullet[1] ?? '' } : found.label, length: start + found.length }
}

/**
 * The label of a list that counts past what anybody types, or in ordinals ("1st"): only a format that gives it apart from the words can
 * tell it from a year, and from "1st prize".
 */
export function countedLabel(given: string): Label | undefined {
  const ordinal = /^(\d{1,3}\p{Ll}{2,3})\.?(?=\s|$)/u.exec(given)?.[1]
  if (ordinal !== undefined) {
    const { path, ...more } = pathOf(ordinal)
    return { printed: ordinal, path, ...more, readings: decimal(path), bare: false }
  }
  const printed = /^(\d{4,9})[.)](?=\s|$)/.exec(given)?.[1]
  if (printed === undefined) return undefined
  const path = [Number(printed)]
  return { printed, path, readings: decimal(path), bare: false }
}

/** What may begin an entry, or stand in the middle of a sentence: a dash before small letters, "hoofdstuk 4". */
export const isInnerMark = (line: string, before: string): boolean =>
  isAwaited(line, before) ||
  /^[-–—]\s+\p{Ll}/u.test(line) ||
  (/^\p{Ll}{2}/u.test(line) && readMarker(line)?.label.word !== undefined)

// "als bedoeld in artikel" / "16.": the number of what the line before names.
const UNIT_WORD = new RegExp(`^(?:${phrasesOf('partsAwaited')})$`, 'iu')
const LEADS = new RegExp(`^(?:${phrasesOf('leadsToPart')})$`, 'iu')

/** "see" / "Section 3.", "(3) demotie," / "(4) het": what the line before leads to or counts on to. */
function isAwaited(line: string, before: string): boolean {
  const marker = readMarker(line)?.label
  if (!marker || marker.bullet !== undefined) return false
  const last = /(\p{L}+)$/u.exec(before)?.[1] ?? ''
  // "als bedoeld in" / "8.3 wordt bekendgemaakt."
  if (marker.word !== undefined) return LEADS.test(last)
  if (marker.path.length > 1) return LEADS.test(last) || UNIT_WORD.test(last)
  const [count = 0] = marker.path
  if (count > 0 && UNIT_WORD.test(last)) return true
  // "at least thirty" / "(30) days": the figures of a number in words.
  if (/^\(/.test(line) && LANGUAGES.some((lang) => numeralsOf(lang).get(last.toLowerCase()) === marker.printed)) return true
  const counted = marker.readings.map((reading) => reading.count > 1 && STYLES[reading.style].format(reading.count - 1))
  return /^\(/.test(line) && counted.some((label) => label !== false && before.includes(`(${label})`))
}

/** Whether what follows a line may be an entry of a list: a sentence, an entry or a lead-in ended. */
export const endsPart = (line: string): boolean => /[.!?:;,…]["'”’»)\]]*$/u.test(line)

const PLAIN: Label = { printed: '', readings: [], path: [], bare: false }

function readLabel(text: string): Marker | undefined {
  const word = WORD.exec(text)
  if (word) {
    const number = word[2] ?? ''
    const { path, ...more } = /^\d/.test(number) ? pathOf(number) : { path: [] }
    const printed = word[0].replace(/[\s.:)–—|-]+$/u, '')
    const readings = path.length > 0 ? decimal(path) : letters(number)
    return { label: { printed, path, ...more, readings, word: word[1] ?? '', bare: false }, length: word[0].length }
  }
  const dotted = PATH.exec(text)
  if (dotted?.[1] !== undefined) {
    if (isAmount(dotted[1], text.slice(dotted[0].length))) return undefined
    const { path, ...more } = pathOf(dotted[1])
    return { label: { printed: dotted[1], path, ...more, readings: decimal(path), bare: false }, length: dotted[0].length }
  }
  const lettered = LETTERED.exec(text)
  if (lettered?.[1] !== undefined && lettered[2] !== undefined) {
    const [whole, printed, letter, figures = ''] = lettered
    const { path: numbers, ...more } = pathOf(figures)
    const path = [letter.charCodeAt(0) - FIRST_LETTER, ...numbers]
    return { label: { printed, letter, path, ...more, readings: decimal(path), bare: false }, length: whole.length }
  }
  const number = NUMBER.exec(text)
  const digits = number?.[1] ?? number?.[2] ?? number?.[3]
  if (number && digits !== undefined) {
    if (isDay(digits, text.slice(number[0].length))) return undefined
    const { path, ...more } = pathOf(digits)
    return { label: { printed: digits, path, ...more, readings: decimal(path), bare: false }, length: number[0].length }
  }
  const letter = LETTERS.exec(text)
  const printed = letter?.[1] ?? letter?.[2]
  if (letter && printed !== undefined) {
    return { label: { printed, path: [], readings: letters(printed), bare: false }, length: letter[0].length }
  }
  const bare = BARE.exec(text)
  if (bare?.[1] !== undefined) {
    const path = [Number(bare[1])]
    return { label: { printed: bare[1], path, readings: decimal(path), bare: true }, length: bare[0].length }
  }
  return undefined
}

const FIRST_LETTER = 'A'.charCodeAt(0) - 1

/** The numbers of a label, and the letter of one put in later: "2.3a". */
function pathOf(printed: string): { readonly path: number[]; readonly inserted?: string } {
  const inserted = INSERTED.exec(printed)?.[0]
  const path = printed.replace(INSERTED, '').split(/[.:]/).map(Number)
  return inserted === undefined ? { path } : { path, inserted }
}

/** "1.000", "8.05", "8.30 uur", "2.500 euro": figures with a point that count nothing. */
const isAmount = (figures: string, behind: string): boolean => /\.0\d|\.\d{3}\b/.test(figures) || UNIT.test(behind)
const UNIT = new RegExp(
  String.raw`^(?:${phrasesOf('amountStarts')}|(?:${phrasesOf('amounts')})\b|€|%|p\.?m\.?\b|a\.?m\.?\b|[-–]\s?\d)`,
  'i',
)

/** "14. Juni 2023", "1. August": the day of a date. */
const isDay = (figures: string, behind: string): boolean =>
  Number(figures) <= 31 && monthNumber(/^\p{L}+/u.exec(behind)?.[0] ?? '') !== undefined

const decimal = (path: readonly number[]): LabelReading[] => [{ style: 'decimal', count: path.at(-1) ?? 0 }]

// A lone "i" at the start of a list is a numeral, any other lone letter a letter; the list decides where both can go on.
function letters(printed: string): LabelReading[] {
  const upper = printed !== printed.toLowerCase()
  const styles = upper ? (['upper-roman', 'upper-alpha'] as const) : (['lower-roman', 'lower-alpha'] as const)
  const readings = styles.flatMap((style): LabelReading[] => {
    const count = printed.length > 1 && style.endsWith('alpha') ? undefined : STYLES[style].parse(printed)
    return count === undefined ? [] : [{ style, count }]
  })
  return /^i$/i.test(printed) ? readings : readings.reverse()
}
