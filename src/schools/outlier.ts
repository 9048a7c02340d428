import type { Modality } from '../norms/index.js'
import type { Cell, Difference, Matrix, Row, SentenceRef } from './types.js'

/**
 * How a school stands apart on a rule. `alone`: no other has a rule on the matter. `silent`: most others have the rule and this one has none on
 * the matter. `stricter`, `milder`: its stance, than that of most others that have the rule. `otherwise`: another value, condition or decider
 * than most of these, or a stance that is neither more nor less. Of one other school among several nothing of the kind is said.
 */
export const STANDOUTS = ['stricter', 'milder', 'otherwise', 'silent', 'alone'] as const
export type StandoutKind = (typeof STANDOUTS)[number]

/** One rule on which a school stands apart. */
export interface Standout {
  readonly kind: StandoutKind
  /** The index of the row. */
  readonly row: number
  /** What rests on words: the differences between this school and others, this school at `a`. */
  readonly differences: readonly Difference[]
  /** How many others ask what, and how many of them have no cell. */
  readonly others: ReadonlyMap<Modality | 'none', number>
}

/** Where one school stands apart from the others, or from a reference. */
export interface Outlier {
  readonly policy: number
  readonly against?: number
  /** Of each kind the rules that most others stand against first. */
  readonly standouts: readonly Standout[]
  /** Shared rules of this school of which it is proved that nothing differs, and those of which nothing could be told. */
  readonly same: number
  readonly unknown: number
}

/** Others that must have a rule for most of them to mean anything. */
const FEWEST = 2

/** From how many schools on each is compared with one sentence of a row only (see `differences.ts`). */
const COMPARED_ALL = 12

/** Where a school stands apart. What could not be judged is counted as unknown and never as a deviation. */
export function outlierOf({ rows, policies }: Matrix, policy: number, against?: number): Outlier {
  const others = policies
    .map((_, index) => index)
    .filter((index) => index !== policy && (against === undefined || index === against))
  const found = rows.map((row, index) => judge(row, index, { rows, policy, others }))
  const standouts = found.flatMap((each) => (typeof each === 'object' ? [each] : []))
  const weight = ({ others: counts }: Standout): number => others.length - (counts.get('none') ?? 0)
  return {
    policy,
    ...(against === undefined ? {} : { against }),
    standouts: STANDOUTS.flatMap((kind) =>
      standouts.filter((each) => each.kind === kind).sort((a, b) => weight(b) - weight(a) || a.row - b.row),
    ),
    same: found.filter((each) => each === 'same').length,
    unknown: found.filter((each) => each === 'unknown').length,
  }
}

interface Compared {
  readonly rows: readonly Row[]
  readonly policy: number
  readonly others: readonly number[]
}

function judge(row: Row, index: number, compared: Compared): Standout | 'same' | 'unknown' | undefined {
  const { policy, others } = compared
  const own = row.cells.find((cell) => cell.policy === policy)
  const theirs = row.cells.filter((cell) => others.includes(cell.policy))
  const standout = (kind: StandoutKind, differences: readonly Difference[] = []): Standout => ({
    kind,
    row: index,
    differences,
    others: countsOf(theirs, others.length),
  })
  if (own === undefined) return isSilent(row, theirs, compared) ? standout('silent') : undefined
  if (theirs.length === 0) return alone(row, own, compared) ? standout('alone') : undefined
  if (row.standing === 'same') return 'same'
  const differences = row.differences.flatMap((each) => turned(each, policy, others))
  if (differences.length === 0) return 'unknown'
  if (theirs.length < Math.min(FEWEST, others.length)) return undefined
  const kind = kindOf(own, theirs, differences, row)
  return kind === undefined ? undefined : standout(kind, differences)
}

