import { phrasesOf } from '../../language/index.js'
import { append, type Inline } from '../../model/index.js'
import { readDate } from '../dates.js'
import { textOf } from '../words.js'
import { addSaid } from './approvals.js'
import { addAwaited } from './awaited.js'
import { takeApprovals } from './decision-rows.js'
import { bodyOf, decisionsIn, rightOf } from './decisions.js'
import { addBegun, addField, isTime, readField, toVersion } from './fields.js'
import type { Facts } from './known.js'
import { isToldName } from './named.js'
import { addOrganisation } from './organisations.js'
import { addVersionLine } from './version-line.js'
import { COLUMNS, CONTROL_NAMES, CONTROL_TITLE, type Column, KIND } from './vocabulary.js'

type Rows = readonly (readonly (readonly Inline[])[])[]

/**
 * Takes a table of decisions (date, name, role), of versions, or of names and values about the document into the facts. False when the
 * table is another, or holds a word that front matter has no place for; then nothing is taken. `isNear`: it stands near the beginning or the
 * end, where names that are not known may stand among those that are.
 */
export function takeTable(rows: Rows, facts: Facts, onCover: boolean, isNear = onCover): string | undefined {
  const cells = rows.map((row) => row.map((cell) => textOf(cell).trim()))
  const [head = [], ...body] = cells
  const columns = columnsIn(head)
  // "Versie | Ingangsdatum | Evaluatie", and below it one row that tells.
  const [only] = body
  if (
    only &&
    body.length === 1 &&
    only.length === head.length &&
    (head.every(isControlName) || areNames(head, only, columns)) &&
    head.length >= FEWEST_PAIRS
  ) {
    const turned = head.map((name, i) => [name, only[i] ?? ''])
    if ((onCover || isControlTable(turned, isNear)) && takeFields(turned, facts)) return 'front matter'
  }
  // Names above their values, row by row.
  const areTurned = cells.length > 2 && cells.length % 2 === 0 && cells.every((row, i) => i % 2 === 1 || row.every(isControlName))
  if (areTurned && head.length >= FEWEST_PAIRS) {
    const turned = cells.flatMap((row, i) => (i % 2 === 1 ? [] : row.map((name, n) => [name, cells[i + 1]?.[n] ?? ''])))
    if ((onCover || isControlTable(turned, isNear)) && takeFields(turned, facts)) return 'front matter'
  }
  // A history whose columns have no names.
  if (onCover && cells.length > 1 && cells.every(isEdition))
    return takeHistory(
      [],
      head.map((_, i) => BARE_COLUMNS[i] ?? 'summary'),
      cells,
      facts,
    )
      ? 'history'
      : undefined
  const isHistory = onCover && columns.includes('version') && columns.includes('date')
  if (body.length > 0 && (isHistory || columns.every((column) => column !== undefined))) {
    const known = columns as (Column | undefined)[] as Column[]
    // Inside the text "Nr." and a date may number meetings, and a date beside a name be a rota.
    const counts = onCover || head.some((name) => VERSION.test(name))
    if (known.includes('version') && known.includes('date'))
      return counts && takeHistory(head, known, body, facts) ? 'history' : undefined
    const decides = onCover || known.some((column) => DECIDED.has(column))
    if (known.includes('date') && known.some((column) => PARTIES.has(column)))
      return decides && takeApprovals(known, body, facts) ? 'approvals' : undefined
    return undefined
  }
  return (onCover || isControlTable(cells, isNear)) && takeFields(cells, facts) ? 'front matter' : undefined
}

const BARE_COLUMNS: readonly Column[] = ['version', 'date']
/** "1.4 | 18-04-2023 | verlof verduidelijkt" */
const isEdition = ([version = '', day = '', ...more]: readonly string[]): boolean =>
  more.length > 0 && toVersion(version) !== undefined && (readDate(day) !== undefined || isTime(day))

/** "Hoofd BHV | Versie | Datum | Volgende controle" above one row of values: some names are known, and no table of versions has the others. */
function areNames(head: readonly string[], values: readonly string[], columns: readonly (Column | undefined)[]): boolean {
  const known = head.filter((name, i) => isControlName(name) || isDated(values[i] ?? ''))
  return (
    columns.includes(undefined) &&
    head.filter(isControlName).length >= FEWEST_NAMES &&
    known.length >= head.length - 1 &&
    !head.some((name) => /\d/.test(name))
  )
}
const FEWEST_NAMES = 2

