import { sentencesOf } from '../../language/index.js'
import { mattersOf } from '../../language/kindred/index.js'
import type { Policy } from '../../model/index.js'
import { plainText } from '../../model/index.js'
import { type ResolvedClause, resolve } from '../../resolve/index.js'
import { type ClauseScore, type SchoolPolicy, schoolPolicy, scoreClauses, type Vocabulary } from '../../schools/index.js'
import { lettersOf } from './letters.js'
import { likenessBetween } from './likeness.js'
import { filledTemplate, type Provision } from './provisions.js'

/** What speaks for a clause being a provision, each 0 to 1. */
export interface Measures {
  /** How likely both regulate the same matter, as clauses of two schools. */
  readonly matter: number
  /** How alike their words are, those of the field taken for what they stand for; of the two sentences that are most alike. */
  readonly sentence: number
  /** How alike they are in the letters of their words, the words of the provision's name among them. */
  readonly letters: number
  /** How far they speak of the same matters in whatever words, by the lexicon of kindred words; of the clause the nearest sentence. */
  readonly kinship: number
  /** 1 for the same place in their texts, 0 for the first and the last. */
  readonly place: number
  /** Both have one id. */
  readonly sameId: boolean
}

export interface MeasureInput {
  readonly school: Policy
  readonly template: Policy
  /** Every name the school goes by. */
  readonly names: readonly string[]
  readonly vocabularies: readonly Vocabulary[]
}

/** Where all of these come to less, two have nothing in common that could make them one. */
const FAINT = 0.15

/** Measures each clause of a school against each provision, by index. Of headings the comparison of schools says
 * nothing. Undefined where they have nothing in common. */
export function measuresOf(
  { school, template, names, vocabularies }: MeasureInput,
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
): (clause: number, provision: number) => Measures | undefined {
  const { lang } = school.metadata
  const ids = provisions.map(({ id }) => id)
  const isFirst = (at: number): boolean => ids.indexOf(ids[at] ?? '') === at
  const texts = clauses.map(({ node }) => plainText(node))
  const theirs = provisions.map(wordsOfProvision)
  const letters = likenessBetween(
    texts.map((text) => [lettersOf(text, lang)]),
    theirs.map((text) => lettersOf(text, lang)),
    isFirst,
  )
  const matters = likenessBetween(
    texts.map((text) => sentencesOf(text, lang).map((sentence) => mattersOf(sentence.text, lang))),
    theirs.map((text) => mattersOf(text, lang)),
    isFirst,
  )
  const scores = scoresOf({ school, template, names, vocabularies }, provisions)
  const placeIn = (list: readonly unknown[], at: number) => at / Math.max(1, list.length - 1)
  return (clause, provision) => {
    const [own, its] = [clauses[clause] as ResolvedClause, provisions[provision] as Provision]
    const shared = letters(clause, provision)
    const { score: matter, sentence } = scores(own, its)
    const kinship = matters(clause, provision)
    if (Math.max(shared, matter, sentence, kinship) < FAINT) return undefined
    return {
      matter,
      sentence,
      letters: shared,
      kinship,
      sameId: own.id === its.id,
      place: 1 - Math.abs(placeIn(clauses, clause) - placeIn(provisions, provision)),
    }
  }
}

/** A provision with the words of its name and topic; what a blank holds is the school's, so it says nothing of the provision. */
const wordsOfProvision = ({ id, node }: Provision): string =>
  [
    plainText(node).replace(/\{\{[^{}]*\}\}/g, ' '),
    ...[id, node.attributes.values.topic ?? ''].map((name) => name.replaceAll('-', ' ')),
  ].join(' ')

const NOTHING: Pick<ClauseScore, 'score' | 'sentence'> = { score: 0, sentence: 0 }

/** How likely a clause and a provision are about the same, by the comparison of schools: the template is one of them. */
function scoresOf(
  { school, template, names, vocabularies }: MeasureInput,
  provisions: readonly Provision[],
): (clause: ResolvedClause, provision: Provision) => Pick<ClauseScore, 'score' | 'sentence'> {
  // A school's clause may have no id: each goes by its line.
  const byLine = (policy: Policy, own: readonly string[]): SchoolPolicy => {
    const all = schoolPolicy(resolve(policy).value, { ref: policy.file, organisation: own[0] ?? '', names: own })
    return { ...all, clauses: all.clauses.map((clause) => ({ ...clause, id: String(clause.line) })) }
  }
  // Variants are about the same: they speak as one, so that what they say is not taken for common.
  const members = new Map<string, Provision[]>()
  for (const each of provisions) members.set(each.id, [...(members.get(each.id) ?? []), each])
  const lineOf = (id: string): number | undefined => members.get(id)?.[0]?.clause.node.place.line
  const texts = new Map([...members].map(([id, all]) => [lineOf(id), all.map(({ clause }) => plainText(clause.node)).join(' ')]))
  const asOne = (read: SchoolPolicy): SchoolPolicy => ({
    ...read,
    clauses: read.clauses.flatMap((clause) => {
      const text = texts.get(clause.line)
      return text === undefined ? [] : [{ ...clause, text }]
    }),
  })
  const theirs = filledTemplate(template)
  const example = theirs.metadata.parameters?.school
  const found = new Map<string, ClauseScore>()
  const sides = [byLine(school, names), asOne(byLine(theirs, typeof example === 'string' ? [example] : []))]
  for (const each of scoreClauses(sides, vocabularies)) found.set(`${each.a.id} ${each.b.id}`, each)
  return ({ node }, { id }) => found.get(`${node.place.line} ${lineOf(id)}`) ?? NOTHING
}
