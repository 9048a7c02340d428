import {
  type Fit,
  fitOf,
  joined,
  type Leaf,
  type MergedStretch,
  merge,
  type Region,
  regionsOf,
  slice,
} from '../../merged/index.js'
import { type Inline, NO_ATTRIBUTES, type Note } from '../../model/index.js'
import {
  createPresenter,
  type DocBlock,
  type DocInline,
  type InlineContext,
  onceInside,
  presentInlines,
} from '../../present/index.js'
import type { Entry, EntryClause, Printed } from '../../versions/index.js'
import type { SideName, Version, VersionSetting } from './setting.js'

/** What is made of the words of entries: merged for those in both versions, or those of one side with its changes marked. */
export interface VersionWords {
  readonly printed: Readonly<Record<SideName, Printed>>
  readonly contexts: Readonly<Record<SideName, InlineContext>>
  readonly fit: (entry: Entry) => Fit
  /** Two regions as one, with insertions and deletions. */
  readonly merged: (old: Region, next: Region, fit: Fit) => DocInline[]
  /** Inlines of one version, marked as a whole where asked. */
  readonly show: (content: readonly Inline[], side: SideName, mark?: ChangeMark) => DocInline[]
  /** The blocks of one version as they stand. */
  readonly blocks: (side: SideName, index: number) => readonly DocBlock[]
}

export interface ChangeMark {
  readonly type: 'insertion' | 'deletion'
  readonly move?: string
}

/** The words of clauses that are compared as one; undefined when they are not plain words. */
export function regionOf(pieces: readonly Pick<EntryClause, 'clause'>[], printed: Printed): Region | undefined {
  const regions = pieces.map(({ clause: { node } }) => {
    const [row, ...others] = node.type === 'table' ? [] : regionsOf(node, printed)
    return row?.length === 1 && others.length === 0 ? row[0] : undefined
  })
  return regions.every((region) => region !== undefined) ? joined(regions as Region[]) : undefined
}

/** With `exact`, differences in typography, in printed numbers and in where a link leads are marked, too. */
export function createWords(
  entries: readonly Entry[],
  { old, next }: Pick<VersionSetting, 'old' | 'next'>,
  exact: boolean,
): VersionWords {
  const printed = { old: printedOf(old), next: printedOf(next) }
  const notes = noteEntries(entries)
  const presenters = { old: createPresenter(old.resolved), next: createPresenter(next.resolved) }
  const contexts: Record<SideName, InlineContext> = {
    old: { ...presenters.old.context, blocks: (note) => wholeNote(note, 'old') },
    next: { ...presenters.next.context, blocks: onceInside((note) => noteBlocks(note)) },
  }

  const show = (content: readonly Inline[], side: SideName, mark?: ChangeMark): DocInline[] => {
    const shown = presentInlines(content, contexts[side])
    return mark && shown.length > 0 ? [{ ...mark, children: shown }] : shown
  }
  const present = ({ kind, content, former }: MergedStretch): DocInline[] =>
    kind === 'same'
      ? former
        ? [{ type: 'span', former, children: show(content, 'next') }]
        : show(content, 'next')
      : kind === 'inserted'
        ? show(content, 'next', { type: 'insertion' })
        : show(content, 'old', { type: 'deletion' })

  const sameNote = (a: Leaf, b: Leaf) => {
    const [from, to] = [nameOf(a), nameOf(b)]
    return from !== undefined && to !== undefined && notes.twins.get(from) === to
  }
  const merged = (a: Region, b: Region, fit: Fit) => merge(a, b, fit, sameNote).flatMap(present)
  const fit = (entry: Entry) => fitOf(entry, exact)

  /** A note of the new version, with what changed in it. */
  const noteBlocks = (note: Note): readonly DocBlock[] => {
    const entry = notes.next.get(note.name)
    if (entry?.old.length !== 1 || entry.next.length !== 1) return wholeNote(note, 'next', entry && 'insertion')
    const [a, b] = [regionOf(entry.old, printed.old), regionOf(entry.next, printed.next)]
    if (a && b) return [{ type: 'paragraph', content: merged(a, b, fit(entry)) }]
    if (entry.edits.length === 0) return wholeNote(note, 'next')
    const before = presenters.old.context.notes.get((entry.old[0]?.clause.node as Note).name)
    return [...(before ? wholeNote(before.note, 'old', 'deletion') : []), ...wholeNote(note, 'next', 'insertion')]
  }
  const wholeNote = (note: Note, side: SideName, mark?: ChangeMark['type']): readonly DocBlock[] =>
    presenters[side].blocks(note.children).map((block) => (mark ? markBlock(block, { type: mark }) : block))

  return {
    printed,
    contexts,
    fit,
    merged,
    show,
    blocks: (side, index) => {
      const node = (side === 'old' ? old : next).resolved.clauses[index]?.node
      if (!node || node.type === 'note') return []
      if (node.type === 'item') return presenters[side].blocks([{ ...node, type: 'paragraph', attributes: NO_ATTRIBUTES }])
      return presenters[side].blocks([node.type === 'section' ? { ...node, children: [] } : node])
    },
  }
}

const printedOf =
  ({ side }: Version): Printed =>
  (id) =>
    side.references?.get(id)

const nameOf = ({ inline }: Leaf): string | undefined => (inline?.type === 'footnoteReference' ? inline.identifier : undefined)

function noteEntries(entries: readonly Entry[]) {
  const twins = new Map<string, string>()
  const next = new Map<string, Entry>()
  for (const entry of entries) {
    const [a, b] = [entry.old[0]?.clause.node, entry.next[0]?.clause.node]
    if (b?.type === 'note') next.set(b.name, entry)
    if (a?.type === 'note' && b?.type === 'note') twins.set(a.name, b.name)
  }
  return { twins, next }
}

/** A block with all its words marked as new or gone. */
export function markBlock(block: DocBlock, mark: ChangeMark): DocBlock {
  const inside = (blocks: readonly DocBlock[]) => blocks.map((child) => markBlock(child, mark))
  const change = mark.type === 'insertion' ? ('inserted' as const) : ('deleted' as const)
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, change, content: block.content.length > 0 ? [{ ...mark, children: block.content }] : [] }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, change, children: inside(item.children) })) }
    case 'table': {
      const rows = (list: typeof block.body) =>
        list.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: inside(cell.children).map(plainBlock) })),
        }))
      return { ...block, change, head: rows(block.head), body: rows(block.body) }
    }
    case 'quote':
      return { ...block, children: inside(block.children) }
    default:
      return { ...block, change }
  }
}

/** Inside a marked table the words are marked; that the block is new or gone is said once, of the whole. */
const plainBlock = ({ change, ...block }: DocBlock): DocBlock => block as DocBlock

/** The whole of a region. */
export const whole = (region: Region): readonly Inline[] => slice(region, region.from, region.to, () => true)
