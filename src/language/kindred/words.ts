import type { Language } from '../../model/index.js'
import { stem, wordsOf } from '../stem.js'
import { type Group, groupsWith, lexiconOf } from './groups.js'

/** How what two words speak of is related: the same matter, one a kind of the other, or one that speaks of the other. */
type Kinship = 'same' | 'kind' | 'speaks'

/** How two words (or expressions as the lexicon has them) are related; undefined where that is not known. */
export function kinship(a: string, b: string, lang: Language): Kinship | undefined {
  const [ones, others] = [groupsOf(a, lang), groupsOf(b, lang)]
  const related = (names: (group: Group) => readonly string[]) =>
    ones.some((x) => others.some((y) => names(x).includes(y.name) || names(y).includes(x.name)))
  if (ones.some((group) => others.includes(group))) return 'same'
  if (related((group) => group.kindOf)) return 'kind'
  return related((group) => group.speaksOf) ? 'speaks' : undefined
}

function groupsOf(word: string, lang: Language): readonly Group[] {
  const [only = '', ...more] = wordsOf(word)
  if (more.length === 0) return groupsWith(only, lang).map((name) => lexiconOf(lang).groups.get(name) as Group)
  return expressions(lang).get(keyOf(word, lang)) ?? []
}

const known = new Map<Language, ReadonlyMap<string, readonly Group[]>>()

/** Groups by the stems of each of their words, made when it is first asked for. */
function expressions(lang: Language): ReadonlyMap<string, readonly Group[]> {
  const made = known.get(lang) ?? byStems(lang)
  known.set(lang, made)
  return made
}

function byStems(lang: Language): ReadonlyMap<string, readonly Group[]> {
  const found = new Map<string, Group[]>()
  for (const group of lexiconOf(lang).groups.values()) {
    for (const key of new Set(group.words.map((each) => keyOf(each, lang)))) {
      const list = found.get(key)
      if (list) list.push(group)
      else found.set(key, [group])
    }
  }
  return found
}

const keyOf = (words: string, lang: Language): string =>
  wordsOf(words)
    .map((word) => stem(word, lang))
    .join(' ')
