import type { ProvisionLink } from './link.js'
import type { Measures } from './measures.js'
import type { Provision } from './provisions.js'

/**
 * How likely a pair is by itself is a logistic function of these: what the two have in common, and how near that comes to the best either has. Fitted on three
 * founding protocols and five invented texts, three of them copied from a model and edited by hand, and rounded.
 */
const ALONE = {
  base: -9,
  matter: 0.1,
  letters: 1.9,
  rule: 0.95,
  title: 1.35,
  stance: 1.15,
  extent: 1.45,
  place: 0.2,
  matterOfClause: 3.7,
  matterOfProvision: 0.65,
  lettersOfClause: 2.9,
  lettersOfProvision: 0.9,
  ruleOfClause: 1.85,
  ruleOfProvision: 1.4,
  /** Somebody gave both one id. */
  sameId: 2,
  /** Its condition does not hold for a school that gives the usual answers. */
  unusual: -2.2,
} as const
/** Where there is little to be near to, being nearest says little. */
const FAINT = 0.05

const COMPARED = ['matter', 'letters', 'rule'] as const
const BESIDE = ['title', 'stance', 'extent', 'place'] as const

/** How likely each clause is each provision by what both have in common, without a look at the other pairs but for the best of each. */
export function scoredAlone(
  clauses: readonly number[],
  theirs: readonly number[],
  provisions: readonly Provision[],
  measures: (clause: number, provision: number) => Measures | undefined,
  isUsual: (provision: number) => boolean,
): ProvisionLink[] {
  const measured = clauses.flatMap((clause) =>
    theirs.flatMap((provision) => {
      const m = measures(clause, provision)
      return m ? [{ clause, provision, m }] : []
    }),
  )
  const ids = provisions.map(({ id }) => id)
  const firsts = ids.map((id) => ids.indexOf(id))
  const best = COMPARED.map((kind) => {
    const [ofClause, ofProvision] = [new Map<number, number>(), new Map<number, number>()]
    const keep = (into: Map<number, number>, key: number, value: number) => into.set(key, Math.max(value, into.get(key) ?? 0))
    for (const { clause, provision, m } of measured) {
      keep(ofClause, clause, m[kind])
      keep(ofProvision, firsts[provision] as number, m[kind])
    }
    return { kind, ofClause, ofProvision }
  })
  const near = (value: number, most: number | undefined): number => value / ((most ?? 0) + FAINT)
  return measured.map(({ clause, provision, m }) => {
    let odds = ALONE.base + (m.sameId ? ALONE.sameId : 0) + (isUsual(provision) ? 0 : ALONE.unusual)
    for (const kind of BESIDE) odds += ALONE[kind] * m[kind]
    for (const { kind, ofClause, ofProvision } of best)
      odds +=
        ALONE[kind] * m[kind] +
        ALONE[`${kind}OfClause`] * near(m[kind], ofClause.get(clause)) +
        ALONE[`${kind}OfProvision`] * near(m[kind], ofProvision.get(firsts[provision] as number))
    return { clause, provision, score: 1 / (1 + Math.exp(-odds)), letters: m.letters, said: m.said }
  })
}
