import type { Token, Tokenised } from '../compare/index.js'
import { isFunctionWord, meaningsOf, oneOf, sentencesOf, stem } from '../language/index.js'
import { isRelated, isRelative, type Rows } from '../rewording/index.js'
import { type Change, inSentences } from './change.js'
import { isDeniedOnce } from './denied.js'
import { actorGone, displacedReasons, shared } from './displaced.js'
import { isAnew } from './evidence.js'
import { isPerson, rolesIn } from './exchange.js'
import { figuresIn } from './figures.js'
import { isThing, newIn } from './matter.js'
import type { Reason, ReasonKind } from './reasons.js'
import { rewrittenReasons } from './rewritten.js'
import { otherThings } from './things.js'
import { turnedAround } from './turned.js'

/**
 * What differs between two sentences of which one was put otherwise as a whole, by what a rule is made of and not by where its words stand: who
 * acts, what is done, from when, under which condition, and what is said beside.
 */
export function slotReasons(change: Change): readonly Reason[] {
  const { words } = change.proof
  return [
    ...runsOtherwise(change),
    ...exchangedAnew(change, 'binding', words.binding),
    ...exchangedAnew(change, 'opposite', words.opposite),
    ...exchangedAnew(change, 'addressee', words.counterparts),
    ...exchangedAnew(change, 'content', words.kinds),
    ...otherThings(change),
    ...displacedReasons(change),
    ...(isAnew(change)
      ? [
          ...rewrittenReasons(change),
          ...actorGone(change),
          ...actsInstead(change),
          ...boundElsewhere(change),
          ...saidMore(change),
        ]
      : []),
  ]
}

const lower = ({ key }: Token): string => key.toLowerCase()
const said = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join(' ')

/** Words of matter that only one of two texts has, wherever they stand. */
const lostAndWon = (change: Change): readonly [readonly Token[], readonly Token[]] => [
  newIn(change.gone, change.next, change),
  newIn(change.come, change.old, change),
]

/**
 * What a sentence that was put otherwise says more or less than the other: things and persons on one side, and nothing on the other that may say
 * the same. What is done is told in too many ways.
 */
function saidMore(change: Change): readonly Reason[] {
  const [lost, won] = lostAndWon(change)
  if (lost.length > 0 === won.length > 0) return []
  const [tokens, text] = lost.length > 0 ? [lost, change.old] : [won, change.next]
  const things = tokens.filter((token) => isThing(token, text, change))
  if (things.length === 0) return []
  const kind = things.some((token) => isPerson(token, change)) ? 'addressee' : 'content'
  return [{ kind, old: lost.length > 0 ? said(things) : '', next: lost.length > 0 ? '' : said(things) }]
}

/** Words of one row, one gone and the other come, wherever they stand: asks for consent, for advice is asked. */
function exchangedAnew(change: Change, kind: ReasonKind, rows: Rows): readonly Reason[] {
  if (isDeniedOnce(change)) return []
  const places = placesOf(rows, change.lang)
  const placed = (tokens: readonly Token[], other: Tokenised) =>
    tokens.flatMap((token) => {
      const found = places.get(stem(lower(token), change.lang))
      const isAlone = () =>
        figuresIn(token, change).length === 0 &&
        !other.tokens.some((each) => isRelated(lower(each), lower(token), change.proof.words))
      return found && isAlone() ? [{ key: token.key, found }] : []
    })
  const come = placed(change.come, change.old)
  if (come.length === 0) return []
  for (const a of placed(change.gone, change.next)) {
    const b = come.find(({ found }) =>
      a.found.some((one) => found.some((other) => one.row === other.row && one.value !== other.value)),
    )
    if (b) return [{ kind, old: a.key, next: b.key }]
  }
  return []
}

const byStem = new WeakMap<Rows, Rows>()

/** Rows by the stems of their words: erased is of one row with erases. */
function placesOf(rows: Rows, lang: Change['lang']): Rows {
  const known = byStem.get(rows)
  if (known) return known
  const made = new Map<string, Rows extends ReadonlyMap<string, infer P> ? P : never>()
  for (const [word, places] of rows) {
    const key = stem(word, lang)
    made.set(key, [...(made.get(key) ?? []), ...places])
  }
  byStem.set(rows, made)
  return made
}

const isBy = oneOf('by')
const beginsClause = oneOf('if', 'when', 'once', 'unless', 'provided', 'clauseTime')
const isPassive = oneOf('be', 'been', 'was', 'becomes', 'became')

/** Who does what a sentence tells, as far as its form shows: whom "by" names, else the first who stands without a preposition. */
function actorOf(text: Tokenised, change: Change): { readonly name: string; readonly at: number } | undefined {
  const persons = rolesIn(text, change).filter(({ person }) => person)
  const by = persons.find((role) => isBy(role.by, change))
  if (by) return by
  return text.tokens.some((token) => isPassive(lower(token), change)) ? undefined : persons.find((role) => role.by === '')
}

/** Who opens a text that is one sentence, and the verb right behind: the director decides. */
function doesWhat(text: Tokenised, change: Change) {
  if (sentencesOf(text.text, change.lang).length > 1 || text.tokens.some((token) => isPassive(lower(token), change)))
    return undefined
  const role = rolesIn(text, change).find(({ person, by, at }) => person && by === '' && at <= 1)
  const verb = role && text.tokens[role.at + 1]
  return role && verb?.kind === 'word' && !isFunctionWord(lower(verb))
    ? { ...role, verb: stem(lower(verb), change.lang) }
    : undefined
}

