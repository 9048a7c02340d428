import { readPolicy } from '../../src/read/index.js'
import { type Comparison, compareVersions, type Entry } from '../../src/versions/index.js'
import { dictionaryOf } from '../../src/workspace/index.js'
import { letters, type Revision, type Truth, type Unit } from './draft.js'

/** A Markdown text as a side of a comparison. */
const side = (source: string, ref: string) => ({ policy: readPolicy(source, `${ref}.md`).value, ref, hash: '' })

const page = (lang: string, text: string): string => `---\ntitle: T\nlang: ${lang}\n---\n\n${text}\n`

/** Two Markdown texts compared, as plain files. */
export const compareTexts = (old: string, next: string): Comparison =>
  compareVersions(side(old, 'old'), side(next, 'next'), dictionaryOf).value

/** What became of each clause between two texts of a page in a language. */
export const entriesOf = (lang: string, old: string, next: string): readonly Entry[] =>
  compareTexts(page(lang, old), page(lang, next)).entries

/** The same from the one to the other and back; each text is read once. */
export function entriesBothWays(lang: string, a: string, b: string): readonly (readonly Entry[])[] {
  const [one, other] = [side(page(lang, a), 'a'), side(page(lang, b), 'b')]
  return [
    [one, other],
    [other, one],
  ].map(([from, to]) => compareVersions(from as typeof one, to as typeof one, dictionaryOf).value.entries)
}

export interface Score {
  /** One line per wrong answer: what was expected, what was found, the text. */
  readonly wrong: readonly string[]
  readonly clauses: number
  readonly right: number
  readonly moves: { readonly true: number; readonly found: number }
  /** Letters marked, and the least that had to be. */
  readonly marked: number
  readonly least: number
  readonly entries: ReadonlyMap<number, Entry>
}

/** Holds a comparison against what was truly done. The k-th clause of a text is the k-th unit. */
export function score(comparison: Comparison, revision: Revision): Score {
  const entryOfOld = new Map<number, Entry>()
  const entryOfNext = new Map<number, Entry>()
  for (const entry of comparison.entries) {
    for (const piece of entry.old) entryOfOld.set(piece.clause.index, entry)
    for (const piece of entry.next) entryOfNext.set(piece.clause.index, entry)
  }
  const wrong: string[] = []
  const entries = new Map<number, Entry>()
  let right = 0
  let clauses = 0
  const moves = { true: 0, found: 0 }
  const nextIndex = new Map(revision.nextUnits.map(({ uid }, index) => [uid, index]))
  const partsOf = (uid: number): readonly number[] => revision.parts.get(uid) ?? []

  const check = (
    unit: Unit,
    entry: Entry | undefined,
    truth: Truth,
    counterpart: readonly number[] | undefined,
    side: 'old' | 'next',
  ) => {
    clauses++
    const other = (side === 'old' ? entry?.next : entry?.old)?.map((piece) => piece.clause.index)
    const samePlace = counterpart === undefined || JSON.stringify(other) === JSON.stringify(counterpart)
    if (entry?.fate === truth.fate && entry.moved === truth.moved && samePlace) right++
    else
      wrong.push(
        `${truth.operation ?? 'nothing'}: expected ${truth.fate}${truth.moved ? ' moved' : ''}, found ${entry?.fate}${entry?.moved ? ' moved' : ''}${samePlace ? '' : ' elsewhere'} (${side}): ${unit.text}`,
      )
    if (truth.moved) {
      moves.true++
      if (entry?.moved && samePlace) moves.found++
    }
  }
  const nothing: Truth = { fate: 'unchanged', moved: false, marked: 0 }
  revision.oldUnits.forEach((unit, index) => {
    const truth = revision.truth.get(unit.uid) ?? nothing
    const entry = entryOfOld.get(index)
    if (entry) entries.set(unit.uid, entry)
    const merged = [...revision.parts].find(([, parts]) => parts.includes(unit.uid))?.[0]
    const targets =
      truth.fate === 'removed'
        ? []
        : truth.fate === 'split'
          ? partsOf(unit.uid)
          : truth.fate === 'merged'
            ? [merged ?? -1]
            : [unit.uid]
    check(
      unit,
      entry,
      truth,
      targets.map((uid) => nextIndex.get(uid) ?? -1),
      'old',
    )
  })
  revision.nextUnits.forEach((unit, index) => {
    const truth = revision.truth.get(unit.uid)
    if (truth?.fate !== 'added') return
    const entry = entryOfNext.get(index)
    if (entry) entries.set(unit.uid, entry)
    check(unit, entry, truth, [], 'next')
  })
  let marked = 0
  for (const entry of comparison.entries) {
    const [old, next] = [entry.old, entry.next].map((pieces) => pieces.map((piece) => piece.text).join('\n')) as [string, string]
    if (entry.fate === 'added') marked += letters(next)
    else if (entry.fate === 'removed') marked += letters(old)
    else for (const edit of entry.edits) marked += letters(old.slice(...edit.old)) + letters(next.slice(...edit.next))
  }
  const least = [...revision.truth.values()].reduce((sum, truth) => sum + truth.marked, 0)
  return { wrong, clauses, right, moves, marked, least, entries }
}
