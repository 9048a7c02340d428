import type { Policy, PrintedPart } from '../model/index.js'
import {
  type DocBlock,
  type DocInline,
  type Document,
  type PolicySetting,
  paragraph,
  presentPolicy,
  text,
} from '../present/index.js'
import type { Resolved } from '../resolve/index.js'
import { addresses, relativeTo } from './addresses.js'
import { withClauseLinks } from './clause-links.js'
import { forceWords, sinceWords } from './force-words.js'
import type { Page } from './frame.js'
import { changesOf, type Gone, type ToldHistories } from './history.js'
import { legislationOf } from './legislation.js'
import { inLine, linksFrom } from './prose.js'
import type { PolicyStanding, ShownVersion, SiteSetting, VersionStanding } from './types.js'

/** On a screen the text comes first; who decided on it follows. */
const PARTS: readonly PrintedPart[] = ['cover', 'contents', 'body', 'approvals', 'history', 'colophon']

/** A policy as it is read on a screen. */
export const screenDocument = (
  resolved: Resolved,
  { organisation, ...setting }: Pick<PolicySetting, 'organisation' | 'brand' | 'wording' | 'template'>,
): Document =>
  presentPolicy(resolved, {
    ...setting,
    organisation: { ...organisation, brand: { ...organisation.brand, parts: [...PARTS] } },
    attachments: [],
  })

/** What a page shows of a version, and where it stands. */
interface Shown {
  readonly version: ShownVersion
  readonly address: string
  /** Absent on the page of a version that another took the place of. */
  readonly histories?: ToldHistories
}

/** The page that shows what a policy is today, at an address that never changes. */
export const policyPage = (policy: PolicyStanding, version: ShownVersion, histories: ToldHistories, setting: SiteSetting): Page =>
  pageOf(policy, { version, address: addresses.policy(policy.name), histories }, setting)

/** The page of one version, which stays what it is. */
export const versionPage = (policy: PolicyStanding, version: ShownVersion, setting: SiteSetting): Page =>
  pageOf(policy, { version, address: addresses.version(policy.name, version.version) }, setting)

function pageOf(policy: PolicyStanding, { version, address, histories }: Shown, setting: SiteSetting): Page {
  const say = setting.wording(policy.lang)
  const { brand, details } = policy.organisation
  const to = (target: string) => relativeTo(address, target)
  const document = screenDocument(asToday(version), { organisation: details, brand, wording: say })
  const [cover, ...rest] = document.children
  const linked = histories ? withClauseLinks(rest, clauseWords(policy, histories, setting, to)) : rest
  const versioned = addresses.version(policy.name, version.version)
  return {
    address,
    organisation: policy.organisation,
    document: {
      ...document,
      children: [
        ...(cover ? [cover] : []),
        ...standing(policy, version, histories !== undefined, setting, address),
        ...linked,
        ...(histories ? goneClauses(policy, histories.gone, setting, to) : []),
      ],
    },
    crumbs: [
      { text: say('site.home'), address: addresses.home },
      { text: policy.organisation.short, address: addresses.organisation(policy.organisation.folder) },
      histories ? { text: document.title } : { text: document.title, address: addresses.policy(policy.name) },
      ...(histories ? [] : [{ text: nameOf(version, setting, policy) }]),
    ],
    canonical: histories ? addresses.policy(policy.name) : versioned,
    others: [
      ...(histories ? [{ address: addresses.policyData(policy.name), type: 'application/json' }] : []),
      { address: `${versioned}policy.json`, type: 'application/json' },
    ],
    ...legislationOf(policy, version, document.title, setting),
  }
}

/** A version with the status it has today: of what was withdrawn since, its own text still says that it was adopted. */
function asToday({ resolved, force, until }: ShownVersion): Resolved {
  if (force !== 'withdrawn') return resolved
  const withdrawn = <P extends Policy>(policy: P): P => ({
    ...policy,
    metadata: { ...policy.metadata, status: 'withdrawn', ...(until === undefined ? {} : { withdrawn: until }) },
  })
  return { ...resolved, policy: withdrawn(resolved.policy), source: withdrawn(resolved.source) }
}

/** A version as it is called. */
const nameOf = ({ version, force }: VersionStanding, { wording }: SiteSetting, { lang }: PolicyStanding): string =>
  force === 'draft' || force === 'proposed' ? wording(lang)(`status.${force}`) : wording(lang)('site.version', { version })

