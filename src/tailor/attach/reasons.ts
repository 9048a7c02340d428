import { plainText } from '../../model/index.js'
import { type Proposed, seemingOf } from './propose.js'
import { nameOfProvision, type Provision } from './provisions.js'

/** The words of a proposal. */
export type AttachWords = (
  key: `attach.${string}` | `sheet.${string}` | `templates.attach.${string}`,
  values?: Readonly<Record<string, string | number>>,
) => string

/**
 * Why a clause is thought to be what it seems: what a person looks at to decide. Of what only may be one, the order it stands in where nothing else speaks for
 * it. Nothing where it is sure.
 */
export function reasonOf(proposed: Proposed, words: AttachWords): string | undefined {
  const seeming = seemingOf(proposed)
  const [first] = proposed.others
  const why = proposed.why.get((seeming ?? first)?.id ?? '')
  if (!why || (!seeming && why.kind !== 'place' && why.kind !== 'below')) return undefined
  return words(`attach.why.${why.kind}`, { ...why })
}

/** One of the other provisions that a clause may be: its name and words, and in which other words it is known where these speak for it. */
export function otherIn({ why }: Proposed, other: Provision, words: AttachWords): string {
  const its = why.get(other.id)
  const said = `${words('attach.possible', { id: nameOfProvision(other) })} ${plainText(other.clause.node).replace(/\s+/g, ' ')}`
  return its?.kind === 'wording' || its?.kind === 'school' ? `${said} ${words(`attach.known.${its.kind}`, { ...its })}` : said
}
