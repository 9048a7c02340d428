import { stringify } from 'yaml'
import { type Language, type Metadata, metadataSchema } from '../../../model/index.js'
import { findDate } from '../dates.js'
import type { Piece } from '../outline/pieces.js'
import { bodyOf, type Facts } from './facts.js'

const CITATION = /(?:aangehaald|geciteerd|cited|referred to)\s+(?:worden\s+)?(?:als|as)\s*:?\s*["'“‘„]?(.{3,120}?)["'”’]?\.?$/iu
const IN_FORCE =
  /(?:treedt|treden)\b.{0,60}?\bin werking\b|\bin werking\s+(?:getreden|treden)\b|\b(?:enters?|comes?) into (?:force|effect)\b|\b(?:geldt|geldig|van kracht)\s+(?:vanaf|per|met ingang van)\b/i
/** "Aldus vastgesteld door …": the sentence a document ends with. */
const ADOPTED = /^(?:aldus\s+)?(?:vastgesteld|adopted)\s+(?:door|by)\b/i
const ADOPTED_BY =
  /(?:vaststelling|vastgesteld|adopted|adoption)\s+(?:op\s+.{4,30}?\s+)?(?:door|by)\s+(?:het|de|the)?\s*([\p{L}][^,.;:]{2,60}?)(?=\s+(?:op|d\.d\.|on|per|met)\b|[,.;]|$)/iu

/** Adds what clauses say about the document: since when it is in force, how it is cited, who adopted it. The clauses stay where they are. */
export function addClauseFacts(pieces: readonly Piece[], facts: Facts): void {
  for (const { role, text } of pieces) {
    if (role !== 'paragraph' && role !== 'item') continue
    const citation = CITATION.exec(text)?.[1]
    if (citation !== undefined && facts.citation === undefined) facts.citation = citation.trim()
    const date = findDate(text)?.date
    if (date === undefined) continue
    if (IN_FORCE.test(text)) facts.effective ??= date
    else if (!ADOPTED.test(text)) continue
    const role_ = ADOPTED_BY.exec(text)?.[1]?.trim()
    if (role_ !== undefined && facts.approvals.length === 0) {
      facts.approvals.push({ date, body: bodyOf(role_), right: 'adoption' })
    }
  }
}

export interface FrontMatterInput {
  readonly facts: Facts
  readonly fallbackTitle: string
  readonly organisation?: string
  readonly lang: Language
  readonly numbering: Metadata['numbering']
}

/** The front matter as YAML, in the order the format's page names the keys; only what is known. */
export function frontMatter({ facts, fallbackTitle, organisation, lang, numbering }: FrontMatterInput): string {
  const known = organisation ?? (facts.printedOrganisation === undefined ? undefined : slug(facts.printedOrganisation))
  const decided = facts.approvals.some(({ right }) => right === 'adoption') || facts.effective !== undefined
  const { title, subtitle, version, status, date, effective, review, citation, partOf, sources, editors, contact, copyright } =
    facts
  const values = {
    title: title ?? fallbackTitle,
    subtitle,
    organisation: known || undefined,
    version,
    status: status ?? (decided ? 'adopted' : 'draft'),
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
    route: filled(facts.route ?? []),
    approvals: filled(facts.approvals),
    remarks: filled(facts.remarks.map((note) => ({ note }))),
    history: filled(facts.history),
  }
  const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  return stringify(metadataSchema.parse(written), { lineWidth: 0, flowCollectionPadding: true })
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
