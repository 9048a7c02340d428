import type { Node } from 'prosemirror-model'
import { judge } from '../../commands/lint.js'
import { compareGiven } from '../../commands/versions.js'
import { named, placesOf, writeEdited } from '../../edit/index.js'
import { wordMends } from '../../lint/index.js'
import { clauses, type Message, type Policy } from '../../model/index.js'
import { createChangeWords, fateText, summaryText } from '../../papers/index.js'
import { wordMessage } from '../../present/messages/index.js'
import { readPolicy } from '../../read/index.js'
import { renderParts } from '../../render/html/index.js'
import type { Entry } from '../../versions/index.js'
import { type Loaded, loadPolicy, loadSpeller, loadWording } from '../../workspace/index.js'
import { plainDocument } from '../frame.js'
import type { DeskRequest } from '../types.js'

/** What is found in a text while it is written, and what it changes against the release. */
export interface Judged {
  readonly findings: readonly FoundThere[]
  /** Absent where there is no release to hold it against. */
  readonly changes?: Changes
}

/** A finding at the clause that starts at `pos`; `mend` where what is meant is certain. */
export interface FoundThere {
  readonly severity: string
  readonly severityText: string
  readonly reason: string
  readonly rule: string
  readonly pos?: number
  readonly mend?: { readonly was: string; readonly becomes: string }
}

export interface Changes {
  readonly version: string
  readonly summary: string
  readonly entries: readonly ChangeThere[]
}

export interface ChangeThere {
  readonly id?: string
  readonly pos?: number
  readonly where: string
  readonly fate: string
  readonly significance: string
  readonly level: string
  /** The words with what came and went, as every page of ours shows them. */
  readonly html: string
  readonly why: string
}

export function judged(request: DeskRequest, loaded: Loaded, doc: Node, open?: number): Judged {
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(loaded.bytes)
  const after = named(doc, open).doc
  const text = writeEdited(source, after)
  if (text === undefined) return { findings: [] }
  const { value: policy, messages } = readPolicy(text, loaded.policy.file)
  const written: Loaded = { ...loaded, policy, bytes: new TextEncoder().encode(text) }
  const places = placesById(after)
  return {
    findings: findingsIn(request, written, messages, places),
    ...changesIn(request, written, places),
  }
}

/** Where each clause stands in the document that was sent; an id is one of its attributes, so that giving one moves nothing. */
const placesById = (doc: Node): ReadonlyMap<string, number> =>
  new Map(placesOf(doc).flatMap(({ node, pos }) => (node.attrs.id ? [[node.attrs.id as string, pos] as const] : [])))

// A clause gets its id when it is written; what is still being typed has none, and needs none.
const UNTOLD = new Set(['id/missing'])

function findingsIn(
  request: DeskRequest,
  written: Loaded,
  read: readonly Message[],
  places: ReadonlyMap<string, number>,
): readonly FoundThere[] {
  const { say, context } = request
  const { policy } = written
  const { messages } = judge(context, written, { whole: true })
  const mends = wordMends(policy, loadSpeller(policy.metadata.lang))
  const idAt = idsByLine(policy)
  const order = ['error', 'warning', 'info']
  return [...read, ...messages]
    .filter(({ rule, place }) => !UNTOLD.has(rule) && (place?.file === undefined || place.file === policy.file))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || (a.place?.line ?? 0) - (b.place?.line ?? 0))
    .map((message): FoundThere => {
      const { severity, rule, place } = message
      const { reason } = wordMessage(message, say)
      const id = place && idAt(place.line)
      const pos = id === undefined ? undefined : places.get(id)
      const mend = mends.find((each) => each.rule === rule && each.line === place?.line && each.column === place.column)
      return {
        severity,
        severityText: say(`severity.${severity}`),
        reason,
        rule,
        ...(pos === undefined ? {} : { pos }),
        ...(mend && pos !== undefined ? { mend: { was: mend.was, becomes: mend.becomes } } : {}),
      }
    })
}

/** The clause a line belongs to: the last one that has an id and begins above it. */
function idsByLine(policy: Policy): (line: number) => string | undefined {
  const starts = clauses(policy)
    .flatMap(({ id, node }) =>
      id === undefined ? [] : [{ id, line: node.place.line, end: node.place.endLine ?? node.place.line }],
    )
    .sort((a, b) => a.line - b.line)
  return (line) => starts.findLast((each) => each.line <= line && line <= each.end)?.id ?? undefined
}

function changesIn(request: DeskRequest, written: Loaded, places: ReadonlyMap<string, number>): { readonly changes?: Changes } {
  const { context, say } = request
  const { entry } = written
  const release = entry?.releases.at(-1)
  const old = entry && release && loadPolicy(context.workspace, `${entry.name}@${release.version}`, context.cwd).value
  if (!entry || !release || !old) return {}
  const { comparison, setting } = compareGiven(context, old, written, [])
  const wordsOf = createChangeWords(comparison, setting)
  const wording = loadWording(context.workspace, written.policy.metadata.lang)
  const blank = plainDocument('', written.policy.metadata.lang, setting.brand)
  const shown = (each: Entry): ChangeThere => {
    const piece = each.next[0] ?? each.old[0]
    const id = piece?.id
    const pos = id === undefined ? undefined : places.get(id)
    const { value } = renderParts({ ...blank, children: wordsOf(each) }, { wording })
    return {
      ...(id === undefined ? {} : { id }),
      ...(pos === undefined ? {} : { pos }),
      where: piece?.number ?? '',
      fate: fateText(each, say),
      significance: each.significance,
      level: say(`versions.significance.${each.significance}`),
      html: value.body,
      why: each.why ?? '',
    }
  }
  const changed = comparison.entries.filter(({ significance }) => significance !== 'none')
  return { changes: { version: release.version, summary: summaryText(comparison, say), entries: changed.map(shown) } }
}
