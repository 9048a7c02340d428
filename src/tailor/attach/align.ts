import { conditionHolds, parseCondition, valueIn } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { beyond } from './beside.js'
import { scoredBetween } from './between.js'
import { bestOfEach, holders } from './chosen.js'
import { linkHeadings } from './headings.js'
import { likelyInOrder } from './in-order.js'
import type { ProvisionLink } from './link.js'
import { type MeasureInput, measuresOf } from './measures.js'
import type { Provision } from './provisions.js'
import { knownOf, toldOf } from './relatives.js'
import { scoredAlone } from './score.js'
import { scoredAmong } from './standing.js'
import { titlesBetween } from './titles.js'
import { KNOWN, scoredTold, TOLD } from './told.js'
import { type Why, whyOfHeadings, whyOfRules } from './why.js'
import { asRelative } from './wordings.js'

export interface AttachAlignment {
  /** Each clause and each provision at most once; the surest first. */
  readonly links: readonly ProvisionLink[]
  /** Clauses that say a provision again or in part, and provisions that a clause says beside its own. */
  readonly covers: readonly ProvisionLink[]
  /** Other provisions a clause may be, of each the likeliest first: what is too faint to be proposed, and what came second. */
  readonly others: readonly ProvisionLink[]
  /** What each of these rests on. */
  readonly why: (link: ProvisionLink) => Why
}

/**
 * Below this score nothing is proposed of a text in words of its own. One that is a copy has nearly all of its counterparts word for word, and what is
 * little like its best is then a rule of the school's.
 */
const PROPOSED = { ownWords: 0.3, copied: 0.45 } as const
/**
 * What scores less is not proposed: a person is told that the clause may be it. Of five protocols that share no model with the template, one in
 * twenty of what is proposed is wrong, and of what is less one in three; set by four of them it leaves 3 of 65 wrong in the fifth. Where a template
 * has other words for its provisions one in twenty headings is wrong from less on.
 */
const LIKELY = { pair: 0.8, known: 0.7 } as const
/** A text of which so much is a copy is one. */
const COPY = 0.5
/**
 * Where less than this share of a template's rules is found by likeness, the order of the text says what each of the others may be, from this score on. Of
 * texts wholly in their own words that brings the provisions named from a third to seven in ten.
 */
const UNFOUND = { found: 0.25, score: 0.06 } as const
/** From this score on a clause is a counterpart in words, too. */
const IN_WORDS = { score: 0.9, letters: 0.2 } as const

