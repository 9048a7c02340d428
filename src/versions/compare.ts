import { affording, gravest, workBeside } from '../gravity/index.js'
import { append, type Clause, type Message, type Result, reasonHash } from '../model/index.js'
import { type Alignment, align } from './align/index.js'
import { toldAnew } from './anew.js'
import { saidSince } from './called.js'
import type { Comparison, Edition, Entry, Side } from './comparison.js'
import { type Dictionaries, entryOf, MOST_EDITS, reasonsTogether } from './entry.js'
import { factChanges } from './facts.js'
import { valuesExchanged } from './labelled.js'
import { numberOf } from './number.js'
import { staleReferences } from './stale.js'
import { vocabularyOf } from './terms.js'
import { replacedThroughout } from './throughout.js'

/**
 * What differs between two versions. Works on any two policies: with ids, without, with printed numbers in the text. Never fails; a
 * judgement in `changes` of a clause that is in neither version is reported. Without
 * `dictionaries` no spelling is proved.
 */
export function compareVersions(old: Side, next: Side, dictionaries: Dictionaries = () => undefined): Result<Comparison> {
  const alignment = align(old, next)
  const vocabulary = vocabularyOf(alignment, { old: numberOf(old), next: numberOf(next) })
  const judging = { vocabulary, dictionaries, affords: affording(workBeside(lettersIn(alignment))), marks: affording(MOST_EDITS) }
  const each = alignment.links.map((link) => entryOf(link, alignment, old, next, judging))
  const { entries: judged, replaced } = replacedThroughout(each, alignment)
  const told = toldAnew(inOrder(alignment, withTitles(valuesExchanged(judged, alignment))), alignment, (olds, nexts) =>
    reasonsTogether(olds, nexts, next, judging),
  )
  const entries = told.map((entry) => authored(entry, next))
  const stale = staleReferences(alignment, old, next)
  return {
    value: {
      old: editionOf(old),
      next: editionOf(next),
      entries,
      facts: factChanges(old, next),
      stale,
      replaced,
      precise: entries.every((entry) => entry.precise),
    },
    messages: [...unknownChanges(alignment, next), ...saidSince({ entries, stale }, next)],
  }
}

const lettersIn = ({ old, next }: Alignment): number => [...old, ...next].reduce((sum, { text }) => sum + text.length, 0)

const editionOf = ({ policy: { metadata }, ref, hash }: Side): Edition => ({
  ref,
  title: metadata.title,
  ...(metadata.version === undefined ? {} : { version: metadata.version }),
  lang: metadata.lang,
  hash,
})

/** The title of what is new as a whole, or gone, came or went with the rules below it; one that came alone is to be read. */
function withTitles(entries: readonly Entry[]): readonly Entry[] {
  const ruled = new Set<Clause>()
  for (const { fate, significance, old, next } of entries) {
    if (significance !== 'substantive' || (fate !== 'added' && fate !== 'removed')) continue
    for (const { clause } of [...old, ...next]) for (let up = clause.parent; up; up = up.parent) ruled.add(up)
  }
  return entries.map((entry) => {
    const [piece] = [...entry.next, ...entry.old]
    const alone = entry.fate === 'added' || entry.fate === 'removed'
    const title = entry.significance === 'to-read' && alone && piece !== undefined && ruled.has(piece.clause)
    return title ? { ...entry, significance: 'substantive' } : entry
  })
}

/** What an author may call a change that was not proved to be that. */
const isGrave = (level: Entry['significance']): boolean => level === 'substantive' || level === 'to-read'

