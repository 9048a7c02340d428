import { stringify } from 'yaml'
import { DRAFT_TITLE, type Facts } from '../blocks/index.js'
import { type Language, type Metadata, metadataSchema, slug } from '../model/index.js'

export interface FrontMatterInput {
  readonly facts: Facts
  readonly fallbackTitle: string
  readonly organisation?: string
  /** Not known of a text in another language. */
  readonly lang?: Language
  readonly numbering: Metadata['numbering']
  /** What a template asks. */
  readonly parameters?: Metadata['parameters']
}

/** The front matter as YAML, in the order the format's page names the keys; only what is known. */
export function frontMatter({ facts, fallbackTitle, organisation, lang, numbering, parameters }: FrontMatterInput): string {
  const known = organisation ?? (facts.printedOrganisation === undefined ? undefined : slug(facts.printedOrganisation))
  const { title, subtitle, version, date, effective, citation, partOf, sources, editors, contact, copyright } = facts
  const values = {
    title: title ?? fallbackTitle,
    subtitle,
    organisation: known || undefined,
    version,
    status: standingOf(facts),
    lang,
    numbering,
    date,
    effective,
    review: reviewOf(facts),
    citation,
    partOf,
    sources: filled(sources),
    editors: filled(editors),
    contact: filled(contact),
    copyright,
    parameters: parameters && Object.keys(parameters).length > 0 ? parameters : undefined,
    route: filled(facts.route ?? []),
    approvals: filled(inOrder(facts.approvals)),
    remarks: filled(remarksOf(facts).map((note) => ({ note }))),
    history: filled(facts.history),
  }
  const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  return stringify(metadataSchema.parse(written), { lineWidth: 0, flowCollectionPadding: true })
}

/** A day before the text was decided on or in force is that of another text: "De regeling van 4 maart 2019 vervalt." */
const reviewOf = ({ review, effective, approvals }: Facts): string | undefined =>
  review !== undefined && [effective, ...approvals.map(({ date }) => date)].some((day) => day !== undefined && review < day)
    ? undefined
    : review

/** How far a text is. One that calls itself adopted and tells of no decision is a draft until somebody says who took it. */
function standingOf(facts: Facts): NonNullable<Facts['status']> {
  const status = facts.status ?? (isAdopted(facts) ? 'adopted' : facts.awaits ? 'proposed' : 'draft')
  return status === 'adopted' && isUndecided(facts) ? 'draft' : status
}

/** What no key holds; a status is kept as it was said where the text is not what it calls itself. */
const remarksOf = (facts: Facts): readonly string[] =>
  facts.statusSaid !== undefined && facts.status === 'adopted' && isUndecided(facts)
    ? [...facts.remarks, facts.statusSaid]
    : facts.remarks

/** Whether nothing tells who decided on a text, or when. */
export const isUndecided = ({ approvals }: Facts): boolean => approvals.length === 0

/** A day on which a text enters into force may be a plan; only who adopted it, or that it was, makes it more than a draft. */
const isAdopted = ({ title = '', subtitle = '', adopted, approvals }: Facts): boolean =>
  ![title, subtitle].some((line) => DRAFT_TITLE.test(line)) &&
  (adopted === true ||
    approvals.some(({ right, date, decision }) => right === 'adoption' && date !== undefined && decision !== 'negative'))

/** A sentence may name first what was decided last: "vastgesteld op …, na instemming van … op …". */
const inOrder = (approvals: Facts['approvals']): Facts['approvals'] =>
  approvals.every(({ date }) => date !== undefined)
    ? [...approvals].sort((a, b) => (a.date as string).localeCompare(b.date as string))
    : approvals

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)
