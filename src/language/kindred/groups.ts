import files from '../../../templates/language/kindred/*.yaml'
import type { Language } from '../../model/index.js'
import { byLanguage, listed } from '../data.js'
import { functionWords } from '../function-words.js'
import { remembered } from '../remembered.js'
import { stem, wordsOf } from '../stem.js'
import { isFormOf } from './forms.js'

/** The files of `templates/language/kindred/`; the comments of the Dutch one say how a line is read. A test holds them to this. */
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

/** A word of a group. */
interface Single {
  readonly word: string
  readonly group: string
}

/** The groups of a language, prepared to be looked up by stems. */
export interface Lexicon {
  readonly groups: ReadonlyMap<string, Group>
  /** Words with the group they are of, by their stems. */
  readonly singles: ReadonlyMap<string, readonly Single[]>
  /** Expressions by the longest of their stems. */
  readonly expressions: ReadonlyMap<string, readonly Expression[]>
  readonly particles: ReadonlySet<string>
  /** What may follow a part of a verb that ends its clause. */
  readonly closing: ReadonlySet<string>
  /** Words that say nothing of a matter by themselves. */
  readonly small: ReadonlySet<string>
}

const made = new Map<Language, Lexicon>()

/** What is known of a language: made when it is first asked for. */
export function lexiconOf(lang: Language): Lexicon {
  const known = made.get(lang) ?? read(lang)
  made.set(lang, known)
  return known
}

/** Names of the groups that a folded word is of, in any of its forms. */
export const groupsWith = remembered((word, lang): readonly string[] => {
  const found = lexiconOf(lang).singles.get(stem(word, lang)) ?? NONE
  const names =
    found.length === 0 ? NO_NAMES : found.flatMap(({ word: entry, group }) => (isFormOf(word, entry, lang) ? [group] : []))
  return names.length < 2 ? names : [...new Set(names)]
})
const NONE: readonly Single[] = []
const NO_NAMES: readonly string[] = []

function read(lang: Language): Lexicon {
  const { particles, closing, groups: texts } = kindredData[lang]
  const parts = new Set(listed(particles))
  const small = new Set(functionWords(lang))
  const groups = new Map<string, Group>()
  const singles = new Map<string, Single[]>()
  const expressions = new Map<string, Expression[]>()
  for (const line of Object.values(texts).flatMap((text) => text.trim().split('\n'))) {
    const group = groupOf(line)
    groups.set(group.name, group)
    for (const words of group.words.map(wordsOf)) {
      const alone = singleOf(words, parts)
      if (alone !== undefined) push(singles, stem(alone, lang), { word: alone, group: group.name })
      else {
        const expression = expressionOf(group.name, words, small, lang)
        push(expressions, longestOf(expression.stems), expression)
      }
    }
  }
  return { groups, singles, expressions, particles: parts, closing: new Set([...parts, ...listed(closing)]), small }
}

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
