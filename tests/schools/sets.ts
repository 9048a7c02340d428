import { existsSync, readFileSync } from 'node:fs'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { type SchoolPolicy, schoolPolicy } from '../../src/schools/index.js'
import type { Reader, Truth } from './truth.js'

/** Invented policies on one subject with what a reader who knew nothing of the program made of their sentences. */
export interface InventedSet {
  readonly policies: readonly SchoolPolicy[]
  readonly truth: Truth
}

interface SetFile {
  readonly documents: Readonly<Record<string, readonly string[]>>
  readonly units: readonly { unit: string; doc: string; text: string; rules: readonly string[]; stance: string }[]
  readonly differences: readonly { rule: string; schools: readonly string[]; kind: string }[]
}

const read = (name: string): string => readFileSync(new URL(`sets/${name}.json`, import.meta.url), 'utf8')

/** A policy from its Markdown. */
export function policyOf(source: string, ref: string): SchoolPolicy {
  const { value } = readPolicy(source, ref)
  if (!value) throw new Error(`${ref} cannot be read`)
  return schoolPolicy(resolve(value).value, { ref, organisation: ref, names: [] })
}

export const inventedSet = (name: string): InventedSet => setOf(read(name))

/** The same of a file anywhere, with what a second reader made of it beside it: `name.json` and `name.second.json`. */
export function setOfFile(path: string): InventedSet {
  const second = path.replace(/\.json$/, '.second.json')
  return setOf(readFileSync(path, 'utf8'), ...(existsSync(second) ? [readFileSync(second, 'utf8')] : []))
}

function setOf(source: string, ...more: readonly string[]): InventedSet {
  const { documents, units, differences } = JSON.parse(source) as SetFile
  const others = more.map((each) => JSON.parse(each) as Reader)
  return {
    policies: Object.entries(documents).map(([doc, lines]) => policyOf(lines.join('\n'), doc)),
    truth: { units, readers: [{ units, differences }, ...others] },
  }
}

/** Two texts equal but for values, with the values that differ. */
export const valueCases = () =>
  JSON.parse(read('values')) as readonly { id: string; lang: 'nl' | 'en'; a: string; b: string; values: [string, string][] }[]

/** Sentences with the stance a reader gave them; `none` for headings and lead-ins, which are no rules. */
export const stanceCases = (name: 'stances' | 'sentences' | 'classes' = 'stances') =>
  JSON.parse(read(name)) as readonly { id: string; lang: 'nl' | 'en'; text: string; lead?: string; stance: string }[]
