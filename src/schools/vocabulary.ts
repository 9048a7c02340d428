import * as z from 'zod'
import { fold, functionWords, stem, wordsOf } from '../language/index.js'
import { LANGUAGES, type Language } from '../model/index.js'

/** The shape of a file in `templates/vocabulary/`. */
export const vocabularySchema = z
  .strictObject({
    lang: z.enum(LANGUAGES),
    /** Words apart by white space, beside the function words of the language. */
    stopwords: z.string(),
    /** Concept to its words and phrases. */
    concepts: z.record(z.string(), z.array(z.string()).min(1)),
    /** Concepts that name whom a rule is about. */
    people: z.array(z.string()),
    /** A cue is a concept, or several with a plus between them. `defines` marks the topic of clauses that say what a word means. */
    topics: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        cues: z.array(z.string()).min(1),
        defines: z.literal(true).optional(),
      }),
    ),
  })
  .superRefine(({ concepts, people, topics }, context) => {
    const missing = people.find((name) => !(name in concepts))
    if (missing !== undefined) {
      context.addIssue({ code: 'custom', message: `Unexpected "${missing}" among the people, expected the name of a concept` })
    }
    for (const { id, cues } of topics) {
      const unknown = cues.flatMap(conceptsOf).find((name) => !(name in concepts))
      if (unknown !== undefined) {
        context.addIssue({ code: 'custom', message: `Unexpected "${unknown}" in topic "${id}", expected the name of a concept` })
      }
    }
  })

const conceptsOf = (cue: string): string[] => cue.split('+').map((part) => part.trim())

export type VocabularyData = z.output<typeof vocabularySchema>

/** A phrase as stems, and the concept it stands for. */
interface Phrase {
  readonly stems: readonly string[]
  readonly concept: string
}

export interface Topic {
  readonly id: string
  readonly label: string
  /** Its clauses say what a word means. */
  readonly defines: boolean
  /** Terms that must stand together to point to the topic. */
  readonly cues: readonly (readonly string[])[]
}

export interface Vocabulary {
  readonly lang: Language
  readonly stopwords: ReadonlySet<string>
  /** Concepts by stem. */
  readonly concepts: ReadonlyMap<string, string>
  /** Concepts by folded word as it is given: it says which is meant where words of two concepts have one stem. */
  readonly words: ReadonlyMap<string, string>
  /** Phrases by their first stem, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** Terms of the concepts that name whom a rule is about. */
  readonly people: ReadonlySet<string>
  readonly topics: readonly Topic[]
  /** The places in `topics` of those that a term is a cue of, or part of one. */
  readonly topicsOfTerm: ReadonlyMap<string, readonly number[]>
}

/** How a concept is spelled as a term, apart from every stem. */
export const conceptTerm = (name: string): string => `@${name}`

export function compileVocabulary(data: VocabularyData): Vocabulary {
  const concepts = new Map<string, string>()
  const words = new Map<string, string>()
  const phrases = new Map<string, Phrase[]>()
  for (const [name, entries] of Object.entries(data.concepts)) {
    for (const entry of entries) {
      const stems = wordsOf(entry).map((word) => stem(word, data.lang))
      const [first, ...rest] = stems
      if (first === undefined) continue
      if (rest.length === 0) {
        concepts.set(first, conceptTerm(name))
        words.set(fold(entry), conceptTerm(name))
      } else phrases.set(first, [...(phrases.get(first) ?? []), { stems, concept: conceptTerm(name) }])
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  const topics = data.topics.map(({ id, label, cues, defines = false }) => ({
    id,
    label,
    defines,
    cues: cues.map((cue) => conceptsOf(cue).map(conceptTerm)),
  }))
  const topicsOfTerm = new Map<string, number[]>()
  for (const [at, { cues }] of topics.entries())
    for (const term of new Set(cues.flat())) topicsOfTerm.set(term, [...(topicsOfTerm.get(term) ?? []), at])
  return {
    lang: data.lang,
    stopwords: new Set([...functionWords(data.lang), ...data.stopwords.split(/\s+/)].map(fold)),
    concepts,
    words,
    phrases,
    people: new Set(data.people.map(conceptTerm)),
    topics,
    topicsOfTerm,
  }
}
