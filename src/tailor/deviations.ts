import {
  type Clause,
  type ClauseNode,
  clauses,
  extendedBy,
  type GivenFor,
  type GivenReason,
  givenFor,
  headingsAbove,
  isDeclared,
  isLedOtherwise,
  leads,
  type Metadata,
  type ParameterValue,
  type Policy,
  reasonIn,
  valueIn,
} from '../model/index.js'
import { compareVersions, type Entry, type Side } from '../versions/index.js'
import { adaptBody, answersIn } from './adapt.js'
import { coveredBy, variantOf } from './questions.js'
import { underItsIds } from './rewrite.js'
import { blanksIn, writtenIn, writtenOut } from './written-out.js'

/**
 * How a school stands to a provision of its template, or to a clause that only it has. `under`: the same words, below other headings than the
 * template's, which may say that they hold no longer. `covered`: no clause has its id, but others say they cover it. `locked`: changed or
 * dropped though it is locked. `undecided`: not in the text, and left open in an upgrade. `unconfirmed`: no clause of a text that was attached is
 * known to be it, which says nothing of what the text has.
 */
export const STANDINGS = [
  'kept',
  'filled',
  'variant',
  'moved',
  'under',
  'reworded',
  'covered',
  'dropped',
  'declined',
  'added',
  'locked',
  'undecided',
  'unconfirmed',
] as const
export type DeviationKind = (typeof STANDINGS)[number]

/** One provision, or one clause of the school's own. */
export interface Deviation {
  readonly kind: DeviationKind
  readonly id?: string
  /** In which the words differ, with what is known of it. */
  readonly entry: Entry
  /** What was filled in, by parameter. */
  readonly values: readonly (readonly [name: string, value: ParameterValue])[]
  /** The usual answers of the template in the place of which something else was filled in, by parameter. */
  readonly usual: Readonly<Record<string, ParameterValue>>
  /** The variant the school took. */
  readonly variant?: string
  readonly moved: boolean
  /** Provisions that the clause covers beside its own; of a provision that is gone, the clauses that cover it. */
  readonly covers: readonly string[]
  /** Why, from the front matter. */
  readonly reason?: string
  /** Whether it was given for the words the clause has; absent without a reason. */
  readonly given?: GivenFor
}

/** The register of deviations: what is not as the template has it ("pas toe of leg uit"). */
export interface Deviations {
  readonly deviations: readonly Deviation[]
}

/** Provisions that are as the template has them, with what a school fills in. */
export const EXPECTED: ReadonlySet<DeviationKind> = new Set(['kept', 'filled'])

/** Provisions of which the template leaves it to the school which it takes, or whether: a choice among what it offers, and no deviation of it. */
export const CHOSEN: ReadonlySet<DeviationKind> = new Set(['variant', 'declined'])

/** Provisions of which it is not known how the school stands to them. */
export const UNKNOWN: ReadonlySet<DeviationKind> = new Set(['undecided', 'unconfirmed'])

/** Provisions of the template that a school has otherwise: no choice that the template offers, no clause of its own, and nothing that is not known. */
export const deviates = (kind: DeviationKind): boolean =>
  kind !== 'added' && !EXPECTED.has(kind) && !CHOSEN.has(kind) && !UNKNOWN.has(kind)

/** How many provisions of the template there are, how many stand otherwise there, without a reason, and how many are choices that it offers or not known. */
export function countOthers(all: readonly Pick<Deviation, 'kind' | 'reason'>[]): {
  readonly provisions: number
  readonly others: number
  readonly open: number
  readonly chosen: number
  readonly undecided: number
  readonly unconfirmed: number
} {
  const others = all.filter(({ kind }) => deviates(kind))
  const count = (holds: (kind: DeviationKind) => boolean) => all.filter(({ kind }) => holds(kind)).length
  return {
    provisions: count((kind) => kind !== 'added'),
    others: others.length,
    open: others.filter(({ reason }) => reason === undefined).length,
    chosen: count((kind) => CHOSEN.has(kind)),
    undecided: count((kind) => kind === 'undecided'),
    unconfirmed: count((kind) => kind === 'unconfirmed'),
  }
}

