import { type Finding, isContact, isCopyright, isFact, isPeriodical, isTime, readDate, textOf } from '../../blocks/index.js'
import { endsSentence } from '../../language/index.js'
import { lineOf, type Piece, words } from '../../pieces/index.js'

/** What became clauses and looks like none, and rules that stayed in a table: nothing is lost, but somebody should look. */

/** Letters of the text that a message shows. */
const LONGEST = 60
// One line of a page has as many words: a rule that tells a day or an address has more.
const MOST_WORDS = 12
// Who, a norm and what is done: a sentence of fewer is a remark.
const FEWEST_WORDS = 6
// One sentence in a table may be a note on it.
const FEWEST_RULES = 2

/** That lines which tell about a document, or where somebody is reached, became clauses. */
export function asideFindings(pieces: readonly Piece[]): Finding[] {
  const found = pieces.filter(isAside)
  const [first] = found
  if (!first) return []
  const values = { count: found.length, words: first.text.slice(0, LONGEST) }
  return [{ rule: 'import/structure', form: 'aside', values, line: lineOf(first) }]
}

function isAside({ role, label, text }: Piece): boolean {
  if ((role !== 'paragraph' && role !== 'heading') || label !== undefined || words(text) > MOST_WORDS) return false
  const isDay = readDate(text) !== undefined || isTime(text)
  return (
    isDay ||
    isContact(text) ||
    isCopyright(text) ||
    isPeriodical(text) ||
    (!endsSentence(text) && !text.endsWith(':') && isFact(text))
  )
}

/** That rules stand in a table which stayed one: each a sentence in a row of its own. */
export function tableFindings(pieces: readonly Piece[]): Finding[] {
  return pieces.flatMap((piece): Finding[] => {
    if (piece.role !== 'table' || !piece.rows) return []
    const rules = piece.rows.flatMap((row) => {
      const said = row.map((cell) => textOf(cell).trim()).find((cell) => words(cell) >= FEWEST_WORDS && endsSentence(cell))
      return said === undefined ? [] : [said]
    })
    const [first = ''] = rules
    if (rules.length < FEWEST_RULES || rules.length * 2 < piece.rows.length) return []
    return [
      {
        rule: 'import/structure',
        form: 'table',
        values: { count: rules.length, words: first.slice(0, LONGEST) },
        line: lineOf(piece),
      },
    ]
  })
}
