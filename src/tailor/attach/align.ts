import { conditionHolds, parseCondition, valueIn } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { linkHeadings } from './headings.js'
import type { Link } from './link.js'
import { type MeasureInput, type Measures, measuresOf } from './measures.js'
import type { Provision } from './provisions.js'

export interface Alignment {
  /** Each clause and each provision at most once; the surest first. */
  readonly links: readonly Link[]
  /** Clauses that say a provision again or in part, and provisions that a clause says beside its own. */
  readonly covers: readonly Link[]
}

/**
 * The score of a pair is a logistic function of these: what the two have in common, and how near that comes to the best either has. Fitted on two
 * founding protocols and three invented schools whose texts were copied from a model and edited, and rounded.
 */
const WEIGHTS = {
  base: -7.5,
  bag: 1.05,
  within: 1.6,
  matter: 0.7,
  place: 0.6,
  around: 0.4,
  bagOfClause: 2.7,
  bagOfProvision: 1.65,
  matterOfClause: 4.3,
  matterOfProvision: 1.65,
  /** Somebody gave both one id. */
  id: 2,
  /** Its condition does not hold for a school that gives the usual answers. */
  unusual: -1.5,
} as const
/** Below this score nothing is proposed. */
const PROPOSED = 0.3
/** From this score on a clause covers a provision that another has, or another beside its own. */
const COVERS = 0.6
/** Where there is little to be near to, being nearest says little. */
const FAINT = 0.05

export function alignTemplate(
  input: MeasureInput,
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
): Alignment {
  const measures = measuresOf(input, clauses, provisions)
  const rules = clauses.flatMap((clause, i) => (isRule(clause) ? [i] : []))
  const theirs = provisions.flatMap(({ clause }, j) => (isRule(clause) ? [j] : []))
  const { parameters = {} } = input.template.metadata
  const isUsual = (j: number): boolean => {
    const condition = provisions[j]?.when === undefined ? undefined : parseCondition(provisions[j].when)
    return condition === undefined || conditionHolds(condition, valueIn(parameters[condition.parameter]))
  }
  const pairs = scored(rules, theirs, measures, isUsual).sort(surestFirst)
  const links = chosen(pairs, provisions)
  const covers = covering(pairs, links, provisions)
  return { links: [...links, ...linkHeadings(clauses, provisions, links, measures)].sort(surestFirst), covers }
}

const isRule = ({ kind }: ResolvedClause): boolean => kind !== 'section' && kind !== 'note'

const surestFirst = (a: Link, b: Link): number => b.score - a.score || a.clause - b.clause || a.provision - b.provision

function scored(
  rules: readonly number[],
  theirs: readonly number[],
  measures: (i: number, j: number) => Measures | undefined,
  isUsual: (j: number) => boolean,
): Link[] {
  const measured = rules.flatMap((clause) =>
    theirs.flatMap((provision) => {
      const m = measures(clause, provision)
      return m ? [{ clause, provision, m }] : []
    }),
  )
  const best = {
    bag: [new Map<number, number>(), new Map<number, number>()],
    matter: [new Map<number, number>(), new Map<number, number>()],
  } as const
  const keep = (into: Map<number, number>, key: number, value: number) => into.set(key, Math.max(value, into.get(key) ?? 0))
  for (const { clause, provision, m } of measured)
    for (const kind of ['bag', 'matter'] as const) {
      keep(best[kind][0], clause, m[kind])
      keep(best[kind][1], provision, m[kind])
    }
  const near = (kind: 'bag' | 'matter', side: 0 | 1, key: number, value: number): number =>
    value / ((best[kind][side].get(key) ?? 0) + FAINT)
  return measured.map(({ clause, provision, m }) => {
    const sum =
      WEIGHTS.base +
      WEIGHTS.bag * m.bag +
      WEIGHTS.within * m.within +
      WEIGHTS.matter * m.matter +
      WEIGHTS.place * m.place +
      WEIGHTS.around * m.around +
      WEIGHTS.bagOfClause * near('bag', 0, clause, m.bag) +
      WEIGHTS.bagOfProvision * near('bag', 1, provision, m.bag) +
      WEIGHTS.matterOfClause * near('matter', 0, clause, m.matter) +
      WEIGHTS.matterOfProvision * near('matter', 1, provision, m.matter) +
      (m.named ? WEIGHTS.id : 0) +
      (isUsual(provision) ? 0 : WEIGHTS.unusual)
    return { clause, provision, score: 1 / (1 + Math.exp(-sum)) }
  })
}

/** The surest pairs, each clause and each provision once: variants of one provision are one. */
function chosen(pairs: readonly Link[], provisions: readonly Provision[]): readonly Link[] {
  const [clauses, ids] = [new Set<number>(), new Set<string>()]
  return pairs.filter(({ clause, provision, score }) => {
    const id = provisions[provision]?.id ?? ''
    if (score < PROPOSED || clauses.has(clause) || ids.has(id)) return false
    clauses.add(clause)
    ids.add(id)
    return true
  })
}

/** What is sure enough although the clause or the provision has found another. */
function covering(pairs: readonly Link[], links: readonly Link[], provisions: readonly Provision[]): readonly Link[] {
  const idOf = ({ provision }: Link): string => provisions[provision]?.id ?? ''
  const known = new Set(links.map((link) => `${link.clause} ${idOf(link)}`))
  return pairs.filter((pair) => {
    const key = `${pair.clause} ${idOf(pair)}`
    if (pair.score < COVERS || known.has(key)) return false
    known.add(key)
    return true
  })
}