/**
 * Holds a school's policy against the edition it was made of, adapted as the school answered. Provisions in the order of the school's text, those
 * that are gone where they stood. `sideOf` makes of a policy what is compared: with its printed numbers, where that is wanted.
 */
export function deviationsOf(school: Policy, template: Policy, sideOf: (policy: Policy) => Side): Deviations {
  const answers = answersIn(school, template)
  // What is optional is asked of every school: one that declined says so.
  // Filled in alike, so that a value is no other wording.
  const metadata = { ...template.metadata, parameters: school.metadata.parameters }
  const adapted: Policy = { ...template, metadata, ...adaptBody(template, { ...answers, optional: {} }) }
  const base = writtenOut(adapted, school)
  const provisions = new Map(clauses(adapted).map(({ id, node }) => [id, node]))
  const { value } = compareVersions(sideOf(underItsIds(base)), sideOf(underItsIds(school)))
  const first = firstVariants(template)
  // What is compared has its blanks filled in.
  const written = clauses(school)
  const [given, led] = [leads(clauses(base)), leads(written)]
  const said = new Set(value.entries.filter(saysOther).flatMap(({ next }) => idOf(next[0]?.clause.node) ?? []))
  const { parameters = {} } = school.metadata
  const coveredBy = (id: string | undefined) =>
    written.flatMap((clause) => (id !== undefined && coveredIn(clause.node).includes(id) ? (clause.id ?? []) : []))
  return {
    deviations: value.entries.map((entry): Deviation => {
      const [old, next] = [entry.old[0]?.clause.node, entry.next[0]?.clause.node]
      const id = idOf(old) ?? idOf(next)
      const variant = next?.type === 'note' ? undefined : next?.attributes.values.variant
      const own = written[entry.next[0]?.clause.index ?? -1]
      const provision = clauses(base)[entry.old[0]?.clause.index ?? -1]
      // Below other words the same words say something else.
      const isUnderOther = own !== undefined && provision !== undefined && isLedOtherwise(given.get(provision), led.get(own))
      const isBelowOther = own !== undefined && provision !== undefined && !isBelowSame(provision, own, said)
      const values = filledIn(own?.node, provisions.get(own?.id), school).flatMap((name) => {
        const filled = parameters[name]
        return filled === undefined || isDeclared(filled) ? [] : [[name, filled] as const]
      })
      const reason = id === undefined ? undefined : reasonOf(school.metadata, id, (said) => givenFor(said, own?.node, parameters))
      const isOther = id !== undefined && variant !== undefined && first.has(id) && first.get(id) !== variant
      const covers = next ? coveredIn(next) : coveredBy(id)
      return {
        kind: kindOf(entry, old, {
          isUnderOther,
          isBelowOther,
          isOther,
          filled: values.length > 0,
          covered: covers.length > 0,
          unknown: id === undefined ? undefined : unknownOf(school.metadata, id),
        }),
        ...(id === undefined ? {} : { id }),
        entry,
        values,
        usual: usualBeside(values, template),
        ...(isOther ? { variant } : {}),
        moved: entry.moved || isUnderOther,
        covers,
        ...(reason === undefined ? {} : { reason: reason.why, given: reason.given }),
      }
    }),
  }
}

/**
 * Why a school stands so to a provision: what it says itself, else what it said when the template changed; of both the one that is known to be
 * said of the words as they are.
 */
function reasonOf(
  { deviations = {}, decisions = {} }: Metadata,
  id: string,
  given: (reason: GivenReason) => GivenFor,
): (GivenReason & { readonly given: GivenFor }) | undefined {
  const said = deviations[id] === undefined ? [] : [reasonIn(deviations[id])]
  const { why, text } = decisions[id] ?? {}
  const decided = why === undefined ? [] : [{ why, ...(text === undefined ? {} : { text }) }]
  const all = [...said, ...decided].map((reason) => ({ ...reason, given: given(reason) }))
  return all.find((reason) => reason.given === 'these') ?? all[0]
}

