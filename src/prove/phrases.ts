import { GAP, type Phrase, type Words } from '../language/changes/index.js'
import { once } from '../language/index.js'
import { append } from '../model/index.js'
import { baseOf } from './forms/index.js'
import { followsTwo, severalActors } from './pronouns.js'
import { shortValue } from './sparse.js'
import { type ProofContext, type ProofKind, type Touched, touch, type Unit } from './unit.js'

const PROOF_OF: Readonly<Record<Phrase['kind'], ProofKind>> = {
  synonym: 'synonym',
  abbreviation: 'abbreviation',
  inclusive: 'inclusive',
  pronoun: 'inclusive',
  spelling: 'spelling',
  grammar: 'grammar',
}

/** Every phrase as the plain one of its row. */
export function phrased(units: readonly Unit[], context: ProofContext, next: boolean, touched: Touched): readonly Unit[] {
  const result: Unit[] = []
  const dropped = new Set<number>()
  const several = once(() => severalActors(units, context))
  for (let at = 0; at < units.length; ) {
    if (dropped.has(at)) {
      at++
      continue
    }
    const unit = units[at] as Unit
    const renamed = renamedAt(units, at, context, next)
    if (renamed) {
      const { from } = units[at] as Unit
      const { to } = units[renamed.to - 1] as Unit
      for (const value of renamed.values) result.push({ kind: 'word', value, from, to })
      touch(touched, from, to, renamed.kind)
      at = renamed.to
      continue
    }
    const found = unit.kind === 'word' ? phraseAt(units, at, context, several, isFirst(result, result.length)) : undefined
    if (!found) {
      result.push(unit)
      at++
      continue
    }
    const { phrase, to, end, gap } = found
    if (phrase.words.join(' ') === phrase.plain.join(' ')) {
      append(result, units.slice(at, to))
      at = to
      continue
    }
    const [first, last] = [unit.from, (units[to - 1] as Unit).to]
    const gapAt = phrase.plain.indexOf(GAP)
    const [before, after] = gapAt < 0 ? [phrase.plain, []] : [phrase.plain.slice(0, gapAt), phrase.plain.slice(gapAt + 1)]
    const put = (values: readonly string[], from: number, till: number) => {
      for (const value of values) result.push({ kind: 'word', value, from, to: till })
    }
    touch(touched, first, last, PROOF_OF[phrase.kind])
    put(before, first, last)
    // What says nothing takes the comma or colon behind it along.
    if (end === undefined)
      at = phrase.plain.length === 0 && phrase.first && (units[to]?.kind === 'comma' || units[to]?.value === ':') ? to + 1 : to
    else {
      const closing = units[end] as Unit
      touch(touched, closing.from, (units[end + gap - 1] as Unit).to, PROOF_OF[phrase.kind])
      for (let k = end; k < end + gap; k++) dropped.add(k)
      if (after.length > 0) {
        // What stands between stays between.
        append(result, units.slice(to, end))
        put(after, closing.from, closing.to)
        at = end + gap
      } else at = to
    }
    if (phrase.gerund) {
      const verb = units[at]
      if (verb?.value.endsWith('ing')) {
        result.push({ ...verb, value: baseOf(verb.value, context.dictionary) })
        at++
      }
    }
  }
  return result
}

/** Whether a sentence begins here. */
const isFirst = (units: readonly Unit[], at: number): boolean => /^(?:end|break|undefined)$/.test(String(units[at - 1]?.kind))

/** Whether a clause that a comma closes begins here, as the first of a sentence: "Where the hirer pays late, …". */
function isOpening(units: readonly Unit[], at: number): boolean {
  if (!isFirst(units, at)) return false
  const close = units.findIndex((unit, k) => k > at && (unit.kind === 'comma' || unit.kind === 'end'))
  return units[close]?.kind === 'comma'
}

/** Whether a word that may be a part of the verb before it opens a time or place instead: "komt na 22 uur", "levert in mei". */
const opensPart = (units: readonly Unit[], at: number, { separable, movable }: Words): boolean => {
  const next = units[at + 1]
  if (!separable.has(units[at]?.value ?? '') || next === undefined) return false
  return next.kind === 'value' || (next.kind === 'word' && !movable.has(next.value) && !BEHIND.test(next.value))
}
const BEHIND = /^(?:en|of|dat|die|dan|maar|zodat|omdat|aan|van|voor)$/

