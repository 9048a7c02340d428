import { clauses, conditionHolds, type Language, type Policy, parseCondition } from '../../model/index.js'
import { type ResolvedClause, resolve } from '../../resolve/index.js'
import { alignTemplate } from './align.js'
import { POSSIBLE } from './beside.js'
import { copiedOf } from './copied.js'
import { type Filled, filledIn } from './fill.js'
import type { ProvisionLink } from './link.js'
import type { MeasureInput } from './measures.js'
import { type Provision, provisionsIn } from './provisions.js'
import { nearestOf } from './relatives.js'
import type { Why } from './why.js'

/** A clause of a school with the provision it seems to be. */
export interface Proposed {
  /** By which it is decided on: its id, else `line-` and where it stands. */
  readonly name: string
  readonly clause: ResolvedClause
  readonly provision?: Provision
  /** Where it seems to be none itself, the one it seems to say again or in part: another clause is that, more surely. */
  readonly again?: Provision
  /** How sure that is, 0 to 1, or how likely the likeliest of the others; 0 where it seems to be the school's own. */
  readonly score: number
  readonly sure: boolean
  /** Further provisions it seems to say, `again` among them. */
  readonly covers: readonly string[]
  /** Other provisions it may be, the likeliest first; none where it is sure. Where it seems to be none, all that can be said. */
  readonly others: readonly Provision[]
  /** What the pair with each of these rests on, by id; nothing where it is sure. */
  readonly why: ReadonlyMap<string, Why>
}

/** What attaching a school's text to an edition of a template would make of it: data, before anybody confirmed anything. */
export interface AttachmentProposal {
  readonly school: Policy
  readonly template: Policy
  /** Every name the school goes by. */
  readonly names: readonly string[]
  /** The schools whose texts, attached already, were held beside it. */
  readonly beside: readonly string[]
  /** Every clause that is not attached yet, in the order of the text. */
  readonly clauses: readonly Proposed[]
  /** All that the template has to attach to, each variant apart. */
  readonly provisions: readonly Provision[]
  /** Ids of provisions that clauses have already. */
  readonly attached: ReadonlySet<string>
  /** Provisions that no clause seems to be, nor may be sooner than another, each once. */
  readonly missing: readonly Provision[]
  /** What the school seems to have filled in. */
  readonly filled: readonly Filled[]
}

/**
 * A pair is filled in for a person to read over when its score comes to this and, of rules, the clause is so far a copy. A score says how near a pair comes
 * to the best there is: a rule on another matter comes nearest the provision it shares a few words with ("the insurer pays nothing for a shed on fire"), and
 * beside copies it was called sure.
 */
const SURE = { score: 0.92, copied: 0.6 } as const

interface ProposeInput extends MeasureInput {
  /** The school is pinned to this edition already: clauses with an id of it are attached. */
  readonly attached: boolean
}

/** So many provisions that a clause may be are named. */
const FEW = 3

