import { dateOf, documentDate, type Metadata, type Organisation, type PrintedPart } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'
import { approvalPart } from './approvals.js'
import { createPresenter } from './blocks.js'
import { styleOf } from './brand-style.js'
import { colophon } from './colophon.js'
import type { Attachment, Brand, DocBlock, DocCell, Document } from './document.js'
import { paragraph, text } from './prose.js'
import { statusText } from './standing.js'
import { blankTable, clauseMarks, NO_MARKS } from './template.js'
import { createWording, longDate, type Wording } from './wording.js'

/** What a policy document is made of besides the policy itself. */
export interface PolicySetting {
  readonly organisation: Organisation
  readonly brand: Brand
  readonly wording: Wording
  readonly attachments: readonly Attachment[]
  /** It is shown to who makes it: with its choices marked, its guidance, and what it asks. */
  readonly template?: boolean
}

/** A policy as a document: cover, colophon, decisions, history, contents and body, or the parts and order the organisation chose. */
export function presentPolicy(resolved: Resolved, setting: PolicySetting): Document {
  const { metadata } = resolved.policy
  const { organisation, brand, wording } = setting
  const { title, lang, status } = metadata
  const date = documentDate(metadata)
  const marks = setting.template ? clauseMarks(resolved, wording) : NO_MARKS
  const body = [
    ...createPresenter(resolved, marks).blocks(resolved.policy.children),
    ...(setting.template ? blankTable(resolved.source, wording) : []),
  ]
  const footerKey = metadata.version === undefined ? 'document.footer.unversioned' : 'document.footer'
  const running = { organisation: organisation.name, title, version: metadata.version ?? '', status: wording(`status.${status}`) }

  // The organisation's own running words, with the names of the wording's between double braces; `brand` has checked them.
  const own = (place: 'header' | 'footer'): string | undefined => {
    const text = organisation.brand?.[place]
    return text === undefined ? undefined : createWording(() => text)(place, running)
  }

  const parts: Readonly<Record<PrintedPart, () => readonly DocBlock[]>> = {
    cover: () => [coverOf(resolved, setting)],
    colophon: () => [
      { type: 'division', role: 'colophon', page: 'after-full', children: colophon(resolved, organisation, wording) },
    ],
    approvals: () => approvalPart(resolved, wording),
    history: () => historyPart(metadata, wording),
    contents: () => [{ type: 'contents', title: wording('document.contents'), depth: 3 }],
    body: () => [{ type: 'division', role: 'body', page: 'after-full', children: body }],
  }
  return {
    type: 'document',
    title,
    lang,
    properties: {
      author: organisation.name,
      ...(metadata.subtitle === undefined ? {} : { subject: metadata.subtitle }),
      ...(date === undefined ? {} : { date }),
    },
    brand,
    ...(status === 'adopted' ? {} : { mark: wording(`document.mark.${status}`) }),
    header: own('header') ?? wording('document.header', running),
    footer: own('footer') ?? wording(footerKey, running),
    pageNumber: wording('document.page'),
    orientation: 'portrait',
    attachments: setting.attachments,
    children: partsOf(organisation).flatMap((part) => parts[part]()),
  }
}

const wantedParts = (brand: Organisation['brand']): readonly PrintedPart[] => brand?.parts ?? styleOf(brand).parts

/** A document has a head, also where the organisation wants no page for it. */
const partsOf = ({ brand }: Organisation): readonly PrintedPart[] => {
  const parts = wantedParts(brand)
  return parts.includes('cover') ? parts : ['cover', ...parts]
}

function coverOf(resolved: Resolved, { organisation, wording }: PolicySetting): DocBlock {
  const { title, subtitle, partOf, version, lang, ...metadata } = resolved.policy.metadata
  const dated = dateOf(metadata)
  const facts = [
    ...(partOf ? [['partOf', partOf]] : []),
    ...(version ? [['version', version]] : []),
    ['status', statusText(resolved, organisation.route, wording)],
    ...(dated ? [[dated.kind, longDate(dated.date, lang)]] : []),
  ]
  return {
    type: 'cover',
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(wantedParts(organisation.brand).includes('cover') ? {} : { head: true }),
    organisation: organisation.name,
    facts: facts.map(([name, value = '']) => ({ name: wording(`fact.${name}`), value })),
  }
}

function historyPart({ history = [], lang }: Metadata, wording: Wording): DocBlock[] {
  if (history.length === 0) return []
  const cell = (value: string, header?: 'column'): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  return [
    { type: 'heading', level: 1, content: [text(wording('document.history'))], listed: false, bookmarked: true },
    {
      type: 'table',
      look: 'plain',
      columns: [{ weight: 1 }, { weight: 1.5 }, { weight: 5 }],
      head: [{ cells: ['version', 'date', 'summary'].map((key) => cell(wording(`history.${key}`), 'column')) }],
      body: history.map((entry) => ({
        cells: [cell(entry.version), cell(entry.date === undefined ? '' : longDate(entry.date, lang)), cell(entry.summary ?? '')],
      })),
    },
  ]
}
