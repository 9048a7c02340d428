import { bulletOf } from '../../present/index.js'
import type { Entry, EntryClause } from '../../versions/index.js'
import type { SideName, VersionSetting } from './setting.js'

/** Printed labels of both versions, and what is said about them. */
export interface Labels {
  /** The computed label; absent where the number stands in the text itself, or there is none. */
  readonly own: (side: SideName, piece: Pick<EntryClause, 'clause'>) => string | undefined
  /** As it is printed before the clause: "5.1", "a.", "•"; empty for a clause without. */
  readonly printed: (side: SideName, piece: Pick<EntryClause, 'clause'>) => string
  /** Where a clause of the new version comes from, or which number it had; nothing for one that stayed. */
  readonly note: (entry: Entry, at: number) => string | undefined
  /** Where a clause of the old version went. */
  readonly pointer: (entry: Entry) => string
}

export function createLabels({ old, next, wording }: Pick<VersionSetting, 'old' | 'next' | 'wording'>): Labels {
  const versions = { old, next }
  const own: Labels['own'] = (side, { clause }) => versions[side].resolved.clauses[clause.index]?.label
  const printed: Labels['printed'] = (side, { clause }) => {
    const label = own(side, { clause })
    if (clause.kind !== 'item') return label ?? ''
    return label === undefined ? bulletOf(clause.listDepth) : `${label}.`
  }
  const say = (key: string, number: string | undefined): string =>
    number === undefined || number === '' ? wording(`${key}.unnumbered`) : wording(key, { number })

  const renumbered = ({ renumbered, old: [before], next: [after] }: Entry): string | undefined => {
    if (!renumbered || before?.number === undefined || after?.number === undefined) return undefined
    // A letter in a section with another number is still the same letter.
    const [was, is] = [own('old', before), own('next', after)]
    return was !== undefined && was === is ? undefined : say('versions.note.renumbered', was ?? before.number)
  }
  return {
    own,
    printed,
    note: (entry, at) => {
      const before = entry.old[0]?.number
      if (entry.fate === 'split' && at > 0) return say('versions.note.split', before)
      if (entry.fate === 'merged') {
        return say('versions.note.merged', entry.old.flatMap(({ number }) => number ?? []).join(', '))
      }
      if (entry.moved) return say('versions.note.moved', before)
      return entry.reasons.some(({ kind }) => kind === 'level') ? wording('versions.note.level') : renumbered(entry)
    },
    pointer: (entry) =>
      say(entry.fate === 'merged' && !entry.moved ? 'versions.pointer.merged' : 'versions.pointer.moved', entry.next[0]?.number),
  }
}
