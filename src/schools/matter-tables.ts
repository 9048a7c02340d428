import files from '../../templates/matters/*.yaml'
import { stem, wordsOf } from '../language/index.js'
import type { Language } from '../model/index.js'

/** Words by the matter they speak of: the file of a language in `templates/matters/`. */
type MattersData = Readonly<Record<string, string>>
const OURS = files as Partial<Record<Language, MattersData>>

/** Words that stand together, by their stems. */
export interface Phrase {
  readonly stems: readonly string[]
  readonly matter: string
}

/** Letters by which beginnings and endings of words are looked up: none is shorter. */
export const LETTERS = 3

type By<T> = readonly (readonly [key: string, of: readonly T[]])[]

/** The words of a language as data, by what they are looked up by. */
export interface MatterTables {
  readonly stems: By<string>
  /** Words that begin or end so, each with its matter, by their first or last letters. */
  readonly beginnings: By<readonly [part: string, matter: string]>
  readonly endings: By<readonly [part: string, matter: string]>
  /** By their first stem. */
  readonly phrases: By<Phrase>
}

export function matterTablesOf(lang: Language): MatterTables {
  const stems = new Map<string, Set<string>>()
  const phrases = new Map<string, Phrase[]>()
  const [beginnings, endings] = [new Map<string, [string, string][]>(), new Map<string, [string, string][]>()]
  for (const [matter, list] of Object.entries(OURS[lang] ?? {})) {
    for (const entry of list.split(',').map((each) => each.trim())) {
      const parts = wordsOf(entry).map((word) => stem(word, lang))
      const [first = ''] = parts
      if (entry.endsWith('*')) push(beginnings, entry.slice(0, LETTERS), [entry.slice(0, -1), matter])
      else if (entry.startsWith('*')) push(endings, entry.slice(-LETTERS), [entry.slice(1), matter])
      else if (parts.length > 1) push(phrases, first, { stems: parts, matter })
      else stems.set(first, (stems.get(first) ?? new Set()).add(matter))
    }
  }
  return {
    stems: [...stems].map(([key, of]) => [key, [...of]]),
    beginnings: [...beginnings],
    endings: [...endings],
    phrases: [...phrases],
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
