import { meaningsOf, oneOf, stem, wordsOf } from '../language/index.js'
import { callings, definedTerms } from '../lint/index.js'
import {
  clauses as allClauses,
  append,
  eachInline,
  type Inline,
  inlinesOf,
  isLanguage,
  type Language,
  plainText,
} from '../model/index.js'
import type { Resolved, ResolvedClause } from '../resolve/index.js'
import { pointsBack } from './around.js'

/** What the words of each clause rest on beside its headings and its lead-in, in reading order. */
export function besides(resolved: Resolved, ref: string): (clause: ResolvedClause) => string[] {
  const { policy, byId, clauses } = resolved
  const notes = new Map(policy.notes.map((note) => [note.name, plainText(note)]))
  const above = new Set(clauses.map(({ parent }) => parent))
  /** Where a reference leads, in its words; a section, with all that stands in it, is no other's. */
  const wordsAt = (id: string): string => {
    const target = byId.get(id)
    return target === undefined || above.has(target) ? `${ref}#${id}` : wordsIn(target)
  }
  const around = aroundLists(clauses, policy.metadata.lang)
  const amending = amendments(clauses, policy.metadata.lang)
  const defined = definitionsIn(policy)
  return (clause) => {
    const { node, parent } = clause
    const found = parent?.node.type === 'item' && !isTitle(parent) ? [wordsIn(parent)] : []
    append(found, around.get(clause) ?? [])
    for (const content of node.type === 'note' ? [] : inlinesOf(node))
      eachInline(content, (inline) => {
        if (inline.type === 'footnoteReference') found.push(notes.get(inline.identifier) ?? '')
        else if (inline.type === 'link') found.push(isOwn(inline) ? wordsAt(inline.url.slice(1)) : inline.url)
        else if (inline.type === 'image') found.push(inline.url)
      })
    return [...found, ...(amending.get(clause) ?? []), ...defined(clause)]
  }
}

const wordsIn = ({ node }: ResolvedClause): string => plainText(node).trim()
const isOwn = (inline: Inline): boolean => inline.type === 'link' && inline.url.startsWith('#')
const langOf = ({ node }: ResolvedClause, lang: Language): Language => {
  const given = node.type === 'note' ? undefined : node.attributes.values.lang
  return isLanguage(given) ? given : lang
}

/**
 * What stands before and behind a list, a quotation or the paragraphs under a title in bold, where that may say what holds for each of them: "De
 * volgende zaken zijn verboden." above a list, "zijn verboden." below it.
 */
function aroundLists(clauses: Resolved['clauses'], own: Language): ReadonlyMap<ResolvedClause, readonly string[]> {
  const found = new Map<ResolvedClause, string[]>()
  const add = (clause: ResolvedClause, words: string): void => void found.set(clause, [...(found.get(clause) ?? []), words])
  const before = new Map<ResolvedClause['list'], ResolvedClause | undefined>()
  let [title, unquoted]: (ResolvedClause | undefined)[] = []
  for (const [at, clause] of clauses.entries()) {
    const { kind, list, quoted, parent } = clause
    const last = clauses[at - 1]
    if (kind === 'section') {
      title = undefined
      continue
    }
    if (title !== undefined && title.parent === parent) add(clause, wordsIn(title))
    if (kind === 'paragraph' && list === undefined && isTitle(clause)) title = clause
    if (quoted && unquoted) add(clause, wordsIn(unquoted))
    if (!quoted) unquoted = clause
    if (list === undefined) continue
    if (!before.has(list)) before.set(list, last?.kind === 'paragraph' && last.section === clause.section ? last : undefined)
    const first = before.get(list)
    if (first && (!list.ordered || pointsOn(first, own) || BEGUN.test(wordsIn(clause)))) add(clause, wordsIn(first))
  }
  for (const [at, clause] of clauses.entries()) {
    if (clause.kind !== 'paragraph' || !BEGUN.test(wordsIn(clause))) continue
    const list = clauses[at - 1]?.list
    for (let back = at - 1; list !== undefined && clauses[back]?.list === list; back--)
      add(clauses[back] as ResolvedClause, wordsIn(clause))
  }
  return found
}

