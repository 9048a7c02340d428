import { type Decision, decisions, RECORDED } from '../../decide/index.js'
import {
  type DocBlock,
  type DocCell,
  type DocRow,
  type Document,
  heading,
  longDate,
  paragraph,
  standingNote,
  turnOf,
  type Wording,
} from '../../present/index.js'
import type { Comparison } from '../../versions/index.js'
import { besideParts } from './beside.js'
import { settleLinks } from './links.js'
import { paper, undecided } from './paper.js'
import { type VersionSetting, versionNames } from './setting.js'
import { substantiveList, toReadPart } from './substantive.js'
import { counted, isEmpty, nothingOfSubstance, summaryText } from './summary.js'

/** The memo to a board (oplegger): what it is asked to decide, what is proposed, what changes in substance and why. */
export function presentMemo(comparison: Comparison, setting: VersionSetting): Document {
  const { wording } = setting
  const names = versionNames(comparison, wording)
  const { proposal } = setting.next.side.policy.metadata
  const proposed: DocBlock[] = [
    heading(1, wording('versions.memo.proposal')),
    paragraph(wording('versions.memo.intro', { title: comparison.next.title, ...names })),
    ...(proposal === undefined ? [] : [paragraph(proposal)]),
  ]
  return paper(
    comparison,
    setting,
    'memo',
    settleLinks([
      ...undecided(setting.next.side.policy.metadata, wording),
      ...decisionPart(comparison, setting),
      ...proposed,
      heading(1, wording('versions.memo.changes')),
      paragraph(summaryText(comparison, wording)),
      ...changes(comparison, setting),
      ...besideParts(comparison, setting, 2),
    ]),
  )
}

/** Changes a board is told of one by one; the others by their places. */
const MOST = 12

/** The changes of substance in a line each; those of which that is not known in full, for they must be read. */
function changes(comparison: Comparison, setting: VersionSetting): DocBlock[] {
  const { wording } = setting
  if (isEmpty(comparison)) return []
  const list = substantiveList(comparison, setting, { gravest: MOST })
  const others = comparison.entries.filter(
    ({ significance }) => significance === 'editorial' || significance === 'typographical',
  ).length
  return [
    ...(list ? [heading(2, wording('versions.part.substantive')), list] : [paragraph(nothingOfSubstance(comparison, wording))]),
    ...toReadPart(comparison, setting, 2),
    ...(others > 0 ? [paragraph(counted(wording, 'versions.memo.others', others), 'small')] : []),
  ]
}

function decisionPart(comparison: Comparison, setting: VersionSetting): DocBlock[] {
  const { wording, next } = setting
  const { metadata } = next.side.policy
  const all = decisions(metadata, comparison.next.hash, RECORDED)
  if (all.length === 0) return []
  const cell = (value: string, header?: 'column'): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  const turn = turnOf(next.side.policy)
  const rows = all.map((taken): DocRow => {
    const { body, right, approval, standing } = taken
    const asked = standing === 'pending'
    const decided = approval?.decision === undefined ? '' : wording(`decision.${approval.decision}`)
    const date = approval?.date === undefined ? '' : longDate(approval.date, metadata.lang)
    return {
      cells: [
        cell(body ?? approval?.name ?? ''),
        cell(right === undefined ? '' : wording(`right.${right}`)),
        cell(asked ? wording('versions.memo.asked') : [decided, date].filter(Boolean).join(', ')),
        cell(remarkOf(taken, turn, wording)),
      ],
    }
  })
  const columns = ['body', 'right', 'decision', 'remark'].filter(
    (_, i) => i < 3 || rows.some(({ cells }) => cells[i]?.children.length !== 0),
  )
  const pending = all.some(({ standing }) => standing === 'pending')
  return [
    heading(1, wording('versions.memo.decision')),
    ...(pending ? [paragraph(wording('versions.memo.decision-intro', { title: comparison.next.title }))] : []),
    {
      type: 'table',
      look: 'grid',
      columns: columns.map(() => ({ weight: 1 })),
      head: [{ cells: columns.map((key) => cell(wording(`versions.memo.column.${key}`), 'column')) }],
      body: rows.map((row) => ({ cells: row.cells.slice(0, columns.length) })),
    },
  ]
}

/** What a board should know of a decision before it takes its own: whose turn it is, on which words it was, and what was remarked. */
function remarkOf(decision: Decision, turn: ReturnType<typeof turnOf>, wording: Wording): string {
  const { approval, standing } = decision
  const hasTurn = turn?.body === decision.body && turn?.right === decision.right
  return [
    ...(standing === 'pending' && !hasTurn ? [] : standingNote(decision, turn, wording)),
    ...(approval?.forced === undefined ? [] : [wording('decision.forced', { reason: approval.forced })]),
    ...(approval?.remarks === undefined ? [] : [wording('versions.memo.remarked', { remarks: approval.remarks })]),
  ].join('; ')
}
