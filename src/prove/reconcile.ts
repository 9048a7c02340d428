import { bare, isSlip, sameLetters, type Tokenised } from '../compare/index.js'
import { fold, isFunctionWord, isLightWord, oneOf, stem } from '../language/index.js'
import { lastBefore } from '../model/index.js'
import { isParticiple } from '../rewording/index.js'
import { type ProofContext, type ProofKind, type Proving, type Touched, touch, type Unit } from './unit.js'

/** Words of the one side that are words of the other, spelled otherwise, become the same. */
export function reconcile(
  a: readonly Unit[],
  b: readonly Unit[],
  context: Proving,
  touched: { readonly old: Touched; readonly next: Touched },
  sides: { readonly old: Tokenised; readonly next: Tokenised },
): readonly [readonly Unit[], readonly Unit[]] {
  let [left, right] = [a, followed(a, b, context, touched, sides)]
  right = joined(left, right, context, touched.next)
  left = joined(right, left, context, touched.old)
  const [only, others] = [alone(left, right), alone(right, left)]
  if (only.length === 0 || others.length === 0) return [left, right]
  const taken = new Set<Unit>()
  const { relatives, unmarked } = context.words
  const words = [...sides.old.tokens, ...sides.next.tokens].map(({ key }) => key.toLowerCase())
  const anyOpen = words.some((word) => relatives.has(word) || unmarked.has(word))
  const becomes = new Map<Unit, string>()
  for (const unit of others) {
    // "Alle bewoners wekt de nachtdienst": what stands behind the verb may be who acts, and the verb alone tells.
    const isOpen = anyOpen || isDeterminer(right[right.indexOf(unit) + 1]?.value, context.words)
    const match = only.find((other) => !taken.has(other) && kindOf(other.value, unit.value, context, isOpen) !== undefined)
    if (!match || (isBeforeOrFor(match.value, unit.value) && !isMoment(right, right.indexOf(unit), context))) continue
    const kind = kindOf(match.value, unit.value, context, isOpen) as ProofKind
    // "Licht beschadigde fietsen" are no "lichte": before what was done to a thing the ending tells what it is told of.
    const done = right[right.indexOf(unit) + 1]?.value ?? ''
    if (kind === 'grammar' && inflected(match.value, unit.value)) {
      if (isParticiple(done.replace(/e$/, ''), context.words)) continue
      // "Werkt", "werkte": a verb told of the past, where no noun follows that an article opened.
      const opened = isDeterminer(right[right.indexOf(unit) - 1]?.value, context.words) && done !== '' && !isLightWord(done)
      if (PAST.test(unit.value.length < match.value.length ? match.value : unit.value) && !opened) continue
    }
    taken.add(match)
    becomes.set(unit, match.value)
    touch(touched.next, unit.from, unit.to, kind)
    touch(touched.old, match.from, match.to, kind)
  }
  return [left, right.map((unit) => (becomes.has(unit) ? { ...unit, value: becomes.get(unit) as string } : unit))]
}

/** Whether two small words are one but for an accent, which makes another of it: voor, vóór. */
const isBeforeOrFor = (a: string, b: string): boolean => a !== b && fold(a) === fold(b) && isFunctionWord(fold(a))

/** Whether a moment is named behind a word, before which something is done, and which nothing is or is done for: "boekingen voor 1 mei". */
const isMoment = (units: readonly Unit[], at: number, { words }: ProofContext): boolean => {
  const [before, , first, second] = [units[at - 1], units[at], units[at + 1], units[at + 2]]
  const start = lastBefore(units, at, ({ kind }) => kind === 'end' || kind === 'break') + 1
  const acts = units.slice(start, at).some(({ value }) => words.deadline.has(value) || words.sameNorm.has(value))
  // "Zeven dagen voor de vergadering": behind a length of time it tells when.
  if (before?.kind === 'value' && SPAN.test(before.value)) return true
  if (before?.kind === 'word' && !isFunctionWord(before.value) && !words.deadline.has(before.value) && !acts) return false
  return (
    (first?.kind === 'value' && /^(?:date|time) /.test(first.value)) ||
    [first, second].some((unit) => isMomentous(unit?.value, words))
  )
}
const SPAN = /^(?:days|months|minutes) /
const isMomentous = oneOf('moments')

const isDeterminer = oneOf('the', 'a', 'each', 'all', 'no', 'his', 'our')

/** `isOpen`: whether the verb tells who acts, as beside a pronoun that is of one or of many as its verb is: "die komt", "zij tekenen". */
function kindOf(a: string, b: string, context: Proving, isOpen: boolean): ProofKind | undefined {
  const { readings, confused } = context.words
  if (readings.get(a)?.has(b) || readings.get(b)?.has(a)) return 'synonym'
  if (sameLetters(a, b) || (confused.has(a) && confused.get(a) === confused.get(b))) return 'spelling'
  if (context.words.verbSecond && (inflected(a, b) || (!isOpen && conjugated(a, b)))) return 'grammar'
  return isSlip(a, b, context) ? 'spelling' : undefined
}

/** An adjective with and without its ending: goed, goede. */
const inflected = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 3 && (long === `${short}e` || (ONE_VOWEL.test(short) && long === `${short}${short.at(-1)}e`))
}
const PAST = /te$/
/** Ends in one letter behind one vowel, and doubles it: wit, witte. */
const ONE_VOWEL = /(?:^|[^aeiou])[aeiou][^aeiou]$/

