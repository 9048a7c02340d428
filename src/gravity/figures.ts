import type { Token } from '../compare/index.js'
import { valueOf } from '../compare/index.js'
import { meaningsOf, oneOf, phrasesOf } from '../language/index.js'
import type { Change } from './change.js'
import type { Reason } from './reasons.js'
import { turnedAround } from './turned.js'

/** Whether two references are of one form and differ in a figure or a letter: paragraph 3(a), paragraph 3(b). */
export function isOtherPart(a: string, b: string): boolean {
  const partsOf = (written: string): readonly string[] => written.toLowerCase().match(/\d+|\p{L}+/gu) ?? []
  const [x, y] = [partsOf(a), partsOf(b)]
  const isShort = (part: string | undefined) => part !== undefined && (/^\d/.test(part) || part.length < SHORTEST_WORD)
  return x.length > 0 && x.length === y.length && x.some((part, k) => part !== y[k] && isShort(part) && isShort(y[k]))
}
/** Letters of a word; fewer name a part. */
const SHORTEST_WORD = 3

/** Whether the figures of a clause are the same on both sides: in their order, or in another where the words are put otherwise, too. */
export function isFigureElsewhere(reason: Reason, change: Change): boolean {
  const { kind, old, next: came } = reason
  // "The day of receipt", "£25 per trip": what happened then, and for each of what it is, is no figure, whatever figures stand beside it.
  const isEvent =
    (kind === 'date' || kind === 'period') &&
    ![...tokensOf(old, change, 'old'), ...tokensOf(came, change, 'next')].some((token) => figuresIn(token, change).length > 0)
  if (isEvent && !change.rewritten && change.edits.length === 1) return false
  const [a = [], b = []] = alike([figuresOf('old', change), figuresOf('next', change)])
  if (turnedAround(change) || isPointedOtherwise(old, came)) return false
  if (kind === 'reference' && change.edits.length === 1 && isOtherPart(old, came)) return false
  if (isReadAlike(reason, change)) return true
  if (a.length + b.length === 0) return change.rewritten || change.edits.length > 1
  // Digits are grouped in more ways than one: 06 12 34 56 78.
  if (a.length > 0 && a.join('') === b.join('') && (kind !== 'reference' || isSameLevel(old, came))) return true
  if (!change.rewritten && change.edits.length < 2) return false
  const [inA, inB] = [new Set(a), new Set(b)]
  // One, first, once: also words for any.
  const lost = [...inA].filter((figure) => !inB.has(figure))
  const won = [...inB].filter((figure) => !inA.has(figure))
  const rest = [...lost, ...won].filter((figure) => figure !== '1' || (old !== '') === (came !== ''))
  if (rest.length === 0) return true
  // Another figure of the clause is another: this one is not.
  const named = change.edits.flatMap((edit) => [...namedIn(old, edit.old, change), ...namedIn(came, edit.next, change)])
  return named.length > 0 && !named.some((figure) => lost.includes(figure) || won.includes(figure))
}

/** Whether the proofs read the same values in both texts, in their order, and what a reason names among them: half and 50 %, seven days and a week. */
function isReadAlike({ old: gone, next: came }: Reason, change: Change): boolean {
  const { read } = change
  const valuesOf = (side: 'old' | 'next') => read[side].filter(({ kind }) => kind === 'value')
  const [was, is] = [valuesOf('old'), valuesOf('next')]
  if (was.length === 0 || was.length !== is.length || !was.every(({ value }, at) => value === is[at]?.value)) return false
  const among = (side: 'old' | 'next', words: string) =>
    tokensOf(words, change, side).every((token) => {
      const at = change[side].tokens.indexOf(token)
      return valuesOf(side).some(({ from, to }) => from <= at && at < to)
    })
  return among('old', gone) && among('next', came)
}

/** Whether a group of three figures stands behind another mark, which parts thousands here and tenths there: £40,000, £40.000. */
export function isPointedOtherwise(a: string, b: string): boolean {
  const [x, y] = [GROUPED.exec(a)?.[1], GROUPED.exec(b)?.[1]]
  return x !== undefined && y !== undefined && x !== y && a.replace(/\D/g, '') === b.replace(/\D/g, '')
}
const GROUPED = /\d([.,])\d{3}(?!\d)/

/** The tokens of the edits that a reason names on one side. */
const tokensOf = (words: string, { edits }: Change, side: 'old' | 'next'): readonly Token[] =>
  edits.flatMap((edit) => edit[side].filter(({ key }) => words.includes(key)))

/** The figures among the tokens of an edit that a reason names. */
function namedIn(words: string, tokens: readonly Token[], change: Change): readonly string[] {
  return tokens.filter(({ key }) => words.includes(key)).flatMap((token) => figuresIn(token, change))
}

/** Figures of both sides; cents do not say of what. */
function alike(both: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const cents = both.some((list) => list.some((figure) => figure.startsWith('c')))
  return cents ? both.map((list) => list.map((figure) => figure.replace(/^[€$£c]/, ''))) : both
}

