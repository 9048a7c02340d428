import type { SentencePair } from './alignment.js'
import { idsOf } from './bags.js'
import { type ConfirmedRows, nameGiven } from './confirmed-rows.js'
import { deciderOf, differencesOf } from './differences.js'
import type { Corpus, Feature } from './features.js'
import { createJudge } from './judge.js'
import { onceFor } from './once-for.js'
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
  const link = linksOf(pairs, corpus.features.length)
  const found = groups
    .map((each) => {
      const members = each.members.map((index) => corpus.features[index] as Feature)
      const cells = cellsOf(corpus, each, link)
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
  const means = { score: link, telling: tellingOf(corpus), judge: createJudge(texts), decider: onceFor(deciderOf) }
  return found.map(({ group, cells, topic, given }, index): Row => {
    const { differences, standing } = differencesOf(corpus, group, means)
    return {
      label: labels[index] as string,
      named: given !== undefined,
      ...(topic === undefined ? {} : { topic }),
      cells,
      differences,
      ...(standing === undefined ? {} : { standing }),
      siblings: topic === undefined ? [index] : (ofTopic.get(topic) as readonly number[]),
      near: [...(near[index] ?? [])].filter((policy) => cells.every((cell) => cell.policy !== policy)).sort((x, y) => x - y),
      confirmed: group.confirmed,
    }
  })
}

function linksOf(pairs: readonly SentencePair[], count: number): (one: number, other: number) => number {
  const scores = new Map(pairs.map(({ a, b, score }) => [a * count + b, score]))
  return (one, other) => scores.get(Math.min(one, other) * count + Math.max(one, other)) ?? 0
}

/** The sentences of a group by school; the bearer of a cell is the one that has most in common with those of other schools. */
function cellsOf({ features }: Corpus, { members }: SentenceGroup, link: (one: number, other: number) => number): Cell[] {
  const byPolicy = new Map<number, number[]>()
  for (const index of members) {
    const { policy } = features[index] as Feature
    byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), index])
  }
  return [...byPolicy].map(([policy, indices]): Cell => {
    const bearer = bearerOf(indices, members, link, features)
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

/** How much more a norm is worth as the bearer of a rule than a sentence that only explains. */
const NORM = 1

function bearerOf(
  indices: readonly number[],
  members: readonly number[],
  link: (one: number, other: number) => number,
  features: readonly Feature[],
): Feature {
  const [only, ...more] = indices
  if (more.length === 0) return features[only as number] as Feature
  const weight = (index: number): number =>
    members.reduce((sum, other) => sum + link(index, other), 0) +
    ((features[index] as Feature).modality === 'statement' ? 0 : NORM)
  return features[indices.reduce((x, y) => (weight(y) > weight(x) ? y : x))] as Feature
}

/** Score from which a sentence of another row may be on the rule of this one all the same. */
const PERHAPS = 0.2

/** By group, the policies of sentences that are linked to one of its own and stand in another. */
function nearOf(
  { features }: Corpus,
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
  for (const [at, policies] of onSameMatter(features, groups).entries()) for (const policy of policies) found[at]?.add(policy)
  return found
}

/** Sentences of a policy that speak of a matter, at most, for each of them to be about it; and the same of all sentences, as a share. */
const FEW = 3
const SELDOM = 0.1

/** By group, the policies that have a sentence on a matter that all schools of the group speak of and few sentences do. */
function onSameMatter(features: readonly Feature[], groups: readonly SentenceGroup[]): readonly ReadonlySet<number>[] {
  const speaking = new Map<number, Map<number, number>>()
  for (const { policy, matters } of features)
    for (const id of idsOf(matters)) {
      const counts = speaking.get(id) ?? new Map<number, number>()
      speaking.set(id, counts.set(policy, (counts.get(policy) ?? 0) + 1))
    }
  return groups.map(({ members }) => {
    const own = new Map<number, Set<number>>()
    const schools = new Set(members.map((index) => (features[index] as Feature).policy))
    if (schools.size < 2) return new Set<number>()
    for (const index of members) {
      const { policy, matters } = features[index] as Feature
      for (const id of idsOf(matters)) own.set(id, (own.get(id) ?? new Set()).add(policy))
    }
    const common = [...own].flatMap(([id, with_]) => {
      const counts = speaking.get(id) as Map<number, number>
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
      return with_.size === schools.size && all <= SELDOM * features.length ? [counts] : []
    })
    return new Set(common.flatMap((counts) => [...counts].flatMap(([policy, count]) => (count <= FEW ? [policy] : []))))
  })
}
