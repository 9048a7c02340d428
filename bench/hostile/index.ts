import { attributes } from './attributes.js'
import { containers } from './containers.js'
import { definitions } from './definitions.js'
import { frontMatter } from './front.js'
import { headings } from './headings.js'
import { lists } from './lists.js'
import { quotations } from './quotations.js'
import { sentences } from './sentences.js'
import { signs } from './signs.js'
import { tables } from './tables.js'
import type { Kinds } from './text.js'
import { verbatim } from './verbatim.js'

export { frontMatter } from './front.js'
export type { Text } from './text.js'

/** Texts that somebody made to keep a program busy, each of one thing. */
export const HOSTILE: Kinds = {
  ...signs,
  ...quotations,
  ...lists,
  ...definitions,
  ...headings,
  ...tables,
  ...verbatim,
  ...sentences,
  ...attributes,
  ...containers,
  ...frontMatter,
}
