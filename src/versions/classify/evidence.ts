import type { Token, Tokenised } from '../../compare/index.js'
import { valueOf } from '../../compare/index.js'
import { meaningsOf, sentencesOf, stem } from '../../language/index.js'
import type { Reason, ReasonKind } from '../comparison.js'
import { isRelated } from './carried.js'
import type { Change } from './change.js'
import { turnedAround } from './turned.js'

/** What may be said by other words, so that its own say little where the sentence was put otherwise. */
const PUT_OTHERWISE: ReadonlySet<ReasonKind> = new Set(
  'condition exception scope addressee norm list content negation'.split(' ') as ReasonKind[],
)
/** What two denials take back, or one says in other words: only if, not unless. */
const DENIED: ReadonlySet<ReasonKind> = new Set(['negation', 'exception', 'condition', 'scope', 'norm'])
const FIGURES: ReadonlySet<ReasonKind> = new Set(['number', 'period', 'date', 'amount', 'reference'])
/** Edits up to which a sentence that keeps its order is the same sentence but for them. */
const FEW = 2

/**
 * Whether a reason shows that the sentence says something else, and not the same in other words: a word that one side alone has proves
 * little where the whole sentence was put otherwise.
 */
export function hasEvidence(reason: Reason, change: Change): boolean {
  const { kind, old, next } = reason
  const { rewritten, gone, come, edits } = change
  if (FIGURES.has(kind)) return !isFigureElsewhere(reason, change)
  const isNoneNew = !gone.some(isNew(change.next, change)) && !come.some(isNew(change.old, change))
  const again = isNoneNew && (edits.length > 1 || (old !== '' && next !== ''))
  if (kind === 'content' && !change.defines && ((gone.length > 0 && come.length > 0) || again)) return false
  if ((kind === 'norm' || kind === 'opposite') && isDenial(reason, change) && isDeniedAlike(change, rewritten)) return false
  if (kind === 'norm' && rewritten && !isModal(reason, change)) return false
  if ((old === '') === (next === '') || change.defines || !PUT_OTHERWISE.has(kind)) return true
  if (kind === 'scope' && isDegree(reason, change)) return true
  if (DENIED.has(kind) && isDeniedAlike(change, change.rewritten || (kind === 'norm' && change.forms))) return false
  if (kind === 'condition' && edits.some((edit) => (old === '' ? edit.old : edit.next).some(({ key }) => WHO.test(key))))
    return false
  if (kind === 'norm' && (isNormElsewhere(reason, change) || isOrdered(reason, change))) return false
  if (kind === 'addressee' && isNamedAgain(reason, change)) return false
  const [lost, won] = [gone.filter(isNew(change.next, change)), come.filter(isNew(change.old, change))]
  const [own, others] = old === '' ? [won, lost] : [lost, won]
  const told = own.filter(({ key }) => key.toLowerCase() !== (old || next).toLowerCase())
  if (kind === 'condition' && change.forms && told.length === 0) return false
  if (!rewritten && edits.length <= FEW) return true
  if (kind === 'negation') return true
  if (kind === 'norm') return isModal(reason, change)
  if (!rewritten) return true
  // A participle may only say how the rest is meant: "a request that is submitted late", "a late request".
  const least = kind === 'content' && own.every((token) => isTold(token.key.toLowerCase(), change)) ? 2 : 1
  return others.length === 0 && own.length >= least
}

const isTold = (word: string, { lang, proof: { words } }: Change): boolean =>
  words.participles.has(word) ||
  (lang === 'en' ? /\w{3}ed$/.test(word) : /^(?:\p{L}{0,5}ge|be|ver|ont)\p{L}{3,}(?:d|t|en|de|te)$/u.test(word))

/** Whether no form of a word stands in a text. */
const isNew = ({ tokens }: Tokenised, { lang }: Change) => {
  const stems = new Set(tokens.map(({ key }) => stem(key.toLowerCase(), lang)))
  return (token: Token) => !stems.has(stem(token.key.toLowerCase(), lang))
}

/** Whether someone who is named in both texts is named once more in one, where the other has a pronoun or joins two sentences. */
function isNamedAgain({ old, next }: Reason, change: Change): boolean {
  const [text, side] = old === '' ? [change.old, 'old' as const] : [change.next, 'next' as const]
  const stands = (old || next).split(' ').every((word) => text.tokens.some(({ key }) => key.toLowerCase() === word.toLowerCase()))
  return stands && change.edits.some((edit) => edit[side].some(({ key }) => STANDS_FOR.test(key)))
}
const STANDS_FOR =
  /^(?:and|en|who|which|that|it|its|they|their|them|he|she|his|her|die|dat|deze|dit|hij|zij|hem|haar|zijn|hun|hen)$/i

/** One who does something is if someone does it. */
const WHO = /^(?:who|which|that|die|dat|wie)$/i

