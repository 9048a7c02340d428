import {
  anotherWording,
  type Change,
  clauseMarks,
  type DocBlock,
  type DocInline,
  muted,
  NO_MARKS,
  text,
} from '../../present/index.js'
import type { Entry, EntryClause } from '../../versions/index.js'
import { formerOf, labelOf } from './former.js'
import { createLabels } from './labels.js'
import type { NestedBlocks } from './nest.js'
import type { ShownRow } from './rows.js'
import type { SideName, VersionSetting } from './setting.js'
import { bothSided, oneSided, type Shown } from './shown.js'
import { columnNotes, markedTable, mergeTables } from './tables.js'
import { createWords, markBlock } from './words.js'

type Own = Pick<DocBlock, 'id' | 'lang' | 'change' | 'facets' | 'end'>

/**
 * Presents the rows of a redline. With `complete`, a row that does not show both versions shows its own
 * in full, otherwise what moved is shown at its new place with a pointer at the old one.
 */
export function createRowPresenter(
  entries: readonly Entry[],
  setting: VersionSetting,
  complete: boolean,
  entryOf: (row: ShownRow) => Entry | undefined,
): (row: ShownRow) => NestedBlocks {
  const words = createWords(entries, setting, complete)
  const labels = createLabels(setting)
  const said = complete ? undefined : columnNotes(setting.wording)
  const ids = new Set(setting.next.resolved.byId.keys())
  const marked = setting.template === true && !complete
  const marks = (side: SideName) => (marked ? clauseMarks(setting[side].resolved, setting.wording) : NO_MARKS)
  const marksOf = { old: marks('old'), next: marks('next') }
  /** Which choice of a template a row is, in front of its words. */
  const choiceOf = ({ node, side }: ShownRow): readonly DocInline[] => {
    if (node.type === 'rule') return []
    const { isGuidance, guidance, before } = marksOf[side]
    return isGuidance(node) ? guidance(node) : before(node)
  }
  const isAgain = { old: anotherWording(setting.old.resolved), next: anotherWording(setting.next.resolved) }
  const moves = new Map<Entry, string>()
  const moveOf = (entry: Entry): string => {
    const name = moves.get(entry) ?? `move${moves.size + 1}`
    moves.set(entry, name)
    return name
  }
  const alone = (row: ShownRow, { fate }: Entry): boolean =>
    fate === 'added' || fate === 'removed' || (complete && row.shared === undefined)

  const names = new Map(entries.map((entry, at) => [entry, `change-${at + 1}`] as const))
  const used = new Set<string>()
  /** The id of a clause; of a change in a clause without one a name of its own, so that it can be linked to. */
  const nameOf = (id: string | undefined, side: SideName, entry: Entry | undefined, change: Shown['change']): Pick<Own, 'id'> => {
    if (id !== undefined) return side === 'old' && ids.has(id) ? {} : { id }
    const name = entry && change !== undefined && !complete ? names.get(entry) : undefined
    if (name === undefined || ids.has(name) || used.has(name)) return {}
    used.add(name)
    return { id: name }
  }

  const ownFields = ({ node, side, shared }: ShownRow, entry: Entry | undefined, { change }: Shown): Own => {
    if (node.type === 'rule') return {}
    const { id, values } = node.attributes
    return {
      ...(((shared?.part ?? 0) > 0 && side === 'next' && entry?.fate === 'merged') || isAgain[side](node)
        ? {}
        : nameOf(id, side, entry, change)),
      ...(values.lang === undefined ? {} : { lang: values.lang }),
      ...(change === undefined ? {} : { change }),
      ...(complete && shared?.end ? { end: shared.end } : {}),
      ...(entry ? { facets: { significance: entry.significance } } : {}),
    }
  }

  const noteOf = (row: ShownRow, entry: Entry): DocInline[] => {
    if (complete || alone(row, entry)) return []
    const said = labels.note(
      entry,
      entry.next.findIndex(({ clause }) => clause.index === row.clause?.index),
    )
    return said === undefined ? [] : [text(' '), muted(`[${said}]`)]
  }

  /** What stands where a clause stood that is elsewhere now. */
  const pointer = (row: ShownRow, entry: Entry, clause: EntryClause['clause']): NestedBlocks => {
    const label = labels.printed('old', { clause })
    const said = muted(labels.pointer(entry))
    const id = entry.next[0]?.id
    const link: DocInline = id === undefined ? said : { type: 'link', target: id, children: [said] }
    const item = clause.kind === 'item'
    const facets = { significance: entry.significance }
    return {
      containers: row.containers,
      blocks: [{ type: 'paragraph', content: item || label === '' ? [link] : [muted(`${label} `), link], tone: 'small', facets }],
      ...(item ? { item: { label, facets } } : {}),
    }
  }

  /** Tables and verbatim blocks: of both versions as one where that can be, else one after the other. */
  const wholeBlocks = (row: ShownRow, entry: Entry | undefined, own: Own): readonly DocBlock[] => {
    if (!row.clause) return []
    const { index } = row.clause
    if (!entry) return words.blocks(row.side, index).map((block) => ({ ...block, ...own }))
    const marked = (side: SideName, at: number, fields: Own): readonly DocBlock[] => {
      const [type, change] = side === 'old' ? (['deletion', 'deleted'] as const) : (['insertion', 'inserted'] as const)
      return words.blocks(side, at).map((block): DocBlock => {
        const { id: _id, ...bare } = block
        const shown = bare.type === 'table' ? markedTable(bare, change, { type }) : markBlock(bare as DocBlock, { type })
        return { ...shown, ...fields, change }
      })
    }
    if (alone(row, entry)) return marked(row.side, index, own)
    const [frame] = words.blocks('next', index)
    if (!frame) return []
    const merged = frame.type === 'table' ? mergeTables(entry, frame, words, said) : undefined
    if (merged) return [{ ...merged, ...own }]
    if (entry.edits.length === 0) return [{ ...frame, ...own }]
    const { id: _id, ...before } = own
    return [...marked('old', entry.old[0]?.clause.index ?? -1, before), ...marked('next', index, own)]
  }

  return (row) => {
    const { node, clause, containers, side } = row
    if (node.type === 'rule') return { containers, blocks: [{ type: 'rule', ...(complete ? ruleChange(row) : {}) }] }
    const entry = entryOf(row)
    if (!complete && side === 'old' && entry && clause && entry.fate !== 'removed') return pointer(row, entry, clause)
    const shown: Shown = !entry
      ? { content: [] }
      : alone(row, entry)
        ? oneSided(row, entry, words, moveOf)
        : bothSided(row, entry, words, complete)
    const own = ownFields(row, entry, shown)
    const told = entry ? [...shown.content, ...noteOf(row, entry)] : shown.content
    const content = told.length > 0 ? [...choiceOf(row), ...told] : told
    const label = clause && labels.own(side, { clause })
    const former = complete ? formerOf(row, entry, labels) : {}
    switch (node.type) {
      case 'section': {
        const listed = side === 'next'
        const fields = { ...own, ...(label === undefined ? {} : { label }), ...former }
        return { containers, blocks: [{ type: 'heading', level: row.level, content, listed, ...fields }] }
      }
      case 'paragraph':
        return { containers, blocks: [{ type: 'paragraph', content, ...former, ...own }] }
      case 'item': {
        const number = side === 'next' && clause ? setting.next.resolved.clauses[clause.index]?.number : undefined
        return {
          containers,
          blocks: content.length > 0 ? [{ type: 'paragraph', content }] : [],
          item: {
            label: labelOf(row, entry, labels),
            ...(number === undefined ? {} : { number }),
            ...former,
            ...own,
          },
        }
      }
      default:
        return { containers, blocks: wholeBlocks(row, entry, own) }
    }
  }
}

/** A line between clauses that is in one version only. */
const ruleChange = ({ side, shared }: ShownRow): { readonly change?: Change } =>
  shared ? {} : { change: side === 'old' ? 'deleted' : 'inserted' }
