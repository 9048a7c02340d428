import { bestFirst, type Candidate, type Matching } from './matching.js'
import type { Subject } from './subject.js'

/** Links the clauses with the same id. */
export function linkIds(matching: Matching): void {
  // The variants of a provision in a template share their id: each is linked to the one of its name, if there is one.
  linkNamed(matching, ({ name, clause: { node } }) => {
    const variant = node.type === 'note' ? undefined : node.attributes.values.variant
    return name === undefined || variant === undefined ? undefined : `${name} ${variant}`
  })
  linkNamed(matching, ({ name }) => name)
}

function linkNamed(matching: Matching, nameOf: (subject: Subject) => string | undefined): void {
  const places = new Map<string, number>()
  const named = (subjects: readonly Subject[]) =>
    subjects.flatMap((subject) => {
      const name = nameOf(subject)
      return name === undefined ? [] : [{ name, index: subject.index }]
    })
  for (const { name, index } of named(matching.old)) places.set(name, index)
  for (const { name, index } of named(matching.next)) {
    const i = places.get(name)
    if (i !== undefined && matching.free(i, index)) matching.link(i, index)
  }
}

/** Links the clauses whose words stand once in either version: first letter by letter, then but for typography and numbers. */
export function linkEqual(matching: Matching): void {
  linkOnce(matching, (subject) => subject.text, false)
  linkOnce(matching, (subject) => subject.key, false)
}

/** The same for headings: apart, because what stands under a heading says more about which section it is than its title. */
export function linkTitles(matching: Matching): void {
  linkOnce(matching, (subject) => subject.key, true)
}

/** Links what became a heading, or ceased to be one, with its words unchanged. */
export const linkAcrossKinds = (matching: Matching): void => linkOnce(matching, (subject) => subject.title)

function linkOnce(matching: Matching, keyOf: (subject: Subject) => string, sections?: boolean): void {
  const once = (subjects: readonly Subject[]): Map<string, number> => {
    const places = new Map<string, number>()
    for (const subject of subjects) {
      if (sections !== undefined && subject.section !== sections) continue
      const key = keyOf(subject)
      if (key !== '') places.set(key, places.has(key) ? -1 : subject.index)
    }
    return places
  }
  const places = once(matching.freeNext())
  for (const [key, i] of once(matching.freeOld())) {
    const j = places.get(key) ?? -1
    if (i >= 0 && j >= 0) matching.link(i, j)
  }
}

/**
 * Links clauses with equal words that stand several times, from the certain outwards: beside a linked pair, then within linked parents.
 */
export function linkRepeated(matching: Matching): void {
  spread(matching)
  inOrder(matching, (subject) => matching.toNext[subject.parent] ?? -1)
  spread(matching)
}

/** The last resort for equal words: the first with the first, and a heading that is only a number with the one beside its neighbour. */
export function linkRest(matching: Matching): void {
  inOrder(matching)
  spread(matching, true)
}

/** Equal clauses next to a linked pair are linked, forwards and then backwards (Heckel 1978). */
function spread(matching: Matching, wordless = false): void {
  const { old, next, toNext } = matching
  const step = (i: number, j: number) => {
    const a = old[i]
    const b = next[j]
    if (!a || !b || !matching.free(i, j) || a.section !== b.section) return
    if (a.key === b.key && (wordless || a.key !== '')) matching.link(i, j)
  }
  step(0, 0)
  for (let i = 0; i < old.length; i++) if (toNext[i] !== -1) step(i + 1, (toNext[i] as number) + 1)
  step(old.length - 1, next.length - 1)
  for (let i = old.length - 1; i >= 0; i--) if (toNext[i] !== -1) step(i - 1, (toNext[i] as number) - 1)
}

/** Links equal clauses, the k-th with the k-th; with `counterpart`, only within parents that are each other's. */
function inOrder(matching: Matching, counterpart?: (subject: Subject) => number): void {
  const nameOf = (subject: Subject, parent: number) => `${counterpart ? parent : ''}\n${subject.section ? '#' : ''}${subject.key}`
  const waiting = new Map<string, number[]>()
  for (const subject of matching.freeNext()) {
    if (subject.key === '') continue
    const name = nameOf(subject, subject.parent)
    const before = waiting.get(name)
    if (before) before.push(subject.index)
    else waiting.set(name, [subject.index])
  }
  for (const subject of matching.freeOld()) {
    const parent = counterpart?.(subject) ?? -1
    // A parent without counterpart is no place to look in.
    if (subject.key === '' || (counterpart && parent === -1 && subject.parent !== -1)) continue
    const j = waiting.get(nameOf(subject, parent))?.shift()
    if (j !== undefined) matching.link(subject.index, j)
  }
}

