import type { Token, Tokenised } from '../compare/index.js'
import { isFunctionWord, meaningsOf, oneOf, stem } from '../language/index.js'
import type { Unit } from '../prove/index.js'
import { isRelated, isSameVerb } from '../rewording/index.js'
import { type Change, inSentences } from './change.js'
import { isPerson, rolesIn } from './exchange.js'
import type { Reason, ReasonKind } from './reasons.js'

const SIDES = ['old', 'next'] as const
const lower = ({ key }: Token): string => key.toLowerCase()

/** What stands where another stood, though every word is in both texts: figures, bounds, who does it to whom, what comes first. */
export const displacedReasons = (change: Change): readonly Reason[] => [
  ...valuesDisplaced(change),
  ...boundsMoved(change),
  ...voiceTurned(change),
  ...clausesTurned(change),
]

const isValue = ({ kind }: Unit): boolean => kind === 'value'
const isSaid = ({ kind }: Unit): boolean => kind === 'word' || kind === 'value'

/** Figures that changed places among words that stayed: the cells of a table, what stands before "respectively". */
function valuesDisplaced(change: Change): readonly Reason[] {
  const [old, next] = SIDES.map((side) => change.read[side].filter(isSaid)) as [Unit[], Unit[]]
  if (old.length !== next.length || !old.every((unit, k) => isValue(unit) === isValue(next[k] as Unit))) return []
  const differ = old.flatMap((unit, k) => (unit.value === next[k]?.value ? [] : [k]))
  const sorted = (units: readonly Unit[]) => differ.map((k) => units[k]?.value ?? '').sort()
  if (differ.length < 2 || !differ.every((k) => isValue(old[k] as Unit)) || sorted(old).join(' ') !== sorted(next).join(' '))
    return []
  return differ.slice(0, 1).map((k) => {
    const said = (side: 'old' | 'next', units: readonly Unit[]) => writtenAs(units[k] as Unit, change[side])
    return { kind: kindOf((old[k] as Unit).value), old: said('old', old), next: said('next', next) }
  })
}

const writtenAs = ({ from, to }: Unit, { text, tokens }: Tokenised): string => text.slice(tokens[from]?.from, tokens[to - 1]?.to)

const KINDS: readonly (readonly [start: string, kind: ReasonKind])[] = [
  ['amount', 'amount'],
  ['date', 'date'],
  ['time', 'period'],
  ['days', 'period'],
  ['months', 'period'],
  ['minutes', 'period'],
]
const kindOf = (value: string): ReasonKind => KINDS.find(([start]) => value.startsWith(start))?.[1] ?? 'number'

/** Words before a figure among which its bound stands. */
const REACH = 2

/** A bound that went from one figure to another: at least £2,000 in two instalments, £2,000 in at least two. */
function boundsMoved({ read, proof: { words } }: Change): readonly Reason[] {
  const boundsIn = (units: readonly Unit[]) =>
    units.flatMap((unit, at) => {
      if (!isValue(unit)) return []
      const before = units
        .slice(Math.max(0, at - REACH), at)
        .filter(({ kind, value }) => kind === 'word' && words.bounds.has(value))
      return [{ figure: unit.value, bound: before.at(-1)?.value }]
    })
  const [old, next] = [boundsIn(read.old), boundsIn(read.next)]
  const figures = (list: typeof old) => list.map(({ figure }) => figure)
  if (new Set(figures(old)).size < old.length || [...figures(old)].sort().join() !== [...figures(next)].sort().join()) return []
  const other = (figure: string) => next.find((each) => each.figure === figure)?.bound
  const lost = old.find(({ figure, bound }) => bound !== undefined && other(figure) === undefined)
  const won = old.find(({ figure, bound }) => bound === undefined && other(figure) === lost?.bound)
  return lost?.bound && won ? [{ kind: 'scope', old: lost.bound, next: lost.bound }] : []
}

const isBy = oneOf('by')
const isPassive = oneOf('be', 'been', 'becomes', 'becomesOne', 'is', 'was')
const isArticle = oneOf('the', 'a')

