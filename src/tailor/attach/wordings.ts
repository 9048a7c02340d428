import * as z from 'zod'
import { type Block, clauses, type Message, type Policy, type Result } from '../../model/index.js'
import { oneRule, parseYaml, yamlPlaces } from '../../read/index.js'
import { isPlain } from '../answers.js'
import type { Relative } from './relatives.js'

/** Other words for provisions, by id: how schools are known to say them. */
export type Wordings = Readonly<Record<string, readonly string[]>>

const wordingsSchema = z.record(z.string(), z.array(z.string()))

/** Reads other words for the provisions of a template, in whichever of its editions: of each, sentences that are words alone. */
export function readWordings(source: string, file: string, editions: readonly Policy[]): Result<Wordings> {
  const origin = { file, firstLine: 1 }
  const { value = {}, messages } = parseYaml(source, wordingsSchema, oneRule('wording/value'), origin)
  const placeOf = yamlPlaces(source, origin)
  const ids = [...new Set(editions.flatMap((edition) => clauses(edition).flatMap(({ id }) => id ?? [])))]
  const found = Object.entries(value).flatMap(([id, all]): Message[] => {
    const told = { rule: 'wording/value', severity: 'error' } as const
    if (!ids.includes(id)) return [{ ...told, form: 'unknown', values: { id }, expected: ids, place: placeOf([id]) }]
    if (all.length === 0) return [{ ...told, form: 'empty', values: { id }, place: placeOf([id]) }]
    return all.flatMap((words, at): Message[] => {
      const place = placeOf([id, at])
      if (words.trim() === '') return [{ ...told, form: 'empty', values: { id }, place }]
      return isPlain(words) ? [] : [{ ...told, form: 'markup', values: { id, words }, place }]
    })
  })
  return { value, messages: [...messages, ...found] }
}

/** Other words for provisions as the text of one more school, each a clause that says its provision; nothing where there are none. */
export function asRelative(template: Policy, wordings: Wordings): Relative | undefined {
  const kinds = new Map(clauses(template).map(({ id, kind }) => [id, kind]))
  const said = Object.entries(wordings).flatMap(([id, all]) => (kinds.has(id) ? all.map((words) => ({ id, words })) : []))
  if (said.length === 0) return undefined
  const children = said.map(({ id, words }, at): Block => {
    const clause = {
      content: [{ type: 'text' as const, value: words }],
      attributes: { id: `wording-${at + 1}`, classes: [], values: { covers: id } },
      place: { file: template.file, line: at + 1, column: 1 },
    }
    return kinds.get(id) === 'section' ? { ...clause, type: 'section', depth: 1, children: [] } : { ...clause, type: 'paragraph' }
  })
  return { policy: { ...template, yaml: '', children, notes: [] }, names: [] }
}
