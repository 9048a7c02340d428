import { isFunctionWord, oneOf } from '../language/index.js'
import { isJoin, isRelative } from '../rewording/index.js'
import type { ProofContext, Proving, Unit } from './unit.js'

const opensRelative = oneOf('opensRelative')
const isWho = oneOf('who', 'whom', 'which', 'if', 'when', 'unless')
const isSubordinate = oneOf('if', 'when', 'once', 'where', 'unless', 'provided')
/** Conjunctions that can tell of no word before them. */
const isConditional = oneOf('unless', 'provided')
const isBut = oneOf('but', 'nor')
const isAll = oneOf('and', 'nor')
const isFinite = oneOf('be', 'been', 'was', 'becomes', 'has', 'do', 'may', 'mayMany', 'need', 'holds', 'stays')
const isNorm = oneOf('may')
const isStrict = oneOf('no', 'not', 'never', 'neither', 'only', 'always')

/** Whether the comma at `at` binds nothing: with it or without, the sentence says the same. */
export function isIdle(units: readonly Unit[], at: number, { words, capitals }: Proving): boolean {
  let start = at
  while (start > 0 && !ends(units[start - 1])) start--
  let end = at
  while (end < units.length && !ends(units[end])) end++
  const before = units.slice(start, at)
  const after = units.slice(at + 1, end)
  const [next] = after
  if (!next) return true
  const joins = (value: string) => isJoin(value, words) || isBut(value, words)
  const says = (list: readonly Unit[], tells: (word: string, of: typeof words) => boolean) =>
    list.some(({ kind, value }) => kind === 'word' && tells(value, words))
  const commas = before.filter(({ kind }) => kind === 'comma').length
  if (isAside(units.slice(start, end), at - start, words)) return true
  // "That is, the first month", "bijvoorbeeld, …": the words set apart what follows.
  if (before.at(-1)?.value === 'is' && before.at(-2)?.value === 'that' && before.at(-3)?.kind === 'comma') return true
  // "a, b, and c"
  if (joins(next.value)) {
    // "The officers, Mary(,) and John": with the comma they may be others, without it they are the officers.
    const [first, named] = [before.findIndex(({ kind }) => kind === 'comma'), before.at(-1)?.value ?? '']
    if (
      commas === 1 &&
      capitals.has(named) &&
      capitals.has(after[1]?.value ?? '') &&
      !capitals.has(before[first - 1]?.value ?? '')
    )
      return false
    // "Keep it tidy, and must not …": a norm of its own behind "and" begins a part of its own, with or without a comma.
    const own = isAll(next.value, words) && isNorm(after[1]?.value, words)
    const plain =
      !says([...before, ...after], (word) => words.joiningAny.has(word)) && !says(before, isWho) && !says(after, isWho)
    if (own && plain && commas === 0 && !after.some(({ kind }) => kind === 'comma')) return true
    if (isAll(next.value, words) && commas === 0 && plain && areClauses(before, after, words)) return true
    const mixed = says([...before, ...after], isAll) && says([...before, ...after], (word) => words.joiningAny.has(word))
    return commas > 0 && !mixed && !says(before, isWho) && !isSubordinate(before[0]?.value, words)
  }
  if (
    commas === 0 &&
    isTogether(next.value, words) &&
    isWith(after[1]?.value, words) &&
    !says(before, joins) &&
    !says(before, isWho)
  )
    return true
  if (isRelative(next.value, words) || opensRelative(next.value, words)) return false
  if (commas > 0) return false
  // What stands behind "unless" is a condition of the whole sentence, whatever stands before it.
  if (isConditional(next.value, words) && !says([...before, ...after], joins) && !says(before, isWho)) return true
  // "In such a case, we", "If it rains, the gate is closed"
  if (words.movable.has(before[0]?.value ?? '') && !after.some(({ kind }) => kind === 'comma')) return true
  if (isFinite(next.value, words)) return true
  // "Wie ziek is, meldt zich": it tells of whoever it is, and the comma stands between its verb and that of the sentence.
  if (isWhoever(before[0]?.value, words) && isVerb(before.at(-1)?.value, words) && isVerb(next.value, words)) return true
  const last = !after.some(({ kind }) => kind === 'comma')
  const told = words.participles.has(before.at(-1)?.value ?? '') || /\w{3}ed$/.test(before.at(-1)?.value ?? '')
  return last && words.movable.has(next.value) && !says(before, joins) && !says(before, isStrict) && !says(before, isWho) && !told
}

const isTogether = oneOf('together')
const isWith = oneOf('with')
const opensClause = oneOf('the', 'a', 'each', 'all', 'his', 'our')
/** Words of a subject before its verb. */
const LONGEST_SUBJECT = 6

/** Whether "and" joins two clauses that have each a subject and a verb, and nothing that may be told of both: no time, no condition, nothing in front. */
function areClauses(before: readonly Unit[], [, ...after]: readonly Unit[], words: ProofContext['words']): boolean {
  const verbIn = (units: readonly Unit[]) => units.slice(1, LONGEST_SUBJECT).some(({ value }) => isFinite(value, words))
  const opens = ([first]: readonly Unit[]) =>
    first?.kind === 'word' && !words.movable.has(first.value) && (opensClause(first.value, words) || !isFunctionWord(first.value))
  const free = [...before, ...after].every(
    ({ kind, value }) =>
      kind !== 'comma' &&
      !isStrict(value, words) &&
      !isSubordinate(value, words) &&
      !isJoin(value, words) &&
      !words.times.has(value) &&
      !/^(?:date|time|days|months) /.test(value),
  )
  return free && opens(before) && opens(after) && verbIn(before) && verbIn(after) && !isNorm(after[0]?.value, words)
}

const isWhoever = oneOf('whoever')
/** Finite, or a verb by its ending. */
const isVerb = (word: string | undefined, words: ProofContext['words']): boolean =>
  isFinite(word, words) || (words.verbSecond && /^\p{L}{3,}(?:t|en)$/u.test(word ?? ''))

const isWhat = oneOf('what')
/** Begins a time or an occasion, beside the words that do so in every sentence. */
const isOccasion = oneOf('occasion')

/**
 * Whether a comma is one of the only two of a sentence, around a part that says when or on what occasion something is done: behind the verb
 * that is meant, "may, in such cases, waive", or by its own first word, "stelt de huisarts, na overleg, op de hoogte".
 */
function isAside(sentence: readonly Unit[], at: number, words: ProofContext['words']): boolean {
  const commas = sentence.flatMap(({ kind }, k) => (kind === 'comma' ? [k] : []))
  const [open = 0, close = 0] = commas
  if (commas.length !== 2 || !commas.includes(at) || open === 0) return false
  const part = sentence.slice(open + 1, close)
  const [head = ''] = part.map(({ value }) => value)
  const binds = part.some(
    ({ value }, k) =>
      isJoin(value, words) ||
      isBut(value, words) ||
      isStrict(value, words) ||
      isRelative(value, words) ||
      (opensRelative(value, words) && (isWho(value, words) || isWhat(value, words) || isWho(part[k + 1]?.value, words))),
  )
  const tells = words.movable.has(head) && isFinite(sentence[open - 1]?.value, words)
  return !binds && !isSubordinate(head, words) && (tells || words.times.has(head) || isOccasion(head, words))
}

const ends = (unit: Unit | undefined): boolean => unit === undefined || unit.kind === 'end' || unit.kind === 'break'
