import { gravest, gravestFirst, type Reason, significanceOf } from '../gravity/index.js'
import type { Alignment, Subject } from './align/index.js'
import type { Entry } from './comparison.js'

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

/**
 * The same entries with what is said of the stretch as a whole, each reason where its words stand: what no longer holds of a clause falls
 * away, and leaves it to be read.
 */
function rejudged(stretch: readonly Entry[], said: ReadonlySet<Entry>, together: readonly Reason[]): readonly Entry[] {
  const grave = together.filter(isGrave)
  const open = stretch.filter((entry) => !isAlone(entry) || said.has(entry))
  const kept = keptReasons(stretch, open, grave)
  return stretch.map((entry) => {
    const own = kept.get(entry)
    if (!own) return entry
    const light = entry.reasons.filter((reason) => isAlone(entry) || !isGrave(reason))
    if (own.length > 0) return { ...entry, significance: 'substantive', reasons: [...own, ...light] }
    const fallen = light.some(({ kind }) => significanceOf(kind) === 'to-read') ? [] : entry.reasons.filter(isFallen(entry))
    const reasons = [...fallen.map((reason): Reason => ({ ...reason, kind: 'wording' })), ...light]
    const levels = light.map(({ kind }) => (isAlone(entry) ? 'to-read' : significanceOf(kind)))
    return { ...entry, significance: gravest([...levels, 'to-read']), reasons }
  })
}

const isGrave = ({ kind }: Reason): boolean => significanceOf(kind) === 'substantive'
const isFallen = (entry: Entry) => (reason: Reason) => !isAlone(entry) && isGrave(reason)

/**
 * What of the reasons of a stretch belongs to which of its clauses: what was found in a clause alone and holds of the whole, and what only
 * the whole tells, with the clause that has most of its words. A clause that is new or gone as it stands tells its words itself.
 */
function keptReasons(stretch: readonly Entry[], open: readonly Entry[], grave: readonly Reason[]): ReadonlyMap<Entry, Reason[]> {
  const whole = { old: wordsOf(grave, 'old'), next: wordsOf(grave, 'next') }
  const kept = new Map(
    open.map((entry) => [
      entry,
      isAlone(entry) ? [] : entry.reasons.filter((reason) => isGrave(reason) && standsIn(reason, whole)),
    ]),
  )
  const all = [...kept.values()].flat()
  const told = { old: wordsOf(all, 'old'), next: wordsOf(all, 'next') }
  const closed = stretch.filter((entry) => !open.includes(entry) && entry.significance === 'substantive')
  const places = [...open, ...closed].map((entry) => ({
    entry,
    words: { old: textsOf(entry, 'old'), next: textsOf(entry, 'next') },
  }))
  const bearer = open.find((entry) => !isAlone(entry)) ?? open[0]
  for (const reason of grave) {
    if (all.length > 0 && standsIn(reason, told)) continue
    let [most, place] = [0, bearer]
    for (const { entry, words } of places) {
      const share = SIDES.reduce((sum, side) => sum + inCommon(reason[side], words[side]), 0)
      if (share > most) [most, place] = [share, entry]
    }
    if (place) kept.get(place)?.push(reason)
  }
  for (const reasons of kept.values()) reasons.sort(gravestFirst)
  return kept
}

const SIDES = ['old', 'next'] as const
type Words = Readonly<Record<(typeof SIDES)[number], ReadonlySet<string>>>

const splitWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const wordsOf = (reasons: readonly Reason[], side: 'old' | 'next'): ReadonlySet<string> =>
  new Set(reasons.flatMap((reason) => splitWords(reason[side])))
const textsOf = (entry: Entry, side: 'old' | 'next'): ReadonlySet<string> =>
  new Set(entry[side].flatMap(({ text }) => splitWords(text)))
const inCommon = (words: string, among: ReadonlySet<string>): number => splitWords(words).filter((word) => among.has(word)).length
const standsIn = (reason: Reason, words: Words): boolean =>
  SIDES.every((side) => splitWords(reason[side]).every((word) => words[side].has(word)))
