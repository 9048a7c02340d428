import { foldText } from '../compare/index.js'
import { once } from '../language/index.js'
import type { Inline } from '../model/index.js'
import { type Alignment, levelOf, type Subject } from './align/index.js'

/** What the headings of both texts say of links within them. */
export interface Anchors {
  /**
   * Whether a clause is a line of a list of contents: nothing but a link to a place in its own text, in the words of a heading behind it. Such a
   * list names most of the headings, and nothing leads it in: "These chapters apply to guests:" opens a list that is a rule.
   */
  readonly isLine: (subject: Subject, side: 'old' | 'next') => boolean
  /** Whether two links lead to the same heading, which has other words or another number now. */
  readonly follows: (old: string, next: string) => boolean
}

/** Letters and figures alone: every program makes the name of a heading from these, and keeps other signs or not. */
const lettersOf = (text: string): string =>
  foldText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const known = new WeakMap<Alignment, Anchors>()

/** The headings of an alignment, found when a link is first asked for. */
export function anchorsOf(alignment: Alignment): Anchors {
  const found = known.get(alignment) ?? make(alignment)
  known.set(alignment, found)
  return found
}

function make({ old, next, toNext }: Alignment): Anchors {
  const named = { old: once(() => headingsOf(old)), next: once(() => headingsOf(next)) }
  const lines = { old: once(() => linesOf(old, named.old())), next: once(() => linesOf(next, named.next())) }
  return {
    isLine: (subject, side) => isOnlyLink(subject) && lines[side]().has(subject.index),
    follows: (from, to) => {
      const [i, j] = [indexOf(from, named.old()), indexOf(to, named.next())]
      return i !== undefined && j !== undefined && toNext[i] === j
    },
  }
}

/** The lines of a list of contents, by their places; none where what looks like them names fewer than half of the headings. */
function linesOf(subjects: readonly Subject[], headings: ReadonlyMap<string, number>): ReadonlySet<number> {
  const found = new Set<number>()
  // What stands before a list, by what both stand in.
  const before = new Map<number, string>()
  for (const subject of subjects) {
    const { index, parent } = subject
    const heading = isOnlyLink(subject) ? headings.get(lettersOf(subject.text)) : undefined
    const around = subjects[parent]
    const isWithin = around === undefined || around.section || isOnlyLink(around)
    const isLedIn = /:\s*$/.test(before.get(parent) ?? '')
    if (heading !== undefined && (heading === -1 || heading > index) && isWithin && !isLedIn) found.add(index)
    else before.set(parent, subject.text)
  }
  const all = subjects.filter(({ section }) => section).length
  return found.size >= FEWEST && found.size * 2 >= all ? found : new Set()
}
/** Lines below which a list may name what it pleases. */
const FEWEST = 2

/** The headings of a text by their letters; -1 where several have the same. */
function headingsOf(subjects: readonly Subject[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { section, text, index } of subjects) {
    const letters = lettersOf(text)
    if (section && letters !== '') found.set(letters, found.has(letters) ? -1 : index)
  }
  return found
}

function indexOf(link: string, headings: ReadonlyMap<string, number>): number | undefined {
  const index = link.startsWith('#') ? headings.get(lettersOf(link)) : undefined
  return index === -1 ? undefined : index
}

function isOnlyLink({ clause: { node }, section }: Subject): boolean {
  if (section || !('content' in node)) return false
  const [link, ...others] = node.content.filter((inline) => !isBlank(inline))
  return link?.type === 'link' && link.url.startsWith('#') && others.length === 0
}

const isBlank = (inline: Inline): boolean => inline.type === 'break' || (inline.type === 'text' && inline.value.trim() === '')

/** A typed number of several figures, "4.2.6.1", tells by itself under what its heading stands. */
const LEVELLED = /\d\.\d/

/** Whether two headings bear one number that tells their level, whatever their marks say. */
export const tellsLevel = (old: Subject, next: Subject): boolean =>
  old.labelNumber !== undefined && old.labelNumber === next.labelNumber && LEVELLED.test(old.labelNumber)

/** Whether a heading went to another level by itself, and not along with the one above it. */
export function isOfOtherLevel(first: Subject, other: Subject, { old, toNext }: Alignment): boolean {
  if (!first.section || !other.section) return false
  const [a, b] = [levelOf(first.clause), levelOf(other.clause)]
  const above = old[first.parent]
  const same = above !== undefined && toNext[first.parent] === other.parent && other.clause.parent
  return same ? a - levelOf(above.clause) !== b - levelOf(same) : a !== b
}
