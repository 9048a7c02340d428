import type { Language } from '../../model/index.js'
import { stem, wordsOf } from '../stem.js'
import { type Group, groupsWith, lexiconOf } from './groups.js'

/** How what two words speak of is related: the same matter, one a kind of the other, or one that speaks of the other. */
export type Kinship = 'same' | 'kind' | 'speaks'

/** How two words (or expressions as the lexicon has them) are related; undefined where that is not known. */
export function kinship(a: string, b: string, lang: Language): Kinship | undefined {
  const [ones, others] = [groupsOf(a, lang), groupsOf(b, lang)]
  const related = (names: (group: Group) => readonly string[]) =>
    ones.some((x) => others.some((y) => names(x).includes(y.name) || names(y).includes(x.name)))
  if (ones.some((group) => others.includes(group))) return 'same'
  if (related((group) => group.kindOf)) return 'kind'
  return related((group) => group.speaksOf) ? 'speaks' : undefined
}

/** Other words for what a word (or an expression as the lexicon has it) speaks of: the words of its groups, the surest group first. */
export function kindred(word: string, lang: Language): readonly string[] {
  const own = keyOf(word, lang)
  const groups = groupsOf(word, lang)
  return [...new Set(groups.flatMap((group) => group.words))].filter((other) => keyOf(other, lang) !== own)
}

// A group that bears the word's name is what it means first of all.
function groupsOf(word: string, lang: Language): readonly Group[] {
  const { groups } = lexiconOf(lang)
  const key = keyOf(word, lang)
  const has = (group: Group) => group.words.some((each) => keyOf(each, lang) === key)
  const [only = '', ...more] = wordsOf(word)
  const found =
    more.length > 0 ? [...groups.values()].filter(has) : groupsWith(only, lang).map((name) => groups.get(name) as Group)
  const first = (group: Group) => Number(keyOf(group.name, lang) === key)
  return found.sort((a, b) => first(b) - first(a))
}

const keyOf = (words: string, lang: Language): string =>
  wordsOf(words)
    .map((word) => stem(word, lang))
    .join(' ')
