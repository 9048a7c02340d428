import { significanceOf } from '../gravity/index.js'
import { canonicalClause, canonicalPolicy, clauses, mapInlines, mapWords, type Policy } from '../model/index.js'
import type { Comparison, Entry } from './comparison.js'

/** A change of words that is proved to be one of typography, with the words around it. */
export interface Correction {
  /** The clause it stands in; absent where that has no id. */
  readonly clause?: string
  readonly was: string
  readonly becomes: string
}

/**
 * What changed between two versions where **every** change is proved to be of typography (spelling, punctuation, notation, grammar) and nothing
 * else differs at all: no clause, order, id, attribute, emphasis, link, parameter, number or title, and nothing the front matter says beside
 * decisions. Undefined where anything does, or is not known. The judgement of an author is no proof: it is given without `changes`.
 */
export function corrections(comparison: Comparison, old: Policy, next: Policy): readonly Correction[] | undefined {
  const { entries, facts, stale, replaced, precise } = comparison
  if (!precise || stale.length > 0 || replaced.length > 0 || facts.some(({ fact }) => fact !== 'approvals')) return undefined
  if (frameOf(old) !== frameOf(next)) return undefined
  const [before, after] = [clauses(old), clauses(next)]
  const found: Correction[] = []
  for (const entry of entries) {
    const [was] = entry.old
    const [is] = entry.next
    const [a, b] = [was && before[was.clause.index], is && after[is.clause.index]]
    if (!a || !b || !was || !is || entry.old.length + entry.next.length > 2 || was.clause.index !== is.clause.index)
      return undefined
    if (canonicalClause(a.node) === canonicalClause(b.node)) continue
    if (!isProved(entry)) return undefined
    for (const edit of [...entry.edits, ...entry.typography])
      found.push({
        ...(is.id === undefined ? {} : { clause: is.id }),
        was: around(was.text, edit.old),
        becomes: around(is.text, edit.next),
      })
  }
  return found
}

const isProved = ({ moved, renumbered, significance, reasons, precise }: Entry): boolean =>
  !moved &&
  !renumbered &&
  precise &&
  significance === 'typographical' &&
  reasons.length > 0 &&
  reasons.every(({ kind }) => significanceOf(kind) === 'typographical')

const PARAMETERS = /\{\{[^}]*\}\}/g

/** Everything of a policy but its words: what stays the same where only words are corrected. */
const frameOf = (policy: Policy): string =>
  canonicalPolicy(
    mapWords(policy, (content) =>
      mapInlines(content, (inline) =>
        inline.type === 'text' ? [{ ...inline, value: (inline.value.match(PARAMETERS) ?? []).join('') }] : [inline],
      ),
    ),
  )

/** A range of a text, with the whole words it touches. */
function around(text: string, [from, to]: readonly [from: number, to: number]): string {
  const start = text.slice(0, from).search(/\S*$/)
  const end = to + (/^\S*/.exec(text.slice(to))?.[0].length ?? 0)
  return text.slice(start, end).trim()
}
