import type { WeighedTerms } from '../compare/index.js'
import type { Feature } from './features.js'

/** Sentences that say the same to a comparison bear one number, from 0 on, however they stand in their policies. */
export interface Kinds {
  /** The number of each sentence, by its index. */
  readonly of: Int32Array
  readonly count: number
}

/** Tells apart what is read of the texts of sentences and of their clauses: schools of one sector say much in the same words. */
export function kindsOf(features: readonly Feature[]): Kinds {
  const byWords = new Map<string, { readonly first: Feature; readonly kind: number }[]>()
  let count = 0
  const of = Int32Array.from(features, (feature) => {
    const alike = byWords.get(feature.words) ?? []
    if (alike.length === 0) byWords.set(feature.words, alike)
    const known = alike.find(({ first }) => isSame(first, feature))
    if (known) return known.kind
    alike.push({ first: feature, kind: count })
    return count++
  })
  return { of, count }
}

/** Whether all that pairs are measured by is the same of two sentences of the same words, but for where they stand. */
const isSame = (a: Feature, b: Feature): boolean =>
  a.modality === b.modality &&
  (a.sentence.condition === undefined) === (b.sentence.condition === undefined) &&
  a.defines === b.defines &&
  isEach(a.people, b.people) &&
  isEach(a.measures, b.measures) &&
  BAGS.every((bag) => hasSame(a[bag], b[bag])) &&
  (a.whole.bag === a.bag) === (b.whole.bag === b.bag) &&
  (a.whole.bag === a.bag || WHOLE_BAGS.every((bag) => hasSame(a.whole[bag], b.whole[bag])))

const BAGS = ['bag', 'topics', 'rareTopics', 'matters', 'around', 'phrases'] as const
const WHOLE_BAGS = ['bag', 'topics', 'rareTopics'] as const

const isEach = (ones: readonly string[], others: readonly string[]): boolean =>
  ones.length === others.length && ones.every((one, at) => one === others[at])

function hasSame(a: WeighedTerms, b: WeighedTerms): boolean {
  const count = a.to - a.from
  if (b.to - b.from !== count) return false
  for (let at = 0; at < count; at++) {
    if (a.ids[a.from + at] !== b.ids[b.from + at] || a.weights[a.from + at] !== b.weights[b.from + at]) return false
  }
  return true
}
