import type { Comparison, Side } from '../../compare/versions/index.js'
import { documentDate } from '../../model/index.js'
import type { Resolved } from '../../resolve/index.js'
import type { Brand, DocBlock, Document } from '../document.js'
import { factTable, paragraph, text } from '../prose.js'
import { longDate, type Wording } from '../wording.js'

export type SideName = 'old' | 'next'

/** One version as the papers see it: as it was compared, and with its printed numbers. `sideOf` makes the one from the other. */
export interface Version {
  readonly side: Side
  readonly resolved: Resolved
}

/** What the papers about two versions are made of besides the comparison itself. */
export interface VersionSetting {
  readonly old: Version
  readonly next: Version
  /** The full name of the organisation; absent for texts of no organisation. */
  readonly organisation?: string
  readonly brand: Brand
  /** Keys `versions.*`, `right.*`, `status.*`, in the language of the new version. */
  readonly wording: Wording
}

/** How a version is called in running text: by its number, else by the name it was asked for. */
export const versionName = (edition: Comparison['old'], wording: Wording): string =>
  edition.version === undefined ? edition.ref : wording('versions.version', { version: edition.version })

/** How the two versions are called where both are named; by their references where the numbers would not tell them apart. */
export function versionNames({ old, next }: Comparison, wording: Wording): { old: string; next: string } {
  const names = { old: versionName(old, wording), next: versionName(next, wording) }
  return names.old === names.next && old.ref !== next.ref ? { old: old.ref, next: next.ref } : names
}

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
  const date = documentDate(next.side.policy.metadata)
  const { lang } = next.side.policy.metadata
  const facts = [
    { name: wording('versions.fact.from'), value: names.old },
    { name: wording('versions.fact.to'), value: names.next },
    { name: wording('versions.fact.status'), value: wording(`status.${next.side.policy.metadata.status}`) },
    ...(date === undefined ? [] : [{ name: wording('versions.fact.date'), value: longDate(date, lang) }]),
  ]
  // A paper of a few pages has no page to spare for a cover.
  const short = kind !== 'redline' && kind !== 'clean' && kind !== 'sideBySide'
  const line = facts.map((fact) => `${fact.name}: ${fact.value}`).join(' · ')
  const head: readonly DocBlock[] = short
    ? [
        { type: 'heading', level: 1, content: [text(`${name}: ${title}`)], listed: false },
        kind === 'memo' ? factTable(facts) : paragraph(line, 'small'),
      ]
    : [{ type: 'cover', title, subtitle: name, organisation: setting.organisation ?? '', facts }]
  return {
    type: 'document',
    title: `${name}: ${title}`,
    lang,
    properties: {
      author: setting.organisation ?? title,
      subject: wording('versions.subject', names),
      // A paper says of which words it speaks, even where the hashes stand nowhere on it.
      keywords: [comparison.old.hash, comparison.next.hash],
      date: date ?? documentDate(old.side.policy.metadata) ?? '1970-01-01',
    },
    brand,
    header: setting.organisation ?? title,
    footer: wording('versions.footer', { kind: name, title, ...names }),
    pageNumber: wording('document.page'),
    orientation,
    attachments: [],
    children: [...head, ...children],
  }
}
