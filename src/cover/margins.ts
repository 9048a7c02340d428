import {
  addOrganisation,
  addPart,
  type Facts,
  findDate,
  isContact,
  isControlName,
  isDraftMark,
  isNoted,
  isReached,
  KIND,
  RIGHT_WORDS,
  readField,
  sendsReader,
  timeIn,
  toVersion,
} from '../blocks/index.js'
import { append } from '../model/index.js'
import type { Piece } from '../pieces/index.js'
import { nameKey } from './name-key.js'
import { isProper, runningParts } from './title.js'

/**
 * What headers and footers say about the document, where nothing else says it: "Datum laatste aanpassing: 24/09/24", whose it is. What no
 * key can hold ("Vastgesteld: september 2023", an owner) is kept word for word.
 */
export function takeMargins(pieces: readonly Piece[], names: readonly string[], body: string, facts: Facts): void {
  const seen = new Set<string>()
  const reached: string[] = []
  const title = nameKey(facts.title ?? '')
  for (const part of runningParts(pieces)) {
    const line = part.replace(OF_PAGE, '').trim()
    if (seen.has(line)) continue
    seen.add(line)
    if (isDraftMark(line)) {
      takeBack(facts)
      continue
    }
    if (addOther(line, facts) || facts.remarks.includes(line)) continue
    if (isContact(line) && isReached(line)) reached.push(line)
    const isNamed = /^[^:]{2,60}:\s+\S/u.test(line)
    if (timeIn(line) !== undefined || CODE.test(line) || isNoted(readField(line)?.key) || decides(line, facts))
      facts.remarks.push(line)
    else if (isNamed && isControlName(line.slice(0, line.indexOf(':')))) facts.remarks.push(line)
    else if (!isNamed && nameKey(line) !== title) takeName(line, names, body, facts)
  }
  // "Vragen? Bel de balie op …" beside the text of a page.
  for (const { role, text } of pieces) if (role === 'dropped' && sendsReader(text) && isReached(text)) reached.push(text)
  if (facts.contact.length === 0) append(facts.contact, [...new Set(reached)])
}

/** Takes a part; who decided on no day that is told is kept word for word where the document says it elsewhere. */
function addOther(line: string, facts: Facts): boolean {
  const trial = structuredClone(facts)
  if (!addPart(line, trial)) return false
  const added = trial.approvals.slice(facts.approvals.length)
  const isKnown = facts.approvals.some(({ right, body }) => body !== undefined && added.some((each) => each.right === right))
  if (isKnown && added.every(({ date }) => date === undefined)) facts.remarks.push(line)
  else Object.assign(facts, trial)
  return true
}

/** Whoever printed "CONCEPT" on the pages did not take the text for adopted, whatever else is said in it; what it calls itself is kept. */
function takeBack(facts: Facts): void {
  if (facts.status !== 'draft' && facts.statusSaid !== undefined) facts.remarks.push(facts.statusSaid)
  facts.status = 'draft'
}

/** "HLT/SG/02", "HR-POL-7": the code by which an office keeps a document. */
const CODE = /^(?=.*\d)\p{Lu}{2,6}(?:[-/.][\p{Lu}\d]{1,6}){1,4}$/u

/** "Vastgesteld op 4 april 2023 – pagina 3": where it stands. */
const OF_PAGE = /(?:^|[\s,|–-])(?:pagina|page|pag\.?|blz\.?)\s?\d{1,4}(?:\s?(?:van|of|\/)\s?\d{1,4})?\s*$/i

/** Whether a line tells of a decision on a day that nothing else tells of. */
const decides = (line: string, { approvals, history, date }: Facts): boolean =>
  RIGHT_WORDS.some(({ words }) => words.test(line)) &&
  /\d{4}/.test(line) &&
  ![date, ...approvals.map((approval) => approval.date), ...history.map((entry) => entry.date)].includes(
    findDate(line)?.date ?? '-',
  )

/** "Klachtenregeling Stichting De Linde", "Afspraken, 2e druk": what stands behind the title. */
function takeName(line: string, names: readonly string[], body: string, facts: Facts): void {
  const isTitled = line.toLowerCase().startsWith((facts.title ?? '\n').toLowerCase())
  const rest = (isTitled ? line.slice(facts.title?.length) : line).replace(/^[-–|,:\s]+/, '')
  if (isTitled && addPart(rest, facts)) return
  // "Policy 2.2", "Declaratieregeling 2.0"
  if (KIND.test(line)) facts.version ??= toVersion(/\s(\d{1,2}(?:\.\d{1,2}){1,2})$/.exec(line)?.[1] ?? '')
  if (names.length === 0 && !addOrganisation(rest, facts) && isProper(rest, body)) facts.printedOrganisation ??= rest
}
