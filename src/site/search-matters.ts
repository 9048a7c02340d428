import { lexiconOf, mattersOf } from '../language/kindred/index.js'
import type { Language } from '../model/index.js'
import type { MatterData, SearchData } from './search-data.js'
import type { Passage, Spoken } from './types.js'

/** A matter that a clause speaks of this surely is what it is about; with less it only touches it. */
const SURE = 0.5

/** What the words of a clause speak of. */
export function spokenOf({ text, lead = '' }: Pick<Passage, 'text' | 'lead'>, lang: Language): Spoken {
  const weights = mattersOf(`${lead} ${text}`, lang)
  const numbers = numbersOf(lang)
  const named = (which: (weight: number) => boolean) =>
    [...weights].flatMap(([name, weight]) => (which(weight) ? [numbers.get(name) as number] : []))
  return { matters: named((weight) => weight >= SURE), touched: named((weight) => weight < SURE) }
}

/** What a title speaks of, by numbers. */
export const mattersOfTitle = (title: string, lang: Language): readonly number[] =>
  [...mattersOf(title, lang).keys()].map((name) => numbersOf(lang).get(name) as number)

/** What a word by itself is in the lexicon, by numbers. */
export const mattersOfWord = (word: string, lang: Language): readonly number[] =>
  [...mattersOf([word], lang)].flatMap(([name, weight]) => (weight >= SURE ? [numbersOf(lang).get(name) as number] : []))

const numbered = new Map<Language, ReadonlyMap<string, number>>()

function numbersOf(lang: Language): ReadonlyMap<string, number> {
  const numbers = numbered.get(lang) ?? new Map([...lexiconOf(lang).groups.keys()].map((name, index) => [name, index]))
  numbered.set(lang, numbers)
  return numbers
}

/** What is needed to understand a question in the same way, where clauses speak of some matters. */
export function matterData(present: ReadonlySet<number>, lang: Language): MatterData {
  const { singles, expressions, groups, particles } = lexiconOf(lang)
  const numbers = numbersOf(lang)
  const numberOf = (name: string) => numbers.get(name) as number
  const widerOf = (name: string): readonly number[] => {
    const group = groups.get(name)
    return [...(group?.kindOf ?? []), ...(group?.speaksOf ?? [])].map(numberOf)
  }
  const isUseful = (name: string) => [numberOf(name), ...widerOf(name)].some((at) => present.has(at))
  const useful = [...singles]
    .map(([stem, of]) => [stem, of.filter(([, group]) => isUseful(group))] as const)
    .filter(([, entries]) => entries.length > 0)
  const wider = [...numbers].map(([name, at]) => [at, widerOf(name).filter((each) => present.has(each))] as const)
  return {
    words: Object.fromEntries(
      useful.map(([stem, entries]) => [
        stem,
        [...new Set(entries.map(([word]) => word))].map((word) => [
          word,
          ...entries.filter(([other]) => other === word).map(([, group]) => numberOf(group)),
        ]),
      ]),
    ),
    expressions: [...expressions.values()]
      .flat()
      .filter(({ group }) => isUseful(group))
      .map(({ group, stems }) => [stems, numberOf(group)]),
    particles: [...particles],
    wider: Object.fromEntries(wider.filter(([, matters]) => matters.length > 0)),
  }
}

/** Words of the lexicon that share one of some stems and speak of more than one matter, by that stem; each with a word it shares a matter with. */
export function wordsApart(stems: ReadonlySet<string>, lang: Language): SearchData['apart'] {
  const found = [...lexiconOf(lang).singles].flatMap(([stem, entries]): [string, [string, string][]][] => {
    if (!stems.has(stem)) return []
    const named = new Map<string, string>()
    for (const [word, group] of entries) {
      const [kin] = entries.find(([, other]) => other === group) as (typeof entries)[number]
      named.set(word, named.get(word) ?? named.get(kin) ?? word)
    }
    return new Set(named.values()).size > 1 ? [[stem, [...named]]] : []
  })
  return Object.fromEntries(found)
}
