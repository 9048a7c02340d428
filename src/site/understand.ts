import { editDistance, once, soundsBy, stemBy } from '../language/index.js'
import { isFormOf } from '../language/kindred/index.js'
import { maximum } from '../model/index.js'
import { FIELD, type SearchData } from './search-data.js'
import { bySound, nearIn, Terms } from './terms.js'

/** How surely a clause is about what stands in its own words. */
const OWN = { text: 1, defined: 1.3, lead: 0.6, touched: 0.5, name: 0.8 } as const

/** What a way to mean a word counts beside the word itself. */
const WAYS = { word: 1, derived: 0.75, begins: 0.4, matter: 0.95, matterOfDerived: 0.6, wider: 0.3 }
/** What a word counts that is spelled as nothing is, as another term and as what that speaks of. */
interface Way {
  readonly term: number
  readonly matter: number
}
const HEARD: Way = { term: 0.9, matter: 0.9 }
const NEAR: Way = { term: 0.5, matter: 0.8 }
/** What the first word of rules counts beside a word that people type, and beside an expression of them; and each later one beside the one before. */
const ASKED = { word: 0.6, expression: 0.8 }
const LATER = 0.93
/** The letters a word must have to be sought as what sounds like it, is spelled nearly so, or begins with it. */
const SHORTEST = { heard: 4, near: 5, beginning: 4 }

/** Words of questions that are kept with where they stand. */
const REMEMBERED = 50

/** The terms that words are kept and searched by: stems, and with what kind of word it is where words of several share one. */
export const createTerms =
  ({ lang, endings, apart }: Pick<SearchData, 'lang' | 'endings' | 'apart'>) =>
  (word: string): string => {
    const term = stemBy(word, lang, endings)
    const entry = Object.hasOwn(apart, term) ? apart[term]?.find(([each]) => isFormOf(word, each, lang)) : undefined
    return entry === undefined ? term : `${term}/${entry[1]}`
  }

/** How surely a word is meant by clauses themselves, by the titles of their sections, and by those of their policies. */
export interface WordWeights {
  readonly own: Float64Array
  readonly sections: Float64Array
  readonly policies: Float64Array
}

