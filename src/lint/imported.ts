import type { Finding, Imported, Receipt } from '../import/index.js'
import { clauses, lastAbove, type Message, type Policy, plainText, saidIn } from '../model/index.js'
import { resolve } from '../resolve/index.js'
import { lintPolicy } from './lint.js'
import type { LintOptions } from './rule.js'

// What an import finds itself, at the words of the source.
const FOUND_BEFORE = /^(?:label|markdown|front-matter)\//

/** The receipt with what lint says of the imported policy, at the lines of the source. */
export function withLint({ policy, receipt, organisation }: Imported, options: LintOptions): Receipt {
  const { names = [] } = options
  const known = names.length > 0 || organisation === undefined ? names : [usualSpelling(organisation, policy)]
  const own = receipt.fragments.some(({ reason }) => reason === 'front matter')
  const { value: resolved, messages } = resolve(policy)
  const found = [...messages, ...lintPolicy(resolved, { ...options, names: known })].filter(
    ({ rule }) => own || !FOUND_BEFORE.test(rule),
  )
  const lineOf = linesOf(policy, receipt)
  const findings = found.map((message): Finding => ({ ...saidIn(message), line: lineOf(message) }))
  const all = new Map([...receipt.findings, ...findings].map((finding) => [JSON.stringify(finding), finding]))
  return { ...receipt, findings: [...all.values()].sort((a, b) => a.line - b.line) }
}

/** A name in capitals on a cover, as the text spells it most. */
function usualSpelling(name: string, policy: Policy): string {
  const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]'), 'gi')
  const counts = new Map<string, number>()
  for (const { node } of clauses(policy))
    for (const [found] of plainText(node).matchAll(pattern)) counts.set(found, (counts.get(found) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? name
}

/** Tells the line of the source that became the clause a message is about. */
function linesOf(policy: Policy, { fragments }: Receipt): (message: Message) => number {
  const sourceLines = new Map<string, number>()
  for (const { clause, line } of fragments) if (clause !== undefined && !sourceLines.has(clause)) sourceLines.set(clause, line)
  const starts = clauses(policy).flatMap(({ id, node }) => (id === undefined ? [] : [{ id, line: node.place.line }]))
  const above = lastAbove(starts.map(({ line }) => line))
  return ({ place }) => sourceLines.get(starts[above(place?.line ?? 0)]?.id ?? '') ?? 1
}

/** Findings as messages about the source. */
export const receiptMessages = ({ findings, source }: Receipt): Message[] =>
  findings.map(({ line, ...said }): Message => ({ ...said, severity: 'warning', place: { file: source.file, line, column: 1 } }))
