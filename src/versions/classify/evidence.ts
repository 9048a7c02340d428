import type { Token, Tokenised } from '../../compare/index.js'
import { valueOf } from '../../compare/index.js'
import { meaningsOf, stem } from '../../language/index.js'
import type { Reason, ReasonKind } from '../comparison.js'
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
  if (FIGURES.has(kind)) return !(rewritten || edits.length > 1) || !isFigureElsewhere(reason, change)
  if ((old === '') === (next === '') || change.defines || !PUT_OTHERWISE.has(kind)) return true
  if (DENIED.has(kind) && isDeniedAlike(change)) return false
  if (kind === 'condition' && edits.some((edit) => (old === '' ? edit.old : edit.next).some(({ key }) => WHO.test(key))))
    return false
  if (kind === 'norm' && isNormElsewhere(reason, change)) return false
  if (kind === 'addressee' && isNamedAgain(reason, change)) return false
  if (!rewritten && edits.length <= FEW) return true
  if (kind === 'negation') return true
  if (kind === 'norm') return isModal(reason, change)
  const [lost, won] = [gone.filter(isNew(change.next, change)), come.filter(isNew(change.old, change))]
  const [own, others] = old === '' ? [won, lost] : [lost, won]
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

/** Whether the figures of a clause are the same on both sides, each where it was among the others or with the words it counts. */
function isFigureElsewhere({ old, next: came }: Reason, change: Change): boolean {
  const figures = ({ tokens }: Tokenised) => tokens.flatMap((token) => figuresIn(token, change)).sort()
  const [a, b] = [figures(change.old), figures(change.next)]
  const alike =
    a.join(' ') === b.join(' ') || (one(old, came) && a.filter((x) => x !== '1').join() === b.filter((x) => x !== '1').join())
  return alike && !turnedAround(change)
}
/** One, first, once: also a word for any. */
const one = (old: string, came: string): boolean => (old === '') !== (came === '')

/** The numbers, units of time and days a token names: 4 and 2 of section 4(2), 2 of the second. */
function figuresIn(token: Token, { lang }: Change): readonly string[] {
  if (token.kind === 'mark' || token.kind === 'address') return []
  const word = token.key.toLowerCase()
  const unit = meaningsOf('periods', lang).get(word) ?? meaningsOf('calendar', lang).get(word)
  const value = valueOf(token, lang) ?? (token.kind === 'word' ? '' : token.key)
  return unit === undefined ? (value.match(/\d+(?:[.,:]\d+)*/g) ?? []) : [unit]
}

/** Whether both texts deny as often, or once more and once less by pairs, and both changed in what denies or limits. */
function isDeniedAlike({ old, next, edits, lang, proof: { words } }: Change): boolean {
  const negation = meaningsOf('negation', lang)
  const denies = ({ key }: Token) => negation.has(key.toLowerCase()) || words.denying.has(key.toLowerCase())
  const count = ({ tokens }: Tokenised) => tokens.filter(denies).length
  const limits = (side: 'old' | 'next') =>
    edits.some((edit) => edit[side].some((token) => denies(token) || words.limiting.has(token.key.toLowerCase())))
  return count(old) % 2 === count(next) % 2 && limits('old') && limits('next')
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

/** Whether a norm is told by a word that binds or allows. */
const isModal = ({ old, next }: Reason, { lang }: Change): boolean =>
  (old || next)
    .toLowerCase()
    .split(' ')
    .some((word) => meaningsOf('modals', lang).has(word))
