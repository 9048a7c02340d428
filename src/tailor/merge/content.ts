import {
  type Attributes,
  type Block,
  type ClauseNode,
  canonicalClause,
  type Inline,
  type Item,
  type Language,
  NO_ATTRIBUTES,
  noteMarks,
  type Paragraph,
} from '../../model/index.js'
import { readPolicy, writeBlocks } from '../../read/index.js'
import { mergeTexts } from './words.js'

/** A clause's own words, whatever it is: without its attributes and what stands inside it. */
export function ownWords(node: ClauseNode): string {
  if (node.type === 'table' || node.type === 'verbatim') return canonicalClause({ ...node, attributes: NO_ATTRIBUTES })
  // A heading, an item and a paragraph with one content say the same words.
  return canonicalClause(paragraphOf(node.content))
}

const paragraphOf = (content: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  content,
  attributes: NO_ATTRIBUTES,
  place: { line: 1, column: 1 },
})

/** Inlines as Markdown. */
const markdownOf = (content: readonly Inline[]): string => writeBlocks([paragraphOf(content)]).trimEnd()

/** Markdown as the inlines of one clause; nothing where it is more than one clause, or carries attributes. */
export function inlinesFrom(markdown: string): readonly Inline[] | undefined {
  // A mark of a note is a mark only where its text stands.
  const names = [...new Set([...markdown.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, name]) => name))]
  const notes = names.map((name) => `\n\n[^${name}]: x`).join('')
  const { value, messages } = readPolicy(`${markdown}${notes}\n`, '')
  const [only, ...others] = value.children
  if (messages.length > 0 || others.length > 0 || only?.type !== 'paragraph') return undefined
  const { id, classes, values } = only.attributes
  return id === undefined && classes.length === 0 && Object.keys(values).length === 0 ? only.content : undefined
}

/** The words of a clause that both sides changed, with both changes in it; nothing where that is for a person to say. */
interface MergedContent {
  readonly node: ClauseNode
  readonly inSentence: boolean
}

export function mergeContent(base: ClauseNode, theirs: ClauseNode, ours: ClauseNode, lang: Language): MergedContent | undefined {
  if (base.type === 'table' && theirs.type === 'table' && ours.type === 'table') return mergeTables(base, theirs, ours, lang)
  if (!('content' in base) || !('content' in theirs) || !('content' in ours)) return undefined
  const merged = mergeInlines(base.content, theirs.content, ours.content, lang)
  return merged && { node: { ...ours, content: merged.content }, inSentence: merged.inSentence }
}

function mergeInlines(base: readonly Inline[], theirs: readonly Inline[], ours: readonly Inline[], lang: Language) {
  const [o, t, u] = [base, theirs, ours].map(markdownOf) as [string, string, string]
  if (o === t || t === u) return { content: ours, inSentence: false }
  if (o === u) return { content: theirs, inSentence: false }
  const merged = mergeTexts(o, t, u, lang)
  const content = merged && inlinesFrom(merged.text)
  // Marks of emphasis that no longer pair would print as stars: then the words are for a person to put together.
  if (!content || markdownOf(content) !== merged.text) return undefined
  return { content, inSentence: merged.inSentence }
}

type Table = Extract<Block, { type: 'table' }>

/** Tables with as many rows and columns are merged cell by cell; others only by a person. */
function mergeTables(base: Table, theirs: Table, ours: Table, lang: Language): MergedContent | undefined {
  const shape = (table: Table) => table.rows.map(({ cells }) => cells.length).join()
  if (shape(base) !== shape(theirs) || shape(base) !== shape(ours)) return undefined
  let inSentence = false
  let failed = false
  const rows = ours.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => {
      const merged = mergeInlines(base.rows[r]?.cells[c] ?? [], theirs.rows[r]?.cells[c] ?? [], cell, lang)
      inSentence ||= merged?.inSentence ?? false
      failed ||= merged === undefined
      return merged?.content ?? cell
    }),
  }))
  return failed ? undefined : { node: { ...ours, rows }, inSentence }
}

/** Three attributes as one: what one side changed is changed, and ours stands where both did. */
export function mergeAttributes(base: Attributes | undefined, theirs: Attributes, ours: Attributes): Attributes {
  if (!base) return ours
  const id = theirs.id !== base.id && ours.id === base.id ? theirs.id : ours.id
  const classes = [...new Set([...ours.classes, ...theirs.classes])].filter((name) => {
    const [inBase, inTheirs, inOurs] = [base, theirs, ours].map((each) => each.classes.includes(name))
    return inBase === inTheirs ? inOurs : inTheirs
  })
  const keys = [...new Set([...Object.keys(ours.values), ...Object.keys(theirs.values)])]
  const values = keys.flatMap((key) => {
    const [o, t, u] = [base, theirs, ours].map((each) => each.values[key])
    const value = o === t || o !== u ? u : t
    return value === undefined ? [] : [[key, value] as const]
  })
  return { ...(id === undefined ? {} : { id }), classes, values: Object.fromEntries(values) }
}

/** Attributes as one string, to be compared. */
export const attributesKey = ({ id, classes, values }: Attributes): string =>
  JSON.stringify([id ?? null, [...classes].sort(), Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))])

/** The marks of notes in a clause. */
export const marksOf = (node: Block | Item): readonly string[] => ('attributes' in node ? noteMarks(node) : [])
