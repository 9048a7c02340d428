import { type MatrixSetting, presentRulePages, type RulePage, type RulePages, type RulePlaces } from '../matrix/index.js'
import type { Language } from '../model/index.js'
import { type DocBlock, type DocInline, type Document, paragraph, text } from '../present/index.js'
import type { Matrix } from '../schools/index.js'
import { addresses, relativeTo } from './addresses.js'
import type { Crumb, Page } from './frame.js'
import type { SiteSubject } from './lists.js'
import { inLine, linksFrom, listOf } from './prose.js'
import type { SiteOrganisation, SiteSetting } from './types.js'

/** Policies that were compared, and what their pages are named and look like. */
export interface SiteComparison {
  readonly subject: Pick<SiteSubject, 'subject' | 'name'>
  readonly matrix: Matrix
  readonly setting: Omit<MatrixSetting, 'form' | 'places'>
  /** One for each policy of the matrix, in the same order: its name on the site, whose it is, and the ids that its clauses have. */
  readonly policies: readonly {
    readonly name: string
    readonly lang: Language
    readonly organisation: SiteOrganisation
    readonly ids: ReadonlySet<string>
  }[]
}

/** Bytes that the rows of one map may take: a page with it stays below 60 kB. */
const MAP = 36_000
/** Of more policies than this what was compared is as long as the map. */
const MANY = 50

/**
 * The comparison of all organisations on one subject: a map of all rules, a page for each rule of several of them, and one for each policy. A
 * rule is found by computing and has no name of its own, so its address is that of the first clause that has it; a policy's page names all of its
 * clauses by their ids, and stays where it is.
 */
export function comparisonPages(comparison: SiteComparison, site: SiteSetting): readonly Page[] {
  // What is about policies in several languages speaks that of the site.
  const [own, ...others] = new Set(comparison.policies.map(({ lang }) => lang))
  const common = others.length === 0 ? (own ?? site.lang) : site.lang
  const spoken = new Map(
    [...new Set([common, own ?? common, ...others])].map((lang) => {
      const setting = { ...comparison.setting, lang, wording: site.wording(lang) }
      return [lang, { setting, pages: presentRulePages(comparison.matrix, setting) }]
    }),
  )
  const inLanguage = (lang: Language) => spoken.get(lang) as NonNullable<ReturnType<typeof spoken.get>>
  const { rules } = inLanguage(common).pages
  const ruleAddresses = addressesOf(rules, comparison)
  const work: Work = {
    ...comparison,
    site,
    ...inLanguage(common),
    placesOn: (page) => ({
      rule: (number) => relativeTo(page, ruleAddresses.get(number) ?? addresses.comparison(comparison.subject.subject)),
      clause: (policy, id) => {
        const { name = '', ids } = comparison.policies[policy] ?? {}
        return relativeTo(page, addresses.clause(name, ids?.has(id) ? id : undefined))
      },
      school: (policy) => relativeTo(page, addresses.compared(comparison.policies[policy]?.name ?? '')),
    }),
    addressOf: ({ number }) => ruleAddresses.get(number) ?? '',
  }
  return [
    ...overviewPages(work),
    ...rules.flatMap((rule, index) => rulePages(rule, index, work)),
    ...comparison.policies.map(({ lang }, index) => ownPage(index, { ...work, ...inLanguage(lang) })),
  ]
}

interface Work extends SiteComparison {
  readonly site: SiteSetting
  readonly pages: RulePages
  readonly placesOn: (page: string) => RulePlaces
  readonly addressOf: (rule: RulePage) => string
}

/** Where each rule has its page: at its first clause that no rule before it has its page at. */
function addressesOf(rules: readonly RulePage[], { subject, policies }: SiteComparison): ReadonlyMap<number, string> {
  const taken = new Set<string>()
  return new Map(
    rules.map(({ number, clauses }) => {
      const lasting = clauses.filter(({ policy, id }) => policies[policy]?.ids.has(id))
      const own = (lasting.length > 0 ? lasting : clauses).map(({ policy, id }) =>
        addresses.rule(subject.subject, policies[policy]?.name ?? '', id),
      )
      let address = own.find((each) => !taken.has(each.toLowerCase()))
      for (let again = 2; address === undefined; again++) {
        const next = `${own[0]?.slice(0, -1)}.${again}/`
        if (!taken.has(next.toLowerCase())) address = next
      }
      taken.add(address.toLowerCase())
      return [number, address]
    }),
  )
}

