import {
  COLUMNS,
  COMPUTED_STATUS,
  CONTROL_TITLE,
  FIELDS,
  type Finding,
  findDate,
  isControlName,
  isNamingWord,
  type Label,
  OUTCOMES,
  printedWords,
  RIGHT_WORDS,
  readField,
  readMarker,
  type Source,
  STATUS_WORDS,
  textOf,
  toVersion,
  UNDECIDED,
} from '../blocks/index.js'
import { fold, isFunctionWord, weekdays } from '../language/index.js'
import { clipped, LANGUAGES, type Metadata, type Policy, plainText } from '../model/index.js'
import { lineOf, type Piece, printed } from '../pieces/index.js'
import { resolve } from '../resolve/index.js'
import { isClause } from './outline/build.js'
import { asBlanks, asItStood } from './template/index.js'
import type { Fragment, Printed } from './types.js'

// Words on each side of the place where two texts part.
const AROUND = 6

/**
 * What the policy prints otherwise than it stands in the source: label and words of every clause, with references and parameters as a
 * reader sees them, and the order. `clauses` are those of the policy as read back from its file, notes apart.
 */
export function printDifferences(pieces: readonly Piece[], clauses: readonly Printed[], source: Source): Finding[] {
  const order = new Map(source.blocks.map((block, i) => [block, i]))
  const found: Finding[] = []
  let last = 0
  for (const [i, piece] of pieces.filter(isClause).entries()) {
    const clause = clauses[i]
    if (!clause) break
    const line = lineOf(piece)
    const [expected, actual] = [inSource(piece), inPrint(clause)]
    const at = expected.findIndex((word, n) => word !== actual[n])
    if (at >= 0 || expected.length !== actual.length) {
      const [stood, prints] = partBetween(expected, actual)
      found.push({ rule: 'import/differs', line, values: { printed: prints, source: stood } })
    }
    const place = order.get(piece.blocks[0] as Source['blocks'][number]) ?? last
    if (place < last) {
      found.push({ rule: 'import/order', line, values: { words: clipped(expected.join(' '), LONGEST) } })
    }
    last = Math.max(last, place)
  }
  return found
}

/** The words of a piece as its source prints them, its label first, without the signs around a label. */
function inSource(piece: Piece): string[] {
  if (piece.role === 'table') {
    return inCells(piece.blocks.flatMap(({ rows = [] }) => rows.flat().map(textOf)).join('\t'))
  }
  const whole = printed(piece)
  if (piece.label === undefined) return printedWords(whole.replace(/\t/g, ' '))
  if (piece.labelGiven) {
    const [first, ...more] = piece.blocks
    const words = [textOf(first?.content ?? []), ...more.map(({ content }) => textOf(content))].join(' ')
    return [...printedWords(piece.label.printed), ...printedWords(words)]
  }
  return [...printedWords(piece.label.printed), ...printedWords(behindLabel(whole, piece.label).replace(/\t/g, ' '))]
}

/** What stands behind a label; one with a word of the author's in front may end in a sign that is none of its words: "Lid 1." */
function behindLabel(whole: string, { printed, prefix }: Label): string {
  const marked = prefix === undefined ? readMarker(whole)?.length : undefined
  return marked === undefined
    ? whole.slice(whole.indexOf(printed) + printed.length).replace(/^\s?[.:)\]/](?=\s)|^\s[-–—|](?=\s)/u, '')
    : whole.slice(marked)
}

/** The label and the words of a clause as the policy prints them. */
const inPrint = ({ clause: { label = '', kind }, words }: Printed): string[] =>
  kind === 'table' ? inCells(words) : [...printedWords(label), ...printedWords(words)]

/** The words of a table, with a stroke between cells that have any: a word that goes to the next cell is not where it stood. */
const inCells = (text: string): string[] =>
  text
    .split(/[\t\n]+/)
    .map(printedWords)
    .filter((words) => words.length > 0)
    .flatMap((words, i) => (i === 0 ? words : ['|', ...words]))

/** Where two rows of words part, with some words around it. */
function partBetween(a: readonly string[], b: readonly string[]): [string, string] {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const part = (words: readonly string[]) =>
    words.slice(Math.max(start - AROUND, 0), words.length - Math.max(end - AROUND, 0)).join(' ')
  return [clipped(part(a), LONGEST), clipped(part(b), LONGEST)]
}

// Two lines of the terminal: the place is told by line and page.
const LONGEST = 160

/** Blocks of the source whose words are in no piece, as the fragments they would have been: whatever was understood, none may go. */
export function missingFragments(pieces: readonly Piece[], source: Source): Fragment[] {
  const held = new Map<number, number>()
  const add = (line: number, letters: number) => held.set(line, (held.get(line) ?? 0) + letters)
  for (const { blocks } of pieces) for (const block of blocks) add(block.line, lettersOf(block))
  return source.blocks.flatMap((block): Fragment[] => {
    const letters = lettersOf(block)
    const left = (held.get(block.line) ?? 0) - letters
    held.set(block.line, left)
    return left >= 0 || letters === 0 ? [] : [{ line: block.line, text: textIn(block), fate: 'clause' }]
  })
}

