import { toString } from 'mdast-util-to-string'
import type { Token } from '../compare/index.js'
import { capitalsIn, foldTypography, labelLength } from '../compare/index.js'
import { isFunctionWord, meaningsOf, once, phrasesIn, phrasesOf, stem, wordsIn, wordsOf, wordsOfAll } from '../language/index.js'
import { LANGUAGES, type Language } from '../model/index.js'
import { type Renaming, shortForms } from '../rewording/index.js'
import type { Alignment, Subject } from './align/index.js'

/** What the rules of significance need to know of both versions as a whole. Computed when the first changed clause asks for it. */
export interface PolicyVocabulary {
  readonly terms: () => ReadonlySet<string>
  readonly defines: (subject: Subject) => boolean
  /** Whether one version has a word (lower case) both with a capital amid a sentence and without one, titles and names of days aside. */
  readonly tellsApart: (word: string) => boolean
  readonly follows: (old: Token, next: Token) => boolean
  /** How often a word (lower case) stands in both versions. */
  readonly uses: (word: string) => number
  /** Short forms that both versions define alike. */
  readonly abbreviations: () => readonly Renaming[]
  /** Terms with another name and the same definition, where nothing bears the old name any more. */
  readonly renamed: () => readonly Renaming[]
}

/** The number in a printed reference. */
const PRINTED = /(?<=[\s§.])(?:\d[\w.:]*|[A-Z]+)/
const DEFINITIONS = new RegExp(`^(?:${phrasesOf('definitionTitles')})`, 'i')

const inDefinitions = ({ clause: { section } }: Subject): boolean => {
  if (section?.node.type !== 'section') return false
  const title = toString(section.node.content)
  return section.node.attributes.classes.includes('definitions') || DEFINITIONS.test(title.slice(labelLength(title, 'section')))
}

