import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Artefact, SourceBlock } from '../../blocks/index.js'

/** What stands around a part of a page. */
export interface Around {
  /** Lists around, outermost first. */
  readonly lists: readonly Tree.Element[]
  readonly label?: string
  readonly role?: NonNullable<SourceBlock['role']>
  readonly artefact?: Artefact
  readonly heading?: number
  readonly note?: string
  readonly box?: true
  /** Left edge in points. */
  readonly indent: number
}

export const PAGE: Around = { lists: [], indent: 0 }