/** What this text is today, where to have it, and the other versions. */
function standing(
  policy: PolicyStanding,
  version: ShownVersion,
  isShown: boolean,
  setting: SiteSetting,
  address: string,
): readonly DocBlock[] {
  const { lang, name, versions } = policy
  const say = setting.wording(lang)
  const { force } = version
  const open = force === 'draft' || force === 'proposed' || force === 'unproved'
  const said = [forceWords(version, say, lang), ...(version.proved || open ? [] : [say('site.unproved')])].join(' ')
  const tone = force === 'in-force' && version.proved ? 'lead' : 'warning'
  const link = linksFrom(address)
  const own = addresses.version(name, version.version)
  const downloads = [
    ...version.papers.map(({ ending }) => link(`${own}policy.${ending}`, say(`site.download.${ending}`))),
    link(`${own}policy.md`, say('site.download.md')),
    link(`${own}policy.json`, say('site.download.json')),
  ]
  const shownNow = isShown ? [] : [paragraph([link(addresses.policy(name), say('site.to-current'))])]
  const elsewhere = [
    ...(isShown ? [link(own, say('site.permanent'))] : []),
    ...(isShown && (versions.length > 1 || policy.counterparts.size > 0)
      ? [link(addresses.history(name), say('site.history.link'))]
      : []),
    ...(policy.compared ? [link(addresses.compared(name), say('site.compared.link'))] : []),
  ]
  const lines = versions.toReversed().map((other): DocInline[] => {
    const before = versions[versions.indexOf(other) - 1]
    const words = nameOf(other, setting, policy)
    return [
      other.version === version.version && !isShown
        ? { type: 'strong', children: [text(words)] }
        : link(addresses.version(name, other.version), words),
      text(` – ${forceWords(other, say, lang, 'short')}`),
      ...(before ? [text(' · '), link(addresses.change(name, before.version, other.version), sinceWords(before, say))] : []),
    ]
  })
  return [
    paragraph(said, tone),
    ...shownNow,
    paragraph([text(`${say('site.downloads')}: `), ...inLine(downloads)], 'small'),
    ...(elsewhere.length > 0 ? [paragraph(inLine(elsewhere), 'small')] : []),
    {
      type: 'disclosure',
      summary: [text(say(versions.length === 1 ? 'site.versions.one' : 'site.versions.many', { count: versions.length }))],
      children: [
        {
          type: 'list',
          ordered: false,
          items: lines.map((content) => ({ type: 'item', label: '•', children: [{ type: 'paragraph', content }] })),
        },
      ],
    },
  ]
}

/** What stands behind the words of a clause: when it changed, and who else has it. */
function clauseWords(
  { name, lang, counterparts }: PolicyStanding,
  histories: ToldHistories,
  { wording }: SiteSetting,
  to: (target: string) => string,
): (id: string) => readonly DocInline[] | undefined {
  const say = wording(lang)
  return (id) => {
    const told = changesOf(histories, id)
    const versionsOf = (isNew: boolean) => told.filter((each) => each.isNew === isNew).map(({ to: version }) => version)
    const [came, changed] = [versionsOf(true), versionsOf(false)]
    // What is only on the same matter may be another rule: the page of histories tells.
    const alike = counterparts.get(id)?.filter(({ grade }) => grade !== 'related') ?? []
    const others = new Set(alike.map(({ policy }) => policy)).size
    const words = [
      ...(came.length > 0 ? [say('site.clause.new', { versions: came.join(', ') })] : []),
      ...(changed.length > 0 ? [say('site.clause.changed', { versions: changed.join(', ') })] : []),
      ...(others > 0 ? [say(others === 1 ? 'site.clause.other' : 'site.clause.others', { count: others })] : []),
    ]
    if (words.length === 0) return undefined
    const link: DocInline = {
      type: 'link',
      url: to(`${addresses.history(name)}#${id}`),
      children: [text(words.join(' · '))],
    }
    return [{ type: 'span', role: 'beside', children: [link] }]
  }
}

/** Clauses that are no more in the text, each at its old address. */
function goneClauses(
  { name, lang }: PolicyStanding,
  gone: readonly Gone[],
  { wording }: SiteSetting,
  to: (target: string) => string,
): readonly DocBlock[] {
  if (gone.length === 0) return []
  const say = wording(lang)
  return [
    {
      type: 'division',
      role: 'annex',
      page: false,
      children: [
        { type: 'heading', level: 1, content: [text(say('site.gone'))], listed: true, id: '_gone' },
        {
          type: 'list',
          ordered: false,
          items: gone.map((clause) => ({
            type: 'item',
            label: '•',
            id: clause.id,
            children: [
              {
                type: 'paragraph',
                content: [
                  text(`${say('site.gone.clause', { number: clause.number, last: clause.last, without: clause.without })} `),
                  ...clause.to.flatMap((id): DocInline[] => [
                    { type: 'link', target: id, children: [text(say('site.gone.to'))] },
                    text(' · '),
                  ]),
                  {
                    type: 'link',
                    url: to(`${addresses.version(name, clause.last)}#${clause.id}`),
                    children: [text(say('site.gone.was', { version: clause.last }))],
                  },
                ],
              },
            ],
          })),
        },
      ],
    },
  ]
}
