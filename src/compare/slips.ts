import { compoundPartsBy, type Dictionary, editDistance, isLightWord, meaningsOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { Token } from './tokens.js'

/** What slips of the pen are told by. */
interface Known {
  readonly words: { readonly lang: Language }
  readonly dictionary: () => Dictionary | undefined
  /** How often a word (lower case) stands in both texts together. */
  readonly uses: (word: string) => number
  /** Words (lower case) that are names in these texts. */
  readonly names: ReadonlySet<string>
}

/** A word without accents and apostrophes. */
export const bare = (word: string): string => (/^[a-z]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}|['’]/gu, ''))
/** Words that an accent alone makes other words: one and a. */
const ACCENTED = /^(?:één|eén|éen|hé|résumé)$/

/** Whether two words have the same letters but for accents and apostrophes. */
export const sameLetters = (a: string, b: string): boolean =>
  a === b || (bare(a) === bare(b) && !ACCENTED.test(a) && !ACCENTED.test(b) && apostrophes(a, b))

/** An apostrophe that moved is another number of owners: the member's, the members'. */
const apostrophes = (a: string, b: string): boolean => !/['’]/.test(a) || !/['’]/.test(b)

/** Endings by which two persons in one relation are told apart, and beginnings that turn a word around. */
const PARTED = /(?:or|ee|er|ees|ors|ers|gever|nemer|gevers|nemers)$/
const BEGINS =
  /^(?:hyper|hypo|inter|intra|pre|post|anti|ante|over|under|onder|boven|voor|na|on|un|in|im|ir|non|dis|mis|ver|be|ont)/

/**
 * Whether one of two words is a slip of the pen for the other. Only where one of them is no word at all, in the dictionary and in the
 * texts: two real words are two words, however much they look alike, but for the two that all confuse: a Dutch -d and -dt, its and it's.
 */
export function isSlip(a: string, b: string, { dictionary, uses, names, words }: Known): boolean {
  if ([a, b].every((word) => /^it['’]?s$/.test(word))) return true
  const shortest = Math.min(a.length, b.length)
  if (shortest < 4 || a[0] !== b[0] || /\d/.test(a + b)) return false
  const most = shortest < 9 ? 1 : 2
  if (Math.abs(a.length - b.length) > most || editDistance(a, b) > most) return false
  if (turned(a, b) || isInserted(a, b) || (names.has(a) && names.has(b))) return false
  const known = dictionary()
  if (!known) return false
  const [isA, isB] = [known.knows(bareCase(a)), known.knows(bareCase(b))]
  if (words.lang === 'nl' && isA && isB && (endsInDt(a, b) || isHomophone(a, b))) return true
  if (isA === isB)
    return (
      linked(a, b, known) ||
      (isA && !known.has(a) && !known.has(b) && isWhole(a, known) !== isWhole(b, known) && uses(isWhole(a, known) ? b : a) <= 1)
    )
  // A word that stands elsewhere, too, is a name or a term of these texts.
  return uses(isA ? b : a) <= 1
}

/** The one mistake of Dutch verbs: "wordt begeleidt", "hij word". */
const endsInDt = (a: string, b: string): boolean => (a.endsWith('d') && b === `${a}t`) || (b.endsWith('d') && a === `${b}t`)

/** A Dutch verb whose participle sounds as its form for one does: bevestigd, bevestigt. Only the one of them can stand where the other does. */
const isHomophone = (a: string, b: string): boolean =>
  UNSTRESSED.test(a) && /^[dt]{2}$/.test(`${a.at(-1)}${b.at(-1)}`) && a.slice(0, -1) === b.slice(0, -1)
const UNSTRESSED = /^(?:be|ge|ver|ont|her|er)\p{L}{3,}$/u

/** Whether a compound is made of two words, rather than of what rules of spelling let through: parkeer·terrein. */
const isWhole = (word: string, { has }: Pick<Dictionary, 'has'>): boolean =>
  compoundPartsBy(word, ['', 's', 'en', 'e'], has) !== undefined

/** Whether letters came between as no slip brings them: prednisone, prednisolone. A slip writes one twice, or leaves one out. */
function isInserted(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 2) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const more = long.slice(at, at + 2)
  return long.slice(at + 2) === short.slice(at) && !short.includes(more)
}

/** The same compound with another letter between its parts: pannekoek, pannenkoek. Neither may be a word of its own. */
function linked(a: string, b: string, { has }: Pick<Dictionary, 'has'>): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 1 || short.length < 8 || (has(short) && has(long))) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return /[sne]/.test(long[at] ?? '') && long.slice(at + 1) === short.slice(at) && at > 3 && short.length - at > 3
}

const bareCase = (word: string): string => word.toLowerCase()

/** Whether the difference is one that makes another word of many: the ending of a role, a beginning that denies. */
function turned(a: string, b: string): boolean {
  const [endA, endB] = [PARTED.exec(a)?.[0], PARTED.exec(b)?.[0]]
  const oneOffice = [endA, endB].every((ending) => /^(?:er|or)s?$/.test(ending ?? ''))
  if (endA !== undefined && endB !== undefined && endA !== endB && !oneOffice) return true
  const [startA, startB] = [BEGINS.exec(a)?.[0], BEGINS.exec(b)?.[0]]
  return startA !== startB && a.slice(startA?.length ?? 0) === b.slice(startB?.length ?? 0)
}

/** The words of two texts that are slips of the pen for words of the other, each with the word it should be. */
export function slipsBetween(old: readonly Token[], next: readonly Token[], context: Known): ReadonlyMap<string, string> {
  const words = (tokens: readonly Token[]) =>
    new Set(tokens.filter(({ kind }) => kind === 'word').map(({ key }) => key.toLowerCase()))
  const [before, after] = [words(old), words(next)]
  const only = (list: ReadonlySet<string>, others: ReadonlySet<string>) => [...list].filter((word) => !others.has(word))
  const found = new Map<string, string>()
  for (const a of only(before, after)) {
    const b = [...after].find((other) => isSlip(a, other, context))
    if (b !== undefined) correct(found, a, b, context)
  }
  for (const b of only(after, before)) {
    const a = [...before].find((other) => isSlip(b, other, context))
    if (a !== undefined) correct(found, b, a, context)
  }
  return found
}

/** Letters up to which a word with a capital amid a sentence may be a name that one letter makes another's: Brown, Browne. */
const LONGEST_NAME = 7
const TITLE = /^(?:mr|mrs|ms|dr|prof|heer|mevrouw|dhr|mw|mevr|drs|van|de|der|den)$/i

/** The name of a month or day, or a slip of it: those have a capital in English. */
const isOfCalendar = (word: string, lang: Language): boolean =>
  [...meaningsOf('calendar', lang).keys()].some((name) => name.length > 4 && editDistance(name, word) <= 2)

/** The words of both texts that are names by where they have a capital, in lower case. */
export function namesIn(sides: readonly (readonly Token[])[], context: Pick<Known, 'words'>): ReadonlySet<string> {
  const named = (tokens: readonly Token[]) => tokens.filter((token, at) => token.kind === 'word' && isName(tokens, at, context))
  return new Set(sides.flatMap((tokens) => named(tokens).map(({ key }) => key.toLowerCase())))
}

/** The words of both texts that have a capital amid a sentence, in lower case: any may name somebody, however long it is. */
export function capitalsIn(sides: readonly (readonly Token[])[]): ReadonlySet<string> {
  const capital = (tokens: readonly Token[]) =>
    tokens.filter(({ kind, key }, at) => kind === 'word' && /^\p{Lu}/u.test(key) && !isFirst(tokens[at - 1]))
  return new Set(sides.flatMap((tokens) => capital(tokens).map(({ key }) => key.toLowerCase())))
}

/** Whether a sentence or a quotation begins behind a token. */
const isFirst = (before: Token | undefined): boolean =>
  before === undefined || before.kind === 'break' || /^[.;:!?'"*_]$/.test(before.key)

/** Whether a word is a name by its capitals: short and amid a sentence, behind a title or behind another with a capital. */
function isName(tokens: readonly Token[], at: number, { words: { lang } }: Pick<Known, 'words'>): boolean {
  const [before, token] = [tokens[at - 1], tokens[at] as Token]
  const word = token.key.toLowerCase()
  // "CivicAction": a capital inside a word is in a name alone.
  if (/\p{Ll}\p{Lu}/u.test(token.key)) return true
  if (!/^\p{Lu}/u.test(token.key) || isOfCalendar(word, lang)) return false
  // The first word of a sentence has its capital anyway: a name there is one of one person, without an article.
  if (isFirst(before)) return token.key.length <= LONGEST_NAME && !word.endsWith('s') && !isLightWord(word)
  return token.key.length <= LONGEST_NAME || TITLE.test(before?.key ?? '') || /^\p{Lu}\p{Ll}/u.test(before?.key ?? '')
}

function correct(found: Map<string, string>, a: string, b: string, { dictionary }: Pick<Known, 'dictionary'>): void {
  if (dictionary()?.knows(b)) found.set(a, b)
  else found.set(b, a)
}