/** Proposes which clause of a school is which provision, which variant was taken and what was filled in. */
export function proposeAttachment(input: ProposeInput): AttachmentProposal {
  const { school, template, attached } = input
  const all = provisionsIn(template)
  const ids = new Set(all.map(({ id }) => id))
  const isThere = ({ id }: { readonly id?: string }): boolean => attached && id !== undefined && ids.has(id)
  const resolved = resolve(school).value.clauses
  const there = new Set(resolved.filter(isThere).map(({ id }) => id))
  const open = resolved.filter((clause) => clause.kind !== 'note' && !isThere(clause))
  const provisions = all.filter(({ id }) => !there.has(id))
  const relatives = nearestOf(input.relatives ?? [], school)
  const { links, covers, others, why } = alignTemplate({ ...input, relatives }, open, provisions)
  const linkOf = new Map(links.map((link) => [link.clause, link]))
  const proposed = open.map((clause, at): Proposed => {
    const link = linkOf.get(at)
    const provision = link && provisions[link.provision]
    const idsOf = (of: readonly ProvisionLink[]): readonly string[] =>
      of.flatMap((each) => (each.clause === at ? (provisions[each.provision]?.id ?? []) : []))
    const cover = link ? undefined : covers.find((each) => each.clause === at)
    const again = cover && provisions[cover.provision]
    const sure = link !== undefined && provision !== undefined && isSure(link, clause, provision, school.metadata.lang)
    const possible = sure ? [] : others.filter((each) => each.clause === at)
    const shown = sure ? [] : [link ?? cover ?? [], possible].flat()
    return {
      name: nameOf(clause),
      clause,
      ...(provision ? { provision } : {}),
      ...(again ? { again } : {}),
      score: (link ?? cover ?? possible[0])?.score ?? 0,
      sure,
      covers: idsOf(covers),
      others: possible
        .flatMap((each) => provisions[each.provision] ?? [])
        .filter(({ id }, place, all) => all.findIndex((other) => other.id === id) === place)
        .filter(({ id }) => id !== provision?.id && id !== again?.id)
        .slice(0, FEW),
      // Of two pairs of variants the likelier tells.
      why: new Map([...shown].reverse().map((each) => [provisions[each.provision]?.id ?? '', why(each)])),
    }
  })
  // What is too faint to be told of but that the provision stands nowhere else is no place where it stands.
  const taken = new Set(
    proposed.map(({ provision, score, others: [first] }) => (provision ?? (score >= POSSIBLE ? first : undefined))?.id),
  )
  const firsts = provisions.filter(({ id }, at) => provisions.findIndex((other) => other.id === id) === at)
  const found = proposed.flatMap(({ clause, provision, sure }) => (provision && sure ? [{ clause, provision }] : []))
  const filled = filledIn(template, found, input.names)
  return {
    school,
    template,
    names: input.names,
    beside: relatives.flatMap(({ names: [name] }) => name ?? []),
    provisions: all,
    attached: new Set([...there].flatMap((id) => id ?? [])),
    clauses: proposed.map((each) => ({
      ...each,
      ...standing(each, filled),
      covers: each.covers.filter((id) => provisions.some((other) => other.id === id && stands(other, filled))),
    })),
    missing: firsts.filter(({ id }) => !taken.has(id)),
    filled,
  }
}

/** What a clause seems to be, or to say again: what a person is shown beside it. */
export const seemingOf = ({ provision, again }: Pick<Proposed, 'again' | 'provision'>): Provision | undefined =>
  provision ?? again

/** The clauses that a person is asked about: of what is proposed the least sure first, then what may be one, the likeliest first. */
export function askedIn({ clauses }: Pick<AttachmentProposal, 'clauses'>): readonly Proposed[] {
  const asked = clauses.filter((each) => !each.sure && !isOwn(each))
  const proposed = asked.filter(seemingOf).sort((a, b) => a.score - b.score)
  return [...proposed, ...asked.filter((each) => !seemingOf(each)).sort((a, b) => b.score - a.score)]
}

/** Whether a clause seems to be, to say and to resemble no provision at all. */
export const isOwn = (each: Pick<Proposed, 'again' | 'others' | 'provision'>): boolean =>
  !seemingOf(each) && each.others.length === 0

/** A heading may share no letter with its counterpart where all that stands under both is one. */
const isSure = ({ score }: ProvisionLink, clause: ResolvedClause, provision: Provision, lang: Language): boolean =>
  score >= SURE.score && (clause.kind === 'section' || copiedOf(provision.node, clause.node, lang) >= SURE.copied)

/** How alike a pair is in whole percents: never all of a hundred, for nobody looked yet. */
export const percentOf = ({ score }: Pick<Proposed, 'score'>): number => Math.min(99, Math.round(100 * score))

/** Whether a provision is in the text of a school that filled in what it seems to have: of two that exclude each other, one is not. */
function stands(provision: Provision | undefined, filled: readonly Filled[]): boolean {
  const condition = provision?.when === undefined ? undefined : parseCondition(provision.when)
  const value = filled.find(({ name }) => name === condition?.parameter)?.value
  return condition === undefined || value === undefined || conditionHolds(condition, value)
}

/** Whether what seemed sure is, beside what the school filled in. */
function standing({ sure, provision, why }: Proposed, filled: readonly Filled[]): Pick<Proposed, 'sure' | 'why'> {
  if (!sure || !provision || stands(provision, filled)) return { sure, why }
  return { sure: false, why: new Map([[provision.id, { kind: 'values' }]]) }
}

/** By which a clause is decided on. */
export const nameOf = ({ id, node }: Pick<ResolvedClause, 'id' | 'node'>): string => id ?? `line-${node.place.line}`

/** The names of all clauses of a policy that may be decided on. */
export const namesIn = (policy: Policy): ReadonlySet<string> =>
  new Set(clauses(policy).flatMap((clause) => (clause.kind === 'note' ? [] : [nameOf(clause as ResolvedClause)])))
