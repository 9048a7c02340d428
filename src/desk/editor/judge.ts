import type { Node } from 'prosemirror-model'
import { judgeWhole } from '../../commands/lint.js'
import { named, writtenAt } from '../../edit/index.js'
import { wordMends } from '../../lint/index.js'
import type { Message, Place } from '../../model/index.js'
import { createChangeWords, fateText, summaryText } from '../../papers/index.js'
import { plainDocument } from '../../present/index.js'
import { wordMessage } from '../../present/messages/index.js'
import { renderParts } from '../../render/html/index.js'
import { type ComparedVersions, compareGiven, langOf } from '../../secretariat/versions.js'
import { type Entry, saidSince } from '../../versions/index.js'
import { type Loaded, lastRelease, loadSpeller, loadWording, usedIds } from '../../workspace/index.js'
import type { DeskRequest } from '../types.js'

/** A finding at the clause that starts at `pos`; `mend` where what is meant is certain. */
export interface FoundThere {
  readonly severity: string
  readonly severityText: string
  readonly reason: string
  readonly rule: string
  readonly pos?: number
  readonly mend?: { readonly was: string; readonly becomes: string }
}

export interface EditorFindings {
  readonly findings: readonly FoundThere[]
  readonly changes: Changes | null
}

export interface Changes {
  readonly version: string
  readonly summary: string
  readonly count: number
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
  /** It was given for other words. */
  readonly whyOfOthers: boolean
}

/** Clauses that have not been written stand on no line of a file: theirs begin here, beyond every line there can be, and tell where the node starts. */
const FIRST = 1_000_000

/** A text that is being written, as if it stood in the file. */
function given({ context }: DeskRequest, loaded: Loaded, doc: Node, open: number | undefined): Loaded {
  const after = named(doc, open, usedIds(context, loaded)).doc
  const starts = new Map<Node, number>()
  after.descendants((node, pos) => void starts.set(node, pos))
  const { file } = loaded.policy
  const body = writtenAt(after, (node) => ({ file, line: FIRST + (starts.get(node) ?? 0), column: 1 }))
  return { ...loaded, policy: { ...loaded.policy, ...body } }
}

const startOf = (place: Place | undefined): number | undefined =>
  place === undefined || place.line < FIRST ? undefined : place.line - FIRST

const ORDER = ['error', 'warning', 'info']

/** What lint finds in a text that is not written yet, and what the text changes against the release; null where there is none. */
export function judgedIn(
  request: DeskRequest,
  loaded: Loaded,
  read: readonly Message[],
  doc: Node,
  open?: number,
): EditorFindings {
  const typed = given(request, loaded, doc, open)
  const compared = comparedIn(request, typed)
  return { findings: findingsIn(request, typed, read, compared), changes: (compared && changesIn(request, compared)) ?? null }
}

/** The text beside the release before it; undefined where there is none. */
function comparedIn({ context }: DeskRequest, typed: Loaded): ComparedVersions | undefined {
  const old = lastRelease(context.workspace, typed.entry, context.cwd)
  return old && compareGiven(context, old, typed, [])
}

function findingsIn(
  { say, context }: DeskRequest,
  typed: Loaded,
  read: readonly Message[],
  compared: ComparedVersions | undefined,
): readonly FoundThere[] {
  const { policy } = typed
  const since = compared && saidSince(compared.comparison, compared.setting.next.side)
  const { messages } = judgeWhole(context, typed, since)
  const isMendable = messages.some(({ rule }) => rule.startsWith('word/'))
  const mends = isMendable ? wordMends(policy, loadSpeller(policy.metadata.lang)) : []
  // What was found in reading the file holds for its front matter alone: the text is another by now.
  const inHead = read.filter(({ place }) => place !== undefined && place.line <= policy.yaml.split('\n').length)
  return [...inHead, ...messages]
    .filter(({ place }) => place?.file === undefined || place.file === policy.file)
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || (a.place?.line ?? 0) - (b.place?.line ?? 0))
    .map((message): FoundThere => {
      const { severity, rule, place, values } = message
      const pos = startOf(place)
      const words = values !== undefined && 'words' in values ? values.words : undefined
      const mend = mends.find((each) => each.rule === rule && each.line === place?.line && each.was === words)
      return {
        severity,
        severityText: say(`severity.${severity}`),
        reason: wordMessage(message, say).reason,
        rule,
        ...(pos === undefined ? {} : { pos }),
        ...(mend && pos !== undefined ? { mend: { was: mend.was, becomes: mend.becomes } } : {}),
      }
    })
}

/** Changes that are shown in full; of a text that is new throughout the page that compares shows all. */
const MOST = 40

function changesIn({ context, say }: DeskRequest, compared: ComparedVersions): Changes {
  const { comparison, setting } = compared
  const wordsOf = createChangeWords(comparison, setting)
  const lang = langOf(compared)
  const wording = loadWording(context.workspace, lang)
  const blank = plainDocument('', lang, setting.brand)
  const shown = (each: Entry): ChangeThere => {
    const piece = each.next[0] ?? each.old[0]
    const id = piece?.id
    const pos = startOf(each.next[0]?.clause.node.place)
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
      whyOfOthers: each.whyOfOthers ?? false,
    }
  }
  const changed = comparison.entries.filter(({ significance }) => significance !== 'none')
  return {
    version: comparison.old.ref.replace(/^.*@/, ''),
    summary: summaryText(comparison, say),
    count: changed.length,
    entries: changed.slice(0, MOST).map(shown),
  }
}
