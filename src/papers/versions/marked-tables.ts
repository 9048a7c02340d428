import type { DocBlock } from '../../present/index.js'
import type { Entry } from '../../versions/index.js'
import type { SideName, VersionSetting } from './setting.js'
import { columnNotes, markedTable, mergeTables } from './tables.js'
import { createWords } from './words.js'

/**
 * Tables as tables, with the rows and words that came and went: as one, or one after the other where the two have no column in common.
 * Undefined for a clause that is no table in both versions it stands in.
 */
export function createMarkedTables(
  entries: readonly Entry[],
  setting: VersionSetting,
): (entry: Entry) => readonly DocBlock[] | undefined {
  const words = createWords(entries, setting, true)
  const said = columnNotes(setting.wording)
  return (entry) => {
    const pieces = [...entry.old, ...entry.next]
    if (pieces.length > 2 || pieces.some(({ clause }) => clause.kind !== 'table')) return undefined
    const shown = (side: SideName): DocBlock[] => {
      const [type, change] = side === 'old' ? (['deletion', 'deleted'] as const) : (['insertion', 'inserted'] as const)
      return entry[side].flatMap(({ clause }) =>
        words
          .blocks(side, clause.index)
          .flatMap((block) => (block.type === 'table' ? [markedTable(block, change, { type })] : [])),
      )
    }
    const [frame] = entry.next[0] ? words.blocks('next', entry.next[0].clause.index) : []
    const merged = entry.old.length > 0 && frame?.type === 'table' ? mergeTables(entry, frame, words, said) : undefined
    // It stands in the row of its entry, which carries the id and says what became of it.
    return (merged ? [merged] : [...shown('old'), ...shown('next')]).map(
      ({ id: _id, change: _change, ...block }) => block as DocBlock,
    )
  }
}
