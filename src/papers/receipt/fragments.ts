import type { Fate, Finding, Fragment, Receipt } from '../../import/index.js'
import { lastAbove, plainText } from '../../model/index.js'
import {
  type DocBlock,
  type DocCell,
  type DocInline,
  type DocRow,
  type DocTable,
  muted,
  paragraph,
  strong,
  text,
  type Wording,
} from '../../present/index.js'
import { reasonOf } from '../../present/messages/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import type { ReceiptSetting } from './setting.js'

const tag = (value: string): DocInline => ({ type: 'span', role: 'tag', children: [text(value)] })

const TONES: Partial<Record<Fate, NonNullable<DocCell['tone']>>> = { heading: 'accent', dropped: 'muted' }

export const fateName = (fate: Fate, wording: Wording): string => wording(`receipt.fate.${fate}`)

/** What a finding is about, by the first part of its rule. */
export const findingKind = ({ rule }: Finding, wording: Wording): string => wording(`receipt.about.${rule.replace(/\/.*$/, '')}`)

/** What the reader is asked about a finding; what exactly was found stands in its message. */
export const findingQuestion = ({ rule }: Finding, wording: Wording): string =>
  wording(`receipt.ask.${rule.startsWith('import/') ? rule : rule.replace(/\/.*$/, '')}`)

/** The row of each finding: the last fragment that starts at its line or above. A finding about the document as a whole has none. */
export function findingsByFragment<F extends Pick<Finding, 'rule' | 'line'>>({
  findings,
  fragments,
}: {
  readonly findings: readonly F[]
  readonly fragments: Receipt['fragments']
}): ReadonlyMap<F, number> {
  const found = new Map<F, number>()
  const first = new Map(fragments.map(({ line }, i) => [line, i] as const).reverse())
  const above = lastAbove(fragments.map(({ line }) => line))
  for (const finding of findings) {
    const at = first.get(finding.line) ?? above(finding.line)
    if (at >= 0 && !/^(?:import|front-matter)\//.test(finding.rule)) found.set(finding, at)
  }
  return found
}

/** Every part of the source beside what became of it. */
export function fragmentTable(receipt: Receipt, setting: ReceiptSetting): DocTable {
  const { wording, resolved } = setting
  const byFragment = new Map<number, Finding[]>()
  for (const [finding, at] of findingsByFragment(receipt)) byFragment.set(at, [...(byFragment.get(at) ?? []), finding])
  const column = (key: string): DocCell => ({ header: 'column', children: [paragraph(wording(key))] })
  const shown = new Set<string>()
  return {
    type: 'table',
    look: 'grid',
    columns: [{ weight: 1.1 }, { weight: 5 }, { weight: 1.8 }, { weight: 2 }, { weight: 5 }],
    head: [
      {
        cells: ['place', 'source', 'fate', 'clause', 'result'].map((name) => column(`receipt.column.${name}`)),
      },
    ],
    body: receipt.fragments.map((fragment, i): DocRow => {
      const found = byFragment.get(i) ?? []
      const isFirst = fragment.clause === undefined || !shown.has(fragment.clause)
      if (fragment.clause !== undefined) shown.add(fragment.clause)
      const clause = fragment.clause === undefined ? undefined : resolved.byId.get(fragment.clause)
      const tone = TONES[fragment.fate]
      return {
        id: `fragment-${i + 1}`,
        facets: { fate: fragment.fate, finding: found.length > 0 ? 'yes' : 'no' },
        cells: [
          { header: 'row', children: [paragraph(placeOf(fragment, wording))] },
          { children: [...lines(fragment.text, setting), ...found.map((finding) => said(finding, setting))] },
          { ...(tone === undefined ? {} : { tone }), children: [paragraph(fateName(fragment.fate, wording))] },
          { children: nameOf(fragment, clause) },
          { children: resultOf(fragment, clause, isFirst, setting) },
        ],
      }
    }),
  }
}

function placeOf({ line, page }: Fragment, wording: Wording): DocInline[] {
  return [text(String(line)), ...(page === undefined ? [] : [muted(` ${wording('receipt.page', { page })}`)])]
}

/** Words of the source, which may be in another language than the page. */
const lines = (value: string, { lang, resolved }: ReceiptSetting): DocBlock[] =>
  value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      ...paragraph(line.replaceAll('\t', ' · ')),
      ...(resolved.policy.metadata.lang === lang ? {} : { lang: resolved.policy.metadata.lang }),
    }))

const said = (finding: Finding, { wording }: ReceiptSetting): DocBlock =>
  paragraph([tag(findingKind(finding, wording)), text(` ${reasonOf(finding, wording)}`)], 'small')

/** Number and id of the clause, or the key of the front matter. */
function nameOf({ fate, reason, clause: id }: Fragment, clause: ResolvedClause | undefined): DocBlock[] {
  if (fate === 'metadata') return [paragraph([{ type: 'code', value: reason ?? '' }])]
  if (id === undefined) return [paragraph([muted('–')])]
  return [
    ...(clause?.number === undefined ? [] : [paragraph([strong(clause.number)])]),
    paragraph([{ type: 'code', value: `#${id}` }], 'small'),
  ]
}

function resultOf(fragment: Fragment, clause: ResolvedClause | undefined, isFirst: boolean, setting: ReceiptSetting): DocBlock[] {
  const { wording, resolved } = setting
  const { fate, reason, text: source } = fragment
  if (fate === 'metadata') {
    const value = Object.entries(resolved.policy.metadata).find(([key]) => key === reason)?.[1]
    return typeof value === 'string' ? lines(value, setting) : [paragraph([muted(wording('receipt.metadata'))])]
  }
  if (fate === 'dropped') return [paragraph([muted(wording(`receipt.dropped.${reason}`))])]
  if (!isFirst) return [paragraph([muted(wording('receipt.goesOn'))])]
  return lines(clause ? plainText(clause.node) : source, setting)
}
