import type { Token, Tokenised } from '../compare/index.js'
import { firstOf, type Meaning, meaningsOf, oneOf, stem } from '../language/index.js'
import type { Unit } from '../prove/index.js'
import { isForbiddenInOne, isRelated } from '../rewording/index.js'
import { isLeave, isNormElsewhere, isOneNorm, isOrdered, isOtherNorm, isToldPlainly } from './bound.js'
import type { Change } from './change.js'
import { isDenial, isDeniedAlike, isDeniedOnce, isDeniedOtherwise, isLimiting } from './denied.js'
import { isOneAct, rolesIn } from './exchange.js'
import { figuresIn, isFigureElsewhere } from './figures.js'
import { isMeans, isThing, newIn } from './matter.js'
import type { Reason, ReasonKind } from './reasons.js'
import { turnedAround } from './turned.js'

/** What may be said by other words, so that its own say little where the sentence was put otherwise. */
const PUT_OTHERWISE: ReadonlySet<ReasonKind> = new Set(
  'condition exception scope addressee norm list content negation'.split(' ') as ReasonKind[],
)
/** What two denials take back, or one says in other words: only if, not unless. */
const DENIED: ReadonlySet<ReasonKind> = new Set(['negation', 'exception', 'condition', 'scope', 'norm'])
const MATTER: ReadonlySet<ReasonKind> = new Set(['content', 'list'])
const FIGURES: ReadonlySet<ReasonKind> = new Set(['number', 'period', 'date', 'amount', 'reference'])
/** Edits up to which a sentence that keeps its order is the same sentence but for them. */
const FEW = 2

/**
 * Whether a reason shows that the sentence says something else, and not the same in other words. What a word says must be missing on the other
 * side; where the whole sentence was put otherwise, so must whatever else may say it there.
 */
export function hasEvidence(reason: Reason, change: Change): boolean {
  const { kind, old, next } = reason
  const { rewritten, edits } = change
  if (FIGURES.has(kind)) return !isFigureElsewhere(reason, change)
  if (MATTER.has(kind) && !change.defines) return isMatterGone(reason, change)
  if ((kind === 'norm' || kind === 'negation') && isForbiddenInOne(change.old.text, change.next.text, change.proof.words))
    return true
  if ((kind === 'norm' || kind === 'opposite') && isDenial(reason, change) && isDeniedAlike(change, rewritten)) return false
  const anew = isAnew(change)
  if (kind === 'norm' && isOneNorm(reason, change)) return false
  if (anew && isManifold(reason, change)) return false
  if (anew && kind === 'scope' && isBoundOtherwise(reason, change)) return false
  if (kind === 'norm' && isToldPlainly(reason, change) && !isOtherNorm(change)) return false
  if (anew && kind === 'norm') return isOtherNorm(change, isLeave(reason, change))
  if (anew && isSaidAlike(reason, change)) return false
  if (anew && kind === 'condition' && old !== '' && next !== '') return isJoin(reason, change) && !isDeniedOtherwise(change, true)
  if (anew && kind === 'scope' && old !== '' && next !== '' && isDeniedOtherwise(change)) return false
  if (kind === 'scope' && isNormElsewhere(reason, change)) return false
  if (anew && (kind === 'opposite' || (kind === 'negation' && old !== '' && next !== '')) && isDeniedOnce(change)) return false
  if (anew && kind === 'addressee' && old !== '' && next !== '') return isSomeoneElse(reason, change)
  if ((old === '') === (next === '') || change.defines || !PUT_OTHERWISE.has(kind)) return true
  if (kind === 'scope' && isDegree(reason, change)) return true
  if (kind === 'condition' && isToldByOrder(reason, change)) return false
  if (anew && isBoundAlone(reason, change)) return true
  if (DENIED.has(kind) && isDeniedAlike(change, change.rewritten || (kind === 'norm' && change.forms))) return false
  if (
    kind === 'condition' &&
    edits.some((edit) => (old === '' ? edit.old : edit.next).some(({ key }) => isWho(key.toLowerCase(), change)))
  )
    return false
  if (kind === 'norm' && (isNormElsewhere(reason, change) || isOrdered(reason, change))) return false
  if (kind === 'addressee' && (isNamedAgain(reason, change) || (anew && isNamedOtherwise(reason, change)))) return false
  if (kind === 'negation' && isParaphrased(reason, change)) return false
  if (!anew) return true
  if (kind === 'condition' || kind === 'exception') return isMatterNew(reason, change)
  if (kind === 'negation') return isDenied(reason, change)
  return kind !== 'scope' || !isCounted(reason, change)
}

