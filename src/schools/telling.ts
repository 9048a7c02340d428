import { type Bag, eachShared, idsOf, sharesMore } from '../compare/index.js'
import { onceFor, stem, wordsOf } from '../language/index.js'
import { mattersOf } from '../language/kindred/index.js'
import type { Language } from '../model/index.js'
import { COMMON, type Corpus, type Feature } from './features.js'
import { MatterReader } from './matters.js'

/** A word or matter that more sentences of a policy have says little of any one of them. */
const FEW = 2
/** Words shared by two sentences that are looked at two by two. */
const MOST = 12

/**
 * Whether two sentences have something in common that tells them from the others of their policies: a word or a matter that no more than two
 * sentences of either have, or two of them that stand together in no more. Of two sentences in one row with middling scores, three of four then
 * carry one rule, and one of three without. That both name a year or a week is what their values have in common, and tells nothing of the act.
 */
export function tellingOf({ features, starts, names, matters }: Corpus): (a: Feature, b: Feature) => boolean {
  const having = (of: 'bag' | 'matters') =>
    onceFor((policy: number) => havingOf(features.slice(starts[policy], starts[policy + 1]).map((each) => each[of])))
  const [words, spoken] = [having('bag'), having('matters')]
  const readers = onceFor((lang: Language) => new MatterReader(lang))
  const ofValues = onceFor((of: Feature) => {
    const { lang } = of.clause
    const own = of.sentence.values.filter(({ kind }) => kind !== 'place').flatMap(({ text }) => wordsOf(text))
    return new Set([
      ...own.map((word) => stem(word, lang)),
      ...readers(lang).read(own).keys(),
      ...[...mattersOf(own, lang).keys()].map((name) => `${COMMON}${name}`),
    ])
  })
  const besideValues = (ids: readonly number[], called: readonly string[], a: Feature, b: Feature): readonly number[] =>
    ids.filter((id) => !(ofValues(a).has(called[id] ?? '') && ofValues(b).has(called[id] ?? '')))
  return (a, b) =>
    isTelling(besideValues(common(a.bag, b.bag), names, a, b), words(a.policy), words(b.policy)) ||
    isTelling(besideValues(common(a.matters, b.matters), matters, a, b), spoken(a.policy), spoken(b.policy))
}

/** The terms of both bags, ascending. */
function common(a: Bag, b: Bag): readonly number[] {
  const found: number[] = []
  const ids = idsOf(a)
  eachShared(ids, idsOf(b), (i) => found.push(ids[i] ?? 0))
  return found
}

/** The sentences of a policy that have a term, by their place, ascending. */
type Having = ReadonlyMap<number, readonly number[]>

/** Whether a term, or two of them together, is seldom in the policy of either. */
function isTelling(terms: readonly number[], ones: Having, others: Having): boolean {
  const of = (having: Having, term: number): readonly number[] => having.get(term) ?? []
  if (terms.some((term) => of(ones, term).length <= FEW && of(others, term).length <= FEW)) return true
  const few = terms.slice(0, MOST)
  return few.some((one, at) =>
    few.slice(at + 1).some((two) => [ones, others].every((having) => !sharesMore(of(having, one), of(having, two), FEW))),
  )
}

function havingOf(bags: readonly Bag[]): Having {
  const having = new Map<number, number[]>()
  for (const [at, bag] of bags.entries())
    for (const id of idsOf(bag)) {
      const places = having.get(id)
      if (places) places.push(at)
      else having.set(id, [at])
    }
  return having
}
