import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  compileVocabulary,
  type SchoolClause,
  type SchoolPolicy,
  type Vocabulary,
  vocabularySchema,
} from '../../src/schools/index.js'

/** The vocabularies the tool ships with. */
export const vocabularies: readonly Vocabulary[] = ['nl', 'en'].map((lang) => {
  const file = new URL(`../../templates/vocabulary/${lang}.yaml`, import.meta.url)
  return compileVocabulary(vocabularySchema.parse(parse(readFileSync(file, 'utf8'))))
})

type Words = string | (Partial<SchoolClause> & { readonly text: string })

/** A policy of the clauses given, with ids `c1`, `c2`, …. */
export function school(name: string, clauses: readonly Words[], names: readonly string[] = [name]): SchoolPolicy {
  return {
    ref: `${name}/policy`,
    title: name,
    organisation: name,
    names,
    clauses: clauses.map((given, index) => ({
      id: `c${index + 1}`,
      number: String(index + 1),
      line: index + 1,
      kind: 'item',
      lang: 'nl',
      sections: [],
      ...(typeof given === 'string' ? { text: given } : given),
    })),
  }
}
