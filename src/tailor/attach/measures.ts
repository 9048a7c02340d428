import { mattersOf } from '../../language/kindred/index.js'
import type { Policy } from '../../model/index.js'
import { plainText } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { type ClauseLikeness, type SchoolPolicy, scoreClauses, type Vocabulary } from '../../schools/index.js'
import { byLine } from './by-line.js'
import { lettersOf } from './letters.js'
import { type Bag, likenessBetween } from './likeness.js'
import { filledTemplate, type Provision, wordsWithoutBlanks } from './provisions.js'
import type { Relative } from './relatives.js'
import { bagOf, titlesAbove } from './titles.js'
import type { Wordings } from './wordings.js'

/** What speaks for a clause being a provision, each 0 to 1. */
export interface Measures {
  /** How likely both regulate the same matter, as clauses of two schools. */
  readonly matter: number
  /** How alike they are in the letters of their words, the words of the provision's name among them. */
  readonly letters: number
  /** How likely a sentence of each state one rule, as sentences of two schools. */
  readonly rule: number
  /** How far the headings above both speak of the same. */
  readonly title: number
  /** 1 where both oblige, both forbid and so on, 0.5 where one only states, else 0. */
  readonly stance: number
  /** How much of the matters of the clause the provision speaks of: what it says beside counts against it. */
  readonly extent: number
  /** How much of what the provision says, in letters and in matters, the clause says. */
  readonly said: number
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
  /** Texts of other schools that belong to the template. */
  readonly relatives?: readonly Relative[]
  /** Other words for the provisions of the template. */
  readonly wordings?: Wordings
}

/** Where all of these come to less, two have nothing in common that could make them one. */
const FAINT = 0.15

/** Measures each clause of a school against each provision, by index. Of headings the comparison of schools says
 * nothing. Undefined where they have nothing in common. */
export function measuresOf(
  { school, template, names, vocabularies, wordings = {} }: MeasureInput,
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
    theirs.map((text) => [lettersOf(text, lang)]),
    isFirst,
  )
  const extent = extentOf(
    texts.map((text) => mattersOf(text, lang)),
    theirs.map((text) => mattersOf(text, lang)),
    (at) => isFirst(at) && provisions[at]?.clause.kind !== 'section',
  )
  const whole = (text: string): Bag => bagOf(text, lang)
  const [ownWhole, itsWhole] = [texts.map(whole), provisions.map(({ node }) => whole(wordsWithoutBlanks(node)))]
  const said = extentOf(itsWhole, ownWhole, () => true)
  const titles = likenessBetween(
    clauses.map((clause) => titlesAbove(clause, {}).map(whole)),
    provisions.map(({ clause }) => titlesAbove(clause, wordings).map(whole)),
    isFirst,
  )
  const scores = scoresOf({ school, template, names, vocabularies }, provisions)
  const placeIn = (list: readonly unknown[], at: number) => at / Math.max(1, list.length - 1)
  return (clause, provision) => {
    const [own, its] = [clauses[clause] as ResolvedClause, provisions[provision] as Provision]
    const shared = letters(clause, provision)
    const overlap = extent(clause, provision)
    const { score: matter, rule, stance } = scores(own, its)
    if (Math.max(shared, matter, rule, overlap) < FAINT) return undefined
    return {
      matter,
      letters: shared,
      rule,
      stance,
      extent: overlap,
      said: said(provision, clause),
      title: titles(clause, provision),
      sameId: own.id === its.id,
      place: 1 - Math.abs(placeIn(clauses, clause) - placeIn(provisions, provision)),
    }
  }
}

/** How much of one text others speak of, 0 to 1; what few of the others that `counts` names have weighs more. */
function extentOf(
  ones: readonly Bag[],
  others: readonly Bag[],
  counts: (other: number) => boolean,
): (one: number, other: number) => number {
  const counted = others.filter((_, at) => counts(at))
  const spread = new Map<string, number>()
  for (const bag of counted) for (const key of bag.keys()) spread.set(key, (spread.get(key) ?? 0) + 1)
  return (one, other) => {
    let [all, shared] = [0, 0]
    for (const [key, amount] of ones[one] ?? []) {
      const rarity = Math.log(1 + counted.length / (spread.get(key) ?? 1))
      all += rarity * amount
      shared += rarity * Math.min(amount, others[other]?.get(key) ?? 0)
    }
    return all === 0 ? 0 : shared / all
  }
}

/** A provision with the words of its name and topic; what a blank holds is the school's, so it says nothing of the provision. */
const wordsOfProvision = ({ id, node }: Provision): string =>
  [wordsWithoutBlanks(node), ...[id, node.attributes.values.topic ?? ''].map((name) => name.replaceAll('-', ' '))].join(' ')

const NOTHING: Pick<ClauseLikeness, 'score' | 'rule' | 'stance'> = { score: 0, rule: 0, stance: 0.5 }

/** How likely a clause and a provision are about the same, by the comparison of schools: the template is one of them. */
function scoresOf(
  { school, template, names, vocabularies }: MeasureInput,
  provisions: readonly Provision[],
): (clause: ResolvedClause, provision: Provision) => Pick<ClauseLikeness, 'score' | 'rule' | 'stance'> {
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
  const found = new Map<string, ClauseLikeness>()
  const sides = [byLine(school, names), asOne(byLine(theirs, typeof example === 'string' ? [example] : []))]
  for (const each of scoreClauses(sides, vocabularies)) found.set(`${each.a.id} ${each.b.id}`, each)
  return ({ node }, { id }) => found.get(`${node.place.line} ${lineOf(id)}`) ?? NOTHING
}
