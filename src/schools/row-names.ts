import { idsOf } from '../compare/index.js'
import { fold, isFunctionWord, isLightWord, isVerbSecond } from '../language/index.js'
import { type Language, maximum } from '../model/index.js'
import { actorIn, isAnybody, isDeterminer, isDocument, makesSentence } from '../norms/index.js'
import { COMMON, type Corpus, type Feature } from './features.js'
import type { SentenceGroup } from './rows.js'
import { conceptTerm } from './vocabulary.js'

/** Most words of a name: more is a sentence. */
const LONGEST = 5
/** A sentence of no more words may be a name as it stands. */
const SHORT = 4
/** Clauses of a section that its title still names. */
const FEW = 3
/** Letters of the shortest word that names something. */
const SHORTEST = 3
/** What a word more costs, as a share of the weight of the heaviest. */
const PER_WORD = 0.2
/** A word of the topic's name says nothing that is not said. */
const KNOWN = 0.1

/** What names are made from: the group of a row and its topic. */
interface Unnamed {
  readonly group: SentenceGroup
  readonly topic: string | undefined
  /** A person's name for it. */
  readonly given: string | undefined
}

/**
 * What people call each row: the name of its topic where that has one rule; else what is ruled besides, which is the title of a section that is
 * about it alone, or the few words in a row that weigh most with the schools that have it. No two rows have one name besides that of their topic.
 */
export function rowNames(corpus: Corpus, rows: readonly Unnamed[], labels: ReadonlyMap<string, string>): readonly string[] {
  const perTopic = new Map<string, number>()
  for (const { topic } of rows) if (topic !== undefined) perTopic.set(topic, (perTopic.get(topic) ?? 0) + 1)
  const sections = sectionSizes(corpus)
  const taken = new Set<string>()
  return rows.map(({ group, topic, given }) => {
    const name = topic === undefined ? undefined : (labels.get(topic) ?? topic)
    if (given !== undefined) return name === undefined ? given : `${name}: ${given}`
    if (name !== undefined && perTopic.get(topic as string) === 1) return name
    const known = new Set(fold(name ?? '').split(/\P{L}+/u))
    const free = (words: string): boolean =>
      !taken.has(fold(words)) && words.split(/\s+/).some((word) => !isLight(word) && !known.has(fold(word)))
    const found = candidatesFor(corpus, group, name ?? '', sections)
    const words = firstFree(found, free) ?? beginningOf(corpus.features[group.centre] as Feature)
    taken.add(fold(words))
    return name === undefined ? words : `${name}: ${words}`
  })
}

/** What a row may be called, the best first; each kind is only looked for where those before it are taken. */
function* candidatesFor(
  corpus: Corpus,
  group: SentenceGroup,
  name: string,
  sections: ReadonlyMap<string, number>,
): Generator<string> {
  const centre = corpus.features[group.centre] as Feature
  yield* definedIn(corpus, group)
  yield* titlesOf(corpus, group, sections)
  const words = weighed(corpus, centre, group.members, name)
  const phrases = phrasesOf(words, centre)
  yield* phrases.filter((phrase) => saysWhat(phrase, centre))
  yield* sharedWords(corpus, group, words)
  yield* mattersOf(corpus, group, name)
  yield* phrases
}

/** The first that is free, or the best where none is. */
function firstFree(candidates: Iterable<string>, isFree: (words: string) => boolean): string | undefined {
  let best: string | undefined
  for (const words of candidates) {
    if (isFree(words)) return words
    best ??= words
  }
  return best
}

/** What a sentence says the meaning of: "Bevoegd gezag: het bestuur van de stichting". */
function definedIn({ features }: Corpus, { centre }: SentenceGroup): string[] {
  const { sentence, defines } = features[centre] as Feature
  const [term, rest] = sentence.text.split(/:\s/, 2)
  return defines && rest !== undefined && term && term.split(/\s+/).length <= SHORT ? [term] : []
}

const sectionOf = ({ policy, clause }: Feature): string => `${policy} ${clause.sections.join(' / ')}`

/** How many clauses stand in each section. */
function sectionSizes({ features }: Corpus): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const feature of features) {
    if (feature.part === 0) sizes.set(sectionOf(feature), (sizes.get(sectionOf(feature)) ?? 0) + 1)
  }
  return sizes
}