/** Whether the first row of a table names columns, each a known one: "Datum | Naam"; names and values are none. */
export const hasColumns = ([head = [], ...body]: Rows): boolean =>
  body.length > 0 && columnsIn(head.map((cell) => textOf(cell).trim())).every((column) => column !== undefined)

const columnsIn = (head: readonly string[]): (Column | undefined)[] =>
  head.map((name) => COLUMNS.find((column) => column.name.test(name.replace(/\s*:$/, '')))?.column)

/**
 * Wherever it stands: names of which each tells what it says about the document, near the beginning or the end most of them, and a day or a
 * version among the values.
 */
function isControlTable(cells: readonly (readonly string[])[], isNear: boolean): boolean {
  const pairs = cells.flatMap(pairsIn)
  const known = pairs.filter(([name]) => isControlName(name))
  return (
    pairs.length >= FEWEST_PAIRS &&
    known.length >= (isNear ? pairs.length / 2 : pairs.length) &&
    known.some(([, value]) => isDated(value)) &&
    pairs.every(([, value]) => !/\p{Ll}{3}\.\s\p{Lu}/u.test(value))
  )
}
const isDated = (value: string): boolean => readDate(value) !== undefined || isTime(value) || toVersion(value) !== undefined
// Two may be a date and a name by chance.
const FEWEST_PAIRS = 3
const VERSION = new RegExp(`^(?:${phrasesOf('versionWords')})`, 'i')

const PARTIES: ReadonlySet<Column> = new Set(['name', 'role', 'body', 'who'])
const DECIDED: ReadonlySet<Column> = new Set(['right', 'decision', 'signature'])

function takeHistory(
  head: readonly string[],
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  facts: Facts,
): boolean {
  const history = rows.map((row) => {
    const version = toVersion(row[columns.indexOf('version')] ?? '')
    const day = row[columns.indexOf('date')] ?? ''
    const date = readDate(day)
    // A month without a day stays as it is printed.
    const summary = columns
      .flatMap((column, i) => (column === 'version' || (column === 'date' && date !== undefined) || !row[i] ? [] : [row[i]]))
      .join(' – ')
    if (version === undefined || (date === undefined && day !== '' && !isTime(day))) return undefined
    return { version, ...(date === undefined ? {} : { date }), ...(summary === '' ? {} : { summary }) }
  })
  if (history.some((entry) => entry === undefined)) return false
  append(facts.history, history as Facts['history'])
  addDecisions(facts)
  addLastRow(head, rows.at(-1) ?? [], facts)
  return true
}

/** What the columns of a history say of its last version: "Vastgesteld door", "Status". */
function addLastRow(head: readonly string[], row: readonly string[], facts: Facts): void {
  const date = facts.history.at(-1)?.date
  for (const [i, name] of head.entries()) {
    const value = row[i] ?? ''
    const right = rightOf(name)
    if (right !== undefined && value !== '' && readDate(value) === undefined) {
      if (right === 'adoption' || right === 'approval') facts.adopted = true
      addSaid(
        [{ ...(date === undefined ? {} : { date }), body: bodyOf(value), right: right === 'approval' ? 'adoption' : right }],
        facts,
      )
    } else if (readField(`${name}: ${value}`)?.key === 'status') addField({ key: 'status', name, value }, facts)
  }
}

/** What a history says was decided on the last version: "approved by Trustees 22 January 2024". */
function addDecisions(facts: Facts): void {
  const last = facts.history.at(-1)?.summary ?? ''
  for (const part of last.split(/\s*[;–]\s+/)) {
    const decisions = decisionsIn(part, facts.lang)
    if (decisions.some(({ right }) => right === 'adoption' || right === 'approval')) facts.adopted = true
    addSaid(decisions, facts)
  }
}

