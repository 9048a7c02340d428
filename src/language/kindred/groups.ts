import type { Language } from '../../model/index.js'
import { remembered } from '../remembered.js'
import { stem } from '../stem.js'
import { isFormOf } from './forms.js'
import type { Expression, Group, KindredTables } from './tables.js'
import made from './tables.made.js'

/** The groups of a language, to be looked up by stems. */
export interface Lexicon {
  readonly groups: ReadonlyMap<string, Group>
  /** Words, each with the name of a group it is of, by their stems. */
  readonly singles: ReadonlyMap<string, KindredTables['singles'][number][1]>
  /** Expressions by the longest of their stems. */
  readonly expressions: ReadonlyMap<string, readonly Expression[]>
  /** Names of groups by the stems of those of their words that are several. */
  readonly named: ReadonlyMap<string, readonly string[]>
  readonly particles: ReadonlySet<string>
  /** What may follow a part of a verb that ends its clause. */
  readonly closing: ReadonlySet<string>
  /** Words that say nothing of a matter by themselves. */
  readonly small: ReadonlySet<string>
}

const known = new Map<Language, Lexicon>()

/** What is known of a language: read when it is first asked for. */
export function lexiconOf(lang: Language): Lexicon {
  const lexicon = known.get(lang) ?? read(JSON.parse(made[lang]) as KindredTables)
  known.set(lang, lexicon)
  return lexicon
}

const read = ({ groups, singles, expressions, named, particles, closing, small }: KindredTables): Lexicon => ({
  groups: new Map(groups.map((group) => [group.name, group])),
  singles: new Map(singles),
  expressions: new Map(expressions),
  named: new Map(named),
  particles: new Set(particles),
  closing: new Set(closing),
  small: new Set(small),
})

/** Names of the groups that a folded word is of, in any of its forms. */
export const groupsWith = remembered((word, lang): readonly string[] => {
  const found = lexiconOf(lang).singles.get(stem(word, lang)) ?? NONE
  const names = found.length === 0 ? NO_NAMES : found.flatMap(([entry, group]) => (isFormOf(word, entry, lang) ? [group] : []))
  return names.length < 2 ? names : [...new Set(names)]
})
const NONE: KindredTables['singles'][number][1] = []
const NO_NAMES: readonly string[] = []
