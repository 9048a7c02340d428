import type { Standing } from '../decide/index.js'
import type { Language, Phrase } from '../model/index.js'
import {
  type Brand,
  type DocBlock,
  type DocCell,
  type Document,
  type Form,
  longDate,
  paragraph,
  type Report,
  text,
  type Wording,
  type Workbook,
} from '../present/index.js'

import { phraseOf } from '../present/messages/index.js'

/** How a policy stands: `clausule/status@1` has these. */
export interface PolicyStatus {
  readonly policy: string
  readonly title: string
  readonly organisation: string
  /** Of the working text; null where it names none. */
  readonly version: string | null
  readonly standing: Standing
  /**
   * The release in force today; `proved` when the decisions of its route are bound to its words and its file. Null without one, and when the
   * policy was withdrawn.
   */
  readonly inForce: { readonly version: string; readonly since: string | null; readonly proved: boolean } | null
  /** A later release that is not in force yet; `since` is the day it will be. */
  readonly coming: PolicyStatus['inForce']
  /** When the policy in force, or the working text where none is, must be looked at again. */
  readonly review: { readonly date: string; readonly state: 'passed' | 'near' | 'later' } | null
}

export interface StatusSetting {
  readonly wording: Wording
  readonly lang: Language
  readonly brand: Brand
  /** YYYY-MM-DD */
  readonly today: string
}

/** Where a text stands, in words. */
export function standingPhrase(standing: Standing): Phrase {
  switch (standing.kind) {
    case 'draft':
      return { phrase: 'standing.draft' }
    case 'complete':
      return { phrase: 'standing.complete' }
    case 'waiting': {
      const { body, right, since } = standing
      return { phrase: 'standing.waiting', values: { body, right: { phrase: `right.${right}` }, since } }
    }
    case 'refused':
    case 'amended':
      return { phrase: `standing.${standing.kind}`, values: { body: standing.body, date: standing.date } }
    case 'changed':
      return { phrase: 'standing.changed', values: { since: standing.since, decided: standing.decided } }
    case 'adopted':
      return { phrase: 'standing.adopted', values: { version: standing.version } }
    case 'unproved':
      return { phrase: `standing.unproved-${standing.says}` }
    case 'withdrawn':
      return standing.date === undefined
        ? { phrase: 'standing.withdrawn' }
        : { phrase: 'standing.withdrawn-since', values: { date: standing.date } }
  }
}

/** Whether somebody must act before what a policy says of itself is true, or its review is late. */
export const needsAttention = ({ standing: { kind }, review }: PolicyStatus): boolean =>
  review?.state === 'passed' || kind === 'unproved' || kind === 'changed' || kind === 'refused' || kind === 'amended'

/** Every policy with where it stands: those that need somebody first. */
export function reportStatus(policies: readonly PolicyStatus[], setting: StatusSetting): Report {
  const { wording } = setting
  const ordered = [...policies.filter(needsAttention), ...policies.filter((each) => !needsAttention(each))]
  return {
    document: (form) => documentOf(ordered, setting, form),
    sheets: (): Workbook => ({
      title: wording('status.title'),
      lang: setting.lang,
      sheets: [
        {
          name: wording('status.title'),
          frozen: 1,
          columns: COLUMNS.map((name, i) => ({ name: wording(`status.column.${name}`), width: [28, 34, 44, 30, 26][i] ?? 20 })),
          rows: ordered.map((each) => cellsOf(each, setting)),
        },
      ],
    }),
    data: () => ({ schema: 'clausule/status@1', date: setting.today, policies }),
  }
}

const COLUMNS = ['policy', 'organisation', 'standing', 'in-force', 'review'] as const

function cellsOf(status: PolicyStatus, setting: StatusSetting) {
  const { title, organisation, version, standing, review } = status
  const { wording, lang } = setting
  return [
    version === null ? title : `${title} ${version}`,
    organisation,
    phraseOf(standingPhrase(standing), wording),
    forceOf(status, setting),
    review === null ? '' : wording(`status.review.${review.state}`, { date: longDate(review.date, lang) }),
  ]
}

/** Which release is in force, since when and how sure that is; and the one that is coming. */
function forceOf({ inForce, coming }: PolicyStatus, { wording, lang }: StatusSetting): string {
  const said = (of: NonNullable<PolicyStatus['inForce']>, since: 'since' | 'from') =>
    [
      wording(of.proved ? 'status.in-force.proved' : 'status.in-force.unproved', { version: of.version }),
      ...(of.since === null ? [] : [wording(`status.in-force.${since}`, { date: longDate(of.since, lang) })]),
    ].join(', ')
  return [inForce ? said(inForce, 'since') : wording('status.in-force.none'), ...(coming ? [said(coming, 'from')] : [])].join(
    '; ',
  )
}

function documentOf(policies: readonly PolicyStatus[], setting: StatusSetting, form: Form): Document {
  const { wording, lang, brand, today } = setting
  const title = wording('status.title')
  const attention = policies.filter(needsAttention).length
  const cell = (value: string, header?: DocCell['header']): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  const table: DocBlock = {
    type: 'table',
    look: 'plain',
    columns: [3, 2.4, 4, 2.6, 2.4].map((weight) => ({ weight })),
    head: [{ cells: COLUMNS.map((name) => cell(wording(`status.column.${name}`), 'column')) }],
    body: policies.map((each) => ({
      cells: cellsOf(each, setting).map((value, i) => cell(value, i === 0 ? 'row' : undefined)),
    })),
  }
  return {
    type: 'document',
    title,
    lang,
    properties: { author: wording('status.author'), date: today },
    brand,
    header: title,
    footer: longDate(today, lang),
    pageNumber: wording('document.page'),
    // A page is as wide as its table; paper is turned.
    orientation: form === 'screen' ? 'portrait' : 'landscape',
    attachments: [],
    children: [
      {
        type: 'cover',
        head: true,
        title,
        organisation: wording(policies.length === 1 ? 'status.count.one' : 'status.count.many', { count: policies.length }),
        facts: [{ name: wording('status.fact.date'), value: longDate(today, lang) }],
      },
      paragraph([text(wording(attention === 1 ? 'status.attention.one' : 'status.attention.many', { count: attention }))]),
      ...(policies.length === 0 ? [] : [table]),
    ],
  }
}
