import { type Attrs, Schema } from 'prosemirror-model'
import { type Attributes, NO_ATTRIBUTES } from '../model/index.js'
import { blockSpecs } from './schema-blocks.js'
import { inlineSpecs, markSpecs } from './schema-inlines.js'

/**
 * The document of the editor, after the model of a policy.
 *
 *     doc ─ heading, paragraph, list, table, quote, verbatim, rule, opaque …, and the notes at its end
 *     list ─ item ─ paragraph (the item's own words), then what stands below them
 *
 * Attributes belong to the words they stand behind: those of an item are on its first paragraph, so that words that leave a list, or enter
 * one, take their id along.
 */
export const schema = new Schema({ nodes: { ...blockSpecs, ...inlineSpecs }, marks: markSpecs })

/** The attributes of a clause as attributes of its node. */
export const attrsOf = ({ id, classes, values }: Attributes): Attrs => ({
  id: id ?? null,
  classes: [...classes],
  values: { ...values },
})

/** Those of words that have none yet. */
export const FRESH: Attrs = attrsOf(NO_ATTRIBUTES)

/** The attributes of a node as those of a clause. */
export function attributesOf({ id, classes, values }: Attrs): Attributes {
  if (id === null && classes.length === 0 && Object.keys(values).length === 0) return NO_ATTRIBUTES
  return { ...(id === null ? {} : { id }), classes, values }
}
