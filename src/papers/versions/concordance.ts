import { type DocCell, type DocInline, type DocRow, type Document, muted, paragraph, text } from '../../present/index.js'
import type { Comparison, Entry } from '../../versions/index.js'
import { paper } from './paper.js'
import { createPlaces } from './places.js'
import { hashes } from './redline.js'
import type { VersionSetting } from './setting.js'
import { fateText, summaryText } from './summary.js'

/** Which number became which: every clause of both versions, once. */
export function presentConcordance(comparison: Comparison, setting: VersionSetting): Document {
  const { wording } = setting
  const places = createPlaces(setting)
  const cell = (content: readonly DocInline[]): DocCell => ({ children: content.length > 0 ? [paragraph(content)] : [] })
  const numbers = (entry: Entry, side: 'old' | 'next'): DocInline[] => {
    const said = entry[side].map((piece) => piece.number ?? '–').join(', ')
    return said === '' ? [] : [text(said)]
  }
  const row = (entry: Entry): DocRow => {
    const [piece] = entry.next.length > 0 ? entry.next : entry.old
    const ids = [...new Set([...entry.next, ...entry.old].flatMap(({ id }) => id ?? []))]
    const said = fateText(entry, wording)
    const same = entry.fate === 'unchanged' && !entry.moved && !entry.renumbered
    return {
      facets: { significance: entry.significance },
      cells: [
        { ...cell(numbers(entry, 'old')), header: 'row' },
        cell(numbers(entry, 'next')),
        cell([text(places.excerpt(piece))]),
        cell(ids.flatMap((id, i): DocInline[] => [...(i > 0 ? [text(' ')] : []), { type: 'code', value: id }])),
        cell([same ? muted(said) : text(said)]),
      ],
    }
  }
  const keys = ['old', 'new', 'clause', 'id', 'fate']
  const weights = [1, 1, 4, 2.4, 1.8]
  return paper(comparison, setting, 'concordance', [
    paragraph(summaryText(comparison, wording), 'lead'),
    {
      type: 'table',
      look: 'plain',
      columns: keys.map((_, i) => ({ weight: weights[i] ?? 1 })),
      head: [
        {
          cells: keys.map(
            (key): DocCell => ({ header: 'column', children: [paragraph(wording(`versions.concordance.${key}`))] }),
          ),
        },
      ],
      body: comparison.entries.map(row),
    },
    ...hashes(comparison, setting),
  ])
}