/** The map of all rules, in as many parts as it takes, and what was compared: of very many policies in a part of its own. */
function overviewPages(work: Work): readonly Page[] {
  const { pages, subject, site, setting, policies, placesOn } = work
  const say = site.wording(setting.lang)
  const address = addresses.comparison(subject.subject)
  const perPage = Math.max(1, Math.floor(MAP / pages.rowSize))
  const maps = Array.from({ length: Math.max(1, Math.ceil(pages.rules.length / perPage)) }, (_, part) => ({
    rules: pages.rules.slice(part * perPage, (part + 1) * perPage),
    name: say('site.compared.map', {
      from: part * perPage + 1,
      to: Math.min(pages.rules.length, (part + 1) * perPage),
    }),
  }))
  const apart = policies.length > MANY
  const names = [...maps.map(({ name }) => name), ...(apart ? [setting.wording('schools.documents.title')] : [])]
  return names.map((_, part): Page => {
    const own = addresses.part(address, part + 1)
    const to = linksFrom(own)
    const title = setting.wording('schools.title')
    const ways = names.map(
      (name, other): DocInline =>
        other === part ? { type: 'strong', children: [text(name)] } : to(addresses.part(address, other + 1), name),
    )
    const pager = names.length === 1 ? [] : [paragraph(inLine(ways))]
    const map = maps[part]
    return {
      address: own,
      labels: pages.labels,
      document: documentOf(work, `${title}: ${subject.name}`, [
        {
          type: 'cover',
          title,
          subtitle: subject.name,
          organisation: setting.wording('schools.count', { count: policies.length }),
          facts: [],
        },
        ...(part === 0 ? [pages.lead] : []),
        ...(map
          ? [
              {
                type: 'division',
                role: 'body',
                page: false,
                facets: {},
                children: [...pager, ...pages.map(map.rules, placesOn(own)), ...pager],
              } as const,
            ]
          : pager),
        ...(part === (apart ? maps.length : 0) ? pages.documents(placesOn(own)) : []),
        paragraph([to(addresses.subject(subject.subject), say('site.compared.policies', { subject: subject.name }))], 'small'),
      ]),
      crumbs: [...above(work), { text: say('site.compared') }],
      others: [{ address: addresses.matrix(subject.subject), type: 'application/json' }],
    }
  })
}

function rulePages(rule: RulePage, index: number, work: Work): readonly Page[] {
  const { pages, subject, site, setting, placesOn, addressOf, policies } = work
  const say = site.wording(setting.lang)
  const address = addressOf(rule)
  // All parts of a page are cut alike: where their links lead from does not change that.
  const parts = pages.rule(rule, placesOn(address)).length
  return Array.from({ length: parts }, (_, part): Page => {
    const own = addresses.part(address, part + 1)
    const to = linksFrom(own)
    const ways = [
      ...neighbour(pages.rules[index - 1], 'site.previous', to, work),
      ...neighbour(pages.rules[index + 1], 'site.next', to, work),
    ]
    const others = Array.from({ length: parts }, (_, each) => each).filter((each) => each !== part)
    return {
      address: own,
      document: documentOf(work, rule.title, [
        {
          type: 'cover',
          title: rule.title,
          subtitle: say('site.compared.rule'),
          organisation: setting.wording('schools.count', { count: policies.length }),
          facts: [],
        },
        ...(pages.rule(rule, placesOn(own))[part] ?? []),
        ...(others.length === 0
          ? []
          : [listOf(others.map((each) => [to(addresses.part(address, each + 1), say('site.part', { part: each + 1, parts }))]))]),
        ...[...ways, to(addresses.comparison(subject.subject), say('site.compared.rules'))].map((way) =>
          paragraph([way], 'small'),
        ),
      ]),
      crumbs: [
        ...above(work),
        { text: say('site.compared'), address: addresses.comparison(subject.subject) },
        { text: rule.title },
      ],
    }
  })
}

function neighbour(
  rule: RulePage | undefined,
  key: 'site.previous' | 'site.next',
  to: ReturnType<typeof linksFrom>,
  { addressOf, site, setting }: Work,
): readonly DocInline[] {
  return rule ? [to(addressOf(rule), site.wording(setting.lang)(key, { title: rule.title }))] : []
}

/** A policy beside those of the others. */
function ownPage(index: number, work: Work): Page {
  const { pages, subject, site, setting, placesOn, policies, matrix } = work
  const { name, organisation } = policies[index] as SiteComparison['policies'][number]
  const title = matrix.policies[index]?.title ?? ''
  const say = site.wording(setting.lang)
  const address = addresses.compared(name)
  const to = linksFrom(address)
  return {
    address,
    organisation,
    document: {
      ...documentOf(work, say('site.compared.own.title', { title }), [
        { type: 'cover', title, subtitle: say('site.compared.own'), organisation: organisation.name, facts: [] },
        ...pages.school(index, placesOn(address)),
        paragraph([to(addresses.comparison(subject.subject), say('site.compared.all', { count: policies.length }))]),
      ]),
      brand: organisation.brand,
    },
    crumbs: [
      { text: say('site.home'), address: addresses.home },
      { text: organisation.short, address: addresses.organisation(organisation.folder) },
      { text: title, address: addresses.policy(name) },
      { text: say('site.compared.own') },
    ],
  }
}

const above = ({ subject, site, setting }: Work): readonly Crumb[] => [
  { text: site.wording(setting.lang)('site.home'), address: addresses.home },
  { text: subject.name, address: addresses.subject(subject.subject) },
]

const documentOf = ({ setting, policies }: Work, title: string, children: readonly DocBlock[]): Document => ({
  type: 'document',
  title,
  lang: setting.lang,
  properties: { author: setting.wording('schools.count', { count: policies.length }) },
  brand: setting.brand,
  header: title,
  footer: '',
  pageNumber: '',
  orientation: 'portrait',
  children,
  attachments: [],
})