/** A verb for one and for many: begint, beginnen. "Klant" and "klanten" are a noun. */
function conjugated(a: string, b: string): boolean {
  const [one, many] = a.endsWith('t') ? [a, b] : [b, a]
  return one.endsWith('t') && many.endsWith('en') && many !== `${one}en` && stem(one, 'nl') === stem(many, 'nl')
}

/** The words of one side that the other has not, or has less often. */
function alone(from: readonly Unit[], other: readonly Unit[]): readonly Unit[] {
  const counts = new Map<string, number>()
  for (const { value } of other) counts.set(value, (counts.get(value) ?? 0) + 1)
  return from.filter(({ kind, value }) => {
    if (kind !== 'word') return false
    const left = counts.get(value) ?? 0
    counts.set(value, left - 1)
    return left <= 0
  })
}

/** Whether a word may tell how a thing is, so that apart from the next it is no part of a compound: a green house, goed keuren. Its own forms are words. */
function isAdjective(word: string, { words: { verbSecond }, dictionary }: ProofContext): boolean {
  const known = dictionary()
  if (!known || word.length < 3) return false
  const double = `${word}${word.at(-1)}`
  const has = (ending: string) => known.has(word + ending) || known.has(double + ending)
  return verbSecond ? has('er') && has('ere') : has('est')
}

/** Whether a word is another apart, also in another of its forms: resigned, re-signed. */
const isOtherApart = (word: string, { apart }: ProofContext['words']): boolean =>
  apart.has(word) || [1, 2, 3].some((ending) => word.length > ending + SHORTEST_APART && apart.has(word.slice(0, -ending)))
const SHORTEST_APART = 4

/** Letters of a word, up to which a slip in it is looked for. */
const LONGEST_WORD = 40

/** Runs of `into` that are one word of `like`, made one; a slip in a compound that is written apart is one, too. */
function joined(like: readonly Unit[], into: readonly Unit[], context: Proving, touched: Touched): readonly Unit[] {
  const { words } = context
  const wanted = new Set(alone(like, into).map(({ value }) => value))
  if (wanted.size === 0) return into
  const byLetters = new Map([...wanted].map((word) => [bare(word), word] as const))
  const spare = new Set(alone(into, like))
  // "Renew a" is no "renewal": a small word is no part of a compound.
  const isPart = (unit: Unit | undefined) => unit !== undefined && unit.value.length > 2 && !isFunctionWord(unit.value)
  const misspelt = (whole: string, at: number) =>
    whole.length < LONGEST_WORD && isPart(into[at]) && isPart(into[at + 1])
      ? [...wanted].find((word) => isSlip(whole, word, context))
      : undefined
  const wordAt = (from: number, length: number): string | undefined => {
    let whole = ''
    let [changed, small] = [false, false]
    for (let k = from; k < from + length; k++) {
      const unit = into[k]
      if (unit?.kind !== 'word') return undefined
      if (k === from && unit.to === into[k + 1]?.from && isFunctionWord(unit.value)) small = true
      changed ||= spare.has(unit)
      whole += unit.value
    }
    if (!changed) return undefined
    const alike = byLetters.get(bare(whole))
    const word = alike !== undefined && sameLetters(alike, whole) ? alike : length === 2 ? misspelt(whole, from) : undefined
    if (word === undefined) return undefined
    // "In valid cases", "met een": a small word apart is a word of its own, unless it makes no word with the next: "ofthe"; a hyphen joins it.
    if (small && context.dictionary()?.knows(word) !== false) return undefined
    return isOtherApart(word, words) || isAdjective(into[from]?.value ?? '', context) ? undefined : word
  }
  const result: Unit[] = []
  for (let at = 0; at < into.length; ) {
    const run = [3, 2].find((length) => wordAt(at, length) !== undefined)
    const first = into[at] as Unit
    if (run === undefined) result.push(first)
    else {
      const { to } = into[at + run - 1] as Unit
      touch(touched, first.from, to, 'spelling')
      result.push({ ...first, value: wordAt(at, run) as string, to })
    }
    at += run ?? 1
  }
  return result
}

/** References that only follow the new numbers of their targets are the same. */
function followed(
  a: readonly Unit[],
  b: readonly Unit[],
  { follows }: ProofContext,
  touched: { readonly old: Touched; readonly next: Touched },
  { old, next }: { readonly old: Tokenised; readonly next: Tokenised },
): readonly Unit[] {
  const tokenOf = ({ tokens }: Tokenised, { from }: Unit) => tokens[from]
  // Of one that was read with its parts, another part than its number may be another.
  const references = (units: readonly Unit[], side: Tokenised) =>
    units.filter((unit) => tokenOf(side, unit)?.kind === 'reference' && unit.to === unit.from + 1)
  const [before, after] = [references(a, old), references(b, next)]
  if (before.length !== after.length) return b
  const becomes = new Map<Unit, string>()
  after.forEach((unit, k) => {
    const other = before[k] as Unit
    const [from, to] = [tokenOf(old, other), tokenOf(next, unit)]
    if (!from || !to || other.value === unit.value || !follows(from, to)) return
    becomes.set(unit, other.value)
    touch(touched.old, other.from, other.to, 'renumbering')
    touch(touched.next, unit.from, unit.to, 'renumbering')
  })
  return b.map((unit) => (becomes.has(unit) ? { ...unit, value: becomes.get(unit) as string } : unit))
}