/** What stands before a colon in a section of definitions: "Youth member: a member who …". */
const BEFORE_COLON = /^(\p{Lu}[\p{L}\p{N}'’ -]{1,50}): +\S/u

/** How a clause defines a term that it starts with, or names in between: the term in the first group. */
const capitalised = (words: string): string => words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
const ARTICLES = wordsOfAll('the', 'a')
const BE = wordsOfAll('be')
/** A pattern of each language that has words for it. */
const ofEach = (words: (lang: Language) => string, make: (words: string, lang: Language) => string): readonly RegExp[] =>
  LANGUAGES.flatMap((lang) => (words(lang) === '' ? [] : [new RegExp(make(words(lang), lang), 'u')]))
const DEFINING: readonly RegExp[] = [
  new RegExp(`^["'“‘]([^"'”’]{2,60})["'”’] (?:${phrasesOf('defines')}|${BE})\\b`),
  new RegExp(
    `^(?:(?:${capitalised(ARTICLES)}) )?(\\p{Lu}?[\\p{L} -]{2,40}?) (?:${phrasesOf('defines')})(?! (?:${phrasesOf('notDefining')})\\b)\\b`,
    'u',
  ),
  ...ofEach(
    (lang) => phrasesIn('definesOne', lang),
    (words, lang) =>
      `^(?:${capitalised(wordsIn(lang, 'a'))}) (\\p{L}+(?: \\p{L}+){0,2}) (?:${wordsIn(lang, 'is')}) (?:${words})\\b`,
  ),
  ...ofEach(
    (lang) => phrasesIn('underTerm', lang),
    (words, lang) =>
      `^(?:${words}) (?:(?:${wordsIn(lang, 'the', 'a')}) )?["'“‘]?([\\p{L} -]{2,40}?)["'”’]? (?:${phrasesIn('understood', lang)})\\b`,
  ),
]

/** A name given in passing: ("the Board"), and someone told of between brackets. */
const IN_PASSING: readonly RegExp[] = [
  new RegExp(`\\((?:(?:${phrasesOf('calledHere')}) )?(?:(?:${wordsOfAll('the')}) )?["“‘']([^"”’')]{2,40})["”’']\\)`),
  new RegExp(`^(?:${capitalised(ARTICLES)}) (\\p{L}+) \\((?:${phrasesOf('toldPersons')}) `, 'u'),
]

const HINT = new RegExp(` (?:${phrasesOf('defines')}|${phrasesOf('understood')}|(?:${BE}) )`)

/** The term a clause defines: in bold before a colon, or in the words that define. */
function termOf(subject: Subject): string | undefined {
  const { node } = subject.clause
  const first = 'content' in node ? node.content[0] : undefined
  const marked = first?.type === 'strong' || first?.type === 'emphasis' ? toString(first) : undefined
  if (marked !== undefined && subject.text.startsWith(marked)) {
    const colon = /^\s*[:–-]/.test(subject.text.slice(marked.length)) || marked.trimEnd().endsWith(':')
    if (inDefinitions(subject) || (colon && sentencesOf(subject.text) <= LONGEST_DEFINITION)) return plain(marked)
  }
  if (subject.section) return undefined
  const labelled = BEFORE_COLON.exec(subject.text.slice(subject.label))
  if (labelled?.[1] && inDefinitions(subject) && sentencesOf(subject.text) <= LONGEST_DEFINITION) return plain(labelled[1])
  for (const pattern of subject.text.includes('(') ? IN_PASSING : []) {
    const match = pattern.exec(subject.text)
    if (match?.[1]) return plain(match[1])
  }
  if (!HINT.test(subject.text)) return undefined
  for (const pattern of DEFINING) {
    const match = pattern.exec(subject.text)
    if (match?.[1]) return plain(match[1])
  }
  return undefined
}

/** Sentences behind a word in bold with a colon, up to which it is what they define, and not what a paragraph is about. */
const LONGEST_DEFINITION = 2
const sentencesOf = (text: string): number => (text.match(/[.!?](?=\s+\p{Lu})/gu)?.length ?? 0) + 1

const AROUND = new RegExp(`^(?:${ARTICLES}) |[\\s:]+$`, 'gi')
const plain = (term: string): string => foldTypography(term).replace(AROUND, '')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A term where it stands as words of its own, as it is written but for a capital: a sentence begins with one, and so may a definition. */
function places(term: string): RegExp {
  const [first = '', rest] = [term.charAt(0), escaped(term.slice(1))]
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${escaped(first.toLowerCase())}|${escaped(first.toUpperCase())})${rest}(?![\\p{L}\\p{N}])`,
    'gu',
  )
}
/** Whether a term stands in a text in any form: guest, guests. */
function standsInflected(term: string, text: string): boolean {
  const words = wordsOf(text.toLowerCase())
  return LANGUAGES.some((lang) => {
    const sought = wordsOf(term.toLowerCase()).map((word) => stem(word, lang))
    const [first] = sought
    return words.some(
      (word, at) => stem(word, lang) === first && sought.every((form, k) => stem(words[at + k] ?? '', lang) === form),
    )
  })
}
const stands = (term: string, text: string): boolean => places(term).test(text)
const outside = (text: string, term: string): string => text.replace(places(term), '')

export function vocabularyOf(
  { old, next, toNext }: Alignment,
  numberOf: { old: (s: Subject) => string | undefined; next: (s: Subject) => string | undefined },
): PolicyVocabulary {
  let numbered: readonly [Map<string, number>, Map<string, number>] | undefined
  const byNumber = (subjects: readonly Subject[], number: (s: Subject) => string | undefined) => {
    const places = new Map<string, number>()
    for (const subject of subjects) {
      const name = number(subject)
      if (name !== undefined && !places.has(name)) places.set(name, subject.index)
    }
    return places
  }
  const texts = once(() => [old, next].map((side) => foldTypography(side.map(({ text }) => text).join('\n'))) as [string, string])
  const counts = once(() => [countsOf(old), countsOf(next)] as const)
  const count = (side: 0 | 1, word: string): number => counts()[side].get(word) ?? 0
  const found = new Map<Subject, string | undefined>()
  const term = (subject: Subject): string | undefined => {
    if (!found.has(subject)) found.set(subject, termOf(subject))
    return found.get(subject)
  }
  const terms = once(() => new Set([...old, ...next].flatMap((subject) => term(subject)?.toLowerCase() ?? [])))
  const cased = once(() =>
    [old, next].map((side) => {
      const told = side.flatMap(({ section, tokens }) => (section ? [] : [tokens]))
      const small = told.flatMap((tokens) => tokens.flatMap(({ kind, key }) => (kind === 'word' ? [key] : [])))
      return { capitals: capitalsIn(told), small: new Set(small) }
    }),
  )
  const abbreviations = once(() => {
    const [before, after] = [old, next].map((side) => shortForms(side.map(({ text }) => text))) as [Renaming[], Renaming[]]
    if (before.length + after.length === 0) return []
    const [a, b] = texts()
    const has = (list: readonly Renaming[], { from, to }: Renaming) =>
      list.some((other) => other.from.join(' ') === from.join(' ') && other.to[0] === to[0])
    // One version defines it: then the other may not use it, for it might stand for something else there, unless its words stand there, too,
    // it is made of the first letters of them all, and defined as nothing else.
    const alone = (list: readonly Renaming[], others: readonly Renaming[], text: string) =>
      list.filter(
        (one) =>
          !has(others, one) &&
          (!stands(one.to[0] as string, text) ||
            (isSaidThere(one, text) && areInitials(one) && !others.some(({ to }) => to[0] === one.to[0]))),
      )
    return [...before.filter((one) => has(after, one)), ...alone(before, after, b), ...alone(after, before, a)]
  })
  const renamed = once(() =>
    old.flatMap((subject): Renaming[] => {
      const other = next[toNext[subject.index] ?? -1]
      const [from, to] = [term(subject), other && term(other)]
      if (!other || from === undefined || to === undefined || from === to) return []
      // A small word in the place of a name is a slip, and nobody knows of which.
      if (isSmall(to)) return []
      const rest = (text: string, term: string) =>
        outside(foldTypography(text), term)
          .toLowerCase()
          .replace(/[*"'“”‘’]/g, '')
          .trim()
      if (rest(subject.text, from) !== rest(other.text, to)) return []
      const [before, after] = texts()
      // The one name may be a part of the other, which may stand there: else neither stands in the text of the other, nor a form of it.
      const gone = !standsInflected(from, outside(after, to))
      const came = !standsInflected(to, outside(before, from))
      return gone && came ? [{ from: from.toLowerCase().split(' '), to: to.toLowerCase().split(' ') }] : []
    }),
  )
  return {
    terms,
    defines: (subject) => term(subject) !== undefined,
    tellsApart: (word) =>
      !LANGUAGES.some((lang) => meaningsOf('calendar', lang).has(word)) &&
      cased().some(({ capitals, small }) => capitals.has(word) && small.has(word)),
    uses: (word) => count(0, word) + count(1, word),
    abbreviations,
    renamed,
    follows: (from, to) => {
      numbered ??= [byNumber(old, numberOf.old), byNumber(next, numberOf.next)]
      const [a, b] = [from, to].map(({ key }) => PRINTED.exec(key))
      if (!a || !b || a.input.slice(a.index + a[0].length) !== b.input.slice(b.index + b[0].length)) return false
      const [i, j] = [numbered[0].get(a[0]), numbered[1].get(b[0])]
      return i !== undefined && j !== undefined && toNext[i] === j
    },
  }
}

/** Whether a name has no word but small ones. */
const isSmall = (name: string): boolean => wordsOf(name).every((word) => isFunctionWord(word))

/** Whether the words of a short form stand in a text that does not define it. */
const isSaidThere = ({ from }: Renaming, text: string): boolean => from.every((word) => stands(word, text.toLowerCase()))

/** Whether a short form of three letters or more has the first letter of each of its words, small words aside. */
function areInitials({ from, to: [short = ''] }: Renaming): boolean {
  const letters = (words: readonly string[]) => words.map(([letter = '']) => letter).join('')
  return (
    short.length >= SHORTEST &&
    [from, from.filter((word) => !isFunctionWord(word))].some((words) => letters(words) === short.toLowerCase())
  )
}
/** Two letters are the first ones of too many names. */
const SHORTEST = 3

function countsOf(subjects: readonly Subject[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { tokens } of subjects) {
    for (const { kind, key } of tokens) {
      if (kind === 'word') counts.set(key.toLowerCase(), (counts.get(key.toLowerCase()) ?? 0) + 1)
    }
  }
  return counts
}
