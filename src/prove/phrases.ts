import { once } from '../language/index.js'
import { append } from '../model/index.js'
import { GAP, type Phrase, spoken } from '../rewording/index.js'
import { baseOf } from './forms/index.js'
import {
  isCondition,
  isConditional,
  isDenial,
  isFirst,
  isFused,
  isGendered,
  isMeasured,
  isNamedBefore,
  isOfNext,
  isOfTwo,
  isOpening,
  isReached,
  opensPart,
} from './phrase-senses.js'
import { followsTwo, severalActors } from './pronouns.js'
import { shortValue } from './sparse.js'
import { holds } from './surroundings.js'
import { type ProofContext, type ProofKind, type Proving, type Touched, touch, type Unit } from './unit.js'

const PROOF_OF: Readonly<Record<Phrase['kind'], ProofKind>> = {
  synonym: 'synonym',
  abbreviation: 'abbreviation',
  inclusive: 'inclusive',
  pronoun: 'inclusive',
  spelling: 'spelling',
  grammar: 'grammar',
}

/** Every phrase as the plain one of its row. */
export function phrased(written: readonly Unit[], context: Proving, next: boolean, touched: Touched): readonly Unit[] {
  const units = [...written]
  const result: Unit[] = []
  const closings: Closings = new Map()
  const several = once(() => severalActors(units, context))
  const put = (values: readonly string[], { from }: Unit, { to }: Unit) => {
    for (const value of values) result.push({ kind: 'word', value, from, to })
  }
  for (let at = 0; at < units.length; ) {
    const closing = closings.get(at)
    if (closing) {
      put(closing.values, units[at] as Unit, units[closing.to - 1] as Unit)
      at = closing.to
      continue
    }
    const unit = units[at] as Unit
    const renamed = renamedAt(units, at, context, next)
    if (renamed) {
      const last = units[renamed.to - 1] as Unit
      put(renamed.values, unit, last)
      touch(touched, unit.from, last.to, renamed.kind)
      at = renamed.to
      continue
    }
    const found =
      unit.kind === 'word' ? phraseAt(units, at, closings, context, several, isFirst(result, result.length)) : undefined
    if (!found) {
      result.push(unit)
      at++
      continue
    }
    const { phrase, to, closes } = found
    if (phrase.words.join(' ') === phrase.plain.join(' ')) {
      // Within it what closes another phrase may stand, and was read with that: "niet eerder aan dan".
      append(
        result,
        units.slice(at, to).filter((_, k) => !closings.has(at + k)),
      )
      at = to
      continue
    }
    const gapAt = phrase.plain.indexOf(GAP)
    const [before, after] = gapAt < 0 ? [phrase.plain, []] : [phrase.plain.slice(0, gapAt), phrase.plain.slice(gapAt + 1)]
    touch(touched, unit.from, (units[to - 1] as Unit).to, PROOF_OF[phrase.kind])
    put(before, unit, units[to - 1] as Unit)
    if (closes) {
      // What stands between stays between, and is read as any words are.
      closings.set(closes.at, { values: after, to: closes.to })
      touch(touched, (units[closes.at] as Unit).from, (units[closes.to - 1] as Unit).to, PROOF_OF[phrase.kind])
    }
    // What says nothing takes the comma or colon behind it along.
    const behind = units[to]
    at = phrase.plain.length === 0 && phrase.first && (behind?.kind === 'comma' || behind?.value === ':') ? to + 1 : to
    const verb = units[at]
    // Read next, as any verb is.
    if (phrase.gerund && verb?.value.endsWith('ing')) units[at] = { ...verb, value: baseOf(verb.value, context.dictionary) }
  }
  return result
}

/** Where the second part of a phrase around others begins, what is read there, and where it ends. */
type Closings = Map<number, { readonly values: readonly string[]; readonly to: number }>

interface Match {
  readonly phrase: Phrase
  /** Behind the words before the gap, or behind all. */
  readonly to: number
  /** The words behind the gap, half-open. */
  readonly closes?: { readonly at: number; readonly to: number }
}