/** What goes on in the middle of a sentence. */
const BEGUN = /^\p{Ll}/u
const isFollowing = oneOf('following', 'near', 'this')
const pointsOn = (clause: ResolvedClause, own: Language): boolean =>
  wordsOf(wordsIn(clause)).some((word) => isFollowing(word, { lang: langOf(clause, own) }))

/** By clause, what takes something from it elsewhere: the clause behind it that points back, and those that refer to it. */
function amendments(clauses: Resolved['clauses'], own: Language): ReadonlyMap<ResolvedClause, readonly string[]> {
  const found = new Map<ResolvedClause, string[]>()
  const byId = new Map(clauses.flatMap((clause) => (clause.id === undefined ? [] : [[clause.id, clause] as const])))
  for (const [at, clause] of clauses.entries()) {
    const { node, kind, section } = clause
    if (kind === 'section' || kind === 'note') continue
    const [text, lang] = [wordsIn(clause), langOf(clause, own)]
    const words = wordsOf(text)
    if (!limits(words, lang)) continue
    const targets = new Set<ResolvedClause | undefined>()
    const last = clauses[at - 1]
    if (last?.section === section && pointsBack(text, lang)) targets.add(last)
    for (const content of node.type === 'note' ? [] : inlinesOf(node))
      eachInline(content, (inline) => {
        if (inline.type === 'link' && isOwn(inline)) targets.add(byId.get(inline.url.slice(1)))
      })
    for (const number of numbersIn(words, lang))
      targets.add(clauses.find((other) => other !== clause && other.section === section && other.number === number))
    for (const target of targets) if (target && target.kind !== 'section') found.set(target, [...(found.get(target) ?? []), text])
  }
  return found
}

/** The numbers of provisions of the same section that words name: "lid 1", "paragraph b". */
const numbersIn = (words: readonly string[], lang: Language): readonly string[] =>
  words.filter((word, at) => at > 0 && LABEL.test(word) && isPart(words[at - 1], { lang }))
const isPart = oneOf('parts')
const LABEL = /^(?:\d{1,3}|[a-z])$/

/** By clause, what the terms that it calls are defined as. */
function definitionsIn(policy: Resolved['policy']): (clause: ResolvedClause) => readonly string[] {
  const own = policy.metadata.lang
  const terms = definedTerms(allClauses(policy)).map(({ clause: { node }, name, meaning }) => ({
    node,
    meaning,
    called: callings(name).map((words) => words.map((word) => stem(word, own))),
  }))
  return (clause) => {
    if (terms.length === 0) return []
    const said = new Set(wordsOf(wordsIn(clause)).map((word) => stem(word, langOf(clause, own))))
    return terms.flatMap(({ node, meaning, called }) =>
      node !== clause.node && called.some((words) => words.every((word) => said.has(word))) ? [meaning] : [],
    )
  }
}

/** Whether words deny, except or narrow something. */
const limits = (words: readonly string[], lang: Language): boolean =>
  words.some((word) => LIMITS.some((list) => meaningsOf(list, lang).has(word)))
const LIMITS = ['negation', 'exception', 'scope', 'condition'] as const

/** The most words of an item that only names the paragraphs under it. */
const TITLE_WORDS = 6

/** Words that only name what follows: `**Transparantie**` above two paragraphs, `1. Profilering` above one, `Samengevat:` above a list. */
export function isTitle({ node }: ResolvedClause): boolean {
  if (node.type !== 'item' && node.type !== 'paragraph') return false
  const text = plainText(node).trim()
  if (node.content.length > 0 && node.content.every(({ type }) => type === 'strong')) return true
  if (/^\S+(?: \S+)?:$/.test(text)) return true
  const headsParagraph = node.type === 'item' && node.children[0]?.type === 'paragraph'
  return headsParagraph && !/[.!?:;,]$/.test(text) && text.split(/\s+/).length <= TITLE_WORDS
}