/** The author's word goes before the rules', but proves nothing: what is not proved harmless stays what it is, whatever it is called. */
function authored(entry: Entry, { policy }: Side): Entry {
  const { changes } = policy.metadata
  if (!changes) return entry
  const ids = [...entry.next, ...entry.old].map((piece) => piece.id)
  const id = ids.find((candidate) => candidate !== undefined && Object.hasOwn(changes, candidate))
  const word = id === undefined ? undefined : changes[id]
  if (!word || (entry.fate === 'unchanged' && entry.significance === 'none')) return entry
  // What was said of other words judges nothing in these.
  const isOfOthers = word.text !== undefined && word.text !== reasonHash(nodeOf(entry, id))
  return {
    ...entry,
    ...(word.why === undefined ? {} : { why: word.why }),
    ...(word.why === undefined || !isOfOthers ? {} : { whyOfOthers: true as const }),
    ...(word.significance === undefined || isOfOthers ? {} : judgedBy(word.significance, entry)),
  }
}

const judgedBy = (word: Entry['significance'], { significance, reasons }: Entry): Partial<Entry> =>
  isGrave(significance) && !isGrave(word)
    ? { called: word }
    : { significance: word, reasons: [...reasons, { kind: 'author', old: '', next: '' }] }

/** The clause that has an id now; none where it is gone. */
const nodeOf = ({ next }: Entry, id: string | undefined) => next.find((piece) => piece.id === id)?.clause.node

/** The order of the new version; what is gone stands behind what it stood behind. */
function inOrder({ old, next }: Alignment, entries: readonly Entry[]): readonly Entry[] {
  const ofNext = new Array<Entry | undefined>(next.length)
  const ofOld = new Array<Entry | undefined>(old.length)
  for (const entry of entries) {
    const [first] = entry.next
    if (first) ofNext[first.clause.index] = entry
    for (const piece of entry.old) ofOld[piece.clause.index] = entry
  }
  const gone = new Map<Entry | undefined, Entry[]>()
  let before: Entry | undefined
  for (const entry of ofOld) {
    if (!entry) continue
    if (entry.fate === 'removed') {
      const list = gone.get(before)
      if (list) list.push(entry)
      else gone.set(before, [entry])
    } else if (!entry.moved) before = entry
  }
  const ordered = [...(gone.get(undefined) ?? [])]
  for (const entry of ofNext) if (entry) append(ordered, [entry, ...(gone.get(entry) ?? [])])
  return ordered
}

function unknownChanges({ old, next }: Alignment, { policy }: Side): readonly Message[] {
  const { changes } = policy.metadata
  if (!changes) return []
  const ids = new Set([...old, ...next].map((subject) => subject.id))
  return Object.keys(changes)
    .filter((id) => !ids.has(id))
    .map((id) => ({
      rule: 'reference/unresolved' as const,
      form: 'changes' as const,
      values: { id },
      severity: 'warning' as const,
      place: { file: policy.file, line: 1, column: 1 },
    }))
}

/** How much of what happened; the clauses of either version are counted once each. */
export interface Summary {
  readonly unchanged: number
  readonly edited: number
  readonly added: number
  readonly removed: number
  readonly split: number
  readonly merged: number
  readonly moved: number
  readonly renumbered: number
  readonly significance: Readonly<Record<Entry['significance'], number>>
  /** The gravest change of all. */
  readonly gravest: Entry['significance']
}

/** Counts the entries of a comparison. */
export function summarise({ entries }: Pick<Comparison, 'entries'>): Summary {
  const count = (holds: (entry: Entry) => boolean) => entries.filter(holds).length
  const fate = (name: Entry['fate']) => count((entry) => entry.fate === name)
  const level = (name: Entry['significance']) => count((entry) => entry.significance === name)
  return {
    unchanged: fate('unchanged'),
    edited: fate('edited'),
    added: fate('added'),
    removed: fate('removed'),
    split: fate('split'),
    merged: fate('merged'),
    moved: count((entry) => entry.moved),
    renumbered: count((entry) => entry.renumbered),
    significance: {
      none: level('none'),
      typographical: level('typographical'),
      editorial: level('editorial'),
      'to-read': level('to-read'),
      substantive: level('substantive'),
    },
    gravest: gravest(entries.map((entry) => entry.significance)),
  }
}
