import { type Language, plainText } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { type Bag, likenessBetween } from './likeness.js'
import type { ProvisionLink } from './link.js'
import type { Provision } from './provisions.js'
import type { Told } from './relatives.js'
import { bagOf } from './titles.js'
import type { Wordings } from './wordings.js'

/** What a pair that is not sure rests on: what made it likely. */
export type Why =
  /** What both have in common by themselves. */
  | { readonly kind: 'words' }
  /** Other words that are known for the provision. */
  | { readonly kind: 'wording'; readonly words: string }
  /** The words of a school that is attached already. */
  | { readonly kind: 'school'; readonly words: string; readonly school: string }
  /** What stands before and after it. */
  | { readonly kind: 'place' }
  /** Of a heading, what stands under it. */
  | { readonly kind: 'below' }
  /** It is what it seems, but excludes what the school filled in elsewhere. */
  | { readonly kind: 'values' }

type Telling = (clause: number, provision: Provision) => Told | undefined

/** What was scored of the pairs of rules, one after the other, each on top of the one before. */
interface Stages {
  readonly itself: readonly ProvisionLink[]
  readonly known: readonly ProvisionLink[]
  readonly alone: readonly ProvisionLink[]
}

/** A stage made a pair likely where it comes to so much of what the pair comes to in the end, and of what is likely. */
const MADE = { share: 0.85, likely: 0.8 } as const

/** What made a pair of rules likely: the first of these that brought it near what it is in the end. */
export function whyOfRules(
  provisions: readonly Provision[],
  { itself, known, alone }: Stages,
  { wordings, schools }: { readonly wordings: Telling; readonly schools: Telling },
): (link: ProvisionLink) => Why {
  const [words, wording, school] = [itself, known, alone].map(
    (links) => new Map(links.map((link) => [`${link.clause} ${link.provision}`, link.score])),
  ) as [Map<string, number>, Map<string, number>, Map<string, number>]
  return ({ clause, provision, score }) => {
    const enough = MADE.share * Math.min(MADE.likely, score)
    const isEnough = (stage: ReadonlyMap<string, number>): boolean => (stage.get(`${clause} ${provision}`) ?? 0) >= enough
    const its = provisions[provision] as Provision
    if (isEnough(words)) return { kind: 'words' }
    if (isEnough(wording)) return saidBy(wordings(clause, its))
    return isEnough(school) ? saidBy(schools(clause, its)) : { kind: 'place' }
  }
}

function saidBy(told: Told | undefined): Why {
  if (!told?.nearest) return { kind: 'words' }
  const { school } = told.nearest
  const words = oneLine(told.nearest.words)
  return school === undefined ? { kind: 'wording', words } : { kind: 'school', words, school }
}

/** The same of headings, whose pairs tell how alike their titles are. */
export function whyOfHeadings(
  clauses: readonly ResolvedClause[],
  provisions: readonly Provision[],
  { wordings, schools, lang }: { readonly wordings: Wordings; readonly schools: Telling; readonly lang: Language },
): (link: ProvisionLink) => Why {
  return ({ clause, provision, score, letters }) => {
    if (letters < score / 2) return { kind: 'below' }
    const [own, its] = [clauses[clause] as ResolvedClause, provisions[provision] as Provision]
    const told = schools(clause, its)
    if ((told?.by ?? 0) >= letters) return saidBy(told)
    const titles = [plainText(its.node), ...(wordings[its.id] ?? [])]
    const bag = (title: string): readonly Bag[] => [bagOf(title, lang)]
    const likeness = likenessBetween([bag(plainText(own.node))], titles.map(bag))
    const nearest = titles.reduce((best, _, at) => (likeness(0, at) > likeness(0, best) ? at : best), 0)
    return nearest === 0 ? { kind: 'words' } : { kind: 'wording', words: oneLine(titles[nearest] as string) }
  }
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
