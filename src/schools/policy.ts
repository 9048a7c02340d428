import { onceFor } from '../language/index.js'
import { isLanguage, plainText } from '../model/index.js'
import type { Resolved, ResolvedClause } from '../resolve/index.js'
import { besides, isTitle } from './rests-on.js'
import type { SchoolClause, SchoolPolicy } from './types.js'

export interface SchoolNames {
  readonly ref: string
  /** The organisation as shown. */
  readonly organisation: string
  /** Every name it goes by. */
  readonly names: readonly string[]
  /** The template it was made from, or is: its name and the ids of its clauses. */
  readonly template?: { readonly ref: string; readonly ids: ReadonlySet<string> }
}

/** The words that items complete, by item: those before their list that end in a colon. */
export function leadsIn(clauses: Resolved['clauses']): ReadonlyMap<ResolvedClause, string> {
  const found = new Map<ResolvedClause, string>()
  const leads = new Map<ResolvedClause['list'], string>()
  let before = ''
  let written = ''
  for (const clause of clauses) {
    const { node, kind, list } = clause
    const own = plainText(node).trim()
    if (list !== undefined && !leads.has(list)) leads.set(list, before)
    // "a. …" and "b. …" as paragraphs of their own are a list all the same.
    const counts = kind === 'paragraph' && WRITTEN_MARK.test(own)
    if (!counts) written = own
    const lead = counts ? written : list === undefined ? '' : leads.get(list)
    if (lead?.endsWith(':')) found.set(clause, lead)
    before = own
  }
  return found
}

/** A resolved policy as the comparison of schools sees it: rules with their place, headings only as titles above them. */
export function schoolPolicy(resolved: Resolved, { ref, organisation, names, template }: SchoolNames): SchoolPolicy {
  const { policy, clauses } = resolved
  const restsOn = besides(resolved, ref)
  const found: SchoolClause[] = []
  const titles: string[] = []
  const leads = leadsIn(clauses)
  const taken = new Set<string>()
  // What stands under one heading has one list of those above it.
  const above = onceFor((parent: ResolvedClause | undefined) => titlesAbove(parent))
  for (const clause of clauses) {
    const { node, kind } = clause
    const text = plainText(node).trim()
    if (kind === 'section' || text === '' || isTitle(clause)) {
      titles.push(text)
      continue
    }
    const { lang, topic, variant } = node.type === 'note' ? {} : node.attributes.values
    // An id that stands twice by mistake names the first; the wordings of one provision share theirs.
    const own = clause.id !== undefined && (variant !== undefined || !taken.has(clause.id)) ? clause.id : undefined
    if (own !== undefined) taken.add(own)
    const lead = leads.get(clause)
    const beside = restsOn(clause)
    found.push({
      id: own ?? `line-${node.place.line}`,
      number: clause.number ?? '',
      line: node.place.line,
      text,
      kind,
      lang: isLanguage(lang) ? lang : policy.metadata.lang,
      sections: above(clause.parent),
      ...(topic === undefined ? {} : { topic }),
      ...(lead === undefined ? {} : { lead }),
      ...(beside.length === 0 ? {} : { beside }),
      ...(template && clause.id !== undefined && template.ids.has(clause.id) ? { origin: `${template.ref}#${clause.id}` } : {}),
    })
  }
  return { ref, title: policy.metadata.title, organisation, names, clauses: found, titles }
}

/** How a paragraph begins that is an item of a list by what is written before it: "a.", "(b)", "–". */
const WRITTEN_MARK = /^(?:\(?[a-z]\)|[a-z]\.|[–•-])\s/u

function titlesAbove(parent: ResolvedClause | undefined): string[] {
  const titles: string[] = []
  for (let above = parent; above; above = above.parent) {
    if (above.kind === 'section' || isTitle(above)) titles.unshift(plainText(above.node).trim())
  }
  return titles
}
