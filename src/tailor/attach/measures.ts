import type { Policy } from '../../model/index.js'
import { plainText } from '../../model/index.js'
import { type ResolvedClause, resolve } from '../../resolve/index.js'
import { type SchoolPolicy, schoolPolicy, scoreClauses, type Vocabulary } from '../../schools/index.js'
import { type Likeness, likenessBetween } from './likeness.js'
import { filledTemplate, type Provision } from './provisions.js'

/** What speaks for a clause being a provision, each 0 to 1. */
export interface Measures extends Likeness {
  /** How likely both regulate the same matter, as clauses of two schools. */
  readonly matter: number
  /** 1 for the same place in their texts, 0 for the first and the last. */
  readonly place: number
  /** How alike the titles they stand under are in their words. */
  readonly around: number
}

export interface MeasureInput {
  readonly school: Policy
  readonly template: Policy
  /** Every name the school goes by. */
  readonly names: readonly string[]
  readonly vocabularies: readonly Vocabulary[]
}

/** Measures each clause of a school against each provision, by index. Of headings the comparison of schools says nothing. */
export function measuresOf(
  { school, template, names, vocabularies }: MeasureInput,
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
): (clause: number, provision: number) => Measures {
  const { lang } = school.metadata
  const words = likenessBetween(clauses.map(wordsOf), provisions.map(wordsWithoutBlanks), lang)
  const titles = likenessBetween(
    clauses.map(titlesOver),
    provisions.map(({ clause }) => titlesOver(clause)),
    lang,
  )
  const matter = mattersOf(school, template, names, vocabularies)
  const placeIn = (list: readonly unknown[], at: number) => at / Math.max(1, list.length - 1)
  return (clause, provision) => {
    const [own, its] = [clauses[clause] as ResolvedClause, provisions[provision] as Provision]
    return {
      ...words(clause, provision),
      matter: matter(own, its),
      place: 1 - Math.abs(placeIn(clauses, clause) - placeIn(provisions, provision)),
      around: titles(clause, provision).bag,
    }
  }
}

const wordsOf = ({ node }: ResolvedClause): string => plainText(node)
/** What a blank holds is the school's, so it says nothing of the provision. */
const wordsWithoutBlanks = ({ node }: Provision): string => plainText(node).replace(/\{\{[^{}]*\}\}/g, ' ')
const titlesOver = (clause: ResolvedClause): string => {
  const titles: string[] = []
  for (let up = clause.section; up; up = up.section) titles.push(plainText(up.node))
  return titles.join(' ')
}

/** How likely a clause and a provision are about the same, by the comparison of schools: the template is one of them. */
function mattersOf(
  school: Policy,
  template: Policy,
  names: readonly string[],
  vocabularies: readonly Vocabulary[],
): (clause: ResolvedClause, provision: Provision) => number {
  // Variants share an id, and a school's clause may have none: each goes by its line.
  const byLine = (policy: Policy, own: readonly string[]): SchoolPolicy => {
    const read = schoolPolicy(resolve(policy).value, { ref: policy.file, organisation: own[0] ?? '', names: own })
    return { ...read, clauses: read.clauses.map((clause) => ({ ...clause, id: String(clause.line) })) }
  }
  const theirs = filledTemplate(template)
  const example = theirs.metadata.parameters?.school
  const found = new Map<string, number>()
  const sides = [byLine(school, names), byLine(theirs, typeof example === 'string' ? [example] : [])]
  for (const { a, b, score } of scoreClauses(sides, vocabularies)) found.set(`${a.id} ${b.id}`, score)
  return ({ node }, { clause }) => found.get(`${node.place.line} ${clause.node.place.line}`) ?? 0
}
