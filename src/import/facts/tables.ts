import type { Approval } from '../../model/index.js'
import { readDate } from '../dates.js'
import { textOf } from '../words.js'
import { addRows } from './approvals.js'
import { addField, bodyOf, type Facts, readField, rightOf, toVersion } from './fields.js'
import { addVersionLine } from './version-line.js'
import { BLANK_DATE, COLUMNS, type Column, OUTCOMES, PERSON } from './vocabulary.js'

type Rows = readonly (readonly (readonly import('../../model/index.js').Inline[])[])[]

/**
 * Takes a table of decisions (date, name, role), of versions, or of names and values about the document into the facts. False when the
 * table is another, or holds a word that front matter has no place for; then nothing is taken.
 */
export function takeTable(rows: Rows, facts: Facts, onCover: boolean): string | undefined {
  const cells = rows.map((row) => row.map((cell) => textOf(cell).trim()))
  const [head = [], ...body] = cells
  const columns = head.map((name) => COLUMNS.find((column) => column.name.test(name.replace(/\s*:$/, '')))?.column)
  if (body.length > 0 && columns.every((column) => column !== undefined)) {
    const known = columns as Column[]
    if (known.includes('version') && known.includes('date')) return takeHistory(known, body, facts) ? 'history' : undefined
    if (known.includes('date') && known.some((column) => PARTIES.has(column)))
      return takeApprovals(known, body, facts) ? 'approvals' : undefined
    return undefined
  }
  return onCover && takeFields(cells, facts) ? 'front matter' : undefined
}

const PARTIES: ReadonlySet<Column> = new Set(['name', 'role', 'body', 'who'])

function takeApprovals(columns: readonly Column[], rows: readonly (readonly string[])[], facts: Facts): boolean {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  const read = filled.map((row) => toDecision((name) => row[columns.indexOf(name)] || undefined))
  const known = read.filter((decision) => decision !== undefined)
  if (known.length < filled.length) return false
  // Rows that nobody filled in say who must decide, not who did.
  const open = known.filter(({ approval }) => isOpen(approval))
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
  const [day, role, said] = [cell('date'), cell('role'), cell('decision')]
  const date = day === undefined ? undefined : readDate(day)
  const decision = OUTCOMES.find(({ words }) => said !== undefined && words.test(said))?.decision
  const given = cell('right') ?? (decision === undefined ? said : undefined)
  const who = splitRight(cell('body') ?? cell('who') ?? (role === undefined ? undefined : bodyOf(role)))
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
    ...(role === undefined ? {} : { role }),
    ...(right === undefined ? {} : { right }),
    ...(decision === undefined ? {} : { decision }),
  }
  return { approval, ...(date === undefined && day !== undefined ? { day } : {}) }
}

/** "Medezeggenschapsraad (instemming)": a body and its right. */
function splitRight(words: string | undefined): { readonly body?: string; readonly right?: NonNullable<Approval['right']> } {
  const match = /^(.+?)\s*\((\p{L}+)\)$/u.exec(words ?? '')
  const right = match ? rightOf(match[2] ?? '') : undefined
  return { ...(words === undefined ? {} : { body: right ? match?.[1] : words }), ...(right ? { right } : {}) } as ReturnType<
    typeof splitRight
  >
}

function takeHistory(columns: readonly Column[], rows: readonly (readonly string[])[], facts: Facts): boolean {
  const history = rows.map((row) => {
    const version = toVersion(row[columns.indexOf('version')] ?? '')
    const date = readDate(row[columns.indexOf('date')] ?? '')
    const summary = columns
      .flatMap((column, i) => (column === 'version' || column === 'date' || !row[i] ? [] : [row[i]]))
      .join(' – ')
    return version === undefined || date === undefined ? undefined : { version, date, ...(summary === '' ? {} : { summary }) }
  })
  if (history.some((entry) => entry === undefined)) return false
  facts.history.push(...(history as Facts['history']))
  return true
}

function takeFields(cells: readonly (readonly string[])[], facts: Facts): boolean {
  const trial: Facts = structuredClone(facts)
  const taken = cells.every((row) => {
    const [name = '', ...values] = row
    const line = `${name.replace(/\s*:$/, '')}: ${values.join(' ').trim()}`
    const field = readField(line)
    return (field !== undefined && field.value !== '' && addField(field, trial)) || addVersionLine(line, trial)
  })
  if (taken) Object.assign(facts, trial)
  return taken
}
