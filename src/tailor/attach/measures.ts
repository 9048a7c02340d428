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
  /** Both have one id. */
  readonly named: boolean
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

/** Below this share of words, and of matter, two have nothing in common that could make them one. */
const FAINT = 0.05

/** Measures each clause of a school against each provision, by index. Of headings the comparison of schools says
 * nothing. Undefined where they have nothing in common. */
export function measuresOf(
  { school, template, names, vocabularies }: MeasureInput,
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
): (clause: number, provision: number) => Measures | undefined {
  const { lang } = school.metadata
  const ids = provisions.map(({ id }) => id)
  const words = likenessBetween(
    clauses.map(wordsOf),
    provisions.map(wordsWithoutBlanks),
    lang,
    (at) => ids.indexOf(ids[at] ?? '') === at,
  )
  const titles = likenessBetween(
    clauses.map(titlesOver),
    provisions.map(({ clause }) => titlesOver(clause)),
    lang,
  )
  const matter = mattersOf({ school, template, names, vocabularies }, provisions)
  const placeIn = (list: readonly unknown[], at: number) => at / Math.max(1, list.length - 1)
  return (clause, provision) => {
    const [own, its] = [clauses[clause] as ResolvedClause, provisions[provision] as Provision]
    const said = words(clause, provision)
    const about = matter(own, its)
    if (said.bag < FAINT && about < FAINT) return undefined
    return {
      ...said,
      matter: about,
      named: own.id === its.id,
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
  { school, template, names, vocabularies }: MeasureInput,
  provisions: readonly Provision[],
): (clause: ResolvedClause, provision: Provision) => number {
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
  const found = new Map<string, number>()
  const sides = [byLine(school, names), asOne(byLine(theirs, typeof example === 'string' ? [example] : []))]
  for (const { a, b, score } of scoreClauses(sides, vocabularies)) found.set(`${a.id} ${b.id}`, score)
  return ({ node }, { id }) => found.get(`${node.place.line} ${lineOf(id)}`) ?? 0
}