// In words: a phrase of two halves that stand further apart belongs to two clauses.
const WIDEST = 16

function phraseAt(
  units: readonly Unit[],
  at: number,
  closings: Closings,
  context: Proving,
  several: () => ReturnType<typeof severalActors>,
  opens: boolean,
): Match | undefined {
  const { words } = context
  // Behind the words, where they stand there; "zorg te dragen", whose "te" was read with the norm before it, is "zorg dragen".
  const behind = (from: number, wanted: readonly string[]): number | undefined => {
    let k = from
    for (const word of wanted) {
      for (let read = closings.get(k); read; read = closings.get(k)) {
        if (k === from || read.values.length > 0) return undefined
        k = read.to
      }
      const unit = units[k]
      if (unit?.value !== word || unit.kind === 'value') return undefined
      k++
    }
    return k
  }
  // "Te" of "te allen tijde" opens no infinitive.
  const isOfLonger = (from: number, length: number): boolean =>
    words.verbSecond &&
    (words.phrases.get((units[from] as Unit).value) ?? []).some(
      (other) => other.words.length > length && !other.words.includes(GAP) && behind(from, other.words) !== undefined,
    )
  let best: Match | undefined
  for (const phrase of words.phrases.get((units[at] as Unit).value) ?? []) {
    if (best && spoken(best.phrase) >= spoken(phrase)) break
    if (phrase.unit && units[at - 1]?.kind !== 'value') continue
    if (phrase.first && !(phrase.plain.length === 0 ? opens : isOpening(units, at))) continue
    if (phrase.kind === 'pronoun' && (phrase.words.length === 1 ? several().two || followsTwo(units, at, words) : several().many))
      continue
    if (phrase.kind === 'pronoun' && phrase.words[0] === 'he' && phrase.words.length === 1 && !isNamedBefore(units, at, words))
      continue
    if (phrase.kind === 'inclusive' && isGendered(phrase, units, words)) continue
    if (
      isFused(phrase, words) &&
      isReached(units, at + phrase.words.join(' ').split(` ${GAP}`, 1).join().split(' ').length, words)
    )
      continue
    if (phrase.words[0] === 'die' && isOfTwo(units, at, words)) continue
    if (isConditional(phrase, words) && !isCondition(units, at, words)) continue
    const hole = phrase.words.indexOf(GAP)
    const to = behind(at, hole < 0 ? phrase.words : phrase.words.slice(0, hole))
    if (to === undefined || (phrase.measuring && !isMeasured(units, to, phrase, words))) continue
    if (phrase.gerund && !units[to]?.value.endsWith('ing')) continue
    if (!holds(phrase.asks, units, at, to, context) || isOfNext(phrase, units[to], words)) continue
    if (hole < 0) {
      best = { phrase, to }
      continue
    }
    const tail = phrase.words.slice(hole + 1)
    for (let end = to; tail.length > 0 && end < Math.min(units.length, at + WIDEST); end++) {
      if (units[end]?.kind === 'end') break
      // "Heeft het recht niet te betalen" denies what he may, not that he may it.
      if (isDenial(units[end]?.value, words)) break
      const closed = behind(end, tail)
      if (closed === undefined || isOfLonger(end, tail.length) || (tail.length === 1 && opensPart(units, end, words))) continue
      best = { phrase, to, closes: { at: end, to: closed } }
      break
    }
  }
  return best
}

/** A term as the name of who owns something: the Lessee's. */
const owning = (term: readonly string[]): readonly string[] => [...term.slice(0, -1), `${term.at(-1)}'s`]

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
  for (const { from, to } of renamed) {
    const own = next ? to : from
    if (stands(own)) return { values: from, to: at + own.length, kind: 'renamed' as const }
    if (stands(owning(own))) return { values: owning(from), to: at + own.length, kind: 'renamed' as const }
  }
  return undefined
}
