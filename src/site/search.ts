import {
  askingWords,
  commonWords,
  compoundLinks,
  compoundParts,
  diminutives,
  functionWords,
  irregularEndings,
  onceFor,
  questionWords,
  sounds,
  stem,
  wordsOf,
} from '../language/index.js'
import type { Language } from '../model/index.js'
import { clipped } from '../model/index.js'
import { MODALITIES } from '../norms/index.js'
import { addresses } from './addresses.js'
import { Postings, type Standing } from './postings.js'
import { askedData } from './search-asked.js'
import { FIELD, type SearchData } from './search-data.js'
import { matterData, mattersOfTitle, mattersOfWord, wordsApart } from './search-matters.js'
import type { Passage, PolicySummary } from './types.js'
import { createTerms, matterTerm } from './understand.js'

/** From this many letters the rest of a word is taken for a word. */
const LONG = 6
/** Letters of a clause that are shown. */
const SHOWN = 220
/** The words that a clause says the meaning of: "Schoolleiding: de directeur en de teamleiders". */
const DEFINED = /^([^:.,;]{2,40}):\s/

/** What the search must know of a policy. */
export interface Searched extends Pick<PolicySummary, 'name' | 'title' | 'lang' | 'organisation' | 'subject' | 'passages'> {
  /** What its text is today, in words, where it is not simply in force. */
  readonly standing?: string
}

/** All clauses in a language with the stems of their words, compounds under their parts too, and what they speak of. */
export function searchData(policies: readonly Searched[], lang: Language): SearchData {
  const own = policies.filter((policy) => policy.lang === lang)
  // Schools that took over the same words are read once.
  const wordsIn = onceFor(wordsOf)
  const clauses = own.flatMap(({ passages }) => passages.map((passage) => ({ passage, words: wordsIn(passage.text) })))
  const known = new Set(clauses.flatMap(({ passage, words }) => [...words, ...passage.sections.flatMap(wordsIn)]))
  const endings = irregularEndings(lang)
  const apart = wordsApart(new Set([...known].map((word) => stem(word, lang))), lang)
  const termOf = createTerms({ lang, endings, apart })
  const skipped = new Set(functionWords(lang))
  const termsOf = onceFor((word: string): readonly string[] =>
    [word, ...partsOf(word, known, lang)].filter((each) => !skipped.has(each)).map(termOf),
  )
  const termsOfTitle = onceFor((title: string): readonly string[] => [
    ...wordsIn(title).flatMap(termsOf),
    ...mattersOfTitle(title, lang).map(matterTerm),
  ])

  const postings = new Postings()
  // A word is looked up once, and not wherever it stands.
  const standingsOf = onceFor((word: string) => termsOf(word).map((term) => postings.of(term)))
  const standingsOfWords = onceFor((text: string) => [...new Set(wordsIn(text).flatMap(standingsOf))])
  const standingsOfTitle = onceFor((title: string) => termsOfTitle(title).map((term) => postings.of(term)))
  const standingOfMatter = onceFor((matter: number) => postings.of(matterTerm(matter)))
  clauses.forEach(({ passage: { id, text, lead = '', sections, spoken } }, at) => {
    const add = (standings: readonly Standing[], field: number): void => {
      for (const standing of standings) standing.add(at, field)
    }
    add(standingsOfWords(id.replaceAll('-', ' ')), FIELD.name)
    add(standingsOfWords(text), FIELD.text)
    add(standingsOfWords(DEFINED.exec(text)?.[1] ?? ''), FIELD.defined)
    add(standingsOfWords(lead), FIELD.lead)
    for (const title of sections) add(standingsOfTitle(title), FIELD.sections)
    for (const matter of spoken.matters) standingOfMatter(matter).add(at, FIELD.text)
    for (const matter of spoken.touched) standingOfMatter(matter).add(at, FIELD.touched)
  })
  const titles = own.map(({ title }) => [...new Set(termsOfTitle(title))])
  const spoken = new Set([
    ...clauses.flatMap(({ passage }) => [...passage.spoken.matters, ...passage.spoken.touched]),
    ...own.flatMap(({ title, passages }) =>
      [title, ...new Set(passages.flatMap(({ sections }) => sections))].flatMap((each) => mattersOfTitle(each, lang)),
    ),
  ])
  const beginningOf = onceFor((text: string) => clipped(text, SHOWN))
  const lines = (each: (clause: (typeof clauses)[number]) => string): string => linesOf(clauses.map(each))
  const parts = own.flatMap(({ passages }) => sectionsOf(passages))
  return {
    lang,
    index: postings.packed(FIELD.text),
    clauses: {
      ids: lines(({ passage }) => passage.id),
      numbers: lines(({ passage }) => passage.number),
      words: lines(({ passage }) => beginningOf(passage.text)),
      stances: clauses.map(({ passage }) => MODALITIES.indexOf(passage.stance)).join(''),
      lengths: clauses.map(({ words }) => words.length),
      counted: clauses.map(({ passage }) => (passage.counted ? 1 : 0)).join(''),
      sections: parts.map(({ count }) => count),
      titles: linesOf(parts.map(({ title }) => title)),
    },
    stances: MODALITIES,
    policies: own.map(({ name, title, organisation, subject, standing, passages }, at) => ({
      title,
      address: addresses.policy(name),
      organisation: organisation.short,
      subject: subject ?? '',
      ...(standing === undefined ? {} : { standing }),
      count: passages.length,
      terms: titles[at] as readonly string[],
    })),
    askingWords: askingWords(lang),
    commonWords: commonWords(lang),
    questions: questionWords(lang),
    matters: matterData(spoken, lang),
    asked: askedData(lang, (word) => [
      ...(postings.has(termOf(word)) ? [termOf(word)] : []),
      ...mattersOfWord(word, lang)
        .filter((matter) => spoken.has(matter))
        .map(matterTerm),
    ]),
    apart,
    endings,
    diminutives: diminutives(lang),
    compoundLinks: compoundLinks(lang),
    sounds: sounds(lang),
  }
}

/** The parts of a compound. One part that is a word elsewhere tells the other: klachten·commissie where only the one or the other stands by itself. */
function partsOf(word: string, known: ReadonlySet<string>, lang: Language): readonly string[] {
  const isWord = (part: string) => part !== word && known.has(part)
  const isLong = (part: string) => part.length >= LONG
  return (
    compoundParts(word, lang, isWord) ??
    compoundParts(word, lang, isWord, isLong) ??
    compoundParts(word, lang, isLong, isWord) ??
    []
  )
}

// Hardly a text has any but single blanks.
const linesOf = (texts: readonly string[]): string =>
  texts.map((text) => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text)).join('\n')

/** Clauses in a row that stand in one section; outside of any, what completes the same words. */
function sectionsOf(passages: readonly Passage[]): readonly { readonly title: string; readonly count: number }[] {
  const found: { title: string; count: number; key: string }[] = []
  passages.forEach(({ sections, lead }, at) => {
    const title = sections.at(-1) ?? ''
    const key = sections.length > 0 ? JSON.stringify(sections) : (lead ?? String(at))
    const last = found.at(-1)
    if (last?.key === key) last.count++
    else found.push({ title, count: 1, key })
  })
  return found
}
