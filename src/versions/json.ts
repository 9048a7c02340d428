import { type Edit, textOf } from '../compare/index.js'
import { type Summary, summarise } from './compare.js'
import type { Comparison, Edition, Entry, EntryClause } from './comparison.js'

/** A comparison as JSON, schema `clausule/comparison@2`: what `diff --json` prints. */
export interface ComparisonJson {
  readonly schema: 'clausule/comparison@2'
  readonly old: EditionJson
  readonly new: EditionJson
  readonly summary: Summary
  readonly precise: boolean
  /** What differs in the front matter, `null` for what was not there. */
  readonly facts: readonly { readonly fact: string; readonly old: unknown; readonly new: unknown }[]
  /** Typed references that no longer point at what they pointed at: where they stand, and what they name before and now. */
  readonly stale: readonly {
    readonly line: number
    readonly text: string
    readonly old: string
    readonly new: string | null
    readonly number: string | null
  }[]
  /** Terms that others took the place of throughout, each once. */
  readonly replaced: readonly {
    readonly old: string
    readonly new: string
    readonly times: number
    readonly significance: string
  }[]
  readonly clauses: readonly EntryJson[]
}

interface EditionJson {
  readonly ref: string
  readonly title: string
  readonly version: string | null
  readonly hash: string
}

interface EntryJson extends Pick<Entry, 'fate' | 'moved' | 'renumbered' | 'significance'> {
  readonly reasons: readonly { readonly kind: string; readonly old: string; readonly new: string }[]
  readonly why: string | null
  /** It was given for other words than the clause has now. */
  readonly whyOfOthers?: true
  /** What the author calls the change, where that is less than what was found. */
  readonly called?: string
  readonly old: readonly EntryClauseJson[]
  readonly new: readonly EntryClauseJson[]
  /** Ranges in the text; where a side has several clauses, in their texts with one line end between them. */
  readonly edits: readonly { readonly old: Edit['old']; readonly new: Edit['next'] }[]
}

interface EntryClauseJson {
  readonly id: string | null
  readonly number: string | null
  readonly line: number
  readonly text: string
}

export function toComparisonJson(comparison: Comparison): ComparisonJson {
  return {
    schema: 'clausule/comparison@2',
    old: edition(comparison.old),
    new: edition(comparison.next),
    summary: summarise(comparison),
    precise: comparison.precise,
    facts: comparison.facts.map(({ fact, old, next }) => ({ fact, old: old ?? null, new: next ?? null })),
    stale: comparison.stale.map(({ clause, text, before, now, follow }) => ({
      line: clause.node.place.line,
      text,
      old: textOf(before.node),
      new: now ? textOf(now.node) : null,
      number: follow ?? null,
    })),
    replaced: comparison.replaced.map(({ old, next, times, significance }) => ({ old, new: next, times, significance })),
    clauses: comparison.entries.map((entry) => ({
      fate: entry.fate,
      moved: entry.moved,
      renumbered: entry.renumbered,
      significance: entry.significance,
      reasons: entry.reasons.map(({ kind, old, next }) => ({ kind, old, new: next })),
      why: entry.why ?? null,
      ...(entry.whyOfOthers ? { whyOfOthers: true } : {}),
      ...(entry.called === undefined ? {} : { called: entry.called }),
      old: entry.old.map(piece),
      new: entry.next.map(piece),
      edits: entry.edits.map(({ old, next }) => ({ old, new: next })),
    })),
  }
}

const edition = ({ ref, title, version, hash }: Edition): EditionJson => ({ ref, title, version: version ?? null, hash })
const piece = ({ id, number, line, text }: EntryClause): EntryClauseJson => ({
  id: id ?? null,
  number: number ?? null,
  line,
  text,
})