/** Another who acts, where all else is the same: the seller informs the buyer, the seller is informed by the buyer. */
function actsInstead(change: Change): readonly Reason[] {
  const { old, next, lang } = change
  const [lost, won] = lostAndWon(change)
  if (turnedAround(change)) return []
  const [was, is] = [old, next].map((text) => doesWhat(text, change))
  if (was && is && was.verb === is.verb && was.name !== is.name && change.rewritten)
    return [{ kind: 'addressee', old: old.tokens[was.at]?.key ?? '', next: next.tokens[is.at]?.key ?? '' }]
  if (![...lost, ...won].every((token) => isPerson(token, change))) return []
  if (lost.length > 0 && won.length > 0) return [{ kind: 'addressee', old: said(lost), next: said(won) }]
  if (lost.length + won.length > 0 || [old, next].some(({ text }) => sentencesOf(text, lang).length > 1)) return []
  // Who acts in a clause of its own is not who acts in the sentence.
  const opens = (token: Token) => isRelative(lower(token), change.proof.words) || beginsClause(lower(token), change)
  if ([old, next].some(({ tokens }) => tokens.some(opens))) return []
  const [a, b] = [actorOf(old, change), actorOf(next, change)]
  return a && b && a.name !== b.name
    ? [{ kind: 'addressee', old: old.tokens[a.at]?.key ?? '', next: next.tokens[b.at]?.key ?? '' }]
    : []
}

/** What a text says under which condition: the words of the condition, and those of the sentence it stands in. */
interface Bound {
  readonly word: string
  readonly under: ReadonlySet<string>
  readonly rule: ReadonlySet<string>
}

/** A condition or exception that went to another rule of the clause. */
function boundElsewhere(change: Change): readonly Reason[] {
  const [old, next] = [inSentences(change.old, change.lang), inSentences(change.next, change.lang)]
  if (old.length < 2 && next.length < 2) return []
  const others = next.flatMap((sentence) => boundIn(sentence, change))
  for (const bound of old.flatMap((sentence) => boundIn(sentence, change))) {
    const same = others.find(({ under }) => shared(bound.under, under) >= 0.6)
    if (!same || bound.rule.size === 0 || same.rule.size === 0 || shared(bound.rule, same.rule) > 0.34) continue
    const without = next.map((sentence) => stemsOf(sentence, change))
    if (without.some((rule) => shared(bound.rule, rule) > 0.5)) return [{ kind: 'condition', old: bound.word, next: same.word }]
  }
  return []
}

const stemsOf = (tokens: readonly Token[], change: Change): ReadonlySet<string> =>
  new Set(newIn(tokens, NOTHING, change).map((token) => stem(lower(token), change.lang)))
const NOTHING: Tokenised = { text: '', tokens: [] }

function boundIn(sentence: readonly Token[], change: Change): readonly Bound[] {
  const lists = (['condition', 'exception'] as const).map((list) => meaningsOf(list, change.lang))
  return sentence.flatMap((token, at): readonly Bound[] => {
    if (!lists.some((list) => list.has(lower(token)))) return []
    const close = sentence.findIndex(({ key }, k) => k > at && /^[,;.:]$/.test(key))
    const end = close < 0 ? sentence.length : close
    const under = stemsOf(sentence.slice(at + 1, end), change)
    const rule = stemsOf([...sentence.slice(0, at), ...sentence.slice(end)], change)
    return under.size === 0 ? [] : [{ word: token.key, under, rule }]
  })
}

const DURATION = /^(?:days|months|minutes) /
const runsFrom = oneOf('runsFrom')
const opensClause = oneOf('clauseTime')
/** Words behind a period that say from when it runs. */
const NEAR = 7

/** A period that runs from something else: within two months of receipt, of dispatch. */
function runsOtherwise(change: Change): readonly Reason[] {
  const [old, next] = (['old', 'next'] as const).map((side) => {
    const units = change.read[side]
    return units.flatMap(({ kind, value }, at) => {
      if (
        kind !== 'value' ||
        !DURATION.test(value) ||
        !(runsFrom(units[at + 1]?.value ?? '', change) || opensClause(units[at + 1]?.value ?? '', change))
      )
        return []
      const stop = units.findIndex((unit, k) => k > at + 1 && unit.kind !== 'word' && unit.kind !== 'value')
      const end = Math.min(stop < 0 ? units.length : stop, at + 2 + NEAR)
      const tokens = change[side].tokens.slice(units[at + 2]?.from ?? 0, units[end - 1]?.to ?? 0)
      // In Dutch "na" stands before one thing, and "nadat" before what happens.
      const isOneThing = change.lang === 'nl' && !opensClause(units[at + 1]?.value ?? '', change)
      const first = isOneThing ? newIn(tokens, NOTHING, change).slice(0, 1) : tokens
      return [{ value, tokens: first }]
    })
  }) as readonly (readonly Start[])[] as readonly [readonly Start[], readonly Start[]]
  for (const { value, tokens } of old) {
    const other = next.find((start) => start.value === value)
    if (!other) continue
    const [lost, won] = [newIn(tokens, change.next, change), newIn(other.tokens, change.old, change)]
    if (lost.length > 0 && won.length > 0) return [{ kind: 'period', old: said(lost), next: said(won) }]
  }
  return []
}

interface Start {
  readonly value: string
  readonly tokens: readonly Token[]
}