export function alignTemplate(
  input: MeasureInput,
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
): AttachAlignment {
  const measures = measuresOf(input, clauses, provisions)
  const rules = clauses.flatMap((clause, i) => (isRule(clause) ? [i] : []))
  const theirs = provisions.flatMap(({ clause }, j) => (isRule(clause) ? [j] : []))
  const { parameters = {} } = input.template.metadata
  const isUsual = (j: number): boolean => {
    const condition = provisions[j]?.when === undefined ? undefined : parseCondition(provisions[j].when)
    return condition === undefined || conditionHolds(condition, valueIn(parameters[condition.parameter]))
  }
  const { wordings = {} } = input
  const { lang } = input.school.metadata
  const words = asRelative(input.template, wordings)
  const told = toldOf(input, clauses)
  const pairsOf = { rules, theirs, provisions }
  const itself = scoredAlone(rules, theirs, provisions, measures, isUsual)
  const inWords = words ? knownOf(input, clauses, words) : () => undefined
  const known = words ? scoredTold(itself, { ...pairsOf, told: inWords }, KNOWN) : itself
  const alone = scoredTold(known, { ...pairsOf, told }, TOLD)
  const among = [...scoredAmong(alone.sort(surestFirst), clauses, provisions)].sort(surestFirst)
  const between = scoredBetween(among, alone, clauses, provisions, words !== undefined)
  const pairs = [...between].sort(surestFirst)
  const copied = copiedOf(pairs, rules.length)
  const best = bestOfEach(pairs, PROPOSED.ownWords + PROPOSED.copied * copied)
  const links = holders(best, provisions)
  const titles = titlesBetween(clauses, provisions, wordings, lang)
  const headings = linkHeadings(clauses, provisions, links, titles, told)
  const held = new Set(links.flatMap(({ score, provision }) => (score >= LIKELY.pair ? (provisions[provision]?.id ?? []) : [])))
  const { covers, others } = beyond({ clauses, provisions, measures, pairs, best, links, held })
  const idsOf = (all: readonly number[]) => new Set(all.flatMap((provision) => provisions[provision]?.id ?? []))
  const isUnfound = held.size < UNFOUND.found * Math.min(rules.length, idsOf(theirs).size)
  const inOrder = isUnfound
    ? likelyInOrder(alone, rules, provisions, UNFOUND.score).filter((link) => !held.has(provisions[link.provision]?.id ?? ''))
    : []
  // Of headings as of what stands under them: what is not said of them in words is said by what each clause may be at best.
  const inOrderAbove = isUnfound ? linkHeadings(clauses, provisions, bestOfEach(inOrder, UNFOUND.score), titles, told) : undefined
  const isHeading = ({ clause }: ProvisionLink): boolean => clauses[clause]?.kind === 'section'
  const likely = words ? LIKELY.known : LIKELY.pair
  const ofRules = whyOfRules(provisions, { itself, known, alone }, { wordings: inWords, schools: told })
  const ofHeadings = whyOfHeadings(clauses, provisions, { wordings, schools: told, lang })
  const byPlace = new Set(inOrder)
  const why = (link: ProvisionLink): Why =>
    byPlace.has(link) ? { kind: 'place' } : isHeading(link) ? ofHeadings(link) : ofRules(link)
  const found = likelyOf(
    {
      links: [...links, ...headings.links].sort(surestFirst),
      covers: [...covers, ...headings.covers],
      others: [...others, ...headings.others, ...inOrder, ...(inOrderAbove?.links ?? []), ...(inOrderAbove?.others ?? [])],
    },
    {
      // What stands under a heading of a copy is known by its words.
      isLink: (link) => link.score >= (isHeading(link) ? likely : LIKELY.pair) || (copied >= COPY && isHeading(link)),
      isCover: ({ score }) => score >= LIKELY.pair,
    },
  )
  return { ...found, why }
}

/** An alignment with what is likely, and what is not among what a clause may be besides. */
function likelyOf(
  { links, covers, others }: Omit<AttachAlignment, 'why'>,
  { isLink, isCover }: Readonly<Record<'isLink' | 'isCover', (link: ProvisionLink) => boolean>>,
): Omit<AttachAlignment, 'why'> {
  const [likely, faint] = parted(links, isLink)
  const held = new Set(likely.map(({ clause }) => clause))
  const doubted = new Set(faint.map(({ clause }) => clause))
  // What a clause says beside its own provision depends on that; what it says again stands by itself.
  const [said, less] = parted(covers, (link) => held.has(link.clause) || (!doubted.has(link.clause) && isCover(link)))
  return { links: likely, covers: said, others: [...faint, ...less, ...others] }
}

function parted<T>(all: readonly T[], is: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((each) => !is(each))]
}

/** How much of a text is a copy, 0 to 1. */
const copiedOf = (pairs: readonly ProvisionLink[], rules: number): number =>
  bestOfEach(pairs, IN_WORDS.score).filter(({ letters }) => letters >= IN_WORDS.letters).length / Math.max(1, rules)

const isRule = ({ kind }: ResolvedClause): boolean => kind !== 'section' && kind !== 'note'

const surestFirst = (a: ProvisionLink, b: ProvisionLink): number =>
  b.score - a.score || b.letters - a.letters || a.clause - b.clause || a.provision - b.provision
