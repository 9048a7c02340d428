import type { Approval } from '../../../model/index.js'
import { readDate } from '../dates.js'
import { textOf } from '../words.js'
import { addField, bodyOf, type Facts, readField, rightOf, toVersion } from './facts.js'
import { COLUMNS, type Column, OUTCOMES } from './vocabulary.js'

type Rows = readonly (readonly (readonly import('../../../model/index.js').Inline[])[])[]

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
    if (known.includes('date') && known.some((column) => column === 'name' || column === 'role' || column === 'body'))
      return takeApprovals(known, body, facts) ? 'approvals' : undefined
    return undefined
  }
  return onCover && takeFields(cells, facts) ? 'front matter' : undefined
}

function takeApprovals(columns: readonly Column[], rows: readonly (readonly string[])[], facts: Facts): boolean {
  const approvals: Approval[] = []
  for (const row of rows) {
    const cell = (name: Column) => row[columns.indexOf(name)] || undefined
    const [day, name, role, said] = [cell('date'), cell('name'), cell('role'), cell('decision')]
    const date = day === undefined ? undefined : readDate(day)
    const decision = OUTCOMES.find(({ words }) => said !== undefined && words.test(said))?.decision
    const given = cell('right') ?? (decision === undefined ? said : undefined)
    const right = given === undefined ? undefined : rightOf(given)
    if ((day !== undefined && date === undefined) || cell('signature') !== undefined || (given !== undefined && !right))
      return false
    // Words about a decision that is none of those known stay in their table.
    if (said !== undefined && decision === undefined && given !== said) return false
    const body = cell('body') ?? (role === undefined ? undefined : bodyOf(role))
    approvals.push({
      ...(date === undefined ? {} : { date }),
      ...(body === undefined ? {} : { body }),
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
      ...(right === undefined ? {} : { right }),
      ...(decision === undefined ? {} : { decision }),
    })
  }
  // Rows that nobody filled in say who must decide, not who did.
  const isOpen = ({ date, name }: Approval) => date === undefined && name === undefined
  const route = approvals.flatMap(({ body, right }) => (body !== undefined && right !== undefined ? [{ body, right }] : []))
  const isRoute = route.length === rows.length && approvals.some(isOpen) && facts.route === undefined
  if (isRoute) facts.route = route
  facts.approvals.push(...approvals.filter((approval) => Object.keys(approval).length > 0 && !(isRoute && isOpen(approval))))
  return true
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
    const field = readField(`${name.replace(/\s*:$/, '')}: ${values.join(' ').trim()}`)
    return field !== undefined && field.value !== '' && addField(field, trial)
  })
  if (taken) Object.assign(facts, trial)
  return taken
}
