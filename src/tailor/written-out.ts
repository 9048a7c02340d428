import { valueInWords } from '../language/index.js'
import {
  BLANK,
  type ClauseNode,
  clauses,
  type Inline,
  mapInlines,
  type ParameterValue,
  type Policy,
  plainText,
  valueIn,
} from '../model/index.js'
import { mapClauses } from './rewrite.js'

type Values = Readonly<Record<string, ParameterValue>>

/** The parameters a clause prints, in order, each once. */
export function blanksIn(node: ClauseNode): readonly string[] {
  return [...new Set([...plainText(node).matchAll(BLANK)].map(([, name = '']) => name))]
}

/**
 * An edition with the blanks filled in that a school wrote out: where its clause of the same id has the value itself in the place of the blank, as
 * a text has that was attached, or has it by another name. In its own letters, so that a capital is no other wording.
 `values` are other ones than the school has: they come in the
 * place of those it wrote out.
 */
export function writtenOut(edition: Policy, school: Policy, values: Values = {}): Policy {
  const own = new Map(clauses(school).flatMap(({ id, node }) => (id === undefined || node.type === 'note' ? [] : [[id, node]])))
  return mapClauses(edition, (node) => {
    const { id } = node.attributes
    const ours = id === undefined ? undefined : own.get(id)
    return ours ? writtenLike(node, ours, school, values) : node
  })
}

/** A provision with the blanks filled in that a clause of a school wrote out. */
export function writtenLike<T extends ClauseNode>(provision: T, ours: ClauseNode, school: Policy, values: Values = {}): T {
  if (!('content' in provision) || provision.content.length === 0) return provision
  const { lang, parameters = {} } = school.metadata
  const words = new Map(
    blanksIn(provision).flatMap((name) =>
      writtenIn(ours, name, school).map(([, found]) => {
        const value = values[name]
        const isOther = value !== undefined && JSON.stringify(value) !== JSON.stringify(valueIn(parameters[name]))
        return [name, isOther && !found.startsWith('{{') ? likeCase(valueInWords(value, lang), found) : found] as const
      }),
    ),
  )
  if (words.size === 0) return provision
  const content = mapInlines(provision.content, (inline) => {
    if (inline.type !== 'text') return [inline]
    const value = inline.value.replace(BLANK, (blank, name: string) => words.get(name) ?? blank)
    return value === inline.value ? [inline] : [{ ...inline, value } satisfies Inline]
  })
  return { ...provision, content }
}

/** With a capital where the other has one. */
const likeCase = (words: string, other: string): string =>
  /^\p{Lu}/u.test(other) ? words.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : words

/** What stands in a clause for a blank it does not have. */
export function writtenIn(
  ours: ClauseNode,
  name: string,
  { metadata }: Policy,
): readonly (readonly [name: string, words: string])[] {
  const { parameters = {}, lang } = metadata
  const blanks = blanksIn(ours)
  const value = valueIn(parameters[name])
  if (value === undefined || blanks.includes(name)) return []
  const other = blanks.find((each) => JSON.stringify(valueIn(parameters[each])) === JSON.stringify(value))
  if (other !== undefined) return [[name, `{{${other}}}`]]
  const words = valueInWords(value, lang)
  // Whole words only: a 5 does not stand in 15.
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = words === '' ? null : new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').exec(plainText(ours))
  return found ? [[name, found[0]]] : []
}
