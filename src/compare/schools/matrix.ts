import type { Message, Result } from '../../model/index.js'
import { type Alignment, align } from './align.js'
import { type Corpus, type Feature, readCorpus } from './features.js'
import { type Group, group, topicOf } from './rows.js'
import type { Cell, ConfirmedPair, Matrix, Pair, Row, SchoolPolicy } from './types.js'
import type { Vocabulary } from './vocabulary.js'

export interface MatrixOptions {
  /** What a person confirmed, corrected or added. */
  readonly confirmed?: readonly ConfirmedPair[]
  /** Most counterparts each clause brings in; by default all up to `MANY` policies, then `FEW`. */
  readonly counterparts?: number
}

/** More policies than this are compared by the best counterparts of each clause only. */
const MANY = 40
const FEW = 8
/** Words of a clause that name a row without a topic, or one of several with the same. */
const LABEL_WORDS = 7

/** Lays the rules of schools side by side. Confirmed pairs override what would be proposed. */
export function compareSchools(
  policies: readonly SchoolPolicy[],
  vocabularies: readonly Vocabulary[],
  options: MatrixOptions = {},
): Result<Matrix> {
  const corpus = readCorpus(policies, vocabularies)
  const limit = options.counterparts ?? (policies.length > MANY ? FEW : Number.POSITIVE_INFINITY)
  const { pairs, messages } = withConfirmed(corpus, policies, align(corpus, limit), options.confirmed ?? [])
  const groups = group(corpus, pairs, limit)
  return {
    value: {
      policies: policies.map((policy, index) => ({
        ...policy,
        clauses: corpus.features.slice(corpus.starts[index], corpus.starts[index + 1]).map(({ clause, modality, stances }) => ({
          ...clause,
          modality,
          stances,
        })),
      })),
      pairs: pairs.map((pair) => toPair(corpus, pair)),
      rows: rowsOf(corpus, groups, pairs, vocabularies),
      likeness: likenessOf(corpus, groups, policies.length),
      complete: limit === Number.POSITIVE_INFINITY,
    },
    messages,
  }
}

function toPair({ features }: Corpus, { a, b, grade, score, evidence, confirmed }: Alignment): Pair {
  const ref = (index: number) => {
    const { policy, clause } = features[index] as Feature
    return { policy, id: clause.id }
  }
  return { a: ref(a), b: ref(b), grade, score, confirmed, evidence }
}

/** Puts a person's word in the place of the proposals on the same two clauses. */
function withConfirmed(
  { features }: Corpus,
  policies: readonly SchoolPolicy[],
  proposed: readonly Alignment[],
  confirmed: readonly ConfirmedPair[],
): { pairs: readonly Alignment[]; messages: Message[] } {
  const messages: Message[] = []
  if (confirmed.length === 0) return { pairs: proposed, messages }
  const places = new Map(features.map(({ policy, clause }, index) => [`${policies[policy]?.ref}#${clause.id}`, index]))
  const inSet = new Set(policies.map(({ ref }) => ref))
  const key = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`
  const decided = new Map<string, Alignment | undefined>()
  for (const { a, b, grade } of confirmed) {
    // A concordance covers a whole sector: what it says about policies that are not compared now is no mistake.
    if (!inSet.has(a.ref) || !inSet.has(b.ref)) continue
    const ends = [a, b].map((end) => ({ name: `${end.ref}#${end.id}`, index: places.get(`${end.ref}#${end.id}`) }))
    const missing = ends.find(({ index }) => index === undefined)
    if (missing) {
      messages.push({
        rule: 'reference/unresolved',
        severity: 'warning',
        reason: `Unexpected "${missing.name}" in the concordance, expected a clause that is compared.`,
      })
      continue
    }
    const [x, y] = ends.map(({ index }) => index as number).sort((m, n) => m - n) as [number, number]
    const pair = { a: x, b: y, score: 1, confirmed: true, evidence: [{ kind: 'person', weight: 1, detail: [] }] } as const
    decided.set(key(x, y), grade === 'none' ? undefined : { ...pair, grade })
  }
  const kept = proposed.filter(({ a, b }) => !decided.has(key(a, b)))
  const added = [...decided.values()].filter((pair) => pair !== undefined)
  return { pairs: [...kept, ...added].sort((x, y) => x.a - y.a || x.b - y.b), messages }
}