/** Who did it to another, and has it done by that other now: informs the council, is informed by the council. */
function voiceTurned(change: Change): readonly Reason[] {
  const { old, next, edits, lang, proof } = change
  const by = [old, next].map(({ tokens }) => tokens.filter(({ key }) => isBy(key, proof.words)).length)
  if (by[0] === by[1]) return []
  const touched = SIDES.map((side) => edits.flatMap((edit) => edit[side]))
  const words = touched.flat().filter(({ kind }) => kind === 'word')
  const verbs = words.filter((token) => !isBy(lower(token), proof.words) && !isPassive(lower(token), proof.words))
  const [a, ...others] = verbs
  if (!a || others.length === 0 || !verbs.every((verb) => isOneVerb(lower(verb), lower(a), change))) return []
  if (verbs.some((verb) => isFunctionWord(lower(verb)) || isArticle(lower(verb), { lang }))) return []
  const persons = rolesIn(old, change).filter(({ person }) => person)
  const [who, whom] = persons.filter(({ at }) => !touched.flat().includes(old.tokens[at] as Token))
  if (!who || !whom) return []
  // Whom the passive names behind "by" may be who acts in the active.
  const [active, passive] = (by[0] ?? 0) < (by[1] ?? 0) ? [old, next] : [next, old]
  const doer = rolesIn(passive, change).find((role) => isBy(role.by, proof.words))
  if (doer && rolesIn(active, change).find(({ person, by: named }) => person && named === '')?.name === doer.name) return []
  return [{ kind: 'addressee', old: old.tokens[who.at]?.key ?? '', next: old.tokens[whom.at]?.key ?? '' }]
}

/** Whether two words are forms of one verb: stelt, gesteld. */
const isOneVerb = (a: string, b: string, { proof: { words } }: Change): boolean =>
  isRelated(a, b, words) || (words.verbSecond && (isSameVerb(a, b, words.participles) || isSameVerb(b, a, words.participles)))

const isAfter = oneOf('clauseTime', 'after', 'before')

interface Timed {
  readonly word: string
  readonly first: ReadonlySet<string>
  readonly later: ReadonlySet<string>
}

/** What comes first and what comes then, one in the place of the other: suspended after being heard, heard after being suspended. */
function clausesTurned(change: Change): readonly Reason[] {
  const next = timedIn(change.next, change)
  for (const was of timedIn(change.old, change)) {
    const is = next.find(({ word }) => word.toLowerCase() === was.word.toLowerCase())
    if (!is) continue
    const crossed = shared(was.first, is.later) >= TURNED && shared(was.later, is.first) >= TURNED
    if (crossed && shared(was.first, is.first) < KEPT && shared(was.later, is.later) < KEPT)
      return [{ kind: 'opposite', old: was.word, next: is.word }]
  }
  return []
}
const TURNED = 0.5
const KEPT = 0.34

/** The share of the fewer of two sets of words that both have. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size)
  return least === 0 ? 0 : [...a].filter((word) => b.has(word)).length / least
}

function timedIn(text: Tokenised, change: Change): readonly Timed[] {
  const { lang } = change
  const stems = (list: readonly Token[]) =>
    new Set(
      list
        .filter((token) => token.kind === 'word' && !isFunctionWord(lower(token)) && !isMeant(token, change))
        .map((token) => stem(lower(token), lang)),
    )
  return inSentences(text, lang).flatMap((own): readonly Timed[] => {
    const at = own.findIndex((token) => isAfter(lower(token), { lang }))
    const word = own[at]
    if (!word) return []
    const close = own.findIndex(({ key }, k) => k > at && key === ',')
    const end = close < 0 ? own.length : close
    return [{ word: word.key, first: stems(own.slice(at + 1, end)), later: stems([...own.slice(0, at), ...own.slice(end)]) }]
  })
}

const isMeant = (token: Token, { lang }: Change): boolean => meaningsOf('modals', lang).has(lower(token))

/** Who acted in a sentence that names nobody now: the manager determines, determination takes place. */
export function actorGone(change: Change): readonly Reason[] {
  const { old, next, proof } = change
  return SIDES.flatMap((side): readonly Reason[] => {
    const [own, other] = side === 'old' ? [old, next] : [next, old]
    const role = rolesIn(own, change).find(({ person, by, at }) => person && by === '' && at <= 1)
    const who = role && own.tokens[role.at]
    if (!who || other.tokens.some((token) => isRelated(lower(token), lower(who), proof.words) || standsFor(lower(token), change)))
      return []
    const named = new Set(own.tokens.map(lower))
    const others = other.tokens.filter((token) => isPerson(token, change) && !named.has(lower(token)))
    return others.length > 0
      ? []
      : [{ kind: 'addressee', old: side === 'old' ? who.key : '', next: side === 'old' ? '' : who.key }]
  })
}
const standsFor = oneOf('he', 'him', 'you', 'me', 'unstressed', 'anyone')
