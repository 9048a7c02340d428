import { createChangeWords, fateText } from '../papers/index.js'
import type { DocBlock } from '../present/index.js'
import type { Entry } from '../versions/index.js'
import type { SiteChange, SitePolicy } from './types.js'

/** A change of one clause between two neighbouring versions. */
export interface ClauseChange {
  readonly change: SiteChange
  readonly entry: Entry
}

/** What became of every clause, by its id: oldest first. A clause keeps its id through all versions. */
export interface Histories {
  /** Of the clauses in the text that is shown. */
  readonly of: ReadonlyMap<string, readonly ClauseChange[]>
  /** Of those that are no more in it, in the order in which they left. */
  readonly gone: readonly Gone[]
}

/** A clause that left. */
export interface Gone {
  readonly id: string
  /** The number it had. */
  readonly number: string
  readonly text: string
  /** The last version it stood in, and the first without it. */
  readonly last: string
  readonly without: string
  /** The clauses of the text that is shown that its words went to. */
  readonly to: readonly string[]
}

/** A change of a clause in the words that its page tells it in. JSON. */
export interface ToldChange {
  readonly from: string
  readonly to: string
  readonly significance: string
  readonly fate: string
  readonly words: readonly DocBlock[]
  /** The clause came in with it. */
  readonly isNew: boolean
}

/** What the pages of a policy tell of the past of its clauses: it follows from its texts alone. JSON. */
export interface ToldHistories {
  /** By the id of a clause in the text that is shown, oldest first. */
  readonly of: Readonly<Record<string, readonly ToldChange[]>>
  readonly gone: readonly Gone[]
}

/** The histories of clauses in words. */
export function toldOf({ of, gone }: Histories): ToldHistories {
  const wordsOf = new Map<SiteChange, ReturnType<typeof createChangeWords>>()
  const tell = ({ change, entry }: ClauseChange): ToldChange => {
    const { from, to, comparison, setting } = change
    const words = wordsOf.get(change) ?? createChangeWords(comparison, setting)
    wordsOf.set(change, words)
    const significance = setting.wording(`versions.significance.${entry.significance}`)
    const isNew = entry.old.length === 0
    return { from, to, significance, fate: fateText(entry, setting.wording), words: words(entry), isNew }
  }
  return { of: Object.fromEntries([...of].map(([id, all]) => [id, all.map(tell)])), gone }
}

/** What became of one clause, oldest first. */
export const changesOf = ({ of }: ToldHistories, id: string): readonly ToldChange[] =>
  Object.hasOwn(of, id) ? (of[id] ?? []) : []

/** Follows every clause through the versions of a policy, up to the one that is shown. */
export function historiesOf({ changes }: Pick<SitePolicy, 'changes'>, shown: string, ids: ReadonlySet<string>): Histories {
  const until = changes.findIndex(({ to }) => to === shown)
  const past = until < 0 ? [] : changes.slice(0, until + 1)
  const of = new Map<string, ClauseChange[]>()
  const gone = new Map<string, Omit<Gone, 'to'> & { to: string[] }>()
  for (const change of past) {
    for (const entry of change.comparison.entries) {
      if (!isTold(entry)) continue
      const next = entry.next.flatMap(({ clause }) => clause.id ?? [])
      for (const id of next) of.set(id, [...(of.get(id) ?? []), { change, entry }])
      for (const { clause, number, text } of entry.old) {
        const { id } = clause
        if (id === undefined || next.includes(id)) continue
        gone.set(id, { id, number: number ?? '', text, last: change.from, without: change.to, to: next })
      }
    }
  }
  const follow = (id: string, seen: readonly string[] = []): readonly string[] => {
    if (ids.has(id)) return [id]
    return seen.includes(id) ? [] : (gone.get(id)?.to ?? []).flatMap((next) => follow(next, [...seen, id]))
  }
  return {
    of: new Map([...of].filter(([id]) => ids.has(id))),
    gone: [...gone.values()]
      .filter(({ id }) => !ids.has(id))
      .map((clause) => ({ ...clause, to: [...new Set(clause.to.flatMap((id) => follow(id, [clause.id])))] })),
  }
}

/** Whether a change is worth telling whoever reads a clause: a new number by itself is not. */
const isTold = ({ fate, moved, significance }: Entry): boolean => fate !== 'unchanged' || moved || significance !== 'none'
