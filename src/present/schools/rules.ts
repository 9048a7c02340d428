import type { Cell, Matrix, MatrixClause, Pair, Row } from '../../compare/schools/index.js'
import type { MatrixSetting } from './setting.js'

/**
 * How schools differ on a rule. `shared`: all have it, and none says otherwise. `deviating`: what they ask is another. `partial`: several
 * have it and others are silent. `single`: one school has it. A rule may be both deviating and partial.
 */
export const DIFFERENCES = ['deviating', 'shared', 'partial', 'single'] as const
export type Difference = (typeof DIFFERENCES)[number]

/** A row of the matrix as people see it. */
export interface Rule {
  /** From 1, in the order of the matrix. */
  readonly number: number
  /** Topic id; empty for a rule without a topic. */
  readonly topic: string
  /** What the rule is about, without its topic. */
  readonly title: string
  /** By policy. A school that is silent has none. */
  readonly cells: ReadonlyMap<number, RuleCell>
  readonly differences: readonly Difference[]
  /** Forbidden at one school, allowed or asked for at another. */
  readonly opposed: boolean
  /** All pairs that make the rule were confirmed by a person. */
  readonly confirmed: boolean
}

export interface RuleCell {
  readonly policy: number
  readonly stance: Cell['stance']
  /** The clause that carries the rule. */
  readonly bearer: MatrixClause
  /** What else the school says about it, in document order. */
  readonly others: readonly MatrixClause[]
  /** The clause of the reference, or without one of the nearest school, that the bearer was paired with. */
  readonly counterpart?: { readonly policy: number; readonly clause: MatrixClause; readonly pair: Pair }
}

/** The rows of a matrix with everything a reader is told about them. */
export function readRules(matrix: Matrix, { reference, topics }: Pick<MatrixSetting, 'reference' | 'topics'>): readonly Rule[] {
  const clauses = matrix.policies.map((policy) => new Map(policy.clauses.map((clause) => [clause.id, clause])))
  const pairs = pairsByClause(matrix)
  return matrix.rows.map((row, index): Rule => {
    const members = new Map(row.cells.map(({ policy, clauses: ids }) => [policy, new Set(ids)]))
    const inRow = (policy: number, id: string): Link[] =>
      (pairs.get(`${policy}#${id}`) ?? []).filter(
        ({ other }) => other.policy !== policy && members.get(other.policy)?.has(other.id),
      )
    const cells = row.cells.map((cell): RuleCell => {
      const own = cell.clauses.flatMap((id) => clauses[cell.policy]?.get(id) ?? [])
      const bearer = bearerOf(own, cell, (id) => inRow(cell.policy, id))
      const links = inRow(cell.policy, bearer.id).filter(({ other }) => reference === undefined || other.policy === reference)
      const [best] = links.sort((a, b) => b.pair.score - a.pair.score)
      const clause = best && clauses[best.other.policy]?.get(best.other.id)
      return {
        policy: cell.policy,
        stance: cell.stance,
        bearer,
        others: own.filter((other) => other !== bearer),
        ...(best && clause ? { counterpart: { policy: best.other.policy, clause, pair: best.pair } } : {}),
      }
    })
    const stances = cells.map(({ stance }) => stance)
    return {
      number: index + 1,
      topic: row.topic ?? '',
      title: titleOf(row, topics),
      cells: new Map(cells.map((cell) => [cell.policy, cell])),
      differences: differencesOf(stances, matrix.policies.length),
      opposed: isOpposed(stances),
      confirmed: row.confirmed,
    }
  })
}

interface Link {
  readonly pair: Pair
  readonly other: Pair['a']
}

function pairsByClause({ pairs }: Matrix): ReadonlyMap<string, readonly Link[]> {
  const found = new Map<string, Link[]>()
  const add = (end: Pair['a'], other: Pair['a'], pair: Pair) => {
    const key = `${end.policy}#${end.id}`
    const list = found.get(key)
    if (list) list.push({ pair, other })
    else found.set(key, [{ pair, other }])
  }
  for (const pair of pairs) {
    add(pair.a, pair.b, pair)
    add(pair.b, pair.a, pair)
  }
  return found
}

/** The clause with the cell's stance that has most in common with the same rule elsewhere; the first of equals. */
function bearerOf(own: readonly MatrixClause[], { stance }: Cell, links: (id: string) => readonly Link[]): MatrixClause {
  const fitting = own.filter(({ modality }) => modality === stance)
  const weight = ({ id }: MatrixClause) => links(id).reduce((sum, { pair }) => sum + pair.score, 0)
  const candidates = fitting.length > 0 ? fitting : own
  return candidates.reduce((best, clause) => (weight(clause) > weight(best) ? clause : best))
}

/** The label of a row without the name of its topic; the whole of it where the topic has one rule. */
function titleOf({ label, topic }: Row, topics: MatrixSetting['topics']): string {
  const name = topic === undefined ? undefined : (topics.get(topic) ?? topic)
  return name !== undefined && label.startsWith(`${name}: `) ? label.slice(name.length + 2) : label
}

/** A statement asks nothing, so that it contradicts nothing: one school explains where another asks. */
const norms = (stances: readonly Cell['stance'][]) => new Set(stances.filter((stance) => stance !== 'statement'))

function differencesOf(stances: readonly Cell['stance'][], schools: number): Difference[] {
  if (stances.length === 1) return ['single']
  const deviating = norms(stances).size > 1
  if (stances.length < schools) return deviating ? ['deviating', 'partial'] : ['partial']
  return deviating ? ['deviating'] : ['shared']
}

function isOpposed(stances: readonly Cell['stance'][]): boolean {
  const asked = norms(stances)
  return asked.has('prohibition') && asked.size > 1
}

/** The rules in groups by topic, in their order. */
export function byTopic(rules: readonly Rule[]): readonly (readonly [topic: string, rules: readonly Rule[]])[] {
  const groups = new Map<string, Rule[]>()
  for (const rule of rules) {
    const list = groups.get(rule.topic)
    if (list) list.push(rule)
    else groups.set(rule.topic, [rule])
  }
  return [...groups]
}
