import { conditionHolds, parseCondition, valueIn } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { chosen } from './chosen.js'
import { linkHeadings } from './headings.js'
import type { Link } from './link.js'
import { type MeasureInput, measuresOf } from './measures.js'
import type { Provision } from './provisions.js'
import { scoredAlone } from './score.js'
import { scoredAmong } from './standing.js'

export interface Alignment {
  /** Each clause and each provision at most once; the surest first. */
  readonly links: readonly Link[]
  /** Clauses that say a provision again or in part, and provisions that a clause says beside its own. */
  readonly covers: readonly Link[]
}

/** Below this score nothing is proposed. */
const PROPOSED = 0.4
/** From this score on a clause covers a provision that another has, or another beside its own. */
const COVERS = 0.6

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
  const alone = scoredAlone(rules, theirs, provisions, measures, isUsual)
  const pairs = [...scoredAmong(alone.sort(surestFirst), clauses, provisions)].sort(surestFirst)
  const links = chosen(pairs, provisions, PROPOSED)
  const covers = covering(pairs, links, provisions)
  return { links: [...links, ...linkHeadings(clauses, provisions, links, measures)].sort(surestFirst), covers }
}

const isRule = ({ kind }: ResolvedClause): boolean => kind !== 'section' && kind !== 'note'

const surestFirst = (a: Link, b: Link): number => b.score - a.score || a.clause - b.clause || a.provision - b.provision

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