const LISTS: Readonly<Partial<Record<ReasonKind, readonly Meaning[]>>> = {
  negation: ['negation'],
  condition: ['condition', 'joins'],
  exception: ['exception'],
  scope: ['scope', 'swaps'],
}

/**
 * Whether both texts, as they are read, hold what a reason names equally often: at all times, always. A word that moved is told for that.
 */
function isSaidAlike(reason: Reason, change: Change): boolean {
  const { kind, old, next } = reason
  const { lang, read } = change
  const lists = LISTS[kind]
  if (!lists || ((kind === 'scope' || kind === 'negation') && old.toLowerCase() === next.toLowerCase())) return false
  const meant = (words: string) =>
    words.split(' ').flatMap((word) => lists.flatMap((list) => meaningsOf(list, lang).get(word) ?? []))
  // "More than five", five or more: which of the two bounds a figure is told by both words.
  if (kind === 'scope' && old !== '' && next !== '' && isBounding(old, change) && isBounding(next, change)) return false
  const named = new Set(meant(`${old} ${next}`.toLowerCase()))
  if (named.size === 0 || (kind === 'negation' && old !== '' && next !== '')) return false
  const told = (units: readonly Unit[]) =>
    units
      .flatMap(({ value }) => meant(value))
      .filter((value) => named.has(value))
      .sort()
      .join(' ')
  const [was, is] = [told(read.old), told(read.next)]
  return was === is && (was !== '' || isReadThere(reason, change))
}

const isBounding = (said: string, { proof: { words } }: Change): boolean =>
  said
    .toLowerCase()
    .split(/\s+/)
    .some((word) => words.bounds.has(word))

/** Whether what words are read as, which came or went, stands in the other text: on condition that, as long as. */
function isReadThere({ old, next }: Reason, { read, ...texts }: Change): boolean {
  const [side, other] = old === '' ? (['next', 'old'] as const) : (['old', 'next'] as const)
  const words = new Set((old || next).toLowerCase().split(' '))
  const own = read[side].filter(({ from, to }) =>
    texts[side].tokens.slice(from, to).some(({ key }) => words.has(key.toLowerCase())),
  )
  return own.every(({ value }) => read[other].some((unit) => unit.value === value))
}

/** Whether nothing but a denial came or went, so that no other word can say it: a lack of, at most. */
function isDenied({ old }: Reason, change: Change): boolean {
  const [own, other] = old === '' ? [change.next, change.old] : [change.old, change.next]
  const more = own.tokens.some(({ key }) => COMPARED.has(meaningsOf('swaps', change.lang).get(key.toLowerCase()) ?? ''))
  const most = other.tokens.some(({ key }) => MOST.has(meaningsOf('scope', change.lang).get(key.toLowerCase()) ?? ''))
  return (
    !(more && most) && newIn(change.gone, change.next, change).length === 0 && newIn(change.come, change.old, change).length === 0
  )
}
const COMPARED: ReadonlySet<string> = new Set(['more', 'less', 'meer', 'minder'])
const MOST: ReadonlySet<string> = new Set(['most', 'least', 'maximaal', 'minimaal'])

/** Whether a sentence was put otherwise as a whole. */
export const isAnew = ({ rewritten, edits }: Change): boolean => rewritten || edits.length > FEW

