import { stringify } from 'yaml'
import { addSaid, bodyOf, DRAFT_TITLE, decisionsIn, type Facts, FINITE, findDate, isTime } from '../../blocks/index.js'
import { type Language, type Metadata, metadataSchema, slug } from '../../model/index.js'
import type { Piece } from '../pieces/pieces.js'

const CITATION =
  /(?:aangehaald|geciteerd|cited|referred to)\s+(?:worden\s+)?(?:als|as)\s*(?::\s*)?["'“‘„]?(.{3,120}?)["'”’]?\.?$/iu
const IN_FORCE =
  /(?:treedt|treden)\b.{0,60}?\bin werking\b|\bin werking\s+(?:getreden|treden)\b|\b(?:enters?|comes?) into (?:force|effect)\b|\btakes effect\b|\bgaat in (?:op|per)\b|\b(?:geldt|geldig|van kracht)\s+(?:vanaf|per|met ingang van)\b/i
/** "Aldus vastgesteld door …", "Dit reglement is op … vastgesteld": the sentence a document ends with. */
const ADOPTED =
  /^(?:aldus\s+)?(?:vastgesteld|adopted)\s+(?:door|op|te|in|d\.d\.|by|on|at)(?=\s)|^(?:dit|deze|this|these)\s+(?:\p{L}+\s+){1,3}(?:is|zijn|werd|was|were|ha(?:s|ve) been)\s+(?:(?!niet|not)[\p{L}\d.-]+\s+){0,10}?(?:vastgesteld|adopted|approved|agreed)(?!\p{L})/iu
const ADOPTED_BY =
  /(?:vaststelling|vastgesteld|adopted|adoption|approved|agreed)\s+(?:op\s+\S.{3,29}?\s+)?(?:door|by)\s+(?:(?:het|de|the)\s*)?([\p{L}][^,.;:]{2,60}?)(?=\s+(?:op|d\.d\.|on|per|met|na|in|after|following)\b|[,.;]|$)/iu

/** "na instemming van de MR op 30 september 2021": what another body did before. */
const AFTER =
  /(?<!\p{L})(?:na|met|after|with|following)\s+(?:\p{L}+e?\s+)?(?:instemming|advies|goedkeuring|consent|advice|approval)\s+(?:door|van|by|of|from)(?!\p{L})/iu

/** "Na instemming van de MR op 3 mei vastgesteld door het bestuur op 9 mei": no verb makes more of it. */
const AFTER_FIRST =
  /^(?:na|met|after|following|with)\s(?=.{0,120}?(?:instem|advie|goedkeur|consent|advice|approv)).{0,200}?(?<!\p{L})(?:vastgesteld|adopted)\s+(?:door|op|by|on)(?!\p{L})/iu
const isAdoption = (text: string): boolean => ADOPTED.test(text) || (AFTER_FIRST.test(text) && !FINITE.test(text))

/** Adds what clauses say about the document: since when it is in force, how it is cited, who adopted it. The clauses stay where they are. */
export function addClauseFacts(pieces: readonly Piece[], facts: Facts): void {
  for (const { role, text } of pieces) {
    if (role !== 'paragraph' && role !== 'item') continue
    const citation = CITATION.exec(text)?.[1]
    if (citation !== undefined && facts.citation === undefined) facts.citation = citation.trim()
    const date = findDate(text)?.date
    if (date === undefined) {
      // "Vastgesteld door het bestuur in maart 2018": who, if not on which day.
      if (namesMonth(text) || saysWho(text)) addAdoption(text, undefined, facts)
      continue
    }
    const inForce = IN_FORCE.exec(text)
    if (inForce) facts.effective ??= findDate(text.slice(inForce.index))?.date ?? date
    addAdoption(text, inForce?.index, facts)
  }
}

/** "These rules were approved by the committee.": who, and no more. */
const saysWho = (text: string): boolean =>
  text.length <= LONGEST_WHO && isAdoption(text) && text.replace(ADOPTED_BY, '\n').endsWith('\n.') && ADOPTED_BY.test(text)
const LONGEST_WHO = 120

const namesMonth = (text: string): boolean => text.match(/\p{L}{3,9}\.?\s\d{4}(?!\d)/gu)?.some(isTime) === true

/** Who adopted the document, and when. The day on which it enters into force, named from `inForce` on, is not that of the decision. */
function addAdoption(text: string, inForce: number | undefined, facts: Facts): void {
  const isSaid = isAdoption(text)
  if (isSaid) facts.adopted = true
  else if (inForce === undefined) return
  const several = decisionsIn(inForce === undefined ? text : text.slice(0, inForce))
  if (several.length > 1 || (several.length === 1 && AFTER.test(text))) {
    if (several.some(({ right }) => right === 'adoption')) facts.adopted = true
    addSaid(several, facts)
    return
  }
  const by = ADOPTED_BY.exec(text)
  const body = by?.[1]?.trim()
  const date = findDate(isSaid ? text.slice(0, inForce) : text.slice(by?.index))?.date
  if (isSaid && body === undefined && facts.approvals.every((approval) => approval.date !== date)) facts.date ??= date
  if (body === undefined || facts.approvals.length > 0 || (!isSaid && date === undefined)) return
  facts.approvals.push({ ...(date === undefined ? {} : { date }), body: bodyOf(body), right: 'adoption' })
}

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
  const { title, subtitle, version, status, date, effective, review, citation, partOf, sources, editors, contact, copyright } =
    facts
  const values = {
    title: title ?? fallbackTitle,
    subtitle,
    organisation: known || undefined,
    version,
    status: status ?? (isAdopted(facts) ? 'adopted' : 'draft'),
    lang,
    numbering,
    date,
    effective,
    review,
    citation,
    partOf,
    sources: filled(sources),
    editors: filled(editors),
    contact: filled(contact),
    copyright,
    parameters: parameters && Object.keys(parameters).length > 0 ? parameters : undefined,
    route: filled(facts.route ?? []),
    approvals: filled(inOrder(facts.approvals)),
    remarks: filled(facts.remarks.map((note) => ({ note }))),
    history: filled(facts.history),
  }
  const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  return stringify(metadataSchema.parse(written), { lineWidth: 0, flowCollectionPadding: true })
}

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