/** Whether the figures of a clause are the same on both sides: in their order, or in another where the words are put otherwise, too. */
function isFigureElsewhere({ kind, old, next: came }: Reason, change: Change): boolean {
  const figures = ({ tokens }: Tokenised) => tokens.flatMap((token) => figuresIn(token, change))
  const both = [figures(change.old), figures(change.next)] as const
  // Cents do not say of what.
  const cents = both.some((list) => list.some((figure) => figure.startsWith('c')))
  const [a, b] = both.map((list) => (cents ? list.map((figure) => figure.replace(/^[€$£c]/, '')) : list)) as [string[], string[]]
  if (a.length + b.length === 0 || turnedAround(change)) return false
  // Digits are grouped in more ways than one: 06 12 34 56 78.
  if (a.length > 0 && a.join('') === b.join('') && (kind !== 'reference' || isSameLevel(old, came))) return true
  const sorted = (list: readonly string[], without = '') =>
    [...new Set(list)]
      .filter((figure) => figure !== without)
      .sort()
      .join(' ')
  // One, first, once: also words for any.
  const one = (old === '') !== (came === '') && sorted(a, '1') === sorted(b, '1')
  return (change.rewritten || change.edits.length > 1) && (sorted(a) === sorted(b) || one)
}

/** Whether two references name levels alike, or one names none: Art. 6(2), Article 6, paragraph 2. */
function isSameLevel(a: string, b: string): boolean {
  const level = (written: string) =>
    /,?\s(?:lid|onder|onderdeel|sub|paragraph|point)\s/i.exec(written)?.[0].replace(/[,\s]/g, '').toLowerCase()
  return a !== '' && b !== '' && (level(a) === undefined || level(b) === undefined || level(a) === level(b))
}

const FIGURED = ['periods', 'calendar', 'dayKinds'] as const

/** The numbers, letters of references, units of time and days a token names: 4 and 2 of section 4(2), 2 of the second. */
function figuresIn(token: Token, { lang, proof: { words } }: Change): readonly string[] {
  const { kind, key } = token
  if (kind === 'mark' || kind === 'address') return []
  const word = key.toLowerCase()
  const alone = words.phrases.get(word)?.find((phrase) => phrase.words.length === 1 && phrase.plain.length === 1 && !phrase.unit)
  const plain = alone?.plain[0] ?? word
  const unit = FIGURED.map((list) => meaningsOf(list, lang).get(plain)).find((value) => value !== undefined)
  if (unit !== undefined) return CLOCK.test(unit) ? [] : [unit]
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

/** Behind a time of day it says no more: 22.00 uur. */
const CLOCK = /^(?:uur|hour)$/

/**
 * Whether both texts deny as often, or once more and once less by pairs, and both changed in what denies or limits. What is put otherwise as a
 * whole may deny more or less often; of several sentences, another one's denial says nothing of it.
 */
function isDeniedAlike({ old, next, edits, lang, proof: { words } }: Change, anew: boolean): boolean {
  const negation = meaningsOf('negation', lang)
  const denies = ({ key }: Token) => negation.has(key.toLowerCase()) || words.denying.has(key.toLowerCase())
  const count = ({ tokens }: Tokenised) => tokens.filter(denies).length
  const [a, b] = [count(old), count(next)]
  const limits = (side: 'old' | 'next') =>
    edits.some((edit) => edit[side].some((token) => denies(token) || words.limiting.has(token.key.toLowerCase())))
  const isOne = [old, next].every(({ text }) => sentencesOf(text, lang).length === 1)
  return (anew && a > 0 && b > 0 && (a === b || isOne)) || (a % 2 === b % 2 && limits('old') && limits('next'))
}

/** Whether a reason names a word that denies: permitted, prohibited. */
const isDenial = ({ old, next }: Reason, { proof: { words } }: Change): boolean =>
  `${old} ${next}`
    .toLowerCase()
    .split(' ')
    .some((word) => words.denying.has(word))

/** Whether a word of degree came or went, and no form of it stands on the other side: serious reasons, any reasons. */
function isDegree({ old, next }: Reason, { old: before, next: after, lang, proof: { words } }: Change): boolean {
  const word = (old || next).toLowerCase()
  const others = (old === '' ? before : after).tokens.map(({ key }) => stem(key.toLowerCase(), lang))
  return words.degrees.has(word) && !others.includes(stem(word, lang))
}

/** Whether every word of a norm on one side has one of its like on the other: may, and is open to. */
function isNormElsewhere({ old, next }: Reason, { proof: { words }, ...texts }: Change): boolean {
  const norms = (old || next)
    .toLowerCase()
    .split(' ')
    .flatMap((word) => words.sameNorm.get(word) ?? [])
  const others = new Set((old === '' ? texts.old : texts.next).tokens.map(({ key }) => words.sameNorm.get(key.toLowerCase())))
  return norms.length > 0 && norms.every((norm) => others.has(norm))
}

/** Whether a duty became an order: "must be kept free", "keep free". */
function isOrdered({ old, next }: Reason, { proof: { words }, lang, ...texts }: Change): boolean {
  const duty = (old || next)
    .toLowerCase()
    .split(' ')
    .every((word) => words.sameNorm.get(word) === (lang === 'nl' ? 'moet' : 'must'))
  const [own, others] = old === '' ? [texts.next, texts.old] : [texts.old, texts.next]
  const first = others.tokens.find(({ kind }) => kind === 'word')?.key.toLowerCase() ?? ''
  const isForm = ({ key }: Token, at: number) =>
    at > 0 && (words.participles.get(key.toLowerCase()) === first || isRelated(key.toLowerCase(), first, words))
  return duty && own.tokens.some(isForm) && own.tokens[0]?.key.toLowerCase() !== first
}

/** Whether a norm is told by a word that binds or allows. */
const isModal = ({ old, next }: Reason, { lang }: Change): boolean =>
  (old || next)
    .toLowerCase()
    .split(' ')
    .some((word) => meaningsOf('modals', lang).has(word))
