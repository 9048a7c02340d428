import { idsOf, type WeighedTerms } from '../compare/index.js'
import { onceFor } from '../language/index.js'
import type { SentencePair } from './alignment.js'
import { type ConfirmedRows, nameGiven } from './confirmed-rows.js'
import { deciderOf, differencesOf, type Means } from './differences.js'
import type { Corpus, Feature } from './features.js'
import { createJudge } from './judge.js'
import { rowNames } from './row-names.js'
import { type SentenceGroup, topicOf } from './rows.js'
import { tellingOf } from './telling.js'
import type { TextsRead } from './texts-read.js'
import type { Cell, Row } from './types.js'
import type { Vocabulary } from './vocabulary.js'

/** Groups as rows, in the order of the topic list, within a topic in that of the policies. */
export function tableOf(
  corpus: Corpus,
  groups: readonly SentenceGroup[],
  pairs: readonly SentencePair[],
  {
    vocabularies,
    judged,
    texts,
  }: { readonly vocabularies: readonly Vocabulary[]; readonly judged: ConfirmedRows; readonly texts: TextsRead },
): Row[] {
  const lang = corpus.features[0]?.clause.lang ?? 'nl'
  const topics = (vocabularies.find((vocabulary) => vocabulary.lang === lang) ?? vocabularies[0])?.topics ?? []
  const rank = new Map(topics.map(({ id }, index) => [id, index]))
  const place = (topic: string | undefined): number =>
    topic === undefined ? topics.length + 1 : (rank.get(topic) ?? topics.length)
  const groupOf = new Int32Array(corpus.features.length)
  for (const [at, { members }] of groups.entries()) for (const index of members) groupOf[index] = at
  const drawn = drawnTo(corpus.features, groupOf, pairs)
  const found = groups
    .map((each) => {
      const members = each.members.map((index) => corpus.features[index] as Feature)
      const cells = cellsOf(corpus, each, drawn)
      return { group: each, cells, topic: topicOf(members, corpus.topics), given: nameGiven(each, judged) }
    })
    .sort(
      (x, y) =>
        place(x.topic) - place(y.topic) ||
        y.cells.length - x.cells.length ||
        (x.group.members[0] as number) - (y.group.members[0] as number),
    )
  const labels = rowNames(corpus, found, new Map(topics.map(({ id, label }) => [id, label])))
  const ofTopic = new Map<string, number[]>()
  for (const [index, { topic }] of found.entries()) {
    if (topic === undefined) continue
    const list = ofTopic.get(topic)
    if (list) list.push(index)
    else ofTopic.set(topic, [index])
  }
  const near = nearOf(
    corpus,
    found.map(({ group }) => group),
    pairs,
  )
  const means = {
    links: linksOf(pairs, corpus.features.length),
    telling: tellingOf(corpus),
    judge: createJudge(texts),
    decider: onceFor(deciderOf),
  }
  return found.map(({ group, cells, topic, given }, index): Row => {
    const { differences, perhaps, standing } = differencesOf(corpus, group, means)
    return {
      label: labels[index] as string,
      named: given !== undefined,
      ...(topic === undefined ? {} : { topic }),
      cells,
      differences,
      perhaps,
      ...(standing === undefined ? {} : { standing }),
      siblings: topic === undefined ? [index] : (ofTopic.get(topic) as readonly number[]),
      near: [...(near[index] ?? [])].filter((policy) => cells.every((cell) => cell.policy !== policy)).sort((x, y) => x - y),
      confirmed: group.confirmed,
    }
  })
}

/** The pairs of a sentence with others behind it, both ascending, as pairs are in the order of their ends: what is fewer is looked up among what is more. */
function linksOf(pairs: readonly SentencePair[], count: number): Means['links'] {
  const starts = new Int32Array(count + 1)
  for (const { a } of pairs) starts[a + 1] = (starts[a + 1] as number) + 1
  for (let at = 1; at <= count; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number)
  const ends = Int32Array.from(pairs, ({ b }) => b)
  return (one, others) => {
    const [from, to] = [starts[one] as number, starts[one + 1] as number]
    const found: { readonly other: number; readonly score: number }[] = []
    const add = (other: number, at: number): void => {
      if (at < to) found.push({ other, score: (pairs[at] as SentencePair).score })
    }
    if (others.length <= to - from) for (const other of others) add(other, placeOf(other, ends, from, to))
    else
      for (let at = from; at < to; at++)
        if (placeOf(ends[at] as number, others, 0, others.length) < others.length) add(ends[at] as number, at)
    return found
  }
}

