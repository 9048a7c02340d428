import type { Milestone, Standing } from '../decide/index.js'
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
   * The release in force today; `proved` when the decisions of its route are bound to its words and its file. Null without one, when the
   * policy was withdrawn, and when `claimed` leaves it unknown.
   */
  readonly inForce: {
    readonly version: string
    readonly since: string | null
    /** The day of the last decision on it. */
    readonly decided: string | null
    readonly proved: boolean
  } | null
  /**
   * A working text that says it was adopted later than the last release and applies, and was not released: which of both is in force is not
   * known. `since` is the day it names.
   */
  readonly claimed: { readonly version: string | null; readonly since: string | null; readonly released: string } | null
  /** A later release that is not in force yet; `since` is the day it will be. */
  readonly coming: PolicyStatus['inForce']
  /** When the policy in force, or the working text where none is, must be looked at again. */
  readonly review: { readonly date: string; readonly state: 'passed' | 'near' | 'later' } | null
  /** The edition of its template that the working text was made of, and the last one there is; null without a template. */
  readonly template: {
    readonly name: string
    readonly version: string | null
    readonly latest: string | null
    /** There is a later edition than the one it was made of. */
    readonly behind: boolean
  } | null
  /** Ids of clauses that the policy and its template both changed, and on which nobody has decided yet. */
  readonly undecided: readonly string[]
  /** Who decided on words that were put forward before these, or that changed since. */
  readonly superseded: readonly string[]
  /** Who decided on these words before a day was set that the text has now. */
  readonly added: readonly string[]
  /** What belongs in a calendar, by day. */
  readonly days: readonly Milestone[]
}

export interface StatusSetting {
  readonly wording: Wording
  readonly lang: Language
  readonly brand: Brand
  /** YYYY-MM-DD */
  readonly today: string
  /** Policies that could not be read, by name: of them nothing is known. */
  readonly unread: readonly string[]
  /** Where a policy can be read, where there is such a place. */
  readonly addressOf?: (policy: string) => string
}

/** Where a text stands, in words. */
export function standingPhrase(standing: Standing): Phrase {
  switch (standing.kind) {
    case 'draft':
      return { phrase: standing.before ? 'standing.draft-before' : 'standing.draft' }
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
    case 'rerouted':
      return { phrase: 'standing.rerouted', values: { since: standing.since, left: standing.left } }
    case 'adopted':
      return standing.draft ? sameWords(standing) : { phrase: 'standing.adopted', values: { version: standing.version } }
    case 'unproved':
      return { phrase: `standing.unproved-${standing.says}` }
    case 'unchanged':
      return sameWords(standing)
    case 'withdrawn':
      return standing.date === undefined
        ? { phrase: 'standing.withdrawn' }
        : { phrase: standing.ahead ? 'standing.withdrawn-ahead' : 'standing.withdrawn-since', values: { date: standing.date } }
  }
}

const sameWords = ({ version, beside }: { readonly version: string; readonly beside?: true }): Phrase => ({
  phrase: beside ? 'standing.same-words-beside' : 'standing.same-words',
  values: { version },
})

const isAhead = (standing: Standing): boolean => standing.kind === 'withdrawn' && standing.ahead === true

/** What of a policy asks for somebody. */
const NEEDS = {
  review: ({ review }) => review?.state === 'passed',
  unproved: ({ standing, claimed }) => (standing.kind === 'unproved' || isAhead(standing)) && claimed === null,
  claimed: ({ claimed }) => claimed !== null,
  changed: ({ standing }) => standing.kind === 'changed',
  rerouted: ({ standing }) => standing.kind === 'rerouted',
  refused: ({ standing }) => standing.kind === 'refused' || standing.kind === 'amended',
  released: ({ inForce, coming }) => inForce?.proved === false || coming?.proved === false,
  undecided: ({ undecided }) => undecided.length > 0,
} as const satisfies Record<string, (status: PolicyStatus) => boolean>

/**
 * Whether somebody must act before what a policy says of itself is true, what is in force is known and proved and every clause is decided
 * on, or its review is late. A later edition of its template is news, and no fault.
 */
export const needsAttention = (status: PolicyStatus): boolean => Object.values(NEEDS).some((isSo) => isSo(status))

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
          columns: columnsOf(ordered).map((name) => ({ name: wording(`status.column.${name}`), width: COLUMNS[name].letters })),
          rows: ordered.map((each) => columnsOf(ordered).map((name) => COLUMNS[name].words(each, setting))),
        },
      ],
    }),
    data: () => ({ schema: 'clausule/status@1', date: setting.today, policies, unread: setting.unread }),
  }
}

interface Column {
  readonly words: (status: PolicyStatus, setting: StatusSetting) => string
  /** Its part of a page. */
  readonly weight: number
  /** Its width in a sheet. */
  readonly letters: number
}

const COLUMNS = {
  policy: { words: ({ title, version }) => (version === null ? title : `${title} ${version}`), weight: 3, letters: 28 },
  organisation: { words: ({ organisation }) => organisation, weight: 2.4, letters: 34 },
  standing: { words: standingText, weight: 4, letters: 44 },
  'in-force': { words: forceOf, weight: 2.6, letters: 30 },
  review: {
    words: ({ review }, { wording, lang }) =>
      review === null ? '' : wording(`status.review.${review.state}`, { date: longDate(review.date, lang) }),
    weight: 2.4,
    letters: 26,
  },
  template: { words: templateOf, weight: 2.8, letters: 34 },
  undecided: { words: ({ undecided }) => undecided.join(', '), weight: 2, letters: 30 },
} as const satisfies Record<string, Column>

