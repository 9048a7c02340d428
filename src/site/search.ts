import MiniSearch from 'minisearch'
import { compoundLinks, compoundParts, functionWords, irregularEndings, stem, wordsOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import { MatterReader, matterWords } from '../schools/index.js'
import { addresses } from './addresses.js'
import { FIELDS, matterTerm } from './query.js'
import type { SearchData } from './search-data.js'
import type { PolicySummary } from './types.js'

/** From this many letters the rest of a word is taken for a word. */
const LONG = 6
/** Letters of a clause that are shown. */
const SHOWN = 220

/** What the search must know of a policy. */
export type Searched = Pick<PolicySummary, 'name' | 'title' | 'lang' | 'organisation' | 'subject' | 'passages'>

/** All clauses in a language as an index of the stems of their words, compounds under their parts too. */
export function searchData(policies: readonly Searched[], lang: Language): SearchData {
  const own = policies.filter((policy) => policy.lang === lang)
  const texts = own.flatMap(({ passages }) => passages.flatMap(({ text, sections }) => [text, ...sections]))
  const known = new Set(texts.flatMap(wordsOf))
  const skipped = new Set(functionWords(lang))
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
    const made = [word, ...parts].filter((each) => !skipped.has(each)).map((each) => stem(each, lang))
    terms.set(word, made)
    return made
  }
  const index = new MiniSearch<{ id: number; text: string; sections: string; title: string; matters: string }>({
    fields: Object.keys(FIELDS),
    tokenize: (words, field) => (field === 'matters' ? words.split(' ').filter((name) => name !== '') : wordsOf(words)),
    processTerm: (word, field) => (field === 'matters' ? word : [...termsOf(word)]),
  })
  const reader = new MatterReader(lang)
  const clauses = own.flatMap(({ passages }, at) => passages.map((passage) => ({ at, passage })))
  index.addAll(
    clauses.map(({ at, passage: { text, sections } }, id) => ({
      id,
      text,
      sections: sections.join(' '),
      title: own[at]?.title ?? '',
      matters: [...reader.read([...sections, text].flatMap(wordsOf)).keys()].map(matterTerm).join(' '),
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
    ]),
    policies: own.map(({ name, title, organisation, subject }) => ({
      title,
      address: addresses.policy(name),
      organisation: organisation.short,
      subject: subject ?? '',
    })),
    functionWords: [...skipped],
    matters: matterWords(lang),
    endings: irregularEndings(lang),
    compoundLinks: compoundLinks(lang),
  }
}