/** What is not known of a provision that no clause has the id of, and of which nothing was said or decided. */
function unknownOf(metadata: Metadata, id: string): 'undecided' | 'unconfirmed' | undefined {
  const decision = metadata.decisions?.[id]
  if (decision?.choice === 'open') return 'undecided'
  const isSaid = decision !== undefined || metadata.deviations?.[id] !== undefined
  return !isSaid && extendedBy(metadata)?.attached !== undefined ? 'unconfirmed' : undefined
}

type Node = Entry['old'][number]['clause']['node'] | undefined

const idOf = (node: Node): string | undefined => (node === undefined || node.type === 'note' ? undefined : node.attributes.id)
const coveredIn = (node: Node): readonly string[] => (node === undefined || node.type === 'note' ? [] : coveredBy(node))

const isMarked = (node: Node, name: string): boolean =>
  node !== undefined && node.type !== 'note' && node.attributes.classes.includes(name)

interface Known {
  readonly isUnderOther: boolean
  readonly isBelowOther: boolean
  readonly isOther: boolean
  readonly filled: boolean
  readonly covered: boolean
  readonly unknown: 'undecided' | 'unconfirmed' | undefined
}

/**
 * Whether a clause says something else than the provision that it is. Of a heading that only reads otherwise, as "Our rules" for "Rules", its own
 * row tells that it is to be read.
 */
const saysOther = ({ significance }: Entry): boolean => significance === 'substantive'

/** Whether a clause stands below the headings that its provision stands below, each saying what it says there. */
function isBelowSame(provision: Clause, own: Clause, said: ReadonlySet<string>): boolean {
  const [wanted, found] = [headingsAbove(provision), headingsAbove(own)]
  return wanted.length === found.length && found.every(({ id }, i) => id === wanted[i]?.id && (id === undefined || !said.has(id)))
}

function kindOf(
  entry: Entry,
  old: Node,
  { isUnderOther, isBelowOther, isOther, filled, covered, unknown }: Known,
): DeviationKind {
  const { fate, significance, moved } = entry
  const differs = fate !== 'unchanged' || entry.typography.length > 0 || (significance !== 'none' && !moved)
  if (fate === 'removed' && !covered && unknown) return unknown
  if (isMarked(old, 'locked') && (differs || isUnderOther)) return 'locked'
  if (fate === 'added') return 'added'
  if (fate === 'removed' && covered) return 'covered'
  if (fate === 'removed') return isMarked(old, 'optional') ? 'declined' : 'dropped'
  if (differs) return 'reworded'
  if (isBelowOther) return 'under'
  return isOther ? 'variant' : moved || isUnderOther ? 'moved' : filled ? 'filled' : 'kept'
}

/** The parameters a clause prints, and those whose values it has in its own words. */
function filledIn(own: Node, provision: Node, school: Policy): readonly string[] {
  if (own === undefined || own.type === 'note') return []
  const out = provision === undefined || provision.type === 'note' ? [] : blanksIn(provision)
  return [...new Set([...blanksIn(own), ...out.filter((name) => writtenIn(own, name, school).length > 0)])]
}

/** Of what was filled in otherwise than the template does by itself, what that is. */
function usualBeside(values: Deviation['values'], { metadata: { parameters = {} } }: Policy): Deviation['usual'] {
  const others = values.flatMap(([name, value]) => {
    const usual = parameters[name] === undefined ? undefined : valueIn(parameters[name])
    return usual === undefined || JSON.stringify(usual) === JSON.stringify(value) ? [] : [[name, usual] as const]
  })
  return Object.fromEntries(others)
}

/** The variant that a template puts first, of every provision that has some. */
function firstVariants(template: Policy): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { id, node } of clauses(template)) {
    const variant = node.type === 'note' ? undefined : variantOf(node as ClauseNode)
    if (id !== undefined && variant !== undefined && !found.has(id)) found.set(id, variant)
  }
  return found
}