function standingText({ standing, superseded, added }: PolicyStatus, { wording }: StatusSetting): string {
  const plain = phraseOf(standingPhrase(standing), wording)
  const said = added.length === 0 ? plain : wording('status.added', { standing: plain, who: added.join(', ') })
  // Of words that changed it says itself who had decided.
  if (superseded.length === 0 || standing.kind === 'changed') return said
  return wording('status.superseded', { standing: said, who: superseded.join(', ') })
}

/** Those of templates only where a policy has one. */
const columnsOf = (policies: readonly PolicyStatus[]): readonly (keyof typeof COLUMNS)[] =>
  (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter(
    (name) =>
      (name !== 'template' || policies.some(({ template }) => template !== null)) &&
      (name !== 'undecided' || policies.some(({ undecided }) => undecided.length > 0)),
  )

function templateOf({ template }: PolicyStatus, { wording }: StatusSetting): string {
  if (template === null) return ''
  const { name, version, latest, behind } = template
  const edition = version === null ? wording('status.template.unpinned', { name }) : `${name} ${version}`
  return behind ? wording('status.template.behind', { edition, latest: latest ?? '' }) : edition
}

/** Which release is in force, since when and how sure that is; and the one that is coming. */
function forceOf({ inForce, coming, claimed, standing, days }: PolicyStatus, { wording, lang }: StatusSetting): string {
  const said = (of: NonNullable<PolicyStatus['inForce']>, since: 'since' | 'from') =>
    [
      wording(of.proved ? 'status.in-force.proved' : 'status.in-force.unproved', { version: of.version }),
      ...(of.since === null ? [] : [wording(`status.in-force.${since}`, { date: longDate(of.since, lang) })]),
      // A text may be given effect from before anybody decided on it.
      ...(of.since !== null && of.decided !== null && of.decided > of.since
        ? [wording('status.in-force.back', { date: longDate(of.decided, lang) })]
        : []),
    ].join(', ')
  const isOver =
    (standing.kind === 'withdrawn' && !standing.ahead && !standing.unreleased) || days.some(({ what }) => what === 'withdrawn')
  const none = wording(`status.in-force.${isOver ? 'withdrawn' : coming ? 'yet' : 'none'}`)
  if (claimed) {
    const { version, since, released } = claimed
    const date = since === null ? '' : longDate(since, lang)
    return wording('status.in-force.claimed', { version: version ?? '', date, released })
  }
  return [inForce ? said(inForce, 'since') : none, ...(coming ? [said(coming, 'from')] : [])].join('; ')
}

function documentOf(policies: readonly PolicyStatus[], setting: StatusSetting, form: Form): Document {
  const { wording, lang, brand, today, unread, addressOf } = setting
  const title = wording('status.title')
  const columns = columnsOf(policies)
  const all = policies.length + unread.length
  const cell = (value: string, header?: DocCell['header']): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  const linked = (words: string, url: string): DocCell => ({
    header: 'row',
    children: [paragraph([{ type: 'link', url, children: [text(words)] }])],
  })
  const table: DocBlock = {
    type: 'table',
    look: 'plain',
    columns: columns.map((name) => ({ weight: COLUMNS[name].weight })),
    head: [{ cells: columns.map((name) => cell(wording(`status.column.${name}`), 'column')) }],
    body: policies.map((each) => ({
      cells: columns.map((name) => {
        const words = COLUMNS[name].words(each, setting)
        if (name !== 'policy') return cell(words)
        return addressOf ? linked(words, addressOf(each.policy)) : cell(words, 'row')
      }),
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
        organisation: wording(all === 1 ? 'status.count.one' : 'status.count.many', { count: all }),
        facts: [{ name: wording('status.fact.date'), value: longDate(today, lang) }],
      },
      paragraph([text(leadOf(policies, unread.length, wording))]),
      ...(unread.length === 0 ? [] : [paragraph(wording('status.unread', { names: unread.join(', ') }), 'warning')]),
      ...(policies.length === 0 ? [] : [table]),
    ],
  }
}

/** How many need somebody, and for what; and how many only wait for a body: none in need is said where none waits either. */
function leadOf(policies: readonly PolicyStatus[], unread: number, wording: StatusSetting['wording']): string {
  const attention = policies.filter(needsAttention).length + unread
  const waiting = policies.filter((each) => each.standing.kind === 'waiting' && !needsAttention(each)).length
  const reasons = Object.entries(NEEDS).flatMap(([name, isSo]) =>
    policies.some(isSo) ? [wording(`status.need.${name}`, { count: policies.filter(isSo).length })] : [],
  )
  if (unread > 0) reasons.push(wording('status.need.unread', { count: unread }))
  const told = (name: 'attention' | 'waiting', count: number): string =>
    wording(count === 1 ? `status.${name}.one` : `status.${name}.many`, { count, reasons: reasons.join('; ') })
  return [
    ...(attention > 0 || waiting === 0 ? [told('attention', attention)] : []),
    ...(waiting > 0 ? [told('waiting', waiting)] : []),
  ].join(' ')
}
