import { dice } from '../compare/index.js'
import type { Message } from '../model/index.js'
import type { SentencePair } from './alignment.js'
import type { Corpus, Feature } from './features.js'
import type { ConfirmedPair, SchoolPolicy } from './types.js'

/**
 * Puts a person's word on two clauses in the place of the proposals between their sentences: refused ones go, and of a confirmed pair the
 * two sentences that are most alike belong together for sure.
 */
export function withConfirmed(
  { features }: Corpus,
  policies: readonly SchoolPolicy[],
  proposed: readonly SentencePair[],
  confirmed: readonly ConfirmedPair[],
): { pairs: readonly SentencePair[]; decided: ConfirmedAlignments; messages: Message[] } {
  const messages: Message[] = []
  const decided = new Map<string, SentencePair | undefined>()
  if (confirmed.length === 0) return { pairs: proposed, decided, messages }
  const nameOf = ({ policy, clause }: Feature): string => `${policies[policy]?.ref}#${clause.id}`
  const places = new Map<string, number[]>()
  for (const [index, feature] of features.entries()) places.set(nameOf(feature), [...(places.get(nameOf(feature)) ?? []), index])
  const inSet = new Set(policies.map(({ ref }) => ref))
  for (const { a, b, grade } of confirmed) {
    // A concordance covers a whole sector: what it says about policies that are not compared now is no mistake.
    if (!inSet.has(a.ref) || !inSet.has(b.ref)) continue
    const [one, other] = [`${a.ref}#${a.id}`, `${b.ref}#${b.id}`]
    const missing = [one, other].find((name) => !places.has(name))
    if (missing !== undefined) {
      messages.push({
        rule: 'reference/unresolved',
        severity: 'warning',
        form: 'concordance',
        values: { clause: missing },
      })
      continue
    }
    const [x, y] = nearest(features, places.get(one) ?? [], places.get(other) ?? [], proposed)
    const pair = {
      a: Math.min(x, y),
      b: Math.max(x, y),
      score: 1,
      confirmed: true,
    } as const
    decided.set(clauseKey(features[x] as Feature, features[y] as Feature), grade === 'none' ? undefined : { ...pair, grade })
  }
  const refused = ({ a, b }: SentencePair): boolean => {
    const pair = clauseKey(features[a] as Feature, features[b] as Feature)
    const known = decided.get(pair)
    return decided.has(pair) && (known === undefined || (known.a === a && known.b === b))
  }
  const added = [...decided.values()].filter((pair) => pair !== undefined)
  return {
    pairs: [...proposed.filter((pair) => !refused(pair)), ...added].sort((x, y) => x.a - y.a || x.b - y.b),
    decided,
    messages,
  }
}

/** What a person said of two clauses: the pair of sentences it stands for, or none. */
export type ConfirmedAlignments = ReadonlyMap<string, SentencePair | undefined>

/** Two clauses, in either order. */
export const clauseKey = (one: Feature, other: Feature): string =>
  `${Math.min(one.inAll, other.inAll)} ${Math.max(one.inAll, other.inAll)}`

/** The two sentences that are most alike: as they were proposed, else by their words. */
function nearest(
  features: readonly Feature[],
  ones: readonly number[],
  others: readonly number[],
  proposed: readonly SentencePair[],
): readonly [number, number] {
  const [a, b] = [new Set(ones), new Set(others)]
  const best = proposed
    .filter((pair) => (a.has(pair.a) && b.has(pair.b)) || (b.has(pair.a) && a.has(pair.b)))
    .reduce<SentencePair | undefined>((x, y) => (x === undefined || y.score > x.score ? y : x), undefined)
  if (best) return [best.a, best.b]
  const all = ones.flatMap((one) => others.map((other) => [one, other] as const))
  const alike = ([one, other]: readonly [number, number]): number =>
    dice((features[one] as Feature).bag, (features[other] as Feature).bag)
  return all.reduce((x, y) => (alike(y) > alike(x) ? y : x))
}
