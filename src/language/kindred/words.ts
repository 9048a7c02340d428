import type { Language } from '../../model/index.js'
import { wordsOf } from '../stem.js'
import { groupsWith, lexiconOf } from './groups.js'
import { type Group, stemsOf } from './tables.js'

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
  const { groups, named } = lexiconOf(lang)
  const [only = '', ...more] = wordsOf(word)
  const names = more.length === 0 ? groupsWith(only, lang) : (named.get(stemsOf(word, lang)) ?? [])
  return names.map((name) => groups.get(name) as Group)
}
