import type { Message } from '../model/index.js'
import type { SentencePair } from './alignment.js'
import type { Corpus, Feature } from './features.js'
import type { SentenceGroup } from './rows.js'
import type { ConfirmedRow, SentenceName } from './types.js'

/** What persons said of rows, found in the corpus: sentences by their index. */
export interface ConfirmedRows {
  /** Rows that stand: a sentence of a school that has others in it is not in it. */
  readonly together: readonly { readonly members: readonly number[]; readonly name?: string }[]
  readonly apart: readonly (readonly number[])[]
  readonly messages: readonly Message[]
}

/** Finds the sentences that persons named. What a concordance says of policies that are not compared now is passed over. */
export function judgedRows({ features }: Corpus, refs: readonly string[], rows: readonly ConfirmedRow[]): ConfirmedRows {
  const messages: Message[] = []
  if (rows.length === 0) return { together: [], apart: [], messages }
  const find = finder(features, refs)
  const taken = new Set<number>()
  const found = rows.map(({ verdict, name, sentences }) => {
    const members = sentences.flatMap((sentence) => {
      if (!refs.includes(sentence.ref)) return []
      const indices = find(sentence)
      if (indices.length === 0) messages.push(unresolved(sentence))
      if (verdict !== 'confirmed') return indices
      // Confirmed in two rows a sentence stays in the first.
      const free = indices.filter((index) => !taken.has(index))
      for (const index of free) taken.add(index)
      return free
    })
    return { verdict, members: [...new Set(members)].sort((a, b) => a - b), ...(name === undefined ? {} : { name }) }
  })
  return {
    together: found.filter(({ verdict, members }) => verdict === 'confirmed' && members.length > 0),
    apart: found.filter(({ verdict }) => verdict === 'rejected').map(({ members }) => members),
    messages,
  }
}

const unresolved = ({ ref, id, at }: SentenceName): Message => ({
  rule: 'reference/unresolved',
  severity: 'warning',
  form: 'concordance',
  values: { clause: `${ref}#${id}${at === undefined ? '' : `/${at + 1}`}` },
})

function finder(features: readonly Feature[], refs: readonly string[]): (name: SentenceName) => readonly number[] {
  const places = new Map<string, number[]>()
  for (const [index, { policy, clause }] of features.entries()) {
    const key = `${refs[policy]}#${clause.id}`
    const list = places.get(key)
    if (list) list.push(index)
    else places.set(key, [index])
  }
  return ({ ref, id, at }) =>
    (places.get(`${ref}#${id}`) ?? []).filter((index) => at === undefined || features[index]?.part === at)
}

/** The corpus with the stances that persons corrected. */
export function withStances(corpus: Corpus, refs: readonly string[], rows: readonly ConfirmedRow[]): Corpus {
  const corrected = rows.flatMap(({ sentences }) => sentences.filter(({ stance }) => stance !== undefined))
  if (corrected.length === 0) return corpus
  const find = finder(corpus.features, refs)
  const features = [...corpus.features]
  for (const name of corrected.reverse()) {
    for (const index of find(name)) {
      const feature = features[index] as Feature
      const modality = name.stance ?? feature.modality
      const [first, ...others] = feature.sentence.stances
      const stances = first && modality !== 'statement' ? [{ ...first, modality }, ...others] : []
      features[index] = { ...feature, modality, sentence: { ...feature.sentence, stance: modality, stances } }
    }
  }
  return { ...corpus, features }
}

