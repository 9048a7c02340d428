import type { Approval } from '../../model/index.js'
import { readDate } from '../dates.js'
import { addRows } from './approvals.js'
import { bodyOf, rightOf } from './decisions.js'
import type { Facts } from './known.js'
import { BESIDE_DECISION, BLANK_DATE, type Column, OUTCOMES, PAST, PERSON, UNDECIDED, UNRECORDED } from './vocabulary.js'

/** Takes the rows of a table of decisions into the facts, and those that nobody filled in as the route; false where they tell something else, and nothing is taken. */
export function takeApprovals(columns: readonly Column[], rows: readonly (readonly string[])[], facts: Facts): boolean {
  const written = rows.filter((row) => row.some((cell) => cell !== ''))
  // What was decided on other words is no decision on these, and no step of their route.
  const past = written.filter((row) => PAST.test(row[columns.indexOf('decision')] ?? ''))
  const filled = written.filter((row) => !past.includes(row))
  const read = filled.map((row) => toDecision((name) => row[columns.indexOf(name)] || undefined))
  const known = read.filter((decision) => decision !== undefined)
  // A row that says something else, "voorgenomen besluit", is kept word for word beside those that are understood.
  const others = filled.filter((_, i) => read[i] === undefined)
  if (known.length === 0 || (others.length > 0 && !known.some(({ approval }) => approval.date !== undefined))) return false
  // Rows that nobody filled in say who must decide, not who did.
  const open = known.filter(({ approval }) => isOpen(approval))
  for (const row of [...past, ...others]) facts.remarks.push(row.filter((cell) => cell !== '').join(', '))
  const route = known.flatMap(({ approval: { body, right } }) =>
    body !== undefined && right !== undefined ? [{ body, right }] : [],
  )
  const isRoute = route.length === filled.length && open.length > 0 && facts.route === undefined
  if (open.length > 0 && !isRoute) return false
  if (isRoute) facts.route = route
  // "..-..-2025": the year it is expected in.
  for (const { approval, day } of open) if (/\d/.test(day ?? '')) facts.remarks.push(`${approval.body}: ${day}`)
  addRows(
    known.map(({ approval }) => approval).filter((approval) => !isOpen(approval)),
    facts,
  )
  return true
}

const isOpen = ({ date, name, decision }: Approval): boolean => date === undefined && name === undefined && decision === undefined

interface Row {
  readonly approval: Approval
  /** What stands in the place of a day. */
  readonly day?: string
}

/** A row of a table of decisions; undefined for one that says what front matter has no place for. */
function toDecision(cell: (name: Column) => string | undefined): Row | undefined {
  const [day, role] = [cell('date'), cell('role')]
  const { outcome, beside } = partDecision(cell('decision') ?? '')
  const said = outcome.replace(UNDECIDED, '').replace(UNRECORDED, '') || undefined
  const date = day === undefined ? undefined : readDate(day)
  const decision = OUTCOMES.find(({ words }) => said !== undefined && words.test(said))?.decision
  // "Gremium | Rol | Datum": instemming, vaststelling.
  const isRight = role !== undefined && !/\s/.test(role) && rightOf(role) !== undefined
  const given = cell('right') ?? (decision === undefined ? said : undefined) ?? (isRight ? role : undefined)
  const who = splitRight(cell('body') ?? cell('who') ?? (role === undefined || isRight ? undefined : bodyOf(role)))
  const right = given === undefined ? who.right : rightOf(given)
  const isPerson = cell('who') !== undefined && PERSON.test(who.body ?? '')
  const [signed, name] = [cell('signature'), cell('name') ?? (isPerson ? who.body : undefined)]
  if (day !== undefined && date === undefined && !BLANK_DATE.test(day)) return undefined
  if ((given !== undefined && !right) || (who.right !== undefined && who.right !== right)) return undefined
  // A signature is a name where it is printed; "w.g." is none.
  if (signed !== undefined && (name !== undefined || !PERSON.test(signed))) return undefined
  // Words about a decision that is none of those known stay in their table.
  if (said !== undefined && decision === undefined && given !== said) return undefined
  const person = name ?? signed
  const approval: Approval = {
    ...(date === undefined ? {} : { date }),
    ...(who.body === undefined || isPerson ? {} : { body: who.body }),
    ...(person === undefined ? {} : { name: person }),
    ...(role === undefined || isRight ? {} : { role }),
    ...(right === undefined ? {} : { right }),
    ...(decision === undefined ? {} : { decision }),
    ...beside,
  }
  return { approval, ...(date === undefined && day !== undefined ? { day } : {}) }
}

/** "akkoord, opmerking: mits het plein open blijft": how it fell out, and what else our own tables say of it. */
function partDecision(cell: string): { readonly outcome: string; readonly beside: Pick<Approval, 'remarks' | 'forced'> } {
  let outcome = cell
  const beside: { remarks?: string; forced?: string } = {}
  for (const { key, begins } of BESIDE_DECISION) {
    const match = begins.exec(outcome)
    if (!match) continue
    beside[key] = outcome.slice(match.index + match[0].length)
    outcome = outcome.slice(0, match.index)
  }
  return { outcome, beside }
}

/** "Medezeggenschapsraad (instemming)": a body and its right. */
function splitRight(words: string | undefined): { readonly body?: string; readonly right?: NonNullable<Approval['right']> } {
  const match = /^(.*\S)\s*\((\p{L}+)\)$/u.exec(words ?? '')
  const right = match ? rightOf(match[2] ?? '') : undefined
  return { ...(words === undefined ? {} : { body: right ? match?.[1] : words }), ...(right ? { right } : {}) } as ReturnType<
    typeof splitRight
  >
}
