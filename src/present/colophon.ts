import { hashPolicy } from '../decide/index.js'
import { clauses, extendedBy, givenFor, type Metadata, type Organisation, reasonIn } from '../model/index.js'
import { type Resolved, referenceText } from '../resolve/index.js'
import type { DocBlock, DocInline, DocParagraph } from './document.js'
import { paragraph, strong, text } from './prose.js'
import { statusText } from './standing.js'
import { longDate, type Wording } from './wording.js'

/** What there is to know of a text besides its words: whose it is, from when to when, whence, and how to reach who knows. */
export function colophon(resolved: Resolved, organisation: Organisation, wording: Wording): DocBlock[] {
  const { metadata } = resolved.policy
  const plain = (values: readonly (string | undefined)[]): DocParagraph[] =>
    values.flatMap((value) => (value === undefined ? [] : [paragraph(value)]))
  const day = (value: string | undefined) => plain([value && longDate(value, metadata.lang)])
  const facts: readonly (readonly [string, readonly DocParagraph[]])[] = [
    ['organisation', plain([organisation.name])],
    ['version', plain([metadata.version])],
    ['status', plain([statusText(resolved, organisation.route, wording)])],
    ['date', day(metadata.date)],
    ['effective', day(metadata.effective)],
    ['review', day(metadata.review)],
    ['withdrawn', day(metadata.status === 'withdrawn' ? metadata.withdrawn : undefined)],
    ['citation', plain([metadata.citation])],
    ['partOf', plain([metadata.partOf])],
    ['extends', plain([extendedBy(metadata)?.name])],
    ['deviations', deviations(resolved, wording)],
    ['predecessor', plain([metadata.predecessor?.version])],
    ['proposal', plain([metadata.proposal])],
    ['sources', plain(metadata.sources ?? [])],
    ['editors', plain(metadata.editors ?? [])],
    ['contact', contactOf(metadata, organisation)],
    ['copyright', plain([metadata.copyright])],
    ['hash', plain([hashPolicy(resolved.source)])],
  ]
  return [
    { type: 'heading', level: 1, content: [text(wording('document.colophon'))], listed: false, bookmarked: true },
    {
      type: 'table',
      look: 'facts',
      columns: [{ weight: 1 }, { weight: 2.6 }],
      head: [],
      body: facts
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => ({
          cells: [{ children: [paragraph(wording(`fact.${name}`))], header: 'row' }, { children: values }],
        })),
    },
  ]
}

/** Where and why the text differs from its template. */
function deviations({ policy, source, byId }: Resolved, wording: Wording): DocParagraph[] {
  const written = new Map(clauses(source).map((clause) => [clause.id, clause.node]))
  return Object.entries(policy.metadata.deviations ?? {}).map(([id, said]) => {
    const reason = reasonIn(said)
    const clause = byId.get(id)
    const past =
      givenFor(reason, written.get(id), source.metadata.parameters) === 'other' ? [text(` (${wording('deviation.other')})`)] : []
    const name = strong(clause ? referenceText(clause) : wording('deviation.dropped', { id }))
    return paragraph([clause ? { type: 'link', target: id, children: [name] } : name, text(` ${reason.why}`), ...past])
  })
}

/** Whom to ask about a text, a line each: who it names itself, else how its organisation is reached. Empty where nobody says. */
export const contactOf = ({ contact: own }: Pick<Metadata, 'contact'>, organisation: Organisation): DocParagraph[] =>
  own?.map((line) => paragraph(reachable(line))) ?? contact(organisation)

const contact = ({ address = [], telephone, mail, site }: Organisation): DocParagraph[] => [
  ...address.map((line) => paragraph(line)),
  ...(telephone === undefined ? [] : [paragraph([link(telephone, dialled(telephone))])]),
  ...(mail === undefined ? [] : [paragraph([link(mail, `mailto:${mail}`)])]),
  ...(site === undefined ? [] : [paragraph([siteLink(site)])]),
]

/** A site as a link, whether or not its name says that it is one. */
export const siteLink = (site: string): DocInline => link(site, /^https?:/i.test(site) ? site : `https://${site}`)

const link = (words: string, url: string): DocInline => ({ type: 'link', url, children: [text(words)] })

const dialled = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`

/** A mail address, a site or a telephone number: bounded, so that a line of anything is read in no time. */
const REACH =
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:https?:\/\/|www\.)[^\s<>()]{1,200}[^\s<>().,;:]|(?<![\d+])(?:\+\d|0)[\d -]{7,14}\d(?!\d)/gi

/** A line with its addresses and numbers as links. */
function reachable(line: string): DocInline[] {
  const content: DocInline[] = []
  let at = 0
  for (const { 0: found, index } of line.matchAll(REACH)) {
    if (index > at) content.push(text(line.slice(at, index)))
    const url = found.includes('@')
      ? `mailto:${found}`
      : /^http/i.test(found)
        ? found
        : /^w/i.test(found)
          ? `https://${found}`
          : dialled(found)
    content.push(link(found, url))
    at = index + found.length
  }
  return at < line.length ? [...content, text(line.slice(at))] : content
}
