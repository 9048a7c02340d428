import { stem } from '../stem.js'
import type { Words } from './words.js'

/** Letters that forms of one word have in common at least. */
const SHARED = 4

/** Whether two words begin alike, with what was parted from a verb or without: payment and pays, uitgeschakeld and schakelt. */
export function isRelated(a: string, b: string, words: Pick<Words, 'lang' | 'separable'>): boolean {
  const others = rootsOf(b, words)
  return rootsOf(a, words).some((x) =>
    others.some((y) => x === y || sharedStart(x, y) >= Math.max(SHARED, Math.min(x.length, y.length) * 0.7)),
  )
}

const known = new Map<string, readonly string[]>()

/** The stems of a word and of what it is without its part, worked out once: texts are made of few words, again and again. */
function rootsOf(word: string, { lang, separable }: Pick<Words, 'lang' | 'separable'>): readonly string[] {
  const key = `${lang} ${word}`
  const roots = known.get(key) ?? [word, ...partsOf(word, separable)].map((each) => stem(each, lang))
  known.set(key, roots)
  return roots
}

function partsOf(word: string, separable: ReadonlySet<string>): readonly string[] {
  for (const part of separable) if (word.startsWith(part) && word.length > part.length + SHARED) return [word.slice(part.length)]
  return []
}

function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