/** Understands the words of questions by what is known of a language and of the clauses. */
export function createReader({
  lang,
  index,
  matters,
  asked,
  endings,
  diminutives,
  apart,
  sounds,
  policies,
  clauses,
}: SearchData) {
  const terms = new Terms(index, FIELD.text)
  const titles = policies.map(({ terms: own }) => new Set(own))
  const termOf = createTerms({ lang, endings, apart })
  const particles = new Set(matters.particles)

  const find = (ways: ReadonlyMap<string, number>): WordWeights => {
    const [own, sections] = [new Float64Array(clauses.lengths.length), new Float64Array(clauses.lengths.length)]
    const named = new Float64Array(policies.length)
    for (const [term, way] of ways) {
      titles.forEach((each, at) => {
        if (each.has(term)) named[at] = Math.max(named[at] as number, way)
      })
      const places = terms.places(term)
      places?.clauses.forEach((clause, at) => {
        const fields = places.fields[at] as number
        own[clause] = Math.max(own[clause] as number, way * (SURENESS[fields] as number))
        if (fields & FIELD.sections) sections[clause] = Math.max(sections[clause] as number, way)
      })
    }
    return { own, sections, policies: named }
  }
  const mattersOf = (word: string): readonly number[] => {
    const term = stemBy(word, lang, endings)
    const entries = Object.hasOwn(matters.words, term) ? (matters.words[term] ?? []) : []
    return [...new Set(entries.flatMap(([entry, ...found]) => (isFormOf(word, entry, lang) ? found : [])))]
  }
  /** The lines of what is asked by a word. */
  const linesOf = (word: string): readonly number[] => {
    const term = stemBy(word, lang, endings)
    const entries = Object.hasOwn(asked.words, term) ? (asked.words[term] ?? []) : []
    return entries.flatMap(([entry, line]) => (isFormOf(word, entry, lang) ? [line] : []))
  }
  const put = (ways: Map<string, number>, term: string, weight: number) =>
    void ways.set(term, Math.max(weight, ways.get(term) ?? 0))
  const addMatters = (ways: Map<string, number>, found: readonly number[], weight: number) => {
    const share = 1 / Math.sqrt(found.length)
    for (const matter of found) {
      put(ways, matterTerm(matter), weight * share)
      for (const each of matters.wider[matter] ?? []) put(ways, matterTerm(each), Math.min(weight, WAYS.wider) * share)
    }
  }
  /** A word, and what it is the small one of: mobieltje. */
  const formsOf = (word: string): readonly string[] => {
    const small = diminutives.filter((ending) => word.length >= ending.length + 3 && word.endsWith(ending))
    return [word, ...small.map((ending) => word.slice(0, -ending.length))]
  }
  const isKnown = (word: string) =>
    formsOf(word).some((form) => mattersOf(form).length > 0 || linesOf(form).length > 0 || terms.has(termOf(form)))
  const lexicon = [
    ...new Set(
      [matters.words, asked.words].flatMap((words) =>
        Object.values(words)
          .flat()
          .map(([word]) => word),
      ),
    ),
  ]
  const soundOf = soundsBy(sounds)
  const [heardWords, heardTerms] = [lexicon, terms.all].map((words) => once(() => bySound(words, soundOf)))
  /** What a word that nobody writes so may be: what sounds like it, else what has nearly its letters. */
  const spellingsOf = (
    word: string,
  ): { readonly words: readonly string[]; readonly terms: readonly string[]; readonly way: Way } => {
    const sought = isKnown(word) ? 0 : word.length
    const heard = {
      words: sought < SHORTEST.heard ? [] : (heardWords?.().get(soundOf(word)) ?? []),
      terms: sought < SHORTEST.heard ? [] : (heardTerms?.().get(soundOf(termOf(word))) ?? []),
      way: HEARD,
    }
    if (sought < SHORTEST.near || heard.words.length + heard.terms.length > 0) return heard
    return { words: nearestOf(word, nearIn(lexicon, word)), terms: terms.near(termOf(word)), way: NEAR }
  }
  const readWord = (word: string): WordWeights => {
    const forms = formsOf(word)
    const ways = new Map<string, number>(forms.map((form) => [termOf(form), WAYS.word]))
    addMatters(ways, [...new Set(forms.flatMap(mattersOf))], WAYS.matter)
    for (const kin of lang === 'nl' ? forms.flatMap(derivedOf) : []) {
      if (!isKnown(kin)) continue
      put(ways, termOf(kin), WAYS.derived)
      addMatters(ways, mattersOf(kin), WAYS.matterOfDerived)
    }
    const spelled = spellingsOf(word)
    for (const each of spelled.words) {
      put(ways, termOf(each), spelled.way.term)
      addMatters(ways, mattersOf(each), WAYS.matter * spelled.way.matter)
    }
    for (const term of spelled.terms) put(ways, term, spelled.way.term)
    for (const term of forms.map(termOf))
      if (term.length >= SHORTEST.beginning) for (const longer of terms.beginning(term)) put(ways, longer, WAYS.begins)
    const found = find(ways)
    for (const line of new Set(forms.flatMap(linesOf))) among(found, line, ASKED.word)
    for (const line of new Set(spelled.words.flatMap(linesOf))) among(found, line, ASKED.word * spelled.way.matter)
    return found
  }
  /** Adds what a line of what is asked leads to: the more of its rarer terms a clause says, the surer. */
  const among = ({ own, sections, policies: named }: WordWeights, line: number, weight: number) => {
    const known = (asked.lines[line] ?? '').split(' ')
    const rare = known.map((term) => Math.log(1 + clauses.lengths.length / (1 + (terms.places(term)?.clauses.length ?? 0))))
    const rarest = maximum(rare)
    const doubt = new Float64Array(own.length).fill(1)
    const above = new Float64Array(own.length).fill(1)
    known.forEach((term, at) => {
      const way = (weight * LATER ** at * (rare[at] as number)) / rarest
      titles.forEach((each, policy) => {
        if (each.has(term)) named[policy] = Math.max(named[policy] as number, way)
      })
      const places = terms.places(term)
      places?.clauses.forEach((clause, n) => {
        const fields = places.fields[n] as number
        doubt[clause] = (doubt[clause] as number) * (1 - way * (SURENESS[fields] as number))
        if (fields & FIELD.sections) above[clause] = (above[clause] as number) * (1 - way)
      })
    })
    for (let clause = 0; clause < own.length; clause++) {
      own[clause] = Math.max(own[clause] as number, 1 - (doubt[clause] as number))
      sections[clause] = Math.max(sections[clause] as number, 1 - (above[clause] as number))
    }
  }
  /** Where a word stands itself, in whichever form: 2 in the words of a clause, 1 in a title above it. */
  const standing = (word: string): Uint8Array => {
    const found = new Uint8Array(clauses.lengths.length)
    for (const term of formsOf(word).map(termOf)) {
      const places = terms.places(term)
      places?.clauses.forEach((clause, at) => {
        const fields = places.fields[at] as number
        const own = fields & (FIELD.text | FIELD.lead) ? 2 : fields & FIELD.sections ? 1 : 0
        found[clause] = Math.max(found[clause] as number, own)
      })
      let from = 0
      policies.forEach(({ count }, at) => {
        if (titles[at]?.has(term))
          for (let clause = from; clause < from + count; clause++) found[clause] = Math.max(found[clause] as number, 1)
        from += count
      })
    }
    return found
  }
  // Who types asks the same words again with every letter.
  const read = new Map<string, WordWeights>()
  return {
    isKnown,
    standing,
    word: (word: string): WordWeights => {
      const found = read.get(word) ?? readWord(word)
      if (read.size >= REMEMBERED) read.clear()
      read.set(word, found)
      return found
    },
    matter: (matter: number): WordWeights => {
      const ways = new Map<string, number>()
      addMatters(ways, [matter], WAYS.matter)
      return find(ways)
    },
    asked: (line: number): WordWeights => {
      const found = find(new Map())
      among(found, line, ASKED.expression)
      return found
    },
    /** Words with verbs whose part stands apart as one: "leest … mee" is meelezen. A part by itself asks nothing. */
    joined: (words: readonly string[]): readonly string[] => {
      const parts = words.filter((word) => particles.has(word))
      const verbs = words.filter((word) => !particles.has(word))
      return verbs.map((verb) => parts.map((part) => part + verb).find((each) => mattersOf(each).length > 0) ?? verb)
    },
  }
}

/** By the fields in which a term stands, how surely a clause is about it by its own words. */
const SURENESS = Array.from({ length: 2 * FIELD.name }, (_, fields) =>
  maximum([0, ...Object.entries(OWN).map(([name, sure]) => (fields & FIELD[name as keyof typeof OWN] ? sure : 0))]),
)

/** Of several words those of the fewest other letters. */
function nearestOf(word: string, others: readonly string[]): readonly string[] {
  const steps = others.map((other) => editDistance(word, other))
  const fewest = steps.reduce((least, step) => Math.min(least, step), word.length)
  return others.filter((_, at) => steps[at] === fewest)
}

/** Dutch words of the same root for who does it, that it is done, and to do it: begeleider, begeleiding, begeleiden. */
function derivedOf(word: string): readonly string[] {
  const root = /^(.{4,}?)(?:ingen|ing|ers|er|aars|aar|en|t|d)?$/.exec(word)?.[1]
  return root === undefined ? [] : ['en', 'ing', 'er'].map((ending) => root + ending).filter((each) => each !== word)
}

/** A matter among the words of an index: no word has its sign. */
export const matterTerm = (matter: number): string => `${SIGN}${matter}`
const SIGN = '~'
