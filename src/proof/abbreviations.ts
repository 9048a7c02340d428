import { isKnownAbbreviation, readOnce, seek } from '../language/index.js'

/** An abbreviation that a text uses and never explains. */
export interface Abbreviation {
  /** Index of the text it stands in. */
  readonly text: number
  readonly index: number
  readonly word: string
}

const abbreviations = seek(
  /\p{Lu}{2}/u,
  () => /(?<![\p{L}\p{N}@#&*/.’'-]|\p{Lu}[\p{L}-]* )\p{Lu}{2,5}(?![\p{L}\p{N}@#&*/’'-]|\.\p{L}| \p{Lu}\p{Ll})/gu,
)
const ROMAN = /^[IVXLC]+$/

/**
 * Finds abbreviations of capitals that are neither generally known nor explained anywhere, each where it first stands. Beside a word with
 * a capital one is part of a name.
 */
export function unexplained(texts: readonly string[], learned: readonly string[] = []): Abbreviation[] {
  const known = explanations(texts)
  const all = [...texts, ...learned]
  const seen = new Set(learned.flatMap((name) => name.match(/\p{Lu}{2,}/gu) ?? []))
  return texts.flatMap((text, at) => {
    return unshouted(text).flatMap(({ 0: word, index }): Abbreviation[] => {
      if (seen.has(word) || isKnownAbbreviation(word) || ROMAN.test(word)) return []
      seen.add(word)
      return known.has(word) || isStressed(word, texts) || isWritten(word, all) ? [] : [{ text: at, index, word }]
    })
  })
}

/** "Dat MOET": a word in capitals that stands elsewhere without. */
function isStressed(word: string, texts: readonly string[]): boolean {
  const small = new RegExp(`(?<![\\p{L}\\p{N}.@-])${word.toLowerCase()}(?![\\p{L}\\p{N}@-])`, 'u')
  return texts.some((text) => small.test(text))
}

/** Whether words stand somewhere whose first letters it is made of: "Acceptable Use Policy" for AUP, small words left out. */
function isWritten(word: string, texts: readonly string[]): boolean {
  const small = '(?: (?:de|het|een|van|voor|en|of|in|the|of|and|for))* '
  const flags = word.length > 2 ? 'iu' : 'u'
  const written = seek(
    new RegExp(`${[...word].join(`\\S+${small}`)}\\S`, flags),
    () => new RegExp(`(?<!\\p{L})${[...word].join(`\\p{L}+${small}`)}\\p{L}{2,}`, `g${flags}`),
  )
  return texts.some((text) => written(text).length > 0)
}

/** The abbreviations of a text that is not itself in capitals. */
const unshouted = readOnce((text) => (isShouted(text) ? [] : abbreviations(text)))

const isShouted = (text: string): boolean => (text.match(/\p{Ll}/gu)?.length ?? 0) < (text.match(/\p{Lu}/gu)?.length ?? 0)

// "het volgsysteem (LVS)", "LVS (het volgsysteem)", "LVS: het volgsysteem", "hierna LVS", "LVS staat voor".
const explained = seek(
  /\p{Lu}{2}/u,
  () =>
    /\([^()]{0,200}?(?<!\p{L})(\p{Lu}\p{L}{1,4})["'”’]?\)|(?<!\p{L})(\p{Lu}{2,5})(?= \(|:| = | staat voor| stands for| betekent)|(?:hierna|afgekort|afkorting|hereafter)[^.]{0,20}? ["'“‘]?(\p{Lu}{2,5})(?!\p{L})/gu,
)

const explanations = (texts: readonly string[]): ReadonlySet<string | undefined> =>
  new Set(texts.flatMap((text) => explained(text).flatMap(([, ...words]) => words.map((word) => word?.toUpperCase()))))
