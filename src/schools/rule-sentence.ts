import { actorIn, stancesOf } from '../language/norms/index.js'
import type { Part } from './sentences.js'
import type { RuleSentence, SchoolClause } from './types.js'
import { valuesOf } from './values.js'

/** A sentence of a clause with what it asks, of whom, when, and by which values. */
export function ruleSentence({ id, lang, lead }: SchoolClause, { text, from }: Part, at: number): RuleSentence {
  const stances = stancesOf(text, lang, lead)
  const [first] = stances
  const who = first ? first.addressee : actorIn(text, lang)
  return {
    clause: id,
    at,
    text,
    from,
    stance: first?.modality ?? 'statement',
    stances,
    ...(who === undefined ? {} : { who }),
    ...(first?.condition === undefined ? {} : { condition: first.condition }),
    ...(first?.exception === undefined ? {} : { exception: first.exception }),
    values: valuesOf(text, lang),
  }
}
