import { type TextDiff, textOf } from '../compare/index.js'
import type { Reason } from '../gravity/index.js'
import { append, type Inline, isReference, type Policy } from '../model/index.js'
import type { Subject } from './align/index.js'
import type { Side } from './comparison.js'
import type { Anchors } from './contents.js'

type Sides = readonly [old: Side, next: Side]

/** A reason that says all by its kind. */
export const bare = (kind: Reason['kind']): Reason => ({ kind, old: '', next: '' })

/** What may differ in a clause with the same words. */
export function formReasons(
  old: Subject,
  next: Subject,
  diff: TextDiff,
  sides: Sides,
  follows: Anchors['follows'],
): readonly Reason[] {
  const [a, b] = [old.clause.node, next.clause.node]
  const reasons: Reason[] = []
  // A printed number is no typography: that of the clause is said by `renumbered`, that of a reference follows its target.
  if (diff.typography.length > 0 && old.text.slice(old.label) !== next.text.slice(next.label)) {
    const [before, after] = [referencesIn(old), referencesIn(next)]
    if (before.printed !== after.printed) reasons.push({ kind: 'renumbering', old: before.printed, next: after.printed })
    if (before.rest !== after.rest) reasons.push(bare('typography'))
  }
  if (old.kind === next.kind && isPlain(a) && isPlain(b)) return reasons
  const [from, to] = [shapeOf(a, sides[0]), shapeOf(b, sides[1])]
  return [
    ...(from.struck === to.struck ? [] : [{ kind: 'wording' as const, old: from.struck, next: to.struck }]),
    ...linkReasons(old, next, sides, follows),
    ...reasons,
    ...(old.kind === next.kind && from.marks === to.marks ? [] : [bare('markup')]),
  ]
}

/** Links, images and footnotes of a clause that lead or say something else. */
export function linkReasons(
  { clause: { node: old } }: Subject,
  { clause: { node: next } }: Subject,
  sides: Sides,
  follows: Anchors['follows'],
): readonly Reason[] {
  if (isPlain(old) && isPlain(next)) return []
  const [before, after] = [shapeOf(old, sides[0]).links, shapeOf(next, sides[1]).links]
  const [from, to] = [before.join(' '), after.join(' ')]
  if (from === to) return []
  const led = before.length === after.length && before.every((link, k) => link === after[k] || follows(link, after[k] as string))
  if (led) return [{ kind: 'renumbering', old: from, next: to }]
  // The same page of the same host, by another way of writing its address.
  return [{ kind: plainAddress(from) === plainAddress(to) ? 'typography' : 'link', old: from, next: to }]
}

const plainAddress = (links: string): string => links.replace(/\bhttps?:\/\/(?:www\.)?/g, '').replace(/\/(?= |$)/g, '')

/** What the references to clauses print, and the text around them. */
function referencesIn({ text, tokens, label }: Subject): { readonly printed: string; readonly rest: string } {
  const printed: string[] = []
  let rest = ''
  let at = label
  for (const { kind, key, from, to } of tokens) {
    if (kind !== 'reference' || !key.startsWith('#')) continue
    printed.push(text.slice(from, to))
    rest += text.slice(at, from) + key
    at = to
  }
  return { printed: printed.join(', '), rest: rest + text.slice(at) }
}

/** A clause of one run of text has no markup. */
const isPlain = (node: Subject['clause']['node']): boolean =>
  'content' in node && node.content.length === 1 && node.content[0]?.type === 'text'

interface Shape {
  /** Where links lead, which images stand there, and what its footnotes say. */
  readonly links: readonly string[]
  /** The marks of emphasis, with their words. */
  readonly marks: string
  /** What is struck through: words that no longer hold, though they stand there. */
  readonly struck: string
}

function shapeOf(node: Subject['clause']['node'], { policy }: Side): Shape {
  const links: string[] = []
  const marks: string[] = []
  const struck: string[] = []
  const walk = (content: readonly Inline[]) => {
    for (const inline of content) {
      if (inline.type === 'link' && !isReference(inline)) links.push(inline.url)
      else if (inline.type === 'image') links.push(inline.url)
      else if (inline.type === 'footnoteReference') {
        const note = notesOf(policy).get(inline.identifier)
        if (note) links.push(opening(textOf(note)))
      }
      if (inline.type === 'text' || inline.type === 'link' || !('children' in inline)) {
        if (inline.type === 'link') walk(inline.children)
        continue
      }
      const words = inline.children.flatMap((child) => (child.type === 'text' ? [child.value.replace(/\s+/g, ' ')] : []))
      if (inline.type === 'delete') append(struck, words)
      append(marks, [`<${inline.type}`, ...words])
      walk(inline.children as Inline[])
    }
  }
  if ('content' in node) walk(node.content)
  else if (node.type === 'table') for (const row of node.rows) for (const cell of row.cells) walk(cell)
  return { links, marks: marks.join('\n'), struck: struck.join(' ') }
}

const known = new WeakMap<Policy['notes'], ReadonlyMap<string, Policy['notes'][number]>>()

/** The notes of a policy by name, the first of a name. */
function notesOf({ notes }: Policy): ReadonlyMap<string, Policy['notes'][number]> {
  const found = known.get(notes) ?? new Map([...notes].reverse().map((note) => [note.name, note]))
  known.set(notes, found)
  return found
}

/** As much of a footnote as tells it from the others; that its words changed is told of the note itself. */
function opening(note: string): string {
  const words = note.trim().split(/\s+/)
  return words.length > NOTED ? `${words.slice(0, NOTED).join(' ')} …` : words.join(' ')
}
const NOTED = 4