/** Most others have the rule, as more than an explanation; this school has nothing on the matter, as far as is known. */
function isSilent({ siblings, near }: Row, theirs: readonly Cell[], { rows, policy, others }: Compared): boolean {
  if (near.includes(policy) || theirs.filter(asks).length <= others.length / 2) return false
  return siblings.every((other) => rows[other]?.cells.every((cell) => cell.policy !== policy))
}

/** No other school has a rule on the matter, and none has a sentence that may be on it. An explanation is no rule. */
function alone({ siblings, near }: Row, own: Cell, { rows, others }: Compared): boolean {
  if (!asks(own) || near.some((index) => others.includes(index))) return false
  return siblings.every((other) => rows[other]?.cells.every((cell) => !others.includes(cell.policy)))
}

const asks = ({ stance }: Cell): boolean => stance !== 'statement'

/** A difference seen from one school; nothing where it is between others. */
function turned(difference: Difference, policy: number, others: readonly number[]): Difference[] {
  const { a, b, words } = difference
  if (a.policy === policy && others.includes(b.policy)) return [difference]
  if (b.policy === policy && others.includes(a.policy)) return [{ ...difference, a: b, b: a, words: [words[1], words[0]] }]
  return []
}

/** How a school differs from most of those that have the rule; undefined where it differs from the lesser part only. */
function kindOf(own: Cell, theirs: readonly Cell[], differences: readonly Difference[], row: Row): StandoutKind | undefined {
  const most = theirs.length / 2
  const directions = new Map<number, Set<number>>([1, -1, 0].map((sign) => [sign, new Set<number>()]))
  for (const difference of differences) directions.get(directionOf(difference, row))?.add(difference.b.policy)
  const of = (sign: number): ReadonlySet<number> => directions.get(sign) ?? new Set()
  // Where not all were compared with each other, what the others ask says how many stand with the one that was.
  const sampled = row.cells.length > COMPARED_ALL
  const isMost = (sign: 1 | -1): boolean => {
    if (of(sign).size === 0 || of(sign === 1 ? -1 : 1).size > 0) return false
    const proved = sampled ? theirs.filter(({ stance }) => compareStrictness(own.stance, stance) === sign).length : of(sign).size
    return proved > most
  }
  if (isMost(1)) return 'stricter'
  if (isMost(-1)) return 'milder'
  const differing = new Set(differences.map(({ b }) => b.policy)).size
  return differing > most || sampled ? 'otherwise' : undefined
}

/** 1 where this school's sentence is the stricter, -1 where it is the milder, 0 where it is neither. */
function directionOf({ kind, a, b }: Difference, { cells }: Row): -1 | 0 | 1 {
  if (kind === 'value' || kind === 'who') return 0
  const stanceOf = ({ policy, id, at }: SentenceRef): Modality =>
    cells.find((cell) => cell.policy === policy)?.sentences.find((one) => one.clause === id && one.at === at)?.stance ??
    'statement'
  return compareStrictness(stanceOf(a), stanceOf(b))
}

/** Stances that leave less and less room, on the two scales that there are: what may be done, and what must be. */
const SCALES: readonly (readonly Modality[])[] = [
  ['permission', 'conditional-permission', 'prohibition'],
  ['permission', 'recommendation', 'obligation'],
]

/** 1 where the first leaves less room than the second, -1 where it leaves more, 0 where they are no degrees of one thing. */
function compareStrictness(one: Modality, other: Modality): -1 | 0 | 1 {
  for (const scale of SCALES) {
    const [x, y] = [scale.indexOf(one), scale.indexOf(other)]
    if (x >= 0 && y >= 0 && x !== y) return x > y ? 1 : -1
  }
  return 0
}

function countsOf(cells: readonly Cell[], schools: number): ReadonlyMap<Modality | 'none', number> {
  const counts = new Map<Modality | 'none', number>()
  for (const { stance } of cells) counts.set(stance, (counts.get(stance) ?? 0) + 1)
  return schools > cells.length ? counts.set('none', schools - cells.length) : counts
}
