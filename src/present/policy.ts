import { decisions, hashPolicy } from '../decide/index.js'
import { documentDate, type Metadata, type Organisation } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'
import { createPresenter } from './blocks.js'
import type { Attachment, Brand, DocBlock, DocCell, DocRow, DocTable, Document } from './document.js'
import { paragraph, text } from './prose.js'
import { createWording, longDate, type Wording } from './wording.js'

/** What a policy document is made of besides the policy itself. */
export interface PolicySetting {
  readonly organisation: Organisation
  readonly brand: Brand
  readonly wording: Wording
  readonly attachments: readonly Attachment[]
}

/** A policy as a document: cover, colophon, decisions, history, contents, body. */
export function presentPolicy(resolved: Resolved, setting: PolicySetting): Document {
  const { metadata } = resolved.policy
  const { organisation, brand, wording } = setting
  const { title, lang, status } = metadata
  const date = documentDate(metadata)
  const body = createPresenter(resolved).blocks(resolved.policy.children)
  const footerKey = metadata.version === undefined ? 'document.footer.unversioned' : 'document.footer'
  const running = { organisation: organisation.name, title, version: metadata.version ?? '', status: wording(`status.${status}`) }

  // The organisation's own running words, with the names of the wording's between double braces; `brand` has checked them.
  const own = (place: 'header' | 'footer'): string | undefined => {
    const text = organisation.brand?.[place]
    return text === undefined ? undefined : createWording(() => text)(place, running)
  }

  return {
    type: 'document',
    title,
    lang,
    properties: {
      author: organisation.name,
      ...(metadata.subtitle === undefined ? {} : { subject: metadata.subtitle }),
      date: date ?? '1970-01-01',
    },
    brand,
    ...(status === 'adopted' ? {} : { mark: wording(`document.mark.${status}`) }),
    header: own('header') ?? wording('document.header', running),
    footer: own('footer') ?? wording(footerKey, running),
    pageNumber: wording('document.page'),
    orientation: 'portrait',
    attachments: setting.attachments,
    children: [
      {
        type: 'cover',
        title,
        ...(metadata.subtitle === undefined ? {} : { subtitle: metadata.subtitle }),
        organisation: organisation.name,
        facts: coverFacts(metadata, date, wording),
      },
      { type: 'division', role: 'colophon', page: true, children: colophon(resolved, organisation, wording) },
      ...approvalPart(resolved, wording),
      ...historyPart(metadata, wording),
      { type: 'contents', title: wording('document.contents'), depth: 3 },
      { type: 'division', role: 'body', page: true, children: body },
    ],
  }
}

function coverFacts(metadata: Metadata, date: string | undefined, wording: Wording) {
  const facts: { name: string; value: string }[] = []
  if (metadata.partOf) facts.push({ name: wording('fact.partOf'), value: metadata.partOf })
  if (metadata.version) facts.push({ name: wording('fact.version'), value: metadata.version })
  facts.push({ name: wording('fact.status'), value: wording(`status.${metadata.status}`) })
  if (date) facts.push({ name: wording('fact.date'), value: longDate(date, metadata.lang) })
  return facts
}

function colophon(resolved: Resolved, organisation: Organisation, wording: Wording): DocBlock[] {
  const { metadata } = resolved.policy
  const day = (value: string | undefined) => (value === undefined ? [] : [longDate(value, metadata.lang)])
  const one = (value: string | undefined) => (value === undefined ? [] : [value])
  const address = [...(organisation.address ?? []), organisation.telephone, organisation.mail, organisation.site].filter(
    (line) => line !== undefined,
  )
  const facts: [string, readonly string[]][] = [
    ['organisation', [organisation.name]],
    ['version', one(metadata.version)],
    ['status', [wording(`status.${metadata.status}`)]],
    ['date', day(metadata.date)],
    ['effective', day(metadata.effective)],
    ['review', day(metadata.review)],
    ['withdrawn', day(metadata.withdrawn)],
    ['citation', one(metadata.citation)],
    ['partOf', one(metadata.partOf)],
    ['extends', one(metadata.extends)],
    ['predecessor', one(metadata.predecessor?.version)],
    ['proposal', one(metadata.proposal)],
    ['sources', metadata.sources ?? []],
    ['editors', metadata.editors ?? []],
    ['contact', metadata.contact ?? address],
    ['copyright', one(metadata.copyright)],
    ['hash', [hashPolicy(resolved.source)]],
  ]
  const table: DocTable = {
    type: 'table',
    look: 'facts',
    columns: [{ weight: 1 }, { weight: 2.6 }],
    head: [],
    body: facts
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => ({
        cells: [
          { children: [paragraph(wording(`fact.${name}`))], header: 'row' },
          { children: values.map((value) => paragraph(value)) },
        ],
      })),
  }
  return [{ type: 'heading', level: 1, content: [text(wording('document.colophon'))], listed: false }, table]
}

function approvalPart(resolved: Resolved, wording: Wording): DocBlock[] {
  const { metadata } = resolved.policy
  const all = decisions(metadata, hashPolicy(resolved.source))
  if (all.length === 0) return []
  const pending = all.some((decision) => decision.standing === 'pending')
  const values = all.map(({ approval, body, right }) => ({
    date: approval?.date === undefined ? '' : longDate(approval.date, metadata.lang),
    body: body ?? '',
    name: approval?.name ?? '',
    role: approval?.role ?? '',
    right: right === undefined ? '' : wording(`right.${right}`),
    decision: approval === undefined || approval.decision === undefined ? '' : wording(`decision.${approval.decision}`),
    signature: '',
  }))
  // A column nobody filled says nothing; what is still to be signed needs a date, a name and room for the signature.
  const weights = { date: 1.3, body: 1.6, name: 1.6, role: 1.7, right: 1.1, decision: 1.2, signature: 2 }
  const columns = (Object.keys(weights) as (keyof typeof weights)[]).filter(
    (key) => values.some((value) => value[key] !== '') || (pending && ['date', 'name', 'signature'].includes(key)),
  )
  const cell = (value: string, header?: 'column'): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  const rows = values.map((value, i): DocRow => {
    const room = all[i]?.standing === 'pending' ? { height: 16 } : {}
    return { cells: columns.map((key) => cell(value[key])), ...room }
  })
  return [
    {
      type: 'division',
      role: 'approvals',
      page: false,
      children: [
        { type: 'heading', level: 1, content: [text(wording('document.approvals'))], listed: false },
        {
          type: 'table',
          look: 'grid',
          columns: columns.map((key) => ({ weight: weights[key] })),
          head: [{ cells: columns.map((key) => cell(wording(`approval.${key}`), 'column')) }],
          body: rows,
        },
      ],
    },
  ]
}

function historyPart({ history = [], lang }: Metadata, wording: Wording): DocBlock[] {
  if (history.length === 0) return []
  const cell = (value: string, header?: 'column'): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  return [
    { type: 'heading', level: 1, content: [text(wording('document.history'))], listed: false },
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
