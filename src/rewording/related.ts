import { remembered, stem } from '../language/index.js'
import type { WordTables } from './tables.js'
import { wordTablesOf } from './words.js'

/** Letters that forms of one word have in common at least. */
const SHARED = 4

/** Whether two words begin alike, with what was parted from a verb or without: payment and pays, uitgeschakeld and schakelt. */
export function isRelated(a: string, b: string, { lang }: Pick<WordTables, 'lang'>): boolean {
  const others = rootsOf(b, lang)
  return rootsOf(a, lang).some((x) =>
    others.some((y) => x === y || sharedStart(x, y) >= Math.max(SHARED, Math.min(x.length, y.length) * 0.7)),
  )
}

/** The stems of a word and of what it is without its part. */
const rootsOf = remembered((word, lang) => [word, ...partsOf(word, wordTablesOf(lang).separable)].map((each) => stem(each, lang)))

function partsOf(word: string, separable: ReadonlySet<string>): readonly string[] {
  for (const part of separable) if (word.startsWith(part) && word.length > part.length + SHARED) return [word.slice(part.length)]
  return []
}

function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
