import type { Language } from '../model/index.js'

/** Endings by what takes their place: `heden` by `heid`. */
export type Endings = Readonly<Record<string, string>>

/** Lower case, without accents and ligatures. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()

/** Letters without accents, and signs that are what they are. */
const PLAIN = /^[ -~\n]*$/

/** The folded words of a text in order. A hyphen parts, `'s` of a plural falls off. */
export function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replace(/(\p{L})['’]s\b/gu, '$1')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Stems by the rules of a language, with what is known of its endings given: a page in a browser carries no more than it needs. */
export const stemBy = (word: string, lang: Language, endings: Endings): string =>
  lang === 'nl' ? dutch(word, endings) : english(word, endings)

/** The parts of Dutch verbs that stand apart, as the source of a pattern: what stems need of them is here, for pages that carry no lists. */
export const PARTICLES = 'aan|achter|af|bij|door|in|mee|na|neer|om|op|over|rond|samen|tegen|terug|toe|uit|vast|voor|weg'

/** The `ge` of a participle after its separable part: weg·ge·haald, vast·ge·legd. */
const SEPARABLE = new RegExp(`^(${PARTICLES})ge(?=.{3})`)

/** The plural of an unstressed syllable: gegeven·s, website·s, stagiaire·s. Its stem may end in `en` or `e` itself. */
const LIGHT_PLURAL = /(?<=.{3})(e[lmnr]|[ir]e|te)s$/

/** The plural of a loan word: account·s, post·s. After a vowel `ts` is rather the end of a stem: plaats, flits. */
const LOAN_PLURAL = /([^aeiou]t)s$/

function dutch(word: string, endings: Endings): string {
  if (word.length <= 3) return word
  let s = regular(word, endings).replace(LIGHT_PLURAL, '$1').replace(LOAN_PLURAL, '$1').replace(SEPARABLE, '$1')
  if (s.length >= 6 && s.startsWith('ge') && /[^aeiou]/.test(s.slice(2, 4))) s = s.slice(2)
  if (s.length > 4) s = s.replace(/(?:en|e)$/, '')
  s = undouble(s)
  if (s.length > 3) s = s.replace(/(?:dt|d|t)$/, '')
  s = undouble(s).replace(/v$/, 'f').replace(/z$/, 's')
  if (s.length > 4) s = undouble(s.replace(/([^s])s$/, '$1'))
  else if (s.length > 3) s = s.replace(/([^s])s$/, '$1')
  return s.replace(/aa|ee|oo|uu/g, (pair) => pair.charAt(0))
}

const undouble = (word: string): string => word.replace(/([bdfgklmnprst])\1$/, '$1')

/** With the regular ending of its stem: verantwoordelijkheden as verantwoordelijkheid, policies as policy. */
function regular(word: string, endings: Endings): string {
  for (const [ending, root] of pairsOf(endings)) if (word.endsWith(ending)) return word.slice(0, -ending.length) + root
  return word
}

const pairs = new WeakMap<Endings, readonly (readonly [ending: string, root: string])[]>()

/** Endings with what takes their place, listed once: every word is held against them. */
function pairsOf(endings: Endings): readonly (readonly [ending: string, root: string])[] {
  const known = pairs.get(endings) ?? Object.entries(endings)
  pairs.set(endings, known)
  return known
}

function english(word: string, endings: Endings): string {
  if (word.length <= 3) return word
  let s = regular(word, endings)
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1')
  if (s.length > 5) s = s.replace(/(?:ing|ed)$/, '')
  return undouble(s).replace(/e$/, '').replace(/y$/, 'i')
}
