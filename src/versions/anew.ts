import type { Alignment, Subject } from './align/index.js'
import { gravest, significanceOf } from './classify/index.js'
import type { Entry, Reason } from './comparison.js'

/** Entries of one stretch up to which it may be one clause told anew; more is another chapter. */
const LONGEST = 16
/** The share of the words of a clause that came, or went, which went or came beside it. */
const COVERED = 0.45
/** The same of one clause in the very place of one. */
const REPLACED = 0.1

/** Judges clauses of both versions as one text each. */
type Together = (old: readonly Subject[], next: readonly Subject[]) => readonly Reason[]

/**
 * A paragraph that became a list, or a few that became one, where no clause is the counterpart of another: what came beside it was said
 * before. Such a stretch is judged as one text, and a clause of it is no new rule for standing by itself.
 */
export function toldAnew(entries: readonly Entry[], alignment: Alignment, judge: Together): readonly Entry[] {
  return stretches(entries).flatMap((stretch) => {
    const alone = stretch.filter(isAlone)
    if (alone.length === 0 || stretch.length > LONGEST || stretch.every(({ old }) => old.length === 0)) return stretch
    if (stretch.every(({ next }) => next.length === 0)) return stretch
    const [old, next] = [subjectsOf(stretch, 'old', alignment), subjectsOf(stretch, 'next', alignment)]
    const least = old.length === 1 && next.length === 1 ? REPLACED : COVERED
    const said = new Set([...coveredIn(stretch, 'next', old, next, least), ...coveredIn(stretch, 'old', next, old, least)])
    return said.size === 0 ? stretch : rejudged(stretch, said, judge(old, next))
  })
}

const isAlone = ({ fate }: Entry): boolean => fate === 'added' || fate === 'removed'

/** HTML may hide the words it holds. */
const isVerbatim = ({ old, next }: Entry): boolean => [...old, ...next].some(({ clause }) => clause.kind === 'verbatim')

/** Entries in a row that are not as they were. */
function stretches(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const found: Entry[][] = []
  let open: Entry[] | undefined
  for (const entry of entries) {
    if (entry.fate === 'unchanged' || entry.moved || isVerbatim(entry)) {
      open = undefined
      found.push([entry])
    } else if (open) open.push(entry)
    else found.push((open = [entry]))
  }
  return found
}

const subjectsOf = (entries: readonly Entry[], side: 'old' | 'next', alignment: Alignment): readonly Subject[] =>
  entries
    .flatMap((entry) => entry[side].map(({ clause }) => alignment[side][clause.index] as Subject))
    .sort((a, b) => a.index - b.index)

/** The clauses that stand on one side alone, and of whose words most are gone from the clauses of the other. */
function coveredIn(
  stretch: readonly Entry[],
  side: 'old' | 'next',
  others: readonly Subject[],
  own: readonly Subject[],
  least: number,
): readonly Entry[] {
  const alone = new Map(
    stretch.flatMap((entry) =>
      isAlone(entry) && entry[side].length > 0 ? [[entry[side][0]?.clause.index, entry] as const] : [],
    ),
  )
  const left = new Map<string, number>()
  for (const { stems } of others) for (const { stem } of stems) left.set(stem, (left.get(stem) ?? 0) + 1)
  for (const { index, stems } of own)
    if (!alone.has(index)) for (const { stem } of stems) left.set(stem, (left.get(stem) ?? 0) - 1)
  return own.flatMap(({ index, stems, text }) => {
    const entry = alone.get(index)
    if (!entry) return []
    // What introduces a list says little by itself.
    const enough = /:\s*$/.test(text) ? REPLACED : least
    const [all, covered] = [stems, stems.filter(({ stem }) => (left.get(stem) ?? 0) > 0)].map((list) =>
      list.reduce((sum, { weight }) => sum + weight, 0),
    ) as [number, number]
    return all > 0 && covered >= all * enough ? [entry] : []
  })
}

/** The same entries with what is said of the stretch as a whole: what no longer holds of a clause falls away. */
function rejudged(stretch: readonly Entry[], said: ReadonlySet<Entry>, together: readonly Reason[]): readonly Entry[] {
  const grave = together.filter(({ kind }) => significanceOf(kind) === 'substantive')
  const bearer = stretch.find((entry) => !isAlone(entry)) ?? stretch.find((entry) => said.has(entry))
  return stretch.map((entry) => {
    if (isAlone(entry) && !said.has(entry)) return entry
    const light = entry.reasons.filter(({ kind }) => isAlone(entry) || significanceOf(kind) !== 'substantive')
    if (entry === bearer && grave.length > 0) return { ...entry, significance: 'substantive', reasons: [...grave, ...light] }
    const levels = light.map(({ kind }) => (isAlone(entry) ? 'to-read' : significanceOf(kind)))
    return { ...entry, significance: gravest([...levels, 'to-read']), reasons: light }
  })
}
