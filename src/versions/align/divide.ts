import type { DividedClause, Matching } from './matching.js'
import { commonInOrder, commonWords, holdersOf, type Profile, type Profiles, together } from './profile.js'
import type { Subject } from './subject.js'

/**
 * The share of a part's words that must stand in the whole, in order, and the share that the whole must have beyond what the other parts
 * already account for; and the weight of words below which a part is too small to be recognised. A part beside the whole's counterpart,
 * with nothing but other parts between them, may be shorter and edited further than one elsewhere.
 */
const LEAST = {
  beside: { contained: 0.5, own: 0.45, weight: 0.5 },
  elsewhere: { contained: 0.7, own: 0.6, weight: 1.5 },
} as const
/** The share of the whole that the parts together must account for. */
const ACCOUNTED = 0.6
/** The share of the words of the whole's counterpart that must come from the whole: less, and it was written anew. */
const KEPT = 0.42
const COMMON = 40

/** One clause and what it may have been divided into, before sides are told apart. */
interface Division {
  readonly whole: number
  readonly parts: readonly number[]
  readonly gain: number
  readonly split: boolean
}

/**
 * Finds clauses that were divided over several, and clauses that were made one. A split is a free clause of the new version whose words
 * stand in an old one, where the old one's counterpart leaves them unaccounted for. A merge is a split seen from the other side.
 */
export function groupsOf({ old, next, toNext, toOld }: Matching, profiles: Profiles): readonly DividedClause[] {
  const a: Version = { profiles: profiles.old, subjects: old, counterpart: toNext }
  const b: Version = { profiles: profiles.next, subjects: next, counterpart: toOld }
  const found = [...divisions(a, b, profiles.spread, true), ...divisions(b, a, profiles.spread, false)]
  const place = ({ whole, parts: [first = 0] }: Division) => whole + first
  found.sort((x, y) => y.gain - x.gain || place(x) - place(y))
  const used = { old: new Set<number>(), next: new Set<number>() }
  const groups: DividedClause[] = []
  for (const { whole, parts, split } of found) {
    const group = split ? { old: [whole], next: parts } : { old: parts, next: [whole] }
    if (group.old.some((i) => used.old.has(i)) || group.next.some((j) => used.next.has(j))) continue
    for (const i of group.old) used.old.add(i)
    for (const j of group.next) used.next.add(j)
    groups.push(group)
  }
  return groups
}

/** One of the two versions: the one with the wholes, or the one with the parts. */
interface Version {
  readonly profiles: ReadonlyMap<number, Profile>
  readonly subjects: readonly Subject[]
  readonly counterpart: Int32Array
}

/** Whether a clause is running words. A block of code or HTML is shown as it is written, and can be no part of a line. */
const ofWords = ({ subjects }: Version, index: number): boolean => {
  const subject = subjects[index]
  return subject !== undefined && !subject.section && subject.kind !== 'table' && subject.kind !== 'verbatim'
}

function divisions(wholes: Version, parts: Version, spread: readonly number[], split: boolean): Division[] {
  const free = [...parts.profiles.values()].filter(({ index }) => parts.counterpart[index] === -1 && ofWords(parts, index))
  if (free.length === 0) return []
  const open = [...wholes.profiles.values()].filter(({ index }) => ofWords(wholes, index))
  const holders = holdersOf(open, spread, COMMON)
  const containedIn = new Map<Profile, Profile[]>()
  for (const part of free) {
    if (part.total < LEAST.beside.weight) continue
    const shared = new Map<Profile, number>()
    part.words.forEach((word, k) => {
      for (const whole of holders[word] ?? []) shared.set(whole, (shared.get(whole) ?? 0) + (part.weights[k] as number))
    })
    for (const [whole, common] of shared) {
      const { contained, weight } = LEAST[placeOf(part, wholes.counterpart[whole.index], parts)]
      const least = part.total * contained
      if (part.total < weight || common < least * 0.5 || commonInOrder(part, whole) < least) continue
      const list = containedIn.get(whole)
      if (list) list.push(part)
      else containedIn.set(whole, [part])
    }
  }
  const result: Division[] = []
  for (const [whole, contained] of containedIn) {
    const counterpart = wholes.counterpart[whole.index] as number
    const kept = counterpart === -1 ? undefined : parts.profiles.get(counterpart)
    if (counterpart !== -1 && (!kept || !ofWords(parts, counterpart))) continue
    const division = choose(whole, kept, contained, parts)
    if (division) result.push({ whole: whole.index, split, ...division })
  }
  return result
}

/** How far from the counterpart of the whole a part may stand to be beside it. */
const REACH = 8

function placeOf({ index }: Profile, kept: number | undefined, { counterpart }: Version): keyof typeof LEAST {
  if (kept === undefined || kept === -1 || Math.abs(index - kept) > REACH) return 'elsewhere'
  const step = Math.sign(kept - index)
  let at = index
  while (at !== kept && counterpart[at] === -1) at += step
  return at === kept ? 'beside' : 'elsewhere'
}

/** The parts that each account for words of the whole which the others do not. */
function choose(
  whole: Profile,
  kept: Profile | undefined,
  contained: readonly Profile[],
  parts: Version,
): { parts: readonly number[]; gain: number } | undefined {
  const accounted = (parts: readonly Profile[]) => commonWords(together(parts), whole)
  const before = kept ? accounted([kept]) : 0
  if (kept && before < KEPT * kept.total) return undefined
  let chosen = kept ? [kept] : []
  let total = before
  for (const part of contained) {
    const wider = [...chosen, part].sort((x, y) => x.index - y.index)
    const more = accounted(wider)
    if (more - total < LEAST[placeOf(part, kept?.index, parts)].own * part.total) continue
    chosen = wider
    total = more
  }
  if (chosen.length < 2 || total < ACCOUNTED * whole.total) return undefined
  return { parts: chosen.map(({ index }) => index), gain: total - before }
}