/** The proposed pairs with what persons said of rows: sentences of one row belong together for sure, those of two rows do not. */
export function withRows(
  { features }: Corpus,
  pairs: readonly SentencePair[],
  { together, apart }: ConfirmedRows,
): readonly SentencePair[] {
  if (together.length + apart.length === 0) return pairs
  const rowOf = new Map(together.flatMap(({ members }, at) => members.map((index) => [index, at] as const)))
  const parted = new Set(apart.flatMap((members) => everyTwo(members).map(keyOf)))
  const closed = closedTo(features, together)
  const kept = pairs.filter(({ a, b }) => {
    const [one, other] = [rowOf.get(a), rowOf.get(b)]
    if (parted.has(keyOf([a, b])) || (one !== undefined && other !== undefined)) return false
    return !(one !== undefined && closed(one, b)) && !(other !== undefined && closed(other, a))
  })
  const sure = together.flatMap(({ members }) =>
    everyTwo(members).map(([a, b]): SentencePair => ({ a, b, score: 1, confirmed: true })),
  )
  return [...kept, ...sure].sort((x, y) => x.a - y.a || x.b - y.b)
}

/** Whether a row is closed to a sentence: what its school says on the rule was named. */
function closedTo(features: readonly Feature[], together: ConfirmedRows['together']): (row: number, index: number) => boolean {
  const schools = together.map(({ members }) => new Set(members.map((index) => features[index]?.policy)))
  return (row, index) => schools[row]?.has(features[index]?.policy) ?? false
}

const keyOf = ([a, b]: readonly [number, number]): string => `${Math.min(a, b)} ${Math.max(a, b)}`
const everyTwo = (members: readonly number[]): (readonly [number, number])[] =>
  members.flatMap((a, at) => members.slice(at + 1).map((b) => [a, b] as const))

/**
 * Groups in which no two sentences stand together that a person parted: grouping may join them by way of a third. Of a group with sentences of
 * confirmed rows each row becomes its own, and the others go with the nearest that they may stand with, or for themselves.
 */
export function heldApart(
  { features }: Corpus,
  groups: readonly SentenceGroup[],
  pairs: readonly SentencePair[],
  { together, apart }: ConfirmedRows,
): readonly SentenceGroup[] {
  if (together.length + apart.length === 0) return groups
  const weights = new Map(pairs.map(({ a, b, score }) => [keyOf([a, b]), score]))
  const near = (index: number, members: readonly number[]): number =>
    members.reduce((sum, other) => sum + (weights.get(keyOf([index, other])) ?? 0), 0)
  const rowOf = new Map(together.flatMap(({ members }, at) => members.map((index) => [index, at] as const)))
  const parted = new Set(apart.flatMap((members) => everyTwo(members).map(keyOf)))
  const closed = closedTo(features, together)
  return groups.flatMap((group): SentenceGroup[] => {
    const rows = [...new Set(group.members.flatMap((index) => rowOf.get(index) ?? []))]
    const parts = rows.map((row) => ({ row, members: group.members.filter((index) => rowOf.get(index) === row) }))
    const free: { row?: number; members: number[] }[] = [...parts]
    for (const index of group.members) {
      if (rowOf.has(index)) continue
      const open = free.filter(
        ({ row, members }) =>
          !(row !== undefined && closed(row, index)) &&
          members.every((other) => !parted.has(keyOf([index, other]))) &&
          near(index, members) > 0,
      )
      if (open.length === 0) free.push({ members: [index] })
      else open.reduce((x, y) => (near(index, y.members) > near(index, x.members) ? y : x)).members.push(index)
    }
    const untouched = rows.length === 0 && everyTwo(group.members).every((two) => !parted.has(keyOf(two)))
    if (untouched || free.length === 1) return [group]
    return free
      .map(({ members }) => members.sort((a, b) => a - b))
      .map((members) => ({
        members,
        centre: members.reduce((x, y) => (near(y, members) > near(x, members) ? y : x)),
        confirmed:
          members.length > 1 &&
          members.every((index) => rowOf.has(index) && rowOf.get(index) === rowOf.get(members[0] as number)),
      }))
  })
}

/** What a person calls a group: the name of a confirmed row of which it holds every sentence. */
export const nameGiven = ({ members }: SentenceGroup, { together }: ConfirmedRows): string | undefined =>
  together.find(({ name, members: own }) => name !== undefined && own.every((index) => members.includes(index)))?.name
