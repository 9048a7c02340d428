import { capital } from '../../language/index.js'
import {
  type DocBlock,
  type DocCell,
  type DocRow,
  type DocTable,
  type Document,
  heading,
  muted,
  paragraph,
  strong,
} from '../../present/index.js'
import type { Comparison, Entry } from '../../versions/index.js'
import { besideParts } from './beside.js'
import { elideRows } from './elide.js'
import { settleLinks } from './links.js'
import { createMarkedTables } from './marked-tables.js'
import { paper } from './paper.js'
import { createPlaces } from './places.js'
import { reasonTexts, whyText } from './reasons.js'
import { hashes } from './redline.js'
import type { VersionSetting } from './setting.js'
import { createSideTexts } from './side-texts.js'
import { isEmpty, nothingOfSubstance, summaryText } from './summary.js'

/** The table was–wordt–waarom in clause order: what matters first, what was only put otherwise at the end. */
export function presentWasWordt(comparison: Comparison, setting: VersionSetting): Document {
  const { wording } = setting
  const of = (...levels: readonly Entry['significance'][]) =>
    comparison.entries.filter(({ significance }) => levels.includes(significance))
  const part = (key: string, entries: readonly Entry[]): DocBlock[] =>
    entries.length === 0
      ? []
      : [heading(1, wording(`versions.part.${key}`)), tableOf(entries.map(createRows(comparison, setting, true)), setting, true)]
  const none = of('substantive').length > 0 || isEmpty(comparison) ? [] : [paragraph(nothingOfSubstance(comparison, wording))]
  return paper(
    comparison,
    setting,
    'wasWordt',
    settleLinks([
      paragraph(summaryText(comparison, wording), 'lead'),
      ...none,
      ...part('substantive', of('substantive')),
      ...part('to-read', of('to-read')),
      ...part('other', of('editorial', 'typographical')),
      ...besideParts(comparison, setting, 1),
      ...hashes(comparison, setting),
    ]),
    'landscape',
  )
}

/** Both texts in full, side by side in the order of the new one. */
export function presentSideBySide(comparison: Comparison, setting: VersionSetting): Document {
  const rows = createRows(comparison, setting, false)
  const summary = paragraph(summaryText(comparison, setting.wording), 'lead')
  const table = tableOf(comparison.entries.map(rows), setting, false)
  return paper(
    comparison,
    setting,
    'sideBySide',
    settleLinks([summary, ...(isEmpty(comparison) ? [] : [table]), ...hashes(comparison, setting)]),
    'landscape',
  )
}

function tableOf(rows: readonly DocRow[], { wording }: VersionSetting, why: boolean): DocTable {
  const keys = ['number', 'was', 'wordt', ...(why ? ['why'] : [])]
  const weights = [1.3, 4, 4, 3]
  return {
    type: 'table',
    look: 'grid',
    columns: keys.map((_, i) => ({ weight: weights[i] ?? 1 })),
    head: [
      { cells: keys.map((key): DocCell => ({ header: 'column', children: [paragraph(wording(`versions.column.${key}`))] })) },
    ],
    body: rows,
  }
}

function createRows({ entries }: Comparison, setting: VersionSetting, why: boolean): (entry: Entry) => DocRow {
  const { wording } = setting
  const { lang } = setting.next.side.policy.metadata
  const places = createPlaces(setting)
  const texts = createSideTexts(entries, setting, { changes: why })
  const tables = createMarkedTables(entries, setting)
  let titled = ''
  let count = 0
  const absent = (key: string): DocBlock => paragraph([muted(wording(`versions.absent.${key}`))])

  const numberCell = (entry: Entry): DocCell => {
    const [before, after] = [
      entry.old.map((piece) => places.number('old', piece)),
      entry.next.map((piece) => places.number('next', piece)),
    ]
    const [was, is] = [before.filter(Boolean).join(', '), after.filter(Boolean).join(', ')]
    const section = entry.next[0] ? places.section('next', entry.next[0]) : places.section('old', entry.old[0])
    const name = is || was
    // Under its own name, or that of the row above it, a section need not be named again.
    const title = !why || section === titled || name.includes(section) ? '' : section
    titled = section
    count++
    return {
      header: 'row',
      children: [
        ...(why ? [] : [paragraph([muted(`${count}`)], 'small')]),
        ...(name === '' ? [] : [paragraph([strong(name)])]),
        ...(is !== '' && was !== '' && is !== was
          ? [paragraph([muted(wording('versions.was-number', { number: was }))], 'small')]
          : []),
        ...(title === '' ? [] : [paragraph([muted(title)], 'small')]),
      ],
    }
  }
  const whyCell = (entry: Entry): DocCell => {
    const reasons = reasonTexts(entry, wording, lang).join('; ')
    const author = whyText(entry, wording)
    return {
      children: [
        ...(author === undefined ? [] : [paragraph(author)]),
        ...(reasons === '' ? [] : [paragraph(capital(reasons), author === undefined ? undefined : 'small')]),
      ],
    }
  }
  return (entry) => {
    const table = tables(entry)?.map((block) => (why && block.type === 'table' ? elideRows(block) : block))
    const [was, wordt] = [texts(entry, 'old'), texts(entry, 'next')]
    const id = entry.next[0]?.id ?? entry.old[0]?.id
    const change = changeOf(entry)
    return {
      ...(id === undefined ? {} : { id }),
      ...(change === undefined ? {} : { change }),
      facets: { significance: entry.significance },
      cells: [
        numberCell(entry),
        ...(table
          ? [{ children: table, span: 2 }]
          : [
              { children: was.length > 0 ? was : [absent('added')] },
              { children: wordt.length > 0 ? wordt : [absent('removed')] },
            ]),
        ...(why ? [whyCell(entry)] : []),
      ],
    }
  }
}

function changeOf({ fate, moved, significance }: Entry): DocRow['change'] {
  if (fate === 'added') return 'inserted'
  if (fate === 'removed') return 'deleted'
  if (moved) return 'moved'
  return significance === 'none' ? undefined : 'edited'
}
