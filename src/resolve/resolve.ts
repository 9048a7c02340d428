import { toString } from 'mdast-util-to-string'
import {
  type Clause,
  clauses,
  type Inline,
  isReference,
  type Message,
  mapInlines,
  mapWords,
  type Place,
  type Policy,
  type Result,
} from '../model/index.js'
import { type Numbering, numberClauses } from './numbering.js'
import { parameterValues, substitute } from './parameters.js'

/** A clause with what was computed for it. */
export interface ResolvedClause extends Omit<Clause, 'parent' | 'section'>, Partial<Numbering> {
  readonly parent?: ResolvedClause
  readonly section?: ResolvedClause
}

/** A policy as a reader sees it: parameters filled in, references printed, every heading and item numbered. */
export interface Resolved {
  readonly policy: Policy
  /** As written: what hashes and decisions are about. */
  readonly source: Policy
  /** With parameters filled in and references still open: what comparisons are about. */
  readonly filled: Policy
  readonly clauses: readonly ResolvedClause[]
  /** The first clause with an id. */
  readonly byId: ReadonlyMap<string, ResolvedClause>
}

/** Where the clause with an id starts, in the first of the texts that has it. */
export function placeOf(id: string, ...texts: readonly Pick<Resolved, 'byId'>[]): Place | undefined {
  const found = texts.flatMap(({ byId }) => byId.get(id)?.node.place ?? [])[0]
  return found && { ...(found.file === undefined ? {} : { file: found.file }), line: found.line, column: found.column }
}

/** Computes numbers, references and parameters. Reports references that lead nowhere and parameters nobody declared. */
export function resolve(policy: Policy): Result<Resolved> {
  const messages: Message[] = []
  const report = (message: Message) => messages.push(message)

  const values = parameterValues(policy.metadata.parameters)
  const filled = mapWords(policy, (content, node) => substitute(content, values, node.place, report))

  const numbered = withNumbers(filled)
  const targets = index(numbered)
  const printed = mapWords(filled, (content, node) => {
    let before = ''
    return mapInlines(content, (inline) => {
      if (inline.type === 'text') before = BETWEEN.test(inline.value) ? before : inline.value
      if (inline.type !== 'link' || !inline.url.startsWith('#')) return [inline]
      const id = inline.url.slice(1)
      const target = targets.get(id)
      if (!target) {
        const position = inline.position?.start
        report({
          rule: 'reference/unresolved',
          form: 'clause',
          values: { id },
          severity: 'error',
          place: position ? { ...node.place, line: position.line, column: position.column } : node.place,
          expected: nearest(id, [...targets.keys()]),
        })
      }
      if (!isReference(inline)) return [inline]
      const value = target ? withoutUnit(referenceText(target), before) : id
      return [{ ...inline, children: [{ type: 'text', value }] }]
    })
  })
  const resolved = printed === filled ? numbered : withNumbers(printed)
  return { value: { policy: printed, source: policy, filled, clauses: resolved, byId: index(resolved) }, messages }
}

function withNumbers(policy: Policy): readonly ResolvedClause[] {
  const list = clauses(policy)
  const numbers = numberClauses(list, policy.metadata.numbering)
  const resolved: ResolvedClause[] = []
  for (const { parent, section, ...clause } of list) {
    // What stands around a clause comes before it, so it is already resolved.
    const around = { parent: parent && resolved[parent.index], section: section && resolved[section.index] }
    resolved.push({
      ...clause,
      ...(around.parent && { parent: around.parent }),
      ...(around.section && { section: around.section }),
      ...numbers.get(clause.index),
    })
  }
  return resolved
}

function index(list: readonly ResolvedClause[]): Map<string, ResolvedClause> {
  const found = new Map<string, ResolvedClause>()
  for (const clause of list) if (clause.id !== undefined && !found.has(clause.id)) found.set(clause.id, clause)
  return found
}

/** What a reference to a clause prints: its number; the title of a heading without one; else where the clause stands. */
export function referenceText(clause: ResolvedClause): string {
  const title = clause.kind === 'section' ? clause : clause.section
  const titleText = title?.node.type === 'section' ? toString(title.node.content as Inline[]) : ''
  if (clause.number !== undefined) {
    const isTitled = clause.kind !== 'section' && clause.section !== undefined && !isInNumbered(clause) && titleText !== ''
    return isTitled ? `${titleText}, ${clause.number}` : clause.number
  }
  if (clause.kind === 'section') return titleText
  for (let up = clause.parent; up; up = up.parent) {
    if (up.number !== undefined || up.kind === 'section') return referenceText(up)
  }
  return clause.id ?? ''
}

/** Whether a section around a clause has a number, which is then part of its own. */
function isInNumbered(clause: ResolvedClause): boolean {
  for (let up = clause.parent; up; up = up.parent) if (up.kind === 'section' && up.number !== undefined) return true
  return false
}

// What stands between the parts of one reference: "artikelen 2 en 3", "2 tot en met 4".
const BETWEEN = /^(?:[\s,/–-]|\b(?:en|of|t\/m|tot|met|and|or|to)\b)+$/u

/** What a reference prints behind the word of its unit: "artikel Artikel 2" would say it twice. */
function withoutUnit(reference: string, before: string): string {
  const said = /(\p{L}{2,})\.?\s+$/u.exec(before)?.[1]?.toLowerCase()
  const [, unit = '', number = ''] = /^(\p{L}{2,})\.?\s+(.+)$/u.exec(reference) ?? []
  const isSaid =
    said !== undefined && (said.startsWith(unit.toLowerCase()) || (said.length > 2 && unit.toLowerCase().startsWith(said)))
  return isSaid && unit !== '' && /\d|^[IVXLC]+$/.test(number) ? number : reference
}

/** Ids that look like the one meant: the same start, or one inside the other; at most five. */
function nearest(id: string, known: readonly string[]): string[] {
  const stem = id.slice(0, 4).toLowerCase()
  return known.filter((other) => other.startsWith(stem) || other.includes(id) || id.includes(other)).slice(0, 5)
}
