import type { Cell, Difference, Matrix, MatrixClause, Pair, Row, RuleSentence } from '../schools/index.js'
import type { MatrixSetting } from './setting.js'

/**
 * How schools differ on a rule. `shared`: all have it, and no difference was found. `deviating`: a difference was found. `partial`: several
 * have it and others are silent. `single`: one school has it. A rule may be both deviating and partial.
 */
export const DIFFERENCES = ['deviating', 'shared', 'partial', 'single'] as const
type Spread = (typeof DIFFERENCES)[number]

/** A row of the matrix as people see it. */
export interface MatrixRule {
  /** From 1, in the order of the matrix. */
  readonly number: number
  /** Topic id; empty for a rule without a topic. */
  readonly topic: string
  /** What the rule is about, without its topic. */
  readonly title: string
  /** A person gave it its name. */
  readonly named: boolean
  /** By policy. A school that is silent has none. */
  readonly cells: ReadonlyMap<number, RuleCell>
  readonly differences: readonly Spread[]
  /** What differs between two schools, with the words it rests on. */
  readonly found: readonly Difference[]
  /** What may differ, or is two rules: to be read. */
  readonly perhaps: readonly Difference[]
  /** Whether nothing differs for sure, or not everything could be compared; absent where one school alone has it or a difference was found. */
  readonly proved?: 'same' | 'unjudged'
  /** Policies of which it is not known that they are silent. */
  readonly near: ReadonlySet<number>
  /** Numbers of other rules on the same matter. */
  readonly siblings: readonly number[]
  /** Forbidden at one school, allowed or asked for at another. */
  readonly opposed: boolean
  /** All pairs that make the rule were confirmed by a person. */
  readonly confirmed: boolean
}

/** Whether all that is told of a rule is what may differ: both sentences of that are to be read. */
export const isToRead = ({ found, perhaps }: MatrixRule): boolean => found.length === 0 && perhaps.length > 0

export interface RuleCell {
  readonly policy: number
  readonly stance: Cell['stance']
  /** The sentence that carries the rule, and the clause it stands in. */
  readonly sentence: RuleSentence
  readonly bearer: MatrixClause
  /** Other sentences of the school on the rule, in document order. */
  readonly also: readonly RuleSentence[]
  /** What else the school says about it, in document order. */
  readonly others: readonly MatrixClause[]
  /** The clause of the reference, or without one of the nearest school, that the bearer was paired with, and its words on the rule. */
  readonly counterpart?: { readonly policy: number; readonly clause: MatrixClause; readonly words: string; readonly pair: Pair }
}

/** The rows of a matrix with everything a reader is told about them. */
export function readRules(
  matrix: Matrix,
  { reference, topics }: Pick<MatrixSetting, 'reference' | 'topics'>,
): readonly MatrixRule[] {
  const clauses = matrix.policies.map((policy) => new Map(policy.clauses.map((clause) => [clause.id, clause])))
  const pairs = pairsByClause(matrix)
  return matrix.rows.map((row, index): MatrixRule => {
    const members = new Map(row.cells.map(({ policy, clauses: ids }) => [policy, new Set(ids)]))
    const inRow = (policy: number, id: string): Link[] =>
      (pairs.get(`${policy}#${id}`) ?? []).filter(
        ({ other }) => other.policy !== policy && members.get(other.policy)?.has(other.id),
      )
    const cells = row.cells.map((cell): RuleCell => {
      const own = cell.clauses.flatMap((id) => clauses[cell.policy]?.get(id) ?? [])
      const bearer = own.find(({ id }) => id === cell.bearer.clause) ?? (own[0] as MatrixClause)
      const links = inRow(cell.policy, bearer.id).filter(({ other }) => reference === undefined || other.policy === reference)
      const [best] = links.sort((a, b) => b.pair.score - a.pair.score)
      const clause = best && clauses[best.other.policy]?.get(best.other.id)
      const theirs =
        best &&
        row.cells.find(({ policy }) => policy === best.other.policy)?.sentences.filter((one) => one.clause === best.other.id)
      const words = theirs && theirs.length > 0 ? theirs.map(({ text }) => text).join(' ') : (clause?.text ?? '')
      return {
        policy: cell.policy,
        stance: cell.stance,
        sentence: cell.bearer,
        bearer,
        also: cell.sentences.filter((one) => one !== cell.bearer),
        others: own.filter((other) => other !== bearer),
        ...(best && clause ? { counterpart: { policy: best.other.policy, clause, words, pair: best.pair } } : {}),
      }
    })
    return {
      number: index + 1,
      topic: row.topic ?? '',
      title: titleOf(row, topics),
      named: row.named,
      cells: new Map(cells.map((cell) => [cell.policy, cell])),
      differences: spreadOf(row, matrix.policies.length),
      found: row.differences,
      perhaps: row.perhaps,
      ...(row.standing === undefined || row.standing === 'differs' ? {} : { proved: row.standing }),
      near: new Set(row.near),
      siblings: row.siblings.filter((other) => other !== index).map((other) => other + 1),
      opposed: row.differences.some(({ kind }) => kind === 'opposed'),
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

/** The label of a row without the name of its topic; the whole of it where the topic has one rule. */
function titleOf({ label, topic }: Row, topics: MatrixSetting['topics']): string {
  const name = topic === undefined ? undefined : (topics.get(topic) ?? topic)
  return name !== undefined && label.startsWith(`${name}: `) ? label.slice(name.length + 2) : label
}

function spreadOf({ cells, differences }: Row, schools: number): Spread[] {
  if (cells.length === 1) return ['single']
  const deviating = differences.length > 0
  if (cells.length < schools) return deviating ? ['deviating', 'partial'] : ['partial']
  return deviating ? ['deviating'] : ['shared']
}

/** The rules in groups by topic, in their order. */
export function byTopic(rules: readonly MatrixRule[]): readonly (readonly [topic: string, rules: readonly MatrixRule[]])[] {
  const groups = new Map<string, MatrixRule[]>()
  for (const rule of rules) {
    const list = groups.get(rule.topic)
    if (list) list.push(rule)
    else groups.set(rule.topic, [rule])
  }
  return [...groups]
}
