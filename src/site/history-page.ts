import { plainText } from '../model/index.js'
import { type DocBlock, type DocInline, heading, paragraph, text } from '../present/index.js'
import { type ResolvedClause, referenceText } from '../resolve/index.js'
import { addresses } from './addresses.js'
import type { Page } from './frame.js'
import { changesOf, type ToldHistories } from './history.js'
import { linksFrom } from './prose.js'
import type { Counterpart, PolicyStanding, ShownVersion, SiteSetting } from './types.js'

/** Of more counterparts than this the nearest are named, and the page beside others has the rest. */
const NEAREST = 4
/** How many letters of a clause tell which it is. */
const SHOWN = 60

/** Clause by clause: when its words changed, what they were, and which clauses of other organisations are on the same matter. */
export function historyPage(policy: PolicyStanding, version: ShownVersion, histories: ToldHistories, setting: SiteSetting): Page {
  const { name, lang, organisation, counterparts } = policy
  const say = setting.wording(lang)
  const address = addresses.history(name)
  const link = linksFrom(address)
  const title = version.resolved.policy.metadata.title
  const told = version.resolved.clauses.filter(
    ({ id }) => id !== undefined && (changesOf(histories, id).length > 0 || (counterparts.get(id)?.length ?? 0) > 0),
  )

  // How near they are is said once of those that follow one another.
  const counterpartLine = (others: readonly Counterpart[]): readonly DocInline[] => {
    const nearest = others.slice(0, NEAREST)
    const rest = others.length - nearest.length
    const named = nearest.flatMap((other, at): readonly DocInline[] => {
      const linked = link(addresses.clause(other.policy, other.id), counterpartName(other))
      const before = nearest[at - 1]?.grade
      if (other.grade === before) return [text(' · '), linked]
      const grade = `${before === undefined ? '' : '; '}${say(`site.grade.${other.grade}`)}: `
      return [{ type: 'span', role: 'muted', children: [text(grade)] }, linked]
    })
    const more = rest > 0 && policy.compared ? [link(addresses.compared(name), say('site.history.more', { count: rest }))] : []
    return [text(`${say('site.history.others')} `), ...named, ...more.flatMap((each) => [text(' · '), each])]
  }
  const blocksOf = (clause: ResolvedClause): readonly DocBlock[] => {
    const id = clause.id as string
    const changed = changesOf(histories, id).toReversed()
    const others = counterparts.get(id) ?? []
    return [
      { ...heading(1, excerpt(clause)), id, ...labelOf(clause) },
      paragraph([link(`${addresses.policy(name)}#${id}`, say('site.history.in-text'))], 'small'),
      ...changed.flatMap((each): readonly DocBlock[] => [
        paragraph([
          { type: 'strong', children: [text(say('site.version', { version: each.to }))] },
          text(` · ${each.significance} · `),
          text(`${each.fate} · `),
          link(addresses.change(name, each.from, each.to), say('site.history.whole')),
        ]),
        { type: 'quote', children: each.words },
      ]),
      ...(others.length > 0 ? [paragraph(counterpartLine(others), 'small')] : []),
    ]
  }
  return {
    address,
    organisation,
    document: {
      type: 'document',
      title: say('site.history.title', { title }),
      lang,
      properties: { author: organisation.name },
      brand: organisation.brand,
      header: organisation.name,
      footer: '',
      pageNumber: '',
      orientation: 'portrait',
      attachments: [],
      children: [
        { type: 'cover', title, subtitle: say('site.history'), organisation: organisation.name, facts: [] },
        paragraph(say(told.length === 0 ? 'site.history.none' : 'site.history.intro', { version: version.version })),
        ...told.flatMap(blocksOf),
      ],
    },
    crumbs: [
      { text: say('site.home'), address: addresses.home },
      { text: organisation.short, address: addresses.organisation(organisation.folder) },
      { text: title, address: addresses.policy(name) },
      { text: say('site.history') },
    ],
  }
}

const counterpartName = ({ organisation, number }: Counterpart): string =>
  number === '' ? organisation : `${organisation}, ${number}`

const labelOf = ({ number }: ResolvedClause): { readonly label?: string } => (number === undefined ? {} : { label: number })

function excerpt(clause: ResolvedClause): string {
  const words = plainText(clause.node).replace(/\s+/g, ' ').trim()
  if (words === '') return referenceText(clause)
  const short = words.slice(0, SHOWN)
  return short.length < words.length ? `${short.replace(/\s+\S*$/, '')} …` : words
}