/** Titles that a school gave to little more than this rule, and that say what it is about in words of its own; the shortest first. */
function titlesOf(corpus: Corpus, { members }: SentenceGroup, sizes: ReadonlyMap<string, number>): string[] {
  const titles = members.flatMap((index) => {
    const feature = corpus.features[index] as Feature
    const title = feature.clause.sections.at(-1)
    if (
      title === undefined ||
      WHOM.test(title) ||
      (sizes.get(sectionOf(feature)) ?? 0) > FEW ||
      title.split(/\s+/).length > LONGEST
    )
      return []
    const terms = new Set(Array.from(idsOf(feature.bag), (id) => corpus.names[id]))
    const own = title.split(/\s+/).filter((word) => !isLight(word))
    const told = own.filter((word) => terms.has(corpus.roleOf(word, feature.policy)))
    return own.length > 0 && told.length * 2 >= own.length
      ? [capital(title.replace(LABEL, '').replace(/^[^\p{L}\p{N}]+|[.,:;]+$/gu, ''))]
      : []
  })
  return [...new Set(titles)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

/** What is printed before a title to count it: "C.", "Stap 2:", "Article 4". */
const LABEL =
  /^(?:(?:[A-Z]|\d+(?:\.\d+)*)[.)]?\s+)?(?:(?:stap|step|stage|artikel|article|hoofdstuk|chapter|deel|part)\s+\d+[.:]?\s+)?/iu

/** A title that only says for whom: "Voor medewerkers". */
const WHOM = /^(?:voor|for)\s/iu

const isLight = (word: string): boolean => {
  const folded = fold(word.replace(/[^\p{L}\p{N}-]/gu, ''))
  return folded.length < SHORTEST || isFunctionWord(folded) || isLightWord(folded)
}

/** A word of a sentence with what it weighs as part of a name; nothing where it cannot begin or end one. */
interface Weighed {
  readonly text: string
  readonly weight: number
  /** A sign behind it parts it from the next. */
  readonly parted: boolean
  /** What it names is named by the next word only: "user" in "the user agreement". */
  readonly goesOn: boolean
}

/** Letters of a word that may be a name alone: most of such length are compounds. */
const COMPOUND = 9

/** Whether words say what is ruled, by more than one short word or who it is asked of. */
const saysWhat = (words: string, { clause }: Feature): boolean =>
  words.length >= COMPOUND && (/\s/.test(words) || actorIn(words, clause.lang) === undefined)

/** A word that all schools of the row have and that names nobody: "Kamer". */
function sharedWords(corpus: Corpus, { centre, members }: SentenceGroup, words: readonly Weighed[]): string[] {
  const feature = corpus.features[centre] as Feature
  const others = schoolsWith(corpus, feature, members)
  const told = new Set(Array.from(others, ([id, share]) => (share === 1 ? corpus.names[id] : undefined)))
  return words
    .filter(({ text, weight }) => weight > 0 && text.length > SHORTEST && actorIn(text, feature.clause.lang) === undefined)
    .filter(({ text }) => told.has(corpus.roleOf(text, feature.policy)))
    .sort((a, b) => b.weight - a.weight)
    .map(({ text }) => capital(text))
}

/** Part of the schools of a row that must speak of a matter for the row to be called by it. */
const MOST = 0.6
/** Most matters in a name. */
const MATTERS = 2

/** What most schools of the row speak of, in the words of common language: "Bezwaar, termijn". */
function mattersOf({ features, matters }: Corpus, { centre, members }: SentenceGroup, name: string): string[] {
  const { lang } = (features[centre] as Feature).clause
  const found = new Map<number, { weight: number; readonly schools: Set<number> }>()
  const schools = new Set<number>()
  for (const index of members) {
    const { matters: bag, policy } = features[index] as Feature
    schools.add(policy)
    for (let at = bag.from; at < bag.to; at++) {
      const id = bag.ids[at] as number
      if (!(matters[id] as string).startsWith(COMMON)) continue
      const known = found.get(id) ?? { weight: 0, schools: new Set<number>() }
      known.weight = Math.max(known.weight, bag.weights[at] as number)
      known.schools.add(policy)
      found.set(id, known)
    }
  }
  const said = new Set(fold(name).split(/\P{L}+/u))
  const shared = [...found]
    .filter(([, { schools: with_ }]) => schools.size > 1 && with_.size >= MOST * schools.size)
    .map(([id, { weight, schools: with_ }]) => ({ word: (matters[id] as string).slice(COMMON.length), sum: weight * with_.size }))
    .filter(({ word }) => !said.has(fold(word)) && !word.split(' ').some(isLight) && actorIn(word, lang) === undefined)
    .sort((a, b) => b.sum - a.sum || (a.word < b.word ? -1 : 1))
    .slice(0, MATTERS)
  return shared.length === 0 ? [] : [capital(shared.map(({ word }) => word).join(', '))]
}

/** Runs of words of the sentence in the middle of a row, the most telling first. */
function phrasesOf(words: readonly Weighed[], { clause }: Feature): string[] {
  if (words.length <= SHORT && words.length > 1) return [capital(words.map(({ text }) => text).join(' '))]
  const heaviest = maximum(words.map(({ weight }) => weight))
  if (heaviest === 0) return []
  const found: { readonly text: string; readonly score: number }[] = []
  for (let from = 0; from < words.length; from++) {
    if ((words[from] as Weighed).weight === 0) continue
    let sum = 0
    for (let to = from; to < Math.min(words.length, from + LONGEST); to++) {
      const { weight, parted, goesOn } = words[to] as Weighed
      sum += weight
      if (weight > 0 && !goesOn) {
        const text = words.slice(from, to + 1).map((word) => word.text)
        found.push({ text: capital(text.join(' ')), score: sum - PER_WORD * heaviest * text.length })
      }
      if (parted || begins(words, to + 1, clause.lang)) break
    }
  }
  return found.sort((a, b) => b.score - a.score).map(({ text }) => text)
}

/** A Dutch word that says how something is done: "schriftelijk", "telefonisch"; with an ending it says what something is like. */
const ADVERB = /\p{L}{2}(?:lijks?|isch)$/u

/** Whether something else begins at a word: an article behind a noun, "vertrek een draaiboek"; behind a preposition it goes on, "kosten van de reis". */
const begins = (words: readonly Weighed[], at: number, lang: Language): boolean =>
  isDeterminer(words[at]?.text ?? '', lang) && (words[at - 1]?.weight ?? 0) > 0

function weighed(corpus: Corpus, feature: Feature, members: readonly number[], name: string): Weighed[] {
  const weights = new Map<string, number>()
  const others = schoolsWith(corpus, feature, members)
  const { bag } = feature
  for (let at = bag.from; at < bag.to; at++) {
    const id = bag.ids[at] as number
    weights.set(corpus.names[id] as string, (bag.weights[at] as number) * (1 + (others.get(id) ?? 0)))
  }
  const { stances, values, text: whole } = feature.sentence
  const passed = new Set(values.flatMap(({ kind, text }) => (kind === 'place' ? [] : text.split(/\s+/))))
  const cues = new Set(stances.flatMap(({ cue }) => cue.split(/\s+/)))
  const known = new Set(fold(name).split(/\P{L}+/u))
  const { lang } = feature.clause
  return whole.split(/\s+/).flatMap((word, at, all): Weighed[] => {
    const text = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (text === '') return []
    const term = corpus.roleOf(text, feature.policy)
    // The verb that makes the norm and the values it names say what is asked, not about what.
    const silent =
      isLight(text) ||
      isAnybody(text, lang) ||
      ADVERB.test(text) ||
      term === conceptTerm('school') ||
      passed.has(text) ||
      isDocument(text, lang)
    const weight = silent ? 0 : (weights.get(term) ?? 0) * (known.has(fold(text)) ? KNOWN : 1)
    // What stands on both sides of "kan", or of the verb that makes the norm, is a sentence and no name.
    if (/\d/.test(text) || makesSentence(text, lang) || cues.has(text)) return [{ text, weight: 0, parted: true, goesOn: false }]
    const parted = /[^\p{L}\p{N}]$/u.test(word)
    const next = all[at + 1]?.replace(/[^\p{L}\p{N}]+$/u, '') ?? ''
    const goesOn =
      !isVerbSecond({ lang }) &&
      !parted &&
      next !== '' &&
      !isLight(next) &&
      !makesSentence(next, lang) &&
      !cues.has(next) &&
      !passed.has(next)
    return [{ text, weight, parted, goesOn }]
  })
}

/** By term of a sentence, how many other schools of its row have it, as a share. */
function schoolsWith({ features }: Corpus, { policy, bag }: Feature, members: readonly number[]): ReadonlyMap<number, number> {
  const schools = new Map<number, Set<number>>()
  const own = new Set(idsOf(bag))
  const others = new Set<number>()
  for (const index of members) {
    const member = features[index] as Feature
    if (member.policy === policy) continue
    others.add(member.policy)
    for (const id of idsOf(member.bag)) if (own.has(id)) schools.set(id, (schools.get(id) ?? new Set()).add(member.policy))
  }
  return new Map([...schools].map(([id, holders]) => [id, holders.size / others.size]))
}

/** The first words of a sentence of which no word weighs anything. */
const beginningOf = ({ sentence }: Feature): string =>
  capital(
    sentence.text
      .split(/\s+/)
      .slice(0, SHORT)
      .join(' ')
      .replace(/[^\p{L}\p{N}]+$/u, ''),
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
