import MiniSearch from 'minisearch'
import {
  askingWords,
  compoundLinks,
  compoundParts,
  diminutives,
  functionWords,
  irregularEndings,
  stem,
  wordsOf,
} from '../language/index.js'
import type { Language } from '../model/index.js'
import { addresses } from './addresses.js'
import { createTerms, FIELDS, matterTerm } from './query.js'
import type { SearchData } from './search-data.js'
import { matterData, wordsApart } from './search-matters.js'
import type { PolicySummary } from './types.js'

/** From this many letters the rest of a word is taken for a word. */
const LONG = 6
/** Letters of a clause that are shown. */
const SHOWN = 220
/** The words that a clause says the meaning of: "Schoolleiding: de directeur en de teamleiders". */
const DEFINED = /^([^:.,;]{2,40}):\s/

/** What the search must know of a policy. */
export type Searched = Pick<PolicySummary, 'name' | 'title' | 'lang' | 'organisation' | 'subject' | 'passages'>

/** All clauses in a language as an index of the stems of their words, compounds under their parts too, and of what they speak of. */
export function searchData(policies: readonly Searched[], lang: Language): SearchData {
  const own = policies.filter((policy) => policy.lang === lang)
  const texts = own.flatMap(({ passages }) => passages.flatMap(({ text, sections }) => [text, ...sections]))
  const known = new Set(texts.flatMap(wordsOf))
  const skipped = new Set(functionWords(lang))
  const endings = irregularEndings(lang)
  const apart = wordsApart(new Set([...known].map((word) => stem(word, lang))), lang)
  const termOf = createTerms({ lang, endings, apart })
  const terms = new Map<string, readonly string[]>()
  const termsOf = (word: string): readonly string[] => {
    const found = terms.get(word)
    if (found) return found
    // One part that is a word elsewhere tells the other: klachten·commissie where only the one or the other stands by itself.
    const isWord = (part: string) => part !== word && known.has(part)
    const isLong = (part: string) => part.length >= LONG
    const parts =
      compoundParts(word, lang, isWord) ??
      compoundParts(word, lang, isWord, isLong) ??
      compoundParts(word, lang, isLong, isWord) ??
      []
    const made = [word, ...parts].filter((each) => !skipped.has(each)).map(termOf)
    terms.set(word, made)
    return made
  }
  const isOfMatters = (field?: string) => field === 'matters' || field === 'touched'
  const index = new MiniSearch<{ id: number } & Record<keyof typeof FIELDS, string>>({
    fields: Object.keys(FIELDS),
    tokenize: (words, field) => (isOfMatters(field) ? words.split(' ').filter((name) => name !== '') : wordsOf(words)),
    processTerm: (word, field) => (isOfMatters(field) ? word : [...termsOf(word)]),
  })
  const clauses = own.flatMap(({ passages }, at) => passages.map((passage) => ({ at, passage })))
  index.addAll(
    clauses.map(({ at, passage: { text, lead = '', sections, spoken } }, id) => ({
      id,
      text,
      lead,
      defined: DEFINED.exec(text)?.[1] ?? '',
      sections: sections.join(' '),
      title: own[at]?.title ?? '',
      matters: spoken.matters.map(matterTerm).join(' '),
      touched: spoken.touched.map(matterTerm).join(' '),
    })),
  )
  return {
    lang,
    index: index.toJSON(),
    clauses: clauses.map(({ at, passage: { id, number, text, stance } }) => [
      at,
      id,
      number,
      text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/\s+\S*$/, '')} …` : text,
      stance,
      wordsOf(text).length,
    ]),
    policies: own.map(({ name, title, organisation, subject }) => ({
      title,
      address: addresses.policy(name),
      organisation: organisation.short,
      subject: subject ?? '',
    })),
    askingWords: askingWords(lang),
    matters: matterData(new Set(clauses.flatMap(({ passage: { spoken } }) => [...spoken.matters, ...spoken.touched])), lang),
    apart,
    endings,
    diminutives: diminutives(lang),
    compoundLinks: compoundLinks(lang),
  }
}
