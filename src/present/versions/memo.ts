import type { Comparison, Entry } from '../../compare/index.js'
import { decisions } from '../../decide/index.js'
import type { Clause } from '../../model/index.js'
import type { DocBlock, DocCell, DocItem, DocRow, Document } from '../document.js'
import { longDate } from '../wording.js'
import { settleLinks } from './links.js'
import { createPlaces } from './places.js'
import { reasonTexts } from './reasons.js'
import { factTable, heading, muted, paper, paragraph, strong, text, type VersionSetting, versionNames } from './setting.js'
import { counted, isEmpty, summaryText } from './summary.js'
import { capital } from './was-wordt.js'

/** The memo to a board (oplegger): what is proposed, what changes in substance and why, what it is asked to decide. */
export function presentMemo(comparison: Comparison, setting: VersionSetting): Document {
  const { wording } = setting
  const names = versionNames(comparison, wording)
  const { proposal } = setting.next.side.policy.metadata
  const proposed: DocBlock[] = [
    heading(1, wording('versions.memo.proposal')),
    paragraph(wording('versions.memo.intro', { title: comparison.next.title, ...names }), 'lead'),
    ...(proposal === undefined ? [] : [paragraph(proposal)]),
  ]
  return paper(
    comparison,
    setting,
    'memo',
    settleLinks([
      ...proposed,
      heading(1, wording('versions.memo.changes')),
      paragraph(summaryText(comparison, wording)),
      ...substantive(comparison, setting),
      ...decisionPart(comparison, setting),
      heading(1, wording('versions.memo.hashes')),
      paragraph(wording('versions.memo.hashes-intro'), 'small'),
      hashTable(comparison, setting),
    ]),
  )
}

function substantive(comparison: Comparison, setting: VersionSetting): DocBlock[] {
  const { wording } = setting
  const lines = linesOf(comparison.entries)
  if (lines.length === 0) return isEmpty(comparison) ? [] : [paragraph(wording('versions.none-substantive'))]
  const others = comparison.entries.filter(
    ({ significance }) => significance === 'editorial' || significance === 'typographical',
  ).length
  return [
    heading(2, wording('versions.part.substantive')),
    { type: 'list', ordered: false, items: lines.map(lineOf(setting)) },
    ...(others > 0 ? [paragraph(counted(wording, 'versions.memo.others', others), 'small')] : []),
  ]
}

/** An entry a board must know of, with the number of clauses that came or went along with it. */
interface Line {
  readonly entry: Entry
  readonly inside: number
}

/** The substantive changes. What stands in a section or item that is new as a whole, or gone, is told with it. */
function linesOf(entries: readonly Entry[]): readonly Line[] {
  const alone = new Map<Clause, Entry>()
  for (const entry of entries) {
    if (entry.fate !== 'added' && entry.fate !== 'removed') continue
    for (const { clause } of [...entry.old, ...entry.next]) alone.set(clause, entry)
  }
  const inside = new Map<Entry, number>()
  const told = new Set<Entry>()
  for (const entry of entries) {
    if (entry.significance !== 'substantive') continue
    let top = entry
    const clause = (entry.next[0] ?? entry.old[0])?.clause
    for (let up = clause?.parent; up && alone.get(up)?.fate === entry.fate; up = up.parent) top = alone.get(up) as Entry
    told.add(top)
    if (top !== entry) inside.set(top, (inside.get(top) ?? 0) + 1)
  }
  return entries.filter((entry) => told.has(entry)).map((entry) => ({ entry, inside: inside.get(entry) ?? 0 }))
}

/** One line: where, what it is about, what became of it, and the author's reason. */
function lineOf(setting: VersionSetting): (line: Line) => DocItem {
  const { wording } = setting
  const { lang } = setting.next.side.policy.metadata
  const places = createPlaces(setting)
  return ({ entry, inside }) => {
    const [piece, side] = entry.next[0] ? [entry.next[0], 'next' as const] : [entry.old[0], 'old' as const]
    const number = places.number(side, piece)
    const section = piece?.clause.kind === 'section' ? places.excerpt(piece) : places.section(side, piece)
    // The gravest two: the whole of it stands in the table.
    const reasons = reasonTexts(entry, wording, lang).slice(0, 2)
    if (inside > 0) reasons.push(counted(wording, 'versions.memo.inside', inside))
    const said = entry.why ?? (piece?.clause.kind === 'section' ? '' : places.excerpt(piece))
    return {
      type: 'item',
      label: '•',
      children: [
        paragraph([
          strong(number),
          ...(section === '' || section === number ? [] : [text(' '), muted(section)]),
          text(`: ${reasons.join('; ')}.`),
          ...(said === '' ? [] : [text(` ${capital(said)}`)]),
        ]),
      ],
    }
  }
}

function decisionPart(comparison: Comparison, setting: VersionSetting): DocBlock[] {
  const { wording, next } = setting
  const { metadata } = next.side.policy
  const all = decisions(metadata, comparison.next.hash)
  if (all.length === 0) return []
  const cell = (value: string, header?: 'column'): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  const rows = all.map(({ body, right, approval, standing }): DocRow => {
    const asked = standing === 'pending'
    const decided = wording(`decision.${approval?.decision ?? 'positive'}`)
    const date = approval?.date === undefined ? '' : longDate(approval.date, metadata.lang)
    return {
      cells: [
        cell(body ?? approval?.name ?? ''),
        cell(right === undefined ? '' : wording(`right.${right}`)),
        cell(asked ? wording('versions.memo.asked') : [decided, date].filter(Boolean).join(', ')),
        cell(standing === 'other' ? wording('versions.memo.other-words') : ''),
      ],
    }
  })
  const columns = ['body', 'right', 'decision', 'remark'].filter(
    (_, i) => i < 3 || all.some(({ standing }) => standing === 'other'),
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

function hashTable(comparison: Comparison, { wording }: VersionSetting): DocBlock {
  const names = versionNames(comparison, wording)
  return factTable([
    { name: names.old, value: comparison.old.hash },
    { name: names.next, value: comparison.next.hash },
  ])
}