/** Where a number stands among ascending ones, by halving; `to` where it does not. */
function placeOf(value: number, among: ArrayLike<number>, from: number, to: number): number {
  let [low, high] = [from, to - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = among[middle] as number
    if (found === value) return middle
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return to
}

/** The sentences of a group by school; the bearer of a cell is the one that has most in common with those of other schools. */
function cellsOf({ features }: Corpus, { members }: SentenceGroup, drawn: Float64Array): Cell[] {
  const byPolicy = new Map<number, number[]>()
  for (const index of members) {
    const { policy } = features[index] as Feature
    byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), index])
  }
  return [...byPolicy].map(([policy, indices]): Cell => {
    const bearer = features[indices.reduce((x, y) => ((drawn[y] as number) > (drawn[x] as number) ? y : x))] as Feature
    const sentences = indices.map((index) => (features[index] as Feature).sentence)
    return {
      policy,
      sentences,
      clauses: [...new Set(sentences.map(({ clause }) => clause))],
      bearer: bearer.sentence,
      stance: bearer.modality,
    }
  })
}

/** Scores as whole thousandths, so that no sum depends on the order of its parts. */
const WHOLE = 1000
/** How much more a norm is worth as the bearer of a rule than a sentence that only explains. */
const NORM = WHOLE

/** By sentence, what draws it to the others of its group; more where it is a norm. */
function drawnTo(features: readonly Feature[], groupOf: Int32Array, pairs: readonly SentencePair[]): Float64Array {
  const drawn = Float64Array.from(features, ({ modality }) => (modality === 'statement' ? 0 : NORM))
  for (const { a, b, score } of pairs) {
    if (groupOf[a] !== groupOf[b]) continue
    const weight = Math.round(score * WHOLE)
    drawn[a] = (drawn[a] as number) + weight
    drawn[b] = (drawn[b] as number) + weight
  }
  return drawn
}

/** Score from which a sentence of another row may be on the rule of this one all the same. */
const PERHAPS = 0.2

/** By group, the policies of sentences that are linked to one of its own and stand in another. */
function nearOf(
  { features, titles }: Corpus,
  groups: readonly SentenceGroup[],
  pairs: readonly SentencePair[],
): readonly ReadonlySet<number>[] {
  const groupOf = new Int32Array(features.length)
  for (const [at, { members }] of groups.entries()) for (const index of members) groupOf[index] = at
  const found = groups.map(() => new Set<number>())
  for (const { a, b, score } of pairs) {
    const [one, other] = [groupOf[a] as number, groupOf[b] as number]
    if (one === other || score < PERHAPS) continue
    found[one]?.add((features[b] as Feature).policy)
    found[other]?.add((features[a] as Feature).policy)
  }
  const [common, said] = [commonIn('matters', features, groups), commonIn('bag', features, groups)]
  for (const [at, policies] of found.entries()) {
    const [matters, terms] = [common[at] ?? [], said[at] ?? []]
    for (const { counts, isSeldom } of matters)
      for (const [policy, count] of counts) if (isSeldom && count <= FEW) policies.add(policy)
    for (const [policy, title] of titles.entries())
      if (isAmong(matters, title.matters) || isAmong(terms, title.bag)) policies.add(policy)
  }
  return found
}

/** Sentences of a policy that speak of a matter, at most, for each of them to be about it; and the same of all sentences, as a share. */
const FEW = 3
const SELDOM = 0.1

/** A term or matter, with how many sentences of each policy have it. */
interface Counted {
  readonly id: number
  readonly counts: ReadonlyMap<number, number>
  /** No more than `SELDOM` of all sentences; of a few sentences a single one is more. */
  readonly isSeldom: boolean
}

const isAmong = (counted: readonly Counted[], title: WeighedTerms): boolean =>
  counted.length > 0 && idsOf(title).some((id) => counted.some((one) => one.id === id))

/** By group of several schools, the terms or matters that all of them speak of and few sentences do. */
function commonIn(
  of: 'matters' | 'bag',
  features: readonly Feature[],
  groups: readonly SentenceGroup[],
): readonly (readonly Counted[])[] {
  const speaking = new Map<number, Map<number, number>>()
  for (const { policy, [of]: said } of features)
    for (const id of idsOf(said)) {
      const counts = speaking.get(id) ?? new Map<number, number>()
      speaking.set(id, counts.set(policy, (counts.get(policy) ?? 0) + 1))
    }
  return groups.map(({ members }) => {
    const own = new Map<number, Set<number>>()
    const schools = new Set(members.map((index) => (features[index] as Feature).policy))
    if (schools.size < 2) return []
    for (const index of members) {
      const { policy, [of]: said } = features[index] as Feature
      for (const id of idsOf(said)) own.set(id, (own.get(id) ?? new Set()).add(policy))
    }
    return [...own].flatMap(([id, having]) => {
      const counts = speaking.get(id) as Map<number, number>
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const isSeldom = all <= SELDOM * features.length
      return having.size === schools.size && (isSeldom || all <= FEW) ? [{ id, counts, isSeldom }] : []
    })
  })
}
