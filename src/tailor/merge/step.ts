import type { ClauseNode, Inline } from '../../model/index.js'
import { inlinesFrom, mergeAttributes, ownWords } from './content.js'

/**
 * What becomes of a provision, or a clause of ours, when a template's new text is taken over.
 *
 * `same`: nobody changed it, or both alike. `taken`: the template changed it, we did not. `ours`: we did, the template did not. `merged`: both,
 * in other words. `conflict`: both, in the same words. `new`, `withdrawn`: the template put it in, or took it out. `dropped`: we took it out.
 * `withdrawn-edited`: the template took out what we had changed. `withdrawn-around`: it took out what stands around a clause that we keep; that
 * stays as long as the clause does. `dropped-changed`: it changed what we had taken out. `variant-gone`: of the provision it has the variant
 * that we took no more. `new-beside`: it put in what speaks of something that we say otherwise. `new-optional`: it put in what everybody may take or
 * leave. `own`: only we have it.
 */
export const OUTCOMES = [
  'same',
  'taken',
  'ours',
  'merged',
  'conflict',
  'new',
  'withdrawn',
  'dropped',
  'withdrawn-edited',
  'withdrawn-around',
  'dropped-changed',
  'variant-gone',
  'new-beside',
  'new-optional',
  'own',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a person may decide: ours, the template's, both together, or words of their own. */
export const WAYS_TO_DECIDE = ['keep', 'template', 'merge', 'own'] as const
export type Way = (typeof WAYS_TO_DECIDE)[number]

export interface Decided {
  readonly way: Way
  /** Markdown of the clause's own words, for `own`. */
  readonly words?: string
}

/** One provision in the three texts. */
export interface Step {
  /** By which it is decided on: its id in our text, else in the template's. */
  readonly id?: string
  readonly outcome: Outcome
  readonly base?: ClauseNode
  readonly theirs?: ClauseNode
  readonly ours?: ClauseNode
  /** What both changes make together, where they can be put together. */
  readonly merged?: ClauseNode
  /** Both changed the same sentence. */
  readonly inSentence: boolean
  readonly moved: { readonly theirs: boolean; readonly ours: boolean }
  /** What may be decided; the first is what happens where nobody does. */
  readonly ways: readonly Way[]
  /** Nothing is taken over before a person decided. */
  readonly asks: boolean
  /** The clause whose division or union it is part of: decided with it. */
  readonly lead?: string
  /** The clause of ours, or the one we left out, that a new provision speaks of, too: they are read beside each other. */
  readonly beside?: { readonly id: string; readonly node: ClauseNode; readonly isLeftOut: boolean }
  /** What was decided, where something was. */
  readonly decided?: Decided
}

/** What is known beside the three texts that are merged. */
export interface MergeOptions {
  readonly decisions?: ReadonlyMap<string, Decided>
  /** The template's earlier words of clauses that were never decided on, by id: they are compared with those instead. None where it had no such clause. */
  readonly open?: ReadonlyMap<string, ClauseNode | undefined>
  /** Clauses of which it was decided before that ours stay, by id, while the template says what it said then. */
  readonly settled?: ReadonlySet<string>
  /** Clauses of which a person chooses one side or the other, by id: another variant is another text, not an edit of this one. */
  readonly whole?: ReadonlySet<string>
  /** Clauses whose variant the template has no more, by id: what it has instead is nothing that we chose. */
  readonly gone?: ReadonlySet<string>
  /** Optional provisions that nobody was asked about before, by id: one that is new is taken or left by decision alone. */
  readonly optional?: ReadonlySet<string>
}

/** What may be decided of each outcome; the first is what happens by itself. */
export const WAYS: Readonly<Record<Outcome, readonly Way[]>> = {
  same: [],
  taken: ['template', 'keep', 'own'],
  ours: [],
  merged: ['merge', 'keep', 'template', 'own'],
  conflict: ['keep', 'template', 'own'],
  new: ['template', 'keep'],
  withdrawn: ['template', 'keep'],
  dropped: [],
  'withdrawn-edited': ['keep', 'template'],
  'withdrawn-around': ['keep', 'template'],
  'dropped-changed': ['keep', 'template'],
  'variant-gone': ['keep', 'template', 'own'],
  'new-beside': ['keep', 'template'],
  'new-optional': ['keep', 'template'],
  own: [],
}
/** Where a person decides before anything is taken over. */
export const ASKS: ReadonlySet<Outcome> = new Set([
  'conflict',
  'withdrawn-edited',
  'dropped-changed',
  'variant-gone',
  'new-beside',
  'new-optional',
])

/** The way a provision goes: what was decided, else what happens by itself. Undecided, ours stays. */
export function wayOf({ decided, outcome, ways }: Step): Way {
  if (decided) return decided.way
  return outcome === 'same' || outcome === 'ours' || outcome === 'own' || outcome === 'dropped' ? 'keep' : (ways[0] ?? 'keep')
}

/** The clause as the merged text has it, without what stands in it; nothing where it has none. */
export function resultOf(step: Step): ClauseNode | undefined {
  const { base, theirs, ours, merged } = step
  const way = wayOf(step)
  if (way === 'template') {
    if (!theirs) return undefined
    return ours && base && step.outcome === 'taken'
      ? withAttributes(theirs, mergeAttributes(base.attributes, theirs.attributes, ours.attributes))
      : theirs
  }
  if (!ours) return undefined
  if (way === 'keep') return ours
  const attributes = theirs ? mergeAttributes(base?.attributes, theirs.attributes, ours.attributes) : ours.attributes
  if (way === 'merge')
    return withAttributes(merged ?? (base && ownWords(base) === ownWords(ours) && theirs ? theirs : ours), attributes)
  const content = ownContent(step)
  return content && 'content' in ours ? { ...withAttributes(ours, attributes), content } : ours
}

const withAttributes = <T extends ClauseNode>(node: T, attributes: ClauseNode['attributes']): T => ({ ...node, attributes })

/** The words a person wrote for a clause; nothing where they are not one clause. */
export const ownContent = ({ decided }: Pick<Step, 'decided'>): readonly Inline[] | undefined =>
  decided?.words === undefined ? undefined : inlinesFrom(decided.words.trim())
