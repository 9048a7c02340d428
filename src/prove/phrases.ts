import { GAP, hasReach, isJoin, mayBeAsked, type Phrase, spoken, type WordTables } from '../language/changes/index.js'
import { isFunctionWord, once, oneOf } from '../language/index.js'
import { append } from '../model/index.js'
import { baseOf } from './forms/index.js'
import { followsTwo, severalActors } from './pronouns.js'
import { isNot } from './small-words.js'
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
export function phrased(units: readonly Unit[], context: Proving, next: boolean, touched: Touched): readonly Unit[] {
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
    if (phrase.gerund && verb?.value.endsWith('ing')) {
      result.push({ ...verb, value: baseOf(verb.value, context.dictionary) })
      at++
    }
  }
  return result
}

/** Where the second part of a phrase around others begins, what is read there, and where it ends. */
type Closings = Map<number, { readonly values: readonly string[]; readonly to: number }>

/** Whether a remark before an English rule is no remark, but told of the word behind it: "obviously ill pupils". A clause ends with "that", a word has its comma. */
const isOfNext = ({ first, plain, words: said }: Phrase, next: Unit | undefined, { verbSecond }: WordTables): boolean =>
  !verbSecond && first && plain.length === 0 && said.at(-1) !== 'that' && next?.kind === 'word'

/** Whether a sentence begins here. */
const isFirst = (units: readonly Unit[], at: number): boolean => /^(?:end|break|undefined)$/.test(String(units[at - 1]?.kind))

/** Whether a clause that a comma closes begins here, as the first of a sentence: "Where the hirer pays late, …". */
function isOpening(units: readonly Unit[], at: number): boolean {
  if (!isFirst(units, at)) return false
  const close = units.findIndex((unit, k) => k > at && (unit.kind === 'comma' || unit.kind === 'end'))
  return units[close]?.kind === 'comma'
}

/** Whether a word that may be a part of the verb before it opens a time or place instead: "komt na 22 uur", "levert in mei". */
const opensPart = (units: readonly Unit[], at: number, words: WordTables): boolean => {
  const { separable, movable, phrases } = words
  const next = units[at + 1]
  if (!separable.has(units[at]?.value ?? '') || next === undefined) return false
  const opens = (phrases.get(next.value) ?? []).some(
    ({ words: said, plain }) =>
      movable.has(plain[0]?.split('_')[0] ?? '') && said.every((word, k) => units[at + 1 + k]?.value === word),
  )
  return (
    next.kind === 'value' || (next.kind === 'word' && !opens && !movable.has(next.value) && !isSeparatedBy(next.value, words))
  )
}
const isSeparatedBy = oneOf('separatedBy')

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

/**
 * Whether a name of one sex may be meant as that: of many ("studentes"), beside the name of the other or neither, where only these may, or where women or men
 * are spoken of.
 */
function isGendered(
  { words: [word = '', ...more], plain: [plain = ''] }: Phrase,
  units: readonly Unit[],
  known: WordTables,
): boolean {
  if (more.length > 0 || word === plain) return false
  const many = known.feminine.some(
    ([, hers]) => hers !== '' && [`${hers}s`, `${hers}sen`, `${hers}nen`].some((end) => word.endsWith(end)),
  )
  const isTwin = (value: string) =>
    value !== word && known.phrases.get(value)?.some((other) => other.kind === 'inclusive' && other.plain[0] === plain) === true
  return (
    many || units.some(({ value }) => value === plain || isTwin(value) || known.sexes.has(value) || known.limiting.has(value))
  )
}
const isDenial = oneOf('no', 'not', 'never')
/** Whether a phrase says in one word what its row says with "not", or the other way around: not allowed, prohibited. */
const isFused = ({ words: said, plain }: Phrase, words: WordTables): boolean =>
  [...said, ...plain].some((word) => isFusing(word, words)) &&
  said.some((word) => isNot(word, words)) !== plain.some((word) => isNot(word, words))
const isInfinitive = oneOf('infinitive')
const isFusing = oneOf('fused')

/** Whether what stands behind a denial may be what alone is denied: not allowed everywhere, not allowed or encouraged. */
function isReached(units: readonly Unit[], from: number, known: WordTables): boolean {
  const close = units.findIndex(({ kind }, k) => k >= from && (kind === 'end' || kind === 'break'))
  const behind = units.slice(from, close < 0 ? units.length : close)
  const plain = behind.filter(({ value }) => !isInfinitive(value, known)).map(({ value }) => value)
  return (
    isJoin(behind[0]?.value, known) ||
    hasReach(
      plain.filter((value) => !/^number /.test(value)),
      known,
    )
  )
}

/** Whether two nouns stand before a relative pronoun, of which its gender tells the one: "de directeur van het bedrijf dat …". */
function isOfTwo(units: readonly Unit[], at: number, words: WordTables): boolean {
  const before = units.slice(Math.max(0, at - LONGEST_NAME), at)
  return before.some(({ value }, k) => k < before.length - 1 && isBetweenNouns(value, words))
}
/** Words of two nouns with what joins them: "de directeur van het bedrijf". */
const LONGEST_NAME = 5
const isBetweenNouns = oneOf('betweenNouns')
const isIf = oneOf('if')
const isConditional = ({ words: said, plain: [plain = ''] }: Phrase, words: WordTables): boolean =>
  said.length === 1 && isIf(plain, words) && said[0] !== plain

/**
 * Whether what begins here is a condition: no moment that is asked or told ("bepaalt wanneer …"), and a clause with its verb, for Dutch "als" is
 * "as" too: "als eerste", "als penningmeester tekent hij".
 */
function isCondition(units: readonly Unit[], at: number, known: WordTables): boolean {
  const start = units.slice(0, at).findLastIndex(({ kind }) => kind !== 'word' && kind !== 'value') + 1
  const before = units.slice(start, at).map(({ value }) => value)
  if (mayBeAsked(before, units[at]?.value ?? '', known) && known.interrogative.has(units[at]?.value ?? '')) return false
  if (!known.verbSecond) return true
  const close = units.findIndex(({ kind }, k) => k > at && kind !== 'word' && kind !== 'value')
  const clause = units.slice(at + 1, close < 0 ? units.length : close).map(({ value }) => value)
  const [first = ''] = clause
  // No article before who acts, or a rank: it is what someone is.
  if (!isFunctionWord(first) && (known.isActor(first) || known.backward.has(first))) return false
  return clause.slice(1).some((word) => VERB.test(word) || isVerb(word, known))
}
const isVerb = oneOf('conditionVerbs')
/** A verb by its ending. */
const VERB = /^\p{L}{2,}(?:t|en|de|te)$/u

/** Whether one who acts is named before a pronoun in its sentence, so that it is that one. */
function isNamedBefore(units: readonly Unit[], at: number, { isActor }: WordTables): boolean {
  const start = units.slice(0, at).findLastIndex(({ kind }) => kind === 'end' || kind === 'break') + 1
  return units.slice(start, at).some(({ value }) => isActor(value))
}

/** Whether a figure stands here. "Below three metres" is how deep, "less than three metres" how much: a bound is read alike only of what is counted or paid. */
function isMeasured(units: readonly Unit[], at: number, { plain }: Phrase, { sizes, phrases }: WordTables): boolean {
  const next = units[at + 1]?.value ?? ''
  const isSize = sizes.has(next) || (phrases.get(next) ?? []).some((other) => sizes.has(other.plain.join(' ')))
  return units[at]?.kind === 'value' && (plain.length === 0 || !isSize)
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
