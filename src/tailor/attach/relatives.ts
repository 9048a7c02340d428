import { type ClauseNode, clauses, type Policy, plainText } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { type ClauseLikeness, scoreClauses, type Vocabulary } from '../../schools/index.js'
import { coveredBy } from '../questions.js'
import { byLine } from './by-line.js'
import { lettersOf } from './letters.js'
import { type Bag, likenessBetween } from './likeness.js'
import { type Provision, wordsWithoutBlanks } from './provisions.js'

/** The text of another school that belongs to the template: people confirmed which provision each of its clauses is. */
export interface Relative {
  readonly policy: Policy
  /** Every name that school goes by. */
  readonly names: readonly string[]
}

/** What other schools' texts say for and against a clause being a provision, each 0 to 1. */
export interface Told {
  /** How near a clause comes that was confirmed to be it or to say it, where none of its text comes nearer. */
  readonly by: number
  /** How near a clause comes that is something else, where none of its text comes nearer. */
  readonly against: number
  /** How alike the former is in the letters of its words. */
  readonly letters: number
  /** Its words, and whose they are; undefined where none is near, and of words that are no school's. */
  readonly nearest?: { readonly words: string; readonly school?: string }
}

/** The clause of another school that a clause comes nearest. */
interface Nearest {
  readonly near: number
  readonly letters: number
  readonly words: string
  readonly school?: string
  readonly isProvision: (provision: Provision) => boolean
}

/** So many texts are looked at, those nearest the school's: a template may have a thousand. */
const FEW = 3
/** How near two clauses of schools are: fitted on pairs of five founding protocols, and rounded. */
const NEAR = { score: 0.3, rule: 0.4, letters: 0.3 } as const

interface ToldInput {
  readonly school: Policy
  readonly names: readonly string[]
  readonly vocabularies: readonly Vocabulary[]
}

type Telling = (clause: number, provision: Provision) => Told | undefined

/** What the texts of other schools say of each clause and provision, by their places: of each text the clause that is nearest; undefined where none is near. */
export function toldOf(
  { relatives = [], ...input }: ToldInput & { readonly relatives?: readonly Relative[] },
  own: readonly ResolvedClause[],
): Telling {
  const texts = relatives.map((relative) => nearIn(input, own, relative))
  const nearest = own.map((_, at) =>
    texts.flatMap((near) => near[at]?.reduce((best, each) => (each.near > best.near ? each : best), NONE) ?? []),
  )
  return tellingOf(nearest.map((all) => all.filter((each) => each !== NONE)))
}

/**
 * What other words for provisions say of each clause and provision: for each provision the nearest of its words, against it the nearest of any other; nothing
 * of a provision for which there are none.
 */
export function knownOf(input: ToldInput, own: readonly ResolvedClause[], words: Relative): Telling {
  const telling = tellingOf(nearIn(input, own, words))
  const known = new Set(clauses(words.policy).flatMap(({ node }) => (node.type === 'note' ? [] : coveredBy(node))))
  return (clause, provision) => (known.has(provision.id) ? telling(clause, provision) : undefined)
}

/** Nothing is near. */
const NONE: Nearest = { near: 0, letters: 0, words: '', isProvision: () => false }

/** Of each clause the clauses of another text that it comes near. */
function nearIn(
  { school: text, names, vocabularies }: ToldInput,
  own: readonly ResolvedClause[],
  relative: Relative,
): readonly (readonly Nearest[])[] {
  const theirs = clauses(relative.policy).flatMap(({ node, id, kind }) =>
    node.type === 'note' ? [] : [{ node, kind, words: plainText(node), isProvision: provisionsOf(id, node) }],
  )
  const [school] = relative.names
  const likeness = new Map<string, ClauseLikeness>()
  const sides = [byLine(text, names), byLine(relative.policy, relative.names)]
  for (const each of scoreClauses(sides, vocabularies)) likeness.set(`${each.a.id} ${each.b.id}`, each)
  const bagOf = (words: string): Bag => lettersOf(words, text.metadata.lang)
  const lettersBetween = likenessBetween(
    own.map(({ node }) => [bagOf(plainText(node))]),
    theirs.map(({ node }) => [bagOf(wordsWithoutBlanks(node))]),
  )
  return own.map((clause, at) =>
    theirs.flatMap(({ node, kind, words, isProvision }, place): Nearest[] => {
      if ((clause.kind === 'section') !== (kind === 'section')) return []
      const letters = lettersBetween(at, place)
      const { score = 0, rule = 0 } = likeness.get(`${clause.node.place.line} ${node.place.line}`) ?? {}
      const near = clause.kind === 'section' ? letters : NEAR.score * score + NEAR.rule * rule + NEAR.letters * letters
      return near > 0 ? [{ near, letters, words, ...(school === undefined ? {} : { school }), isProvision }] : []
    }),
  )
}

function tellingOf(nearest: readonly (readonly Nearest[])[]): Telling {
  return (clause, provision) => {
    const all = nearest[clause] ?? []
    if (all.length === 0) return undefined
    const [said, other] = [
      all.filter(({ isProvision }) => isProvision(provision)),
      all.filter(({ isProvision }) => !isProvision(provision)),
    ]
    const its = said.reduce((best, each) => (each.near > best.near ? each : best), NONE)
    return {
      by: its.near,
      against: other.reduce((best, { near }) => Math.max(best, near), 0),
      letters: said.reduce((best, { letters }) => Math.max(best, letters), 0),
      ...(its === NONE ? {} : { nearest: its }),
    }
  }
}

/** Whether a clause of an attached text is a provision, in whichever variant, or says it: which variant a school took shows in its own words. */
function provisionsOf(id: string | undefined, node: ClauseNode): Nearest['isProvision'] {
  const ids = new Set([id, ...coveredBy(node)])
  return (each) => ids.has(each.id)
}

/** Of the texts of other schools those that are nearest a school's, by the letters of their words. */
export function nearestOf(relatives: readonly Relative[], school: Policy): readonly Relative[] {
  if (relatives.length <= FEW) return relatives
  const bagOf = (policy: Policy): Bag =>
    lettersOf(
      clauses(policy)
        .map(({ node }) => plainText(node))
        .join(' '),
      school.metadata.lang,
    )
  const likeness = likenessBetween(
    [[bagOf(school)]],
    relatives.map(({ policy }) => [bagOf(policy)]),
  )
  return relatives
    .map((each, at) => ({ each, near: likeness(0, at) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, FEW)
    .map(({ each }) => each)
}
