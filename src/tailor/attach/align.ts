import { conditionHolds, parseCondition, valueIn } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { bestOfEach, holders } from './chosen.js'
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
  /** Other provisions a clause may be, of each the likeliest first. */
  readonly others: readonly Link[]
}

/** Below this score nothing is proposed. */
const PROPOSED = 0.3
/** From this score on a clause says again, or in part, the provision that a surer one is; it says none besides. */
const AGAIN = 0.5
/** From this score on a clause says another provision beside its own. */
const BESIDE = 0.9
/** From this score on a person who is asked is told of another provision that a clause may be, and of how many. */
const POSSIBLE = 0.1
const FEW = 2

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
  const best = bestOfEach(pairs, PROPOSED)
  const links = holders(best, provisions)
  const headings = linkHeadings(clauses, provisions, links, measures)
  return { links: [...links, ...headings].sort(surestFirst), ...beyond(pairs, best, links, provisions) }
}

const isRule = ({ kind }: ResolvedClause): boolean => kind !== 'section' && kind !== 'note'

const surestFirst = (a: Link, b: Link): number => b.score - a.score || a.clause - b.clause || a.provision - b.provision

/** What clauses say beside the provision they are, and what else they may be. */
function beyond(
  pairs: readonly Link[],
  best: readonly Link[],
  links: readonly Link[],
  provisions: readonly Provision[],
): Pick<Alignment, 'covers' | 'others'> {
  const [held, bests] = [new Set(links), new Set(best)]
  const keyOf = ({ clause, provision }: Link): string => `${clause} ${provisions[provision]?.id ?? ''}`
  const known = new Set(links.map(keyOf))
  const counts = new Map<number, number>()
  const [covers, others]: [Link[], Link[]] = [[], []]
  for (const pair of pairs) {
    if (held.has(pair) || known.has(keyOf(pair))) continue
    known.add(keyOf(pair))
    const count = counts.get(pair.clause) ?? 0
    if (pair.score >= (bests.has(pair) ? AGAIN : BESIDE)) covers.push(pair)
    else if (pair.score >= POSSIBLE && count < FEW) {
      counts.set(pair.clause, count + 1)
      others.push(pair)
    }
  }
  return { covers, others }
}
