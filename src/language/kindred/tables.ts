import files from '../../../templates/language/kindred/*.yaml'
import type { Language } from '../../model/index.js'
import { byLanguage, listed } from '../data.js'
import { functionWords } from '../function-words.js'
import { stem, wordsOf } from '../stem.js'

/** The files of `templates/language/kindred/`; the comments of the Dutch one say how a line is read. A test holds the files to this. */
interface KindredData {
  readonly particles: string
  readonly closing: string
  /** Lines of groups, by the part of life they are of. */
  readonly groups: Readonly<Record<string, string>>
}

export const kindredData = byLanguage<KindredData>(files)

/** Words and short expressions for one matter. */
export interface Group {
  /** The first of its words: its name, unlike any other's. */
  readonly name: string
  readonly words: readonly string[]
  /** Names of the groups it is a kind of. */
  readonly kindOf: readonly string[]
  /** Names of the groups it speaks of. */
  readonly speaksOf: readonly string[]
}

/** A short expression of a group: the stems of it in any order near each other, or exactly as it stands where small words make it one. */
export interface Expression {
  readonly group: string
  readonly stems: readonly string[]
  readonly words: readonly string[]
  readonly isExact: boolean
}

/** A word with the name of a group it is of. */
type Single = readonly [word: string, group: string]

/** The groups of a language with all that they are looked up by, as data: each list in the order of the file. */
export interface KindredTables {
  readonly groups: readonly Group[]
  readonly singles: readonly (readonly [stem: string, of: readonly Single[]])[]
  readonly expressions: readonly (readonly [longest: string, of: readonly Expression[]])[]
  /** Names of groups by the stems of those of their words that are several. */
  readonly named: readonly (readonly [stems: string, of: readonly string[]])[]
  readonly particles: readonly string[]
  readonly closing: readonly string[]
  readonly small: readonly string[]
}

export function tablesOf(lang: Language): KindredTables {
  const { particles, closing, groups: texts } = kindredData[lang]
  const parts = listed(particles)
  const small = functionWords(lang)
  const [isPart, isSmall] = [new Set(parts), new Set(small)]
  const groups: Group[] = []
  const singles = new Map<string, Single[]>()
  const expressions = new Map<string, Expression[]>()
  const named = new Map<string, string[]>()
  for (const line of Object.values(texts).flatMap((text) => text.trim().split('\n'))) {
    const group = groupOf(line)
    groups.push(group)
    for (const key of new Set(group.words.map((words) => stemsOf(words, lang))))
      if (key.includes(' ')) push(named, key, group.name)
    for (const words of group.words.map(wordsOf)) {
      const alone = singleOf(words, isPart)
      if (alone !== undefined) push(singles, stem(alone, lang), [alone, group.name])
      else {
        const expression = expressionOf(group.name, words, isSmall, lang)
        push(expressions, longestOf(expression.stems), expression)
      }
    }
  }
  return {
    groups,
    singles: [...singles],
    expressions: [...expressions],
    named: [...named],
    particles: parts,
    closing: [...parts, ...listed(closing)],
    small,
  }
}

/** The stems of words, in their order: what `named` knows them by. */
export const stemsOf = (words: string, lang: Language): string =>
  wordsOf(words)
    .map((word) => stem(word, lang))
    .join(' ')

function groupOf(line: string): Group {
  const [, words = '', kindOf = '', speaksOf = ''] = /^([^<~]*)(?:<([^~]*))?(?:~(.*))?$/.exec(line) ?? []
  const list = (text: string) => text.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
  const own = list(words)
  return { name: own[0] as string, words: own, kindOf: list(kindOf), speaksOf: list(speaksOf) }
}

/** The one word that words are: alone, or a Dutch infinitive with its part written before it ("uit staan"). */
function singleOf(words: readonly string[], particles: ReadonlySet<string>): string | undefined {
  const [first = '', second] = words
  if (second === undefined) return first
  return words.length === 2 && particles.has(first) && second.endsWith('n') ? first + second : undefined
}

function expressionOf(group: string, words: readonly string[], small: ReadonlySet<string>, lang: Language): Expression {
  const telling = words.filter((word) => !small.has(word))
  const isExact = new Set(telling).size < Math.max(2, telling.length)
  const own = isExact ? words : telling
  return { group, stems: own.map((word) => stem(word, lang)), words: own, isExact }
}

const longestOf = (words: readonly string[]): string => words.reduce((a, b) => (b.length > a.length ? b : a))

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