/** Links headings that stand between the same neighbours, whatever their titles: a section whose words all changed, too. */
export function linkHeadingsBetween(matching: Matching): void {
  for (const { index: i, section } of matching.freeOld()) {
    const j = i === 0 ? 0 : (matching.toNext[i - 1] as number) + 1
    if (!section || !matching.next[j]?.section || !matching.free(i, j)) continue
    if (matching.same(i - 1, j - 1) && matching.same(i + 1, j + 1)) matching.link(i, j)
  }
}

/** The least share of two sections' words that must be common before their headings are the same section's. */
const SHARE_OF_NAMESAKES = 0.2
const SHARE_OF_OTHERS = 0.5
/** A single clause may have moved out of its section, into one of another name. */
const CLAUSES_AGAINST_NAME = 2

/** Links headings by what stands under them: a retitled section, or one of many called "Artikel 5" or "Doel". */
export function linkSections(matching: Matching): void {
  const titles = new Set(matching.freeOld().map(({ section, key }) => section && key))
  const known = new Set(
    matching.freeNext().flatMap(({ section, key }) => (section && key !== '' && titles.has(key) ? [key] : [])),
  )
  const candidates: Candidate[] = []
  for (const { i, j, clauses, share } of sharesOf(matching)) {
    const [a, b] = [matching.old[i] as Subject, matching.next[j] as Subject]
    const namesakes = a.key === b.key
    const named = known.has(a.key) || known.has(b.key)
    if (namesakes ? share < SHARE_OF_NAMESAKES : share < SHARE_OF_OTHERS || (named && clauses < CLAUSES_AGAINST_NAME)) continue
    candidates.push({ i, j, score: share + (namesakes ? 1 : 0) })
  }
  for (const { i, j } of candidates.sort(bestFirst)) if (matching.free(i, j)) matching.link(i, j)
}

/** A long paragraph says more about its section than a short one, but not without end. */
const weightOf = (subject: Subject): number => Math.min(subject.text.length, 400)

/** What two free sections have in common. */
interface Shared {
  readonly i: number
  readonly j: number
  /** Clauses of one that are linked to clauses of the other. */
  clauses: number
  /** Their weight; in the end, their share in both sections, from 0 to 1. */
  share: number
}

function sharesOf(matching: Matching): readonly Shared[] {
  const isSection = ({ section }: Subject): boolean => section
  if (!matching.freeOld().some(isSection) || !matching.freeNext().some(isSection)) return []
  const { old, next, toNext, toOld } = matching
  const [aroundOld, aroundNext] = [sectionsAround(old, toNext), sectionsAround(next, toOld)]
  const wholeOld = new Float64Array(old.length)
  const wholeNext = new Float64Array(next.length)
  const common = new Map<number, Shared>()
  for (const subject of next) {
    for (const b of aroundNext(subject)) wholeNext[b] = (wholeNext[b] ?? 0) + weightOf(subject)
  }
  for (const subject of old) {
    const sections = aroundOld(subject)
    if (sections.length === 0) continue
    for (const a of sections) wholeOld[a] = (wholeOld[a] ?? 0) + weightOf(subject)
    const counterpart = next[toNext[subject.index] as number]
    if (!counterpart) continue
    const weight = (weightOf(subject) + weightOf(counterpart)) / 2
    for (const j of aroundNext(counterpart)) {
      for (const i of sections) {
        const pair = i * next.length + j
        const shared = common.get(pair) ?? { i, j, clauses: 0, share: 0 }
        shared.clauses++
        shared.share += weight
        common.set(pair, shared)
      }
    }
  }
  const all = [...common.values()]
  for (const shared of all) shared.share *= 2 / ((wholeOld[shared.i] as number) + (wholeNext[shared.j] as number))
  return all
}

/** For a clause: the sections around it that have no counterpart yet, the nearest first. */
function sectionsAround(subjects: readonly Subject[], counterpart: Int32Array): (subject: Subject) => readonly number[] {
  const known = new Map<number, readonly number[]>([[-1, []]])
  const within = (index: number): readonly number[] => {
    const before = known.get(index)
    if (before) return before
    const subject = subjects[index] as Subject
    const above = within(subject.parent)
    const around = subject.section && counterpart[index] === -1 ? [index, ...above] : above
    known.set(index, around)
    return around
  }
  return (subject) => within(subject.parent)
}