const textIn = ({ content, rows }: Source['blocks'][number]): string =>
  [textOf(content), ...(content.length > 0 ? [] : (rows ?? []).flat().map(textOf))].join(' ')
const lettersOf = (block: Source['blocks'][number]): number => textIn(block).replace(/\s+/g, '').length

/**
 * Words about the document that reached neither the text nor the front matter. `names` are those of the organisation, which stand in
 * its own file.
 */
export function metadataDifferences(pieces: readonly Piece[], metadata: Metadata, names: readonly string[]): Finding[] {
  const values = JSON.stringify([metadata, names])
  const held = new Set(values.toLowerCase().match(WORD) ?? [])
  return pieces.flatMap((piece): Finding[] => {
    if (piece.role !== 'metadata') return []
    const cells = piece.rows?.flat().map(textOf)
    const whole = cells ? cells.join(' ') : printed(piece)
    // What a value is called is said by the key that holds it.
    const named = cells
      ? cells
          .filter(
            (cell) =>
              !isControlName(cell) && !UNDECIDED.test(cell.trim()) && !isColumn(cell.trim()) && !CONTROL_TITLE.test(cell.trim()),
          )
          .join('; ')
      : (readField(whole)?.value ?? whole).replace(COMPUTED_STATUS, '')
    const said = NAMING.reduce((rest, name) => rest.replace(name, ' '), named)
    const rest = withoutDates(said, values).match(WORD) ?? []
    const left = rest.filter((word) => !held.has(word.toLowerCase()) && !isSaid(word, values))
    if (left.length === 0) return []
    return [
      {
        rule: 'import/metadata',
        line: lineOf(piece),
        values: { words: clipped(left.join(' '), LONGEST), line: clipped(whole, LONGEST) },
      },
    ]
  })
}

const isColumn = (cell: string): boolean => COLUMNS.some(({ name }) => name.test(cell))

// The names of fields where a sentence has them: "met ingang van 7 november 2022".
const NAMING: readonly RegExp[] = FIELDS.map(
  ({ name }) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${name.source.replace(/^\^/, '')})`, 'giu'),
)

// "2024-1" is one: a version by its year.
const WORD = /(?<!\d)20\d{2}[-/]\d(?![\d/-])|[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu

function withoutDates(value: string, values: string): string {
  let rest = value
  let other = ''
  for (let found = findDate(rest); found; found = findDate(rest)) {
    const at = rest.indexOf(found.words)
    if (at < 0) break
    // A date that is in no key is a word like any other.
    if (!values.includes(found.date)) other += ` ${found.words}`
    rest = `${rest.slice(0, at)} ${rest.slice(at + found.words.length)}`
  }
  return rest + other
}

/** Whether front matter says a word in its own way: as the name of a key, as a version, a status, a right or an outcome. */
function isSaid(word: string, values: string): boolean {
  const version = toVersion(word)
  return (
    (version !== undefined && values.includes(`"${version}"`)) ||
    isFunctionWord(fold(word)) ||
    FIELDS.some(({ name }) => name.test(`${word}:`)) ||
    isColumn(word) ||
    isNamingWord(word) ||
    DAYS.has(word.toLowerCase()) ||
    [...STATUS_WORDS, ...RIGHT_WORDS, ...OUTCOMES].some(({ words }) => words.test(word))
  )
}

// A date says on which day of the week it is.
const DAYS = new Set(LANGUAGES.flatMap((lang) => weekdays(lang).flat()))

/** A document that names another organisation than the one it is brought in for. */
export function organisationDifference(printedName: string | undefined, names: readonly string[], line: number): Finding[] {
  const [name] = names
  if (printedName === undefined || name === undefined) return []
  const key = (value: string) => ` ${(value.toLowerCase().match(WORD) ?? []).join(' ')} `
  const isOwn = names.some((own) => key(printedName).includes(key(own)) || key(own).includes(key(printedName)))
  return isOwn ? [] : [{ rule: 'import/organisation', line, values: { found: printedName, expected: name } }]
}

/** The clauses of a policy with the words they print; of a model, with what stood in its blanks. */
export function printedWith(pieces: readonly Piece[], policy: Policy): readonly Printed[] {
  const { parameters } = policy.metadata
  const blank =
    parameters === undefined ? policy : { ...policy, metadata: { ...policy.metadata, parameters: asBlanks(parameters) } }
  const own = pieces.filter(isClause)
  let at = 0
  return resolve(blank).value.clauses.map((clause): Printed => {
    const piece = clause.kind === 'note' ? undefined : own[at++]
    const words = plainText(clause.node)
    return { clause, words: piece === undefined ? words : asItStood(words, piece) }
  })
}