function figuresOf(side: 'old' | 'next', change: Change): readonly string[] {
  const { tokens } = change[side]
  const { words } = change.proof
  const ofAge = [change.old, change.next].some((text) => text.tokens.some(({ key }) => words.ages.has(key.toLowerCase())))
  const read = readIn(side, change)
  return tokens.flatMap((token, at) => {
    const measured = measureAt(tokens, at, change)
    if (measured !== undefined) return [measured]
    const told = read.get(at)
    if (told !== undefined) return told
    return figuresIn(token, change).filter((figure) => !(ofAge && isYear(figure, change)))
  })
}

/**
 * Figures by the place of each token, where the proofs read several as one: seventy-five pounds, £2.5 million. What both texts hold is none:
 * two weeks and fourteen days.
 */
function readIn(side: 'old' | 'next', { read, ...texts }: Change): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>()
  const others = new Set(read[side === 'old' ? 'next' : 'old'].flatMap(({ kind, value }) => (kind === 'value' ? [value] : [])))
  for (const { kind, value, from, to } of read[side]) {
    if (kind !== 'value') continue
    const [, figure] = /^(?:number|amount) (\S+)$/.exec(value) ?? []
    const alone = to - from < 2 || (texts[side].tokens[from]?.kind === 'number' && !value.startsWith('amount'))
    if (!others.has(value) && (figure === undefined || alone)) continue
    for (let at = from; at < to; at++) found.set(at, at === from && figure !== undefined ? [figure] : [])
  }
  return found
}
const isYear = oneOf('years')

/** A length, weight or volume in the smallest of its units: 1,20 m and 120 cm. */
function measureAt(tokens: readonly Token[], at: number, { lang, proof: { words } }: Change): string | undefined {
  if (tokens[at]?.kind !== 'number') return undefined
  const size = words.sizes.get(meaningsOf('measures', lang).get(tokens[at + 1]?.key.toLowerCase() ?? '') ?? '')
  const count = Number((valueOf(tokens[at], lang) ?? '').replace(',', '.'))
  return size && Number.isFinite(count) ? `${Math.round(count * size.times * 1000) / 1000} ${size.of}` : undefined
}

/** Whether two references name levels alike, or one names none: Art. 6(2), Article 6, paragraph 2. */
function isSameLevel(a: string, b: string): boolean {
  const level = (written: string) => LEVEL.exec(written)?.[0].replace(/[,\s]/g, '').toLowerCase()
  return a !== '' && b !== '' && (level(a) === undefined || level(b) === undefined || level(a) === level(b))
}

const FIGURED = ['periods', 'calendar', 'dayKinds'] as const

/** The numbers, letters of references, units of time and days a token names: 4 and 2 of section 4(2), 2 of the second. */
export function figuresIn(token: Token, { lang, proof: { words } }: Change): readonly string[] {
  const { kind, key } = token
  if (kind === 'mark' || kind === 'address') return []
  const word = key.toLowerCase()
  const hour = words.hours.get(word)
  if (hour !== undefined) return [hour]
  const unitOf = (each: string) => FIGURED.map((list) => meaningsOf(list, lang).get(each)).find((value) => value !== undefined)
  const alone = words.phrases
    .get(word)
    ?.find((phrase) => phrase.words.length === 1 && (!phrase.unit || isDay(phrase.plain, lang)))
  const units = [...new Set((alone?.plain ?? [word]).flatMap((each) => unitOf(each) ?? []))]
  if (units.length > 0) return units.filter((unit) => !isClock(unit, { lang }))
  const value = valueOf(token, lang) ?? (kind === 'word' ? '' : key)
  const [, afternoon] = /^(\d{1,2})(?:[.:]\d{2})?\s?p/.exec(kind === 'number' ? key : '') ?? []
  if (afternoon !== undefined) return [String((Number(afternoon) % 12) + 12)]
  const found = kind === 'reference' ? /\d+|(?<![a-z])[A-Z](?![a-z])/g : /\d+(?:[.,:]\d+)*/g
  const plainly = (figure: string) => figure.replace(/[.,:]00?$/, '').replace(/^0+(?=\d)/, '')
  const sign = /^(?:[€$£]|cent)/.exec(value)?.[0] ?? ''
  return (value.match(found) ?? []).map((figure) =>
    sign === 'cent' ? `c${String(Number(figure) / 100).replace('.', ',')}` : sign + plainly(figure),
  )
}

/** Whether a short form is one of a day: ma, vr. */
const isDay = ([day = '']: readonly string[], lang: Change['lang']): boolean => meaningsOf('calendar', lang).has(day)

/** Behind a time of day it says no more: 22.00 uur. */
const isClock = oneOf('hourUnit')
const LEVEL = new RegExp(`,?\\s(?:${phrasesOf('partsSmall')})\\s`, 'i')
