import { toString } from 'mdast-util-to-string'
import type { Inline } from '../../model/index.js'
import { clipped } from '../../model/index.js'
import { type ResolvedClause, referenceText } from '../../resolve/index.js'
import type { EntryClause } from '../../versions/index.js'
import type { SideName, VersionSetting } from './setting.js'

/** How clauses are named where their text does not stand beside it. */
export interface ClausePlaces {
  /** The printed number with those around it, else the section it stands in, else its first words. */
  readonly number: (side: SideName, piece: EntryClause | undefined) => string
  /** The title of the section it stands in; empty for a section and outside sections. */
  readonly section: (side: SideName, piece: EntryClause | undefined) => string
  /** The first words. */
  readonly excerpt: (piece: EntryClause | undefined, most?: number) => string
}

/** Letters of a name and of first words. */
const NAME = 40
const EXCERPT = 70

export function createPlaces({ old, next, wording }: Pick<VersionSetting, 'old' | 'next' | 'wording'>): ClausePlaces {
  const clauseOf = (side: SideName, piece: EntryClause): ResolvedClause | undefined =>
    (side === 'old' ? old : next).resolved.clauses[piece.clause.index]
  const around = (clause: ResolvedClause | undefined): string => {
    for (let up = clause; up; up = up.parent) {
      if (up.number !== undefined || up.kind === 'section') return referenceText(up)
    }
    return ''
  }
  const excerpt: ClausePlaces['excerpt'] = (piece, most = EXCERPT) =>
    piece ? clipped(piece.text.replace(/\s+/g, ' ').slice(0, 400), most) : ''
  return {
    excerpt,
    number: (side, piece) => {
      if (!piece) return ''
      const clause = clauseOf(side, piece)
      if (clause?.kind === 'note') return wording('versions.note-of', { number: around(clause.parent) })
      return piece.number ?? (clipped(around(clause), NAME) || excerpt(piece, NAME).replace(/[.;:,]$/, ''))
    },
    section: (side, piece) => {
      const clause = piece && clauseOf(side, piece)
      if (!clause || clause.kind === 'section') return ''
      const node = clause.section?.node
      return node?.type === 'section' ? toString(node.content as Inline[]) : ''
    },
  }
}
