import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { RowProposal } from './propose.js'

const HEADING = `# Which sentences of different schools make one rule, the least sure first. "called" and "score" are the tool's. Judge a row by adding
# "verdict: confirmed" or "verdict: rejected"; move a sentence by moving its line to the row it belongs to; give the row a "name". A stance that
# was read wrongly is corrected in the place of the sentence: { sentence: linde/media#foto, stance: permission }.
# What stands here is never changed by the tool; it adds new proposals at the end of "rows".
`

/** The text of the concordance with proposals at the end of its rows; everything that stands in it stays, byte for byte where its form allows. */
export function withProposals(source: string | undefined, proposals: readonly RowProposal[]): string {
  if (source === undefined) return `${HEADING}rows:\n${proposals.map((proposal) => rowText(proposal, '  ')).join('')}`
  const document = parseDocument(source, { stringKeys: true })
  const before = valueOf(source)
  const items = isMap(document.contents) ? document.contents.items : []
  const pair = items.find(({ key }) => isScalar(key) && key.value === 'rows')
  const list = pair?.value
  // Rows are asked first: where there are none yet they stand at the end, as a key of their own.
  if (pair === undefined && !isFlow(document.contents)) {
    const appended = `${endOf(source)}rows:\n${proposals.map((proposal) => rowText(proposal, '  ')).join('')}`
    if (keeps(before, valueOf(appended), proposals.length)) return appended
  }
  if (pair !== undefined && items.at(-1) === pair && isSeq(list) && !list.flow && list.range) {
    const indent = ' '.repeat(list.range[0] - (source.lastIndexOf('\n', list.range[0]) + 1))
    const appended = `${endOf(source)}${proposals.map((proposal) => rowText(proposal, indent)).join('')}`
    if (keeps(before, valueOf(appended), proposals.length)) return appended
  }
  const plain = proposals.map(({ called, score, sentences }) =>
    document.createNode({ called, score, sentences: sentences.map(({ name }) => name) }),
  )
  if (isSeq(list)) for (const node of plain) document.addIn(['rows'], node)
  else document.set('rows', plain)
  return document.toString({ lineWidth: 0 })
}

const isFlow = (contents: unknown): boolean => isMap(contents) && contents.flow === true
const endOf = (source: string): string => (source.trim() === '' ? source : source.replace(/\n*$/, '\n'))

interface Value {
  readonly rows: readonly unknown[]
  readonly others: string
}

function valueOf(source: string): Value | undefined {
  const document = parseDocument(source, { stringKeys: true })
  if (document.errors.length > 0) return undefined
  const { rows, ...others } = (document.toJS() ?? {}) as { rows?: unknown[] | null }
  return { rows: rows ?? [], others: JSON.stringify(others) }
}

/** Whether a text says what it said before, and so many rows more. */
const keeps = (before: Value | undefined, after: Value | undefined, more: number): boolean =>
  before !== undefined &&
  after !== undefined &&
  after.others === before.others &&
  after.rows.length === before.rows.length + more &&
  JSON.stringify(after.rows.slice(0, before.rows.length)) === JSON.stringify(before.rows)

/** Words that let a person judge without opening the policies. */
const SHOWN = 40

function rowText({ called, score, sentences }: RowProposal, indent: string): string {
  const inside = `${indent}  `
  const lines = sentences.map(({ name, stance, words }) => {
    const all = words
      .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim()
      .split(' ')
    const said = `${all.slice(0, SHOWN).join(' ')}${all.length > SHOWN ? ' …' : ''}`
    return `${inside}  # ${stance}: ${said}\n${inside}  - ${plain(name)}\n`
  })
  return `${indent}- called: ${JSON.stringify(called)}\n${inside}score: ${score}\n${inside}sentences:\n${lines.join('')}`
}

const plain = (name: string): string => (/^[\w./-]+#[\w./-]+$/.test(name) ? name : JSON.stringify(name))

/** The text of the concordance with clauses of one policy under their new ids; all else stays byte for byte. */
export function withRenamed(source: string, policy: string, renamed: ReadonlyMap<string, string>): string {
  // A clause is named "policy#id", or "policy#id/2" for a sentence of it; a release keeps the ids it has.
  return source.replace(/(?<![\w./@-])([\w./-]+)#([a-z][a-z0-9-]*)/g, (whole, ref: string, id: string) => {
    const now = ref === policy ? renamed.get(id) : undefined
    return now === undefined ? whole : `${ref}#${now}`
  })
}
