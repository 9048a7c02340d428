import { notationAt, referenceAt, type Token, type Tokenised } from '../compare/index.js'
import { firstOf, numeralsOf, oneOf, spelledOut } from '../language/index.js'
import { firstFrom } from '../model/index.js'
import { isOfMany, MANY } from './pronouns.js'
import { type ProofContext, type Proving, type Touched, touch, type Unit } from './unit.js'

const DROPPED = /^(?:['"*_]|-)$/
const MEASURED = /^(\d+(?:[.,]\d+)?)(\p{L}{1,3})$/u

/** The words in lower case, contractions written out, values for what is written in figures. */
export function writtenOut(
  { tokens }: Tokenised,
  context: Proving,
  touched: Touched,
  slips: ReadonlyMap<string, string>,
): readonly Unit[] {
  const { lang } = context.words
  const units: Unit[] = []
  const put = (kind: Unit['kind'], value: string, from: number, to = from + 1) => units.push({ kind, value, from, to })
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const age = ageAt(tokens, at, context.words)
    if (age) {
      put('value', age.value, at, age.to)
      touch(touched, at, age.to, 'notation')
      at = age.to
      continue
    }
    const value = referenceAt(tokens, at, lang) ?? notationAt(tokens, at, lang)
    if (value) {
      put('value', value.value, value.from, value.to)
      touch(touched, value.from, value.to, 'notation')
      // The dot of "7 p.m." ends the sentence, too.
      const [last, behind] = [tokens[value.to - 1], tokens[value.to]]
      if (last?.key.endsWith('.') && behind?.kind === 'word' && /^\p{Lu}/u.test(behind.key)) put('end', '.', value.to - 1)
      at = value.to
      // "25 days' leave" are 25 days of leave.
      if (SPAN.test(value.value) && behind?.key === "'" && isPossessive(tokens, at)) {
        put('word', firstOf('of', context.words), at)
        touch(touched, at, at + 1, 'synonym')
        at++
      }
      continue
    }
    if (token.key === '&' && isApart(tokens, at)) {
      put('word', firstOf('and', context.words), at)
      touch(touched, at, at + 1, 'abbreviation')
      at++
      continue
    }
    if (token.key === '°' && /^[cf]$/i.test(tokens[at + 1]?.key ?? '')) {
      put('word', `°${tokens[at + 1]?.key.toLowerCase()}`, at, at + 2)
      at += 2
      continue
    }
    const dots = leaderAt(tokens, at)
    if (dots > 0) {
      put('mark', '…', at, at + dots)
      at += dots
      continue
    }
    if (context.quotes.has(token)) put('mark', 'quote', at)
    else if (token.kind === 'mark') markAt(tokens, at, put)
    else if (token.kind === 'break') put('break', token.key, at)
    else if (isTwice(tokens, at)) touch(touched, at, at + 1, 'spelling')
    else if (token.kind === 'word') {
      const measured = MEASURED.exec(token.key)
      if (measured) {
        put('value', `number ${measured[1]?.replace('.', ',')}`, at)
        put('word', (measured[2] as string).toLowerCase(), at)
        touch(touched, at, at + 1, 'notation')
      } else wordAt(tokens, at, context, touched, put, slips)
    } else put('value', token.kind === 'reference' ? token.key.toLowerCase() : token.key, at)
    at++
  }
  return units
}

/** "Aged 18 or over", "at least 18 years old": an age that somebody has at least. */
function ageAt(tokens: readonly Token[], at: number, { ageFrom, lang }: ProofContext['words']) {
  const first = tokens[at]?.key.toLowerCase() ?? ''
  const opened = ageFrom.get(first) ?? []
  const counted = tokens[at]?.kind === 'number' || numeralsOf(lang).has(first) ? (ageFrom.get('#') ?? []) : []
  if (opened.length + counted.length === 0) return undefined
  let years = ''
  const isRow = (row: readonly string[]) =>
    row.every((word, k) => {
      const key = tokens[at + k]?.key.toLowerCase() ?? ''
      if (word !== '#') return key === word
      years = /^\d{1,3}$/.test(key) ? key : (numeralsOf(lang).get(key) ?? '')
      return /^\d+$/.test(years)
    })
  const row = [...opened, ...counted].find(isRow)
  return row && { value: `age ${years}`, to: at + row.length }
}

const SPAN = /^(?:days|months|minutes) \d/
/** Whether blanks stand around a sign: "Tuesdays & Fridays", and not "R&D". */
const isApart = (tokens: readonly Token[], at: number): boolean => {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return before !== undefined && after !== undefined && sign !== undefined && before.to < sign.from && sign.to < after.from
}

/** How many dots lead from a name to what stands behind it, as in a list of contents: their number says nothing. */
function leaderAt(tokens: readonly Token[], at: number): number {
  const end = firstFrom(tokens, at, ({ key }) => key !== '.')
  return end - at >= LEADING && end < tokens.length ? end - at : 0
}
/** Fewer dots than these may leave words out. */
const LEADING = 4

/** The same word once more behind itself: "in the the hall". */
const isTwice = (tokens: readonly Token[], at: number): boolean => {
  const [before, token] = [tokens[at - 1], tokens[at]]
  return (
    token?.kind === 'word' &&
    before?.kind === 'word' &&
    token.key.length > 1 &&
    before.key.toLowerCase() === token.key.toLowerCase()
  )
}

type Put = (kind: Unit['kind'], value: string, from: number, to?: number) => void

const ENDS = /^[.;!]$/

/** A tag of HTML says nothing, unless it leads somewhere, shows a picture or strikes words out. */
function tagAt(key: string, at: number, put: Put): void {
  const [, address] = /\s(?:href|src)\s*=\s*["']?([^"'\s>]+)/i.exec(key) ?? []
  if (address !== undefined) put('mark', `to ${address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')}`, at)
  else if (STRIKES.test(key)) put('mark', key.toLowerCase(), at)
}

const STRIKES = /^<\/?(?:del|s|strike|ins)\b/i

/** Whether a tag of HTML leads somewhere, shows a picture or strikes words out. */
export const isTellingTag = (key: string): boolean => STRIKES.test(key) || /^<[^>]*\s(?:href|src)\s*=/i.test(key)

function markAt(tokens: readonly Token[], at: number, put: Put): void {
  const key = tokens[at]?.key ?? ''
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const last = after === undefined || after.kind === 'break'
  const dash =
    key === '-' &&
    before !== undefined &&
    after !== undefined &&
    before.to < (tokens[at] as Token).from &&
    (tokens[at] as Token).to < after.from
  if (isMinus(tokens, at) || isRange(tokens, at)) put('mark', key, at)
  else if (dash || key === '(' || key === ')' || isPossessive(tokens, at)) put('mark', dash || key !== "'" ? '|' : key, at)
  else if (key.length > 1 && key.startsWith('<')) tagAt(key, at, put)
  else if (DROPPED.test(key) || (last && /^[.,:;!]$/.test(key))) return
  else if (key === ',') put('comma', ',', at)
  else put(ENDS.test(key) ? 'end' : 'mark', ENDS.test(key) ? '.' : key, at)
}

/** "-5": a sign right before a figure, and behind a space or an opening mark. */
function isMinus(tokens: readonly Token[], at: number): boolean {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const free = before === undefined || before.to !== sign?.from || OPENING.test(before.key)
  return sign?.key === '-' && free && after?.from === sign.to && (after.kind === 'number' || after.kind === 'amount')
}
/** "£5-10": from the one to the other. */
const isRange = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === '-' &&
  [tokens[at - 1], tokens[at + 1]].every((token) => token?.kind === 'number' || token?.kind === 'amount')
const OPENING = /^[(['"\n\t]$/

/** "The residents' relatives": an apostrophe behind a word of many, where no quotation is open, says whose it is. */
function isPossessive(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (mark?.key !== "'" || before?.to !== mark.from || !/s$/.test(before.key) || after?.kind !== 'word') return false
  const quotes = tokens.slice(0, at).filter(({ key, to }, k) => key === "'" && to === tokens[k + 1]?.from)
  return quotes.length === 0
}

function wordAt(
  tokens: readonly Token[],
  at: number,
  { words, terms, dictionary }: Proving,
  touched: Touched,
  put: Put,
  slips: ReadonlyMap<string, string>,
): void {
  const { key } = tokens[at] as Token
  const lower = slips.get(key.toLowerCase()) ?? key.toLowerCase()
  if (slips.has(key.toLowerCase())) touch(touched, at, at + 1, 'spelling')
  // A term with a capital is the defined one; without, it may be any.
  const before = tokens[at - 1]
  const starts = before === undefined || before.kind === 'break' || (before.kind === 'mark' && /^[.;:!?'"-]$/.test(before.key))
  // Amid a sentence "May" is the month and allows nothing.
  const isOther = words.cased.has(lower) && key.slice(1) === lower.slice(1)
  const keeps =
    key !== key.toLowerCase() &&
    (((terms.has(lower) || isOther) && !starts) ||
      (/^\p{Lu}{2,3}$/u.test(key) && !isStressed(lower, words)) ||
      (LONG_CAPITALS.test(key) && dictionary()?.has(lower) !== false && !isLoud(tokens, at) && !isUrged(lower, words)))
  if (keeps) {
    put('word', key, at)
    return
  }
  const contracted = spelledOut(lower)
  if (contracted !== lower) touch(touched, at, at + 1, 'spelling')
  for (const word of contracted.split(' ')) {
    const spelt = words.spellings.find(([start]) => word.startsWith(start))
    if (spelt && spelt[0] !== spelt[1]) touch(touched, at, at + 1, 'spelling')
    put('word', spelt ? spelt[1] + word.slice(spelt[0].length) : word, at)
  }
  if (isOfMany(tokens, at, words)) put('word', MANY, at)
}
/** Four or more: of a word of the language they make another, the name of what its letters stand for: aids, AIDS. */
const LONG_CAPITALS = /^\p{Lu}{4,}$/u

/** Whether a word is set in capitals as all around it is, or calls for attention: a heading, "WARNING:". */
function isLoud(tokens: readonly Token[], at: number): boolean {
  const isWord = ({ kind, key }: Token) => kind === 'word' && key.length > 1
  return /^[:!]$/.test(tokens[at + 1]?.key ?? '') || !tokens.some((token) => isWord(token) && /\p{Ll}/u.test(token.key))
}

const isUrged = oneOf('may', 'never', 'only', 'solely', 'always', 'each', 'both', 'before', 'after', 'with', 'without', 'within')
/** Small words that capitals stress. */
const isStressed = oneOf('not', 'all', 'any', 'no', 'or', 'and', 'stressed')