/** The edits a reason was found in, by the words it names. */
const editsOf = ({ old, next }: Reason, { edits }: Change): Change['edits'] => {
  const [was, is] = [old, next].map((words) => new Set(words.toLowerCase().split(/[^\p{L}\p{N}'’]+/u))) as [
    Set<string>,
    Set<string>,
  ]
  const names = (words: ReadonlySet<string>, tokens: readonly Token[]) =>
    tokens.some(({ kind, key }) => kind !== 'mark' && words.has(key.toLowerCase()))
  return edits.filter((edit) => names(was, edit.old) || names(is, edit.next))
}

/** Whether no form of a word stands in a text. */
const isNew = ({ tokens }: Tokenised, { lang }: Change) => {
  const stems = new Set(tokens.map(({ key }) => stem(key.toLowerCase(), lang)))
  return (token: Token) => !stems.has(stem(token.key.toLowerCase(), lang))
}

/** Whether words of matter came or went for good, and none that may say the same in their place. */
function isMatterGone(reason: Reason, change: Change): boolean {
  if (!isAnew(change)) {
    const { edits } = change
    const both = change.gone.length > 0 && change.come.length > 0
    const ofMatter = ({ key }: Token) => !both || !isMeans(key.toLowerCase(), change)
    const [gone, come] = [change.gone.filter(ofMatter), change.come.filter(ofMatter)]
    const isNoneNew = !gone.some(isNew(change.next, change)) && !come.some(isNew(change.old, change))
    return (
      (gone.length === 0 || come.length === 0) && !(isNoneNew && (edits.length > 1 || (reason.old !== '' && reason.next !== '')))
    )
  }
  const own = editsOf(reason, change)
  const lost = newIn(change.gone, change.next, change)
  const won = newIn(change.come, change.old, change)
  const [side, text] = lost.length > 0 ? [lost, change.old] : [won, change.next]
  const isOwn = (token: Token) => own.some((edit) => [...edit.old, ...edit.next].includes(token))
  return lost.length > 0 !== won.length > 0 && side.some((token) => isOwn(token) && isThing(token, text, change))
}

/** Whether the other text has the word by which a sentence goes on behind a condition that its verb opens: "wil de gast eerder weg, dan …". */
const isToldByOrder = ({ old, next }: Reason, { proof: { words }, ...texts }: Change): boolean =>
  (old === '') !== (next === '') &&
  (old === '' ? texts.old : texts.next).tokens.some(
    ({ key }, at, all) => all[at - 1]?.key === ',' && goesOn(key.toLowerCase(), words),
  )
const goesOn = oneOf('goesOn')

/** Whether an exception, or what alone allows, came or went where the other text has no word that may say as much: unless, provided. */
function isBoundAlone(reason: Reason, change: Change): boolean {
  const { kind, old, next } = reason
  const { lang, proof } = change
  const { words } = proof
  const other = (old === '' ? change.old : change.next).tokens.map(({ key }) => key.toLowerCase())
  const bounds = (word: string) =>
    isLimiting(word, proof) || meaningsOf('condition', lang).has(word) || meaningsOf('exception', lang).has(word)
  if ((kind !== 'exception' && kind !== 'condition') || other.some(bounds)) return false
  // Not except when, only when: what is denied but for this may be told as what comes first.
  if (kind === 'exception') return ![change.old, change.next].some((text) => denies(text, change))
  if (isParted(reason, change)) return true
  return isProvided((old || next).toLowerCase(), words) && !other.some((word) => words.opening.has(word) || mayBound(word, words))
}

/** Whether a sentence ends in the one text where the other has the word that makes a condition of what follows. */
const isParted = ({ old, next }: Reason, { edits }: Change): boolean =>
  edits.some((edit) => {
    const [own, other] = old === '' ? [edit.next, edit.old] : [edit.old, edit.next]
    return own.some(({ key }) => key.toLowerCase() === (old || next).toLowerCase()) && other.some(({ key }) => key === '.')
  })
const denies = ({ tokens }: Tokenised, { lang }: Change): boolean =>
  tokens.some(({ key }) => meaningsOf('negation', lang).has(key.toLowerCase()))
const isProvided = oneOf('provided')
const mayBound = oneOf('who', 'which', 'with', 'after', 'before', 'where')

/** Whether what a condition or exception names is new, too, and nothing else is: what was told of anyway may be told as a condition. */
function isMatterNew(reason: Reason, change: Change): boolean {
  const lost = newIn(change.gone, change.next, change)
  const won = newIn(change.come, change.old, change)
  return reason.old === '' ? won.length > 0 && lost.length === 0 : lost.length > 0 && won.length === 0
}

/** Whether a reason names a small word of many uses, which tells of a time or an amount only before a figure: from nine, permission from. */
function isManifold({ kind, old, next }: Reason, change: Change): boolean {
  const { manifold } = change.proof.words
  if ((kind !== 'opposite' && kind !== 'scope') || ![old, next].some((word) => manifold.has(word.toLowerCase()))) return false
  const counts = (word: string, { tokens }: Tokenised) =>
    tokens.some(({ key }, at) => {
      const after = tokens.slice(at + 1, at + 3)
      return key === word && after.some((token) => figuresIn(token, change).length > 0)
    })
  return !counts(old, change.old) && !counts(next, change.next)
}

/** Whether a word that sets a bound came where the other text sets one in other words: at most thirty, may not exceed thirty. */
function isBoundOtherwise({ old, next }: Reason, { proof: { words }, ...texts }: Change): boolean {
  const other = old === '' ? texts.old : texts.next
  return words.bounds.has((old || next).toLowerCase()) && other.tokens.some(({ key }) => words.bounds.has(key.toLowerCase()))
}

const stands = (said: string, { tokens }: Tokenised, { proof: { words } }: Change): boolean =>
  said.split(' ').every((word) => tokens.some(({ key }) => isRelated(key.toLowerCase(), word.toLowerCase(), words)))

/** Whether one of two who took each other's place is named in one text alone, or each stands as the other stood: who checks whom. */
function isSomeoneElse({ old, next }: Reason, change: Change): boolean {
  if (!stands(old, change.next, change) || !stands(next, change.old, change) || turnedAround(change)) return true
  const [was, is] = [rolesIn(change.old, change), rolesIn(change.next, change)]
  const at = (roles: typeof was, name: string, { tokens }: Tokenised) =>
    roles.find((role) => tokens[role.at]?.key.toLowerCase() === name.toLowerCase())
  const [a, b] = [at(was, old, change.old), at(was, next, change.old)]
  const [x, y] = [at(is, old, change.next), at(is, next, change.next)]
  return Boolean(
    a && b && x && y && a.at < b.at !== x.at < y.at && a.by === y.by && b.by === x.by && isOneAct(change, [a, b], [y, x]),
  )
}

/** Whether a form of the name of one who came or went stands in the other text, or a pronoun for whoever it is. */
const isNamedOtherwise = ({ old, next }: Reason, change: Change): boolean =>
  stands(old || next, old === '' ? change.old : change.next, change)

/** Whether a denial came or went together with what is denied: not in time, too late. */
const isParaphrased = (reason: Reason, change: Change): boolean =>
  editsOf(reason, change).some(
    (edit) => newIn(edit.old, change.next, change).length > 0 && newIn(edit.next, change.old, change).length > 0,
  )

/** Whether a reason tells of and instead of or; if may be said as provided that. */
const isJoin = ({ old, next }: Reason, { lang }: Change): boolean =>
  `${old} ${next}`.split(' ').some((word) => meaningsOf('joins', lang).has(word.toLowerCase()))

/** Words that say of all what the other text says of any one or by naming many, that say a norm, or that join: "and also". */
const isCounted = ({ old, next }: Reason, { lang, proof: { words }, ...texts }: Change): boolean => {
  const word = (old || next).toLowerCase()
  const others = (old === '' ? texts.old : texts.next).tokens
  const requires = () =>
    others.some(({ key }) => words.sameNorm.get(key.toLowerCase()) === words.sameNorm.get(firstOf('required', { lang })))
  return (
    EVERY.has(meaningsOf('scope', lang).get(word) ?? '') || words.sameNorm.has(word) || (words.limiting.has(word) && requires())
  )
}

const EVERY: ReadonlySet<string> = new Set(['all', 'any', 'alle', 'also', 'ook'])

/** Whether someone who is named in both texts is named once more in one, where the other has a pronoun or joins two sentences. */
function isNamedAgain({ old, next }: Reason, change: Change): boolean {
  const [text, side] = old === '' ? [change.old, 'old' as const] : [change.next, 'next' as const]
  const stands =
    (old || next).split(' ').every((word) => text.tokens.some(({ key }) => key.toLowerCase() === word.toLowerCase())) ||
    isReadThere({ kind: 'addressee', old, next }, change)
  return stands && change.edits.some((edit) => edit[side].some(({ key }) => standsFor(key.toLowerCase(), change)))
}
const standsFor = oneOf('standsFor')

/** One who does something is if someone does it. */
const isWho = oneOf('someoneWho')

/** Whether a word of degree came or went, and no form of it stands on the other side: serious reasons, any reasons. */
function isDegree({ old, next }: Reason, { old: before, next: after, lang, proof: { words } }: Change): boolean {
  const word = (old || next).toLowerCase()
  const others = (old === '' ? before : after).tokens.map(({ key }) => stem(key.toLowerCase(), lang))
  return words.degrees.has(word) && !others.includes(stem(word, lang))
}
