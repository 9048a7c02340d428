import { bracketed, clauses, type Policy, plainText } from '../model/index.js'
import { type Deviation, type DeviationKind, type Deviations, EXPECTED } from './deviations.js'

/** How one school stands to one provision: of a deviation no more than what is shown of it. */
export interface Stand
  extends Pick<Deviation, 'kind' | 'values' | 'usual' | 'variant' | 'moved' | 'covers' | 'reason' | 'given'> {
  readonly significance: Deviation['entry']['significance']
  /** The words of the template as the school filled them in, and the school's; empty where there are none. */
  readonly old: string
  readonly next: string
  readonly edits: readonly Edit[]
}

interface Edit {
  readonly old: readonly [number, number]
  readonly next: readonly [number, number]
}

/** A provision of the template, and how every school stands to it: `undefined` where the school's edition does not have it. */
export interface HeldProvision {
  readonly id: string
  /** With its blanks between brackets. */
  readonly words: string
  readonly depth: number
  readonly isHeading: boolean
  readonly locked: boolean
  readonly stands: readonly (Stand | undefined)[]
}

interface HeldSchool {
  /** As it is named in the workspace. */
  readonly ref: string
  readonly name: string
  /** Of the template it was made of. */
  readonly edition: string
  /** What it has besides the template's provisions. */
  readonly own: readonly (Stand & { readonly id?: string })[]
}

/** All schools that were made from one template against it. */
export interface DeviationMatrix {
  readonly template: string
  /** The newest edition there is, whether a school has it or not. */
  readonly newest: string
  readonly schools: readonly HeldSchool[]
  readonly provisions: readonly HeldProvision[]
}

/** One school with its register. */
export interface Registered {
  readonly ref: string
  readonly name: string
  readonly edition: string
  readonly stands: readonly (Stand & { readonly id?: string })[]
}

/** What a matrix keeps of a register. A thousand schools are held at once: what the comparison knew of each clause is let go. */
export const standsOf = ({ deviations }: Deviations): Registered['stands'] =>
  deviations.map(({ kind, id, values, usual, variant, moved, covers, reason, given, entry }) => ({
    kind,
    ...(id === undefined ? {} : { id }),
    values,
    usual,
    ...(variant === undefined ? {} : { variant }),
    moved,
    covers,
    ...(reason === undefined ? {} : { reason }),
    ...(given === undefined ? {} : { given }),
    significance: entry.significance,
    old: entry.old.map(({ text }) => text).join('\n'),
    next: entry.next.map(({ text }) => text).join('\n'),
    edits: EXPECTED.has(kind) ? [] : [...entry.edits, ...entry.typography].map(({ old, next }) => ({ old, next })),
  }))

/**
 * Registers of many schools as one table: provisions in the order of the newest edition that a school has; those that only an older one has
 * stand behind.
 */
export function matrixOf(
  template: Pick<DeviationMatrix, 'template' | 'newest'>,
  text: Policy | undefined,
  registers: readonly Registered[],
): DeviationMatrix {
  const byId = registers.map(
    ({ stands }) => new Map(stands.flatMap((stand) => (stand.id === undefined ? [] : [[stand.id, stand] as const]))),
  )
  const known = new Map<string, Omit<HeldProvision, 'stands'>>()
  let depth = 0
  for (const { id, node, kind } of text ? clauses(text) : []) {
    if (node.type === 'note' || id === undefined || known.has(id) || node.attributes.classes.includes('guidance')) continue
    if (node.type === 'section') depth = node.depth
    const words = bracketed(plainText(node).replace(/\s+/g, ' '))
    const locked = node.attributes.classes.includes('locked')
    known.set(id, { id, words, depth, isHeading: kind === 'section', locked })
  }
  for (const stands of byId) {
    for (const [id, { kind, old }] of stands) {
      if (kind !== 'added' && !known.has(id))
        known.set(id, { id, words: old, depth, isHeading: false, locked: kind === 'locked' })
    }
  }
  const templates = new Set(known.keys())
  return {
    ...template,
    schools: toldApart(registers).map(({ ref, name, edition, stands }) => ({
      ref,
      name,
      edition,
      own: stands.filter(({ kind, id }) => kind === 'added' || id === undefined || !templates.has(id)),
    })),
    provisions: [...known.values()].map((provision) => ({
      ...provision,
      stands: byId.map((stands) => {
        const stand = stands.get(provision.id)
        return stand?.kind === 'added' ? undefined : stand
      }),
    })),
  }
}

/** How many schools stand so to a provision. */
export function countOf({ stands }: Pick<HeldProvision, 'stands'>): ReadonlyMap<DeviationKind, number> {
  const counts = new Map<DeviationKind, number>()
  for (const stand of stands) if (stand) counts.set(stand.kind, (counts.get(stand.kind) ?? 0) + 1)
  return counts
}

/** Schools that stand alike to a provision: with the same words and the same reason. */
export interface Alike {
  readonly stand: Stand
  /** Indices of schools. */
  readonly schools: readonly number[]
}

/** Who deviates from a provision, those alike together, the largest group first. Values that a school filled in are no other words. */
export function deviating({ stands }: Pick<HeldProvision, 'stands'>): readonly Alike[] {
  const groups = new Map<string, { stand: Stand; schools: number[] }>()
  for (const [school, stand] of stands.entries()) {
    if (!stand || EXPECTED.has(stand.kind)) continue
    const { kind, variant, reason, given, old, next, edits, moved, covers } = stand
    const changes = edits.map((edit) => [edit.old[0] === edit.old[1] ? '' : old.slice(...edit.old), next.slice(...edit.next)])
    const key = JSON.stringify([kind, variant, moved, covers, reason, given, changes])
    const group = groups.get(key) ?? { stand, schools: [] }
    group.schools.push(school)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.schools.length - a.schools.length || (a.schools[0] ?? 0) - (b.schools[0] ?? 0))
}

/** Schools by names that tell them apart: where one has several texts of a template, each by its own. */
function toldApart(registers: readonly Registered[]): readonly Registered[] {
  const names = new Map<string, number>()
  for (const { name } of registers) names.set(name, (names.get(name) ?? 0) + 1)
  return registers.map((each) =>
    names.get(each.name) === 1 ? each : { ...each, name: `${each.name}, ${each.ref.replace(/^[^/]*\//, '')}` },
  )
}
