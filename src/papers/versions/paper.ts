import { decisions, RECORDED } from '../../decide/index.js'
import { dateOf, documentDate, type Metadata, undecidedIn } from '../../model/index.js'
import {
  type DocBlock,
  type Document,
  factTable,
  longDate,
  paragraph,
  standingNote,
  statusText,
  text,
  type Wording,
} from '../../present/index.js'
import type { Comparison } from '../../versions/index.js'
import { createPlaces } from './places.js'
import { type VersionSetting, versionNames } from './setting.js'
import { listed } from './summary.js'

/** Title, running texts and first block of a paper. `kind` names it: `versions.<kind>.title`. */
export function paper(
  comparison: Comparison,
  setting: VersionSetting,
  kind: 'changes' | 'redline' | 'clean' | 'sideBySide' | 'wasWordt' | 'memo' | 'concordance',
  children: readonly DocBlock[],
  orientation: Document['orientation'] = 'portrait',
): Document {
  const { wording, brand, next, old } = setting
  const { title } = comparison.next
  const names = versionNames(comparison, wording)
  const name = wording(`versions.${kind}.title`)
  // The date of the text before would pass for this one's.
  const dated = dateOf(next.side.policy.metadata)
  const date = documentDate(next.side.policy.metadata) ?? documentDate(old.side.policy.metadata)
  const { lang } = next.side.policy.metadata
  // What a board is asked to decide on has its fingerprint beside it: at the end it would stand alone on a page.
  const fingerprint = (hash: string) => (kind === 'memo' ? { more: wording('versions.memo.hash', { hash }) } : {})
  const facts = [
    { name: wording('versions.fact.from'), value: names.old, ...fingerprint(comparison.old.hash) },
    { name: wording('versions.fact.to'), value: names.next, ...fingerprint(comparison.next.hash) },
    { name: wording('versions.fact.status'), value: statusText(next.resolved, undefined, wording) },
    ...(dated ? [{ name: wording(`fact.${dated.kind}`), value: longDate(dated.date, lang) }] : []),
    ...(kind === 'redline' ? decided(comparison, setting) : []),
  ]
  // A paper of a few pages has no page to spare for a cover.
  const short = kind !== 'redline' && kind !== 'clean' && kind !== 'sideBySide'
  const line = facts.map((fact) => `${fact.name}: ${fact.value}`).join(' · ')
  const head: readonly DocBlock[] = short
    ? [
        { type: 'heading', level: 1, content: [text(`${name}: ${title}`)], listed: false },
        kind === 'memo' ? factTable([...facts, ...meeting(setting)]) : paragraph(line, 'small'),
      ]
    : [{ type: 'cover', title, subtitle: name, organisation: setting.organisation ?? '', facts }]
  const caution = kind === 'clean' || kind === 'concordance' ? [] : imprecision(comparison, setting)
  const { status } = next.side.policy.metadata
  return {
    type: 'document',
    ...(status === 'adopted' ? {} : { mark: wording(`document.mark.${status}`) }),
    title: `${name}: ${title}`,
    lang,
    properties: {
      author: setting.organisation ?? title,
      subject: wording('versions.subject', names),
      // A paper says of which words it speaks, even where the hashes stand nowhere on it.
      keywords: [comparison.old.hash, comparison.next.hash],
      ...(date === undefined ? {} : { date }),
    },
    brand,
    header: setting.organisation ?? title,
    footer: wording('versions.footer', { kind: name, title, ...names }),
    pageNumber: wording('document.page'),
    orientation,
    attachments: [],
    children: [...head, ...caution, ...children],
  }
}

/** What a secretary fills in, or finds filled in: the meeting, the item on its agenda, who submits, and what is sent along. */
function meeting({ wording, next }: VersionSetting) {
  const papers = (['wasWordt', 'redline', 'concordance', 'resolution'] as const).map((paper) =>
    wording(`versions.${paper}.title`),
  )
  const facts = {
    meeting: '',
    agenda: '',
    submitter: next.side.policy.metadata.editors?.join(', ') ?? '',
    papers: papers.join(', '),
  }
  return Object.entries(facts).map(([name, value]) => ({ name: wording(`versions.memo.fact.${name}`), value }))
}

/** Who decided on the new text, in a line; nothing while nobody has. */
function decided({ next: { hash } }: Comparison, { wording, next }: VersionSetting): readonly { name: string; value: string }[] {
  const { metadata } = next.side.policy
  const taken = decisions(metadata, hash, RECORDED).flatMap((decision) => {
    const { body, approval } = decision
    if (!approval) return []
    const said = [
      ...(approval.decision === undefined ? [] : [wording(`decision.${approval.decision}`)]),
      ...(approval.date === undefined ? [] : [longDate(approval.date, metadata.lang)]),
      ...standingNote(decision, undefined, wording),
      ...(approval.remarks === undefined ? [] : [wording('decision.remarks', { reason: approval.remarks })]),
    ]
    return [`${body ?? approval.name ?? ''}: ${said.join(', ')}`]
  })
  return taken.length === 0 ? [] : [{ name: wording('versions.fact.decided'), value: taken.join('; ') }]
}

/** What a board is told of provisions of the template on which nobody decided yet. */
export function undecided(metadata: Metadata, wording: Wording): readonly DocBlock[] {
  const names = undecidedIn(metadata).map((id) => `#${id}`)
  return names.length === 0 ? [] : [paragraph(wording('versions.undecided', { names: names.join(', ') }), 'warning')]
}

/** Clauses that are named; how many more there are is told. */
const MOST_NAMED = 20

/** What a paper says where a text was too large to compare word for word. */
function imprecision({ entries }: Comparison, setting: VersionSetting): readonly DocBlock[] {
  const places = createPlaces(setting)
  const where = entries.filter(({ precise }) => !precise)
  if (where.length === 0) return []
  const named = where
    .slice(0, MOST_NAMED)
    .map(({ next, old }) => (next[0] ? places.number('next', next[0]) : places.number('old', old[0])))
  const values = { clauses: listed(named, setting.wording), others: where.length - named.length }
  return [paragraph(setting.wording('versions.imprecise', values), 'warning')]
}