interface Match {
  readonly phrase: Phrase
  /** Behind the words before the gap, or behind all. */
  readonly to: number
  /** Where the words behind the gap begin, and how many they are. */
  readonly end?: number
  readonly gap: number
}

const WIDEST = 16

function phraseAt(
  units: readonly Unit[],
  at: number,
  { words }: ProofContext,
  several: () => ReturnType<typeof severalActors>,
  opens: boolean,
): Match | undefined {
  const same = (from: number, wanted: readonly string[]): boolean =>
    wanted.every((word, k) => {
      const unit = units[from + k]
      return unit !== undefined && unit.value === word && unit.kind !== 'value'
    })
  // "Te" of "te allen tijde" opens no infinitive.
  const isOfLonger = (from: number, length: number): boolean =>
    words.lang === 'nl' &&
    (words.phrases.get((units[from] as Unit).value) ?? []).some(
      (other) => other.words.length > length && !other.words.includes(GAP) && same(from, other.words),
    )
  let best: Match | undefined
  for (const phrase of words.phrases.get((units[at] as Unit).value) ?? []) {
    if (best && best.phrase.words.length >= phrase.words.length) break
    if (phrase.unit && units[at - 1]?.kind !== 'value') continue
    if (phrase.first && !(phrase.plain.length === 0 ? opens : isOpening(units, at))) continue
    if (phrase.measuring && units[at + phrase.words.length]?.kind !== 'value') continue
    if (phrase.kind === 'pronoun' && (phrase.words.length === 1 ? several().two || followsTwo(units, at) : several().many))
      continue
    if (phrase.gerund && !units[at + phrase.words.length]?.value.endsWith('ing')) continue
    const hole = phrase.words.indexOf(GAP)
    if (hole < 0) {
      if (same(at, phrase.words)) best = { phrase, to: at + phrase.words.length, gap: 0 }
      continue
    }
    const [head, tail] = [phrase.words.slice(0, hole), phrase.words.slice(hole + 1)]
    if (!same(at, head)) continue
    for (let end = at + head.length; end < Math.min(units.length, at + WIDEST); end++) {
      if (units[end]?.kind === 'end') break
      if (
        tail.length > 0 &&
        same(end, tail) &&
        !isOfLonger(end, tail.length) &&
        !(tail.length === 1 && opensPart(units, end, words))
      ) {
        best = { phrase, to: at + head.length, end, gap: tail.length }
        break
      }
    }
  }
  return best
}

/** A defined short form, or a term under its new name. */
function renamedAt(units: readonly Unit[], at: number, { abbreviations, renamed }: ProofContext, next: boolean) {
  const stands = (words: readonly string[]) =>
    words.length > 0 && words.every((word, k) => units[at + k]?.value.toLowerCase() === word)
  const written = units[at]?.value
  // Two or three capitals were kept, so that IT is not "it".
  const own = abbreviations.find(
    ({ to: [short = ''] }) => written === (/^\p{Lu}{2,3}$/u.test(short) ? short : short.toLowerCase()),
  )
  if (own) return { values: [shortValue(own)], to: at + 1, kind: 'abbreviation' as const }
  for (const abbreviation of abbreviations) {
    const { from, to } = abbreviation
    if (!stands(from)) continue
    // With the place that defines it: "the review board (RB)".
    const [open, short, close] = units.slice(at + from.length, at + from.length + 3)
    const defined = open?.kind === 'mark' && close?.kind === 'mark' && short?.value.toLowerCase() === to[0]?.toLowerCase()
    return { values: [shortValue(abbreviation)], to: at + from.length + (defined ? 3 : 0), kind: 'abbreviation' as const }
  }
  if (next) {
    for (const { from, to } of renamed) if (stands(to)) return { values: from, to: at + to.length, kind: 'renamed' as const }
  } else for (const { from } of renamed) if (stands(from)) return { values: from, to: at + from.length, kind: 'renamed' as const }
  return undefined
}
