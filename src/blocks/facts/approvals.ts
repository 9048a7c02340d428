import { fold, isFunctionWord, phrasesOf, wordsOfAll } from '../../language/index.js'
import type { Approval } from '../../model/index.js'

/** What has decisions in it. */
interface Decided {
  approvals: Approval[]
}

/** Adds decisions that a line names; one that a table told already is the same, and stays as the table has it. */
export function addSaid(said: readonly Approval[], facts: Decided): void {
  for (const approval of said.map(withName)) {
    const at = facts.approvals.findIndex((known) => isSame(approval, known))
    const known = facts.approvals[at]
    if (known) facts.approvals[at] = merge(approval, known)
    else facts.approvals.push(approval)
  }
}

/** Adds the rows of a table; what a line said of one of them before is no decision of its own. */
export function addRows(rows: readonly Approval[], facts: Decided): void {
  const said = [...facts.approvals]
  const merged = rows.map((row) => {
    const at = said.findIndex((approval) => isSame(approval, row))
    const [found] = at < 0 ? [] : said.splice(at, 1)
    return found ? merge(found, row) : row
  })
  facts.approvals = [...said, ...merged]
}

const merge = (said: Approval, row: Approval): Approval => ({
  ...said,
  ...row,
  ...(said.right === 'adoption' && row.right === 'approval' ? { right: said.right } : {}),
})

/** A decision without what is no name of who took it: "the committee in", "te Zuiderveen". */
function withName(approval: Approval): Approval {
  const { body, ...more } = approval
  if (body === undefined) return approval
  const words = body.split(/\s+/)
  // "opgesteld door J. de Wit en vastgesteld" names who wrote.
  if (AND.test(words.at(-1) ?? '')) return more
  while (words.length > 1 && isNoName(words.at(-1) ?? '')) words.pop()
  const [first = ''] = words
  if (isNoName(first) && !ARTICLE.test(first)) return more
  return words.join(' ') === body ? approval : { ...approval, body: words.join(' ') }
}
const isNoName = (word: string): boolean => /^\p{Ll}$/u.test(word) || (/^\p{Ll}/u.test(word) && isFunctionWord(fold(word)))
const AND = new RegExp(`^(?:${wordsOfAll('and')})$`, 'u')
const ARTICLE = new RegExp(`^(?:${phrasesOf('opensSubject')}|${wordsOfAll('the')})$`, 'iu')

/** Whether a line and a row tell of one decision: they share the day or the body, and contradict each other in nothing. */
function isSame(said: Approval, row: Approval): boolean {
  const agrees = (key: 'date' | 'right') => said[key] === undefined || row[key] === undefined || said[key] === row[key]
  const [one, other] = [bodyKey(said), bodyKey(row)]
  const sameBody = one !== undefined && one === other
  const sameDate = said.date !== undefined && said.date === row.date
  const sameRight = said.right !== undefined && said.right === row.right
  const bodiesAgree = one === undefined || other === undefined || sameBody
  // "Vastgesteld door: het bestuur", "Vastgesteld op: 5 februari": who and when, of one decision.
  const areHalves =
    sameRight && (one === undefined) !== (other === undefined) && (said.date === undefined) !== (row.date === undefined)
  const shared = [sameBody, sameDate, sameRight].filter(Boolean).length
  const isApproved = sameBody && sameDate && [said, row].every(({ right }) => right === 'adoption' || right === 'approval')
  return (
    agrees('date') &&
    (agrees('right') || isApproved) &&
    bodiesAgree &&
    (shared > 1 || (areHalves && (one === undefined) !== (said.date === undefined)))
  )
}

// "Bestuur (J. de Wit)" is "het bestuur".
const bodyKey = ({ body }: Approval): string | undefined => body?.replace(/\s*\(.*$/, '').toLowerCase()