/** Rows in the order of the topic list, within a topic in that of the policies. */
function rowsOf(
  corpus: Corpus,
  groups: readonly Group[],
  pairs: readonly Alignment[],
  vocabularies: readonly Vocabulary[],
): Row[] {
  const scores = new Map(pairs.map(({ a, b, score }) => [a * corpus.features.length + b, score]))
  const scoreOf = (x: number, y: number): number =>
    x === y ? 2 : (scores.get(Math.min(x, y) * corpus.features.length + Math.max(x, y)) ?? 0)
  const lang = corpus.features[0]?.clause.lang ?? 'nl'
  const topics = (vocabularies.find((vocabulary) => vocabulary.lang === lang) ?? vocabularies[0])?.topics ?? []
  const rank = new Map(topics.map(({ id }, index) => [id, index]))
  const labels = new Map(topics.map(({ id, label }) => [id, label]))
  const found = groups.map((each) => {
    const members = each.members.map((index) => corpus.features[index] as Feature)
    const cells = new Map<number, number[]>()
    for (const index of each.members) {
      const { policy } = corpus.features[index] as Feature
      cells.set(policy, [...(cells.get(policy) ?? []), index])
    }
    return {
      first: each.members[0] as number,
      centre: corpus.features[each.centre] as Feature,
      topic: topicOf(members, corpus.topics),
      confirmed: each.confirmed,
      cells: [...cells].map(([policy, indices]): Cell => {
        const bearer = indices.reduce((x, y) => (scoreOf(y, each.centre) > scoreOf(x, each.centre) ? y : x))
        return {
          policy,
          clauses: indices.map((index) => (corpus.features[index] as Feature).clause.id),
          stance: (corpus.features[bearer] as Feature).modality,
        }
      }),
    }
  })
  const perTopic = new Map<string, number>()
  for (const { topic } of found) if (topic !== undefined) perTopic.set(topic, (perTopic.get(topic) ?? 0) + 1)
  const place = (topic: string | undefined): number =>
    topic === undefined ? topics.length + 1 : (rank.get(topic) ?? topics.length)
  return found
    .sort((x, y) => place(x.topic) - place(y.topic) || y.cells.length - x.cells.length || x.first - y.first)
    .map(({ centre, topic, confirmed, cells }) => {
      const words = centre.clause.text.split(/\s+/)
      const start = words.slice(0, LABEL_WORDS).join(' ') + (words.length > LABEL_WORDS ? ' …' : '')
      const name = topic === undefined ? undefined : (labels.get(topic) ?? topic)
      const label = name === undefined ? start : perTopic.get(topic as string) === 1 ? name : `${name}: ${start}`
      return { label, ...(topic === undefined ? {} : { topic }), cells, confirmed }
    })
}

function likenessOf({ features }: Corpus, groups: readonly Group[], count: number): number[][] {
  const both = Array.from({ length: count }, () => new Float64Array(count))
  const rows = new Float64Array(count)
  const common = Array.from({ length: count }, () => new Float64Array(count))
  for (const { members } of groups) {
    const stances = new Map<number, Set<string>>()
    for (const index of members) {
      const { policy, modality } = features[index] as Feature
      stances.set(policy, (stances.get(policy) ?? new Set()).add(modality))
    }
    const present = [...stances]
    for (const [at, [i, mine]] of present.entries()) {
      rows[i] = (rows[i] as number) + 1
      for (const [j, theirs] of present.slice(at + 1)) {
        const equal = [...mine].some((modality) => theirs.has(modality))
        const [low, high] = i < j ? [i, j] : [j, i]
        const [share, shared] = [both[low] as Float64Array, common[low] as Float64Array]
        share[high] = (share[high] as number) + (equal ? 1 : 0.5)
        shared[high] = (shared[high] as number) + 1
      }
    }
  }
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => {
      if (i === j) return 1
      const [low, high] = i < j ? [i, j] : [j, i]
      const either = (rows[i] as number) + (rows[j] as number) - ((common[low] as Float64Array)[high] as number)
      return either === 0 ? 0 : Math.round((1000 * ((both[low] as Float64Array)[high] as number)) / either) / 1000
    }),
  )
}