function takeFields(cells: readonly (readonly string[])[], facts: Facts): boolean {
  const trial: Facts = structuredClone(facts)
  const pairs = cells.flatMap(pairsIn)
  if (pairs.some(([name, value]) => name === '' || name.length > LONGEST_NAME || value.length > LONGEST_VALUE)) return false
  const known = pairs.filter(([name, value]) => {
    const line = `${name.replace(/\s*:$/, '')}: ${value}`
    const field = readField(line)
    const isTaken =
      addAwaited(line, trial) ||
      (field !== undefined && field.value !== '' && (addField(field, trial) || addBegun(field, trial))) ||
      addVersionLine(line, trial) ||
      addHead(name, value, trial)
    // What no key holds is kept word for word: an owner, the version it takes the place of, a month without a day.
    if (!isTaken && value !== '') trial.remarks.push(line)
    else if (!isTaken && !CONTROL_TITLE.test(name)) trial.remarks.push(name)
    return isTaken
  })
  // A table of names and values about the document says at least some things that front matter knows.
  const named = pairs.filter((pair) => known.includes(pair) || isControlName(pair[0]))
  const isAbout =
    known.length === pairs.length ||
    (known.length >= 2 && known.length * 3 >= pairs.length) ||
    (pairs.length >= FEWEST_PAIRS && known.length > 0 && named.length * 3 >= pairs.length * 2) ||
    (pairs.length >= 2 && named.length === pairs.length)
  if (isAbout) Object.assign(facts, trial)
  return isAbout
}

/** "Kinderopvang De Eik | Protocol medisch handelen": whose a document is, and its title. */
function addHead(name: string, value: string, facts: Facts): boolean {
  if (!KIND.test(value) || facts.title !== undefined || !addOrganisation(name, facts)) return false
  facts.title = value
  return true
}

/** Whether a table about a document names something so: "Versie", "Proceseigenaar". */
export const isControlName = (name: string): boolean =>
  CONTROL_NAMES.test(name) || readField(`${name.replace(/\s*:$/, '')}: x`) !== undefined || isToldName(name)

/** "Versie: 4.0" */
const IN_CELL = /^([^:]{2,60}):\s+(\S.*)$/su

// In letters. A name fits in half a line of a page, a value on one and a bit: longer cells are provisions or definitions.
const LONGEST_NAME = 60
const LONGEST_VALUE = 120

/** "Ingangsdatum / versie", beside it "01-10-2024 / 2": as many names as values. */
function bySlash(name: string, value: string): (readonly [string, string])[] {
  const [names, values] = [name.split(/\s+\/\s+/), value.split(/\s+\/\s+/)]
  const areSeveral = names.length > 1 && names.length === values.length && names.every(isControlName)
  return areSeveral ? names.map((each, i) => [each, values[i] ?? '']) : [[name, value]]
}

/** Names and values side by side: two columns, or two pairs of them. */
function pairsIn(row: readonly string[]): (readonly [string, string])[] {
  const told = row.filter((cell) => cell !== '').map((cell) => IN_CELL.exec(cell))
  // Each cell a name and its value: "Versie: 4.0", "Datum: 15-01-2024".
  if (told.length > 1 && told.every((pair, i) => pair !== null || i > 0) && told.some((pair) => isControlName(pair?.[1] ?? '')))
    return row.filter((cell) => cell !== '').map((cell, i) => [told[i]?.[1] ?? cell, told[i]?.[2] ?? ''])
  // "Approved by: | the board | Date: March 2024": names by their colons.
  if (row.length === 3 && row.some((cell, i) => i > 0 && IN_CELL.test(cell)) && (row[0] ?? '').endsWith(':'))
    return row.flatMap((cell, i): (readonly [string, string])[] => {
      const [, name, value] = IN_CELL.exec(cell) ?? []
      if (name !== undefined && value !== undefined) return [[name, value]]
      return cell.endsWith(':') ? [[cell, IN_CELL.test(row[i + 1] ?? '') ? '' : (row[i + 1] ?? '')]] : []
    })
  // Three pairs and more side by side.
  const names = row.filter((_, i) => i % 2 === 0)
  if (row.length > 4 && row.length % 2 === 0 && names.every((name) => name === '' || isControlName(name)))
    return names.flatMap((name, i) => (name === '' ? [] : [[name, withoutColon(row[2 * i + 1] ?? '')] as const]))
  if (row.length !== 4) return bySlash(row[0] ?? '', withoutColon(row.slice(1).join(' ').trim()))
  const [a = '', b = '', c = '', d = ''] = row
  return [[a, withoutColon(b)], ...(c === '' && d === '' ? [] : [[c, withoutColon(d)] as const])]
}

/** "Versie | : 2.1", where the colon stands before the value. */
const withoutColon = (value: string): string => value.replace(/^:\s*/, '')
