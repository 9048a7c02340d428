import type { Receipt } from '../../import/index.js'
import { type DocBlock, type Document, factTable, heading, muted, paragraph, text } from '../../present/index.js'
import { reasonOf } from '../../present/messages/index.js'
import { fateName, findingKind, findingQuestion, findingsByFragment, fragmentTable } from './fragments.js'
import { guesses } from './guesses.js'
import { type ReceiptJson, receiptJson } from './json.js'
import type { ReceiptSetting } from './setting.js'

const FATES = ['heading', 'clause', 'metadata', 'dropped'] as const

/**
 * The account of an import for who checks it: what a careful reader would ask about first, then every part of the source beside what
 * became of it. Rows carry facets (`receiptLabels` names them) and have the ids `fragment-1`, `fragment-2`, …
 */
export function presentReceipt(receipt: Receipt, setting: ReceiptSetting): Document {
  const { wording, resolved, organisation, lang, date, name } = setting
  const { title } = resolved.policy.metadata
  const kind = wording('receipt.title')
  return {
    type: 'document',
    title: `${kind}: ${title}`,
    lang,
    properties: {
      author: organisation,
      subject: wording('receipt.subject', { file: receipt.source.file }),
      ...(date === undefined ? {} : { date }),
    },
    brand: setting.brand,
    header: organisation,
    footer: `${kind} · ${name}`,
    pageNumber: wording('document.page'),
    orientation: 'landscape',
    attachments: [],
    children: [
      {
        type: 'cover',
        title,
        subtitle: kind,
        organisation,
        facts: [
          { name: wording('receipt.fact.source'), value: receipt.source.file },
          { name: wording('receipt.fact.policy'), value: name },
        ],
      },
      {
        type: 'division',
        role: 'summary',
        page: true,
        children: [
          ...verdict(receipt, setting),
          ...guesses(receipt, setting),
          ...findings(receipt, setting),
          ...counts(receipt, setting),
        ],
      },
      {
        type: 'division',
        role: 'body',
        page: false,
        // Answers to no filter itself: it stays as long as one of its rows does.
        facets: {},
        children: [
          { ...heading(1, wording('receipt.fragments.title')), id: 'fragments' },
          paragraph(wording('receipt.fragments.intro')),
          fragmentTable(receipt, setting),
        ],
      },
    ],
  }
}

/** Names of the facets of the rows and of their values, for an interactive format. */
export function receiptLabels({ wording }: Pick<ReceiptSetting, 'wording'>) {
  return {
    fate: {
      name: wording('receipt.facet.fate'),
      values: Object.fromEntries(FATES.map((fate) => [fate, fateName(fate, wording)])),
    },
    finding: {
      name: wording('receipt.facet.finding'),
      values: { yes: wording('receipt.facet.finding.yes'), no: wording('receipt.facet.finding.no') },
    },
  }
}

// Found where the source is held against the policy as it is printed.
const DIFFERS: ReadonlySet<string> = new Set(['import/differs', 'import/order', 'import/metadata'])

// Of words these tell what became of them: they stand in the policy, or with what was left out.
const ACCOUNTED: ReadonlySet<string | undefined> = new Set(['drawn', 'formula', 'hidden'])

// Words that do not stand in the policy.
const LEFT_OUT: ReadonlySet<string | undefined> = new Set(['drawn', 'hidden'])

/** Whether all of a source was accounted for, in a sentence or two, and how much was found to ask. */
export function verdictOf(
  { fragments, unaccounted, findings: found, words }: Pick<ReceiptJson, 'fragments' | 'unaccounted' | 'findings' | 'words'>,
  wording: ReceiptSetting['wording'],
): string {
  const total = fragments.length
  if (unaccounted.length > 0) return wording('receipt.summary.lost', { total, lost: unaccounted.length })
  const key = found.length === 0 ? 'none' : found.length === 1 ? 'one' : 'many'
  const asked = wording(`receipt.summary.findings.${key}`, { count: found.length })
  const count = found.filter(({ rule }) => DIFFERS.has(rule)).length
  const isUnequal = found.some(({ rule, form }) => rule === 'import/words' && !ACCOUNTED.has(form))
  const isLeftOut = found.some(({ rule, form }) => rule === 'import/words' && LEFT_OUT.has(form))
  const parts = count > 0 ? 'differs' : isUnequal ? undefined : isLeftOut ? 'told' : 'whole'
  const counted = isUnequal ? 'unequal' : words && count === 0 ? 'words' : undefined
  return [
    ...(parts ? [wording(`receipt.summary.${parts}`, { total, count })] : []),
    ...(counted ? [wording(`receipt.summary.${counted}`, { words: words?.source ?? 0 })] : []),
    asked,
  ].join(' ')
}

function verdict(receipt: Receipt, { wording }: ReceiptSetting): DocBlock[] {
  const { unaccounted } = receipt
  const said = verdictOf(receiptJson(receipt, wording), wording)
  return [
    paragraph(said, unaccounted.length === 0 ? 'lead' : 'warning'),
    ...unaccounted.map(({ line, text: words }) => paragraph(`${line}: ${words}`, 'warning')),
  ]
}

function counts({ fragments, source, words }: Receipt, { wording }: ReceiptSetting): DocBlock[] {
  const count = (fate: string) => fragments.filter((fragment) => fragment.fate === fate).length
  return [
    { ...heading(1, wording('receipt.counts.title')), id: 'counts' },
    factTable([
      ...FATES.map((fate) => ({ name: wording(`receipt.count.${fate}`), value: String(count(fate)) })),
      ...(words
        ? [
            { name: wording('receipt.count.words'), value: wording('receipt.number', { number: words.source }) },
            { name: wording('receipt.count.words.dropped'), value: wording('receipt.number', { number: words.dropped }) },
          ]
        : []),
      { name: wording('receipt.fact.kind'), value: wording(`receipt.kind.${source.kind}`) },
      { name: wording('receipt.fact.sha256'), value: source.sha256 },
    ]),
  ]
}

/** What was found, in the order of the source, each leading to its row. */
function findings(receipt: Receipt, { wording }: ReceiptSetting): DocBlock[] {
  const title = { ...heading(1, wording('receipt.findings.title')), id: 'findings' }
  if (receipt.findings.length === 0) return [title, paragraph(wording('receipt.findings.none'))]
  const rows = findingsByFragment(receipt)
  const header = (key: string) => ({ header: 'column' as const, children: [paragraph(wording(key))] })
  return [
    title,
    paragraph(wording('receipt.findings.intro')),
    {
      type: 'table',
      look: 'plain',
      columns: [{ weight: 1.6 }, { weight: 2 }, { weight: 7 }],
      head: [{ cells: [header('receipt.column.place'), header('receipt.column.about'), header('receipt.column.finding')] }],
      body: receipt.findings.map((finding, i) => {
        const question = findingQuestion(finding, wording)
        const before = receipt.findings[i - 1]
        const asked = before !== undefined && findingQuestion(before, wording) === question
        const row = rows.get(finding)
        const place = wording('receipt.line', { line: finding.line })
        return {
          cells: [
            {
              children: [
                paragraph(
                  row === undefined ? [muted(place)] : [{ type: 'link', target: `fragment-${row + 1}`, children: [text(place)] }],
                ),
              ],
            },
            { children: [paragraph(findingKind(finding, wording))] },
            { children: [paragraph(reasonOf(finding, wording)), ...(asked ? [] : [paragraph([muted(question)], 'small')])] },
          ],
        }
      }),
    },
  ]
}
