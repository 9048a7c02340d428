import {
  capitalsIn,
  diffTokens,
  markedOtherwise,
  namesIn,
  slipsBetween,
  type Token,
  type TokenEdit,
  type Tokenised,
  tellingQuotes,
} from '../compare/index.js'
import { oneOf } from '../language/index.js'
import { isExchangedPair, isJoin, isOtherVoice, isReordered } from '../rewording/index.js'
import { isAsideMoved, joinsActs } from './aside.js'
import { areApartAs, areSameClauses, isToldOfNoun } from './clauses.js'
import { isIdle } from './commas.js'
import { isContactMoved } from './contacts.js'
import { joinedByBut } from './contrast.js'
import { areExchanged } from './exchanged.js'
import { inPieces, plainForms } from './forms/index.js'
import { withoutDoesSo } from './joined.js'
import { isListTurned, isSetOut, isUnlabelled } from './lists.js'
import { withSubjects } from './pronouns.js'
import { type Reading, readSides } from './read.js'
import { reconcile } from './reconcile.js'
import { haveSameRoles } from './roles/index.js'
import { type SentenceUnits, sentenceUnits } from './sentences.js'
import { isShuffled, isSubjectShuffled } from './shuffled.js'
import { isBy } from './small-words.js'
import { areOtherVoices, isSplit } from './split.js'
import { withStops } from './stops.js'
import type { ProofContext, ProofKind, Proving, Unit } from './unit.js'

export { PROOFS } from './rules.js'
export type { ProofContext, ProofKind, Unit } from './unit.js'
export { isTellingTag } from './written.js'

/** What of a change is proved harmless, and how. */
interface Proof {
  /** Kinds of the edits that are proved, by edit. */
  readonly proved: ReadonlyMap<TokenEdit, readonly ProofKind[]>
  /** What is not proved, as edits of the tokens. Empty when the whole change is harmless. */
  readonly open: readonly TokenEdit[]
  /** Both texts as they were read. */
  readonly read: { readonly old: readonly Unit[]; readonly next: readonly Unit[] }
}

interface Sides {
  readonly old: Tokenised
  readonly next: Tokenised
}

/** Words and signs of a clause, and words of a sentence, up to which a proof is tried: it takes the square of the one, the cube of the other. */
const LONGEST_CLAUSE = 4000
const LONGEST_SENTENCE = 120

/** Tries every proof on the edits between two texts of one clause. What is longer than anyone writes is not proved. */
export function prove(sides: Sides, edits: readonly TokenEdit[], known: ProofContext): Proof {
  if (Math.max(sides.old.tokens.length, sides.next.tokens.length) > LONGEST_CLAUSE)
    return { proved: new Map(), open: edits, read: { old: [], next: [] } }
  const texts = [sides.old.tokens, sides.next.tokens]
  const capitals = capitalsIn(texts)
  const quotes = tellingQuotes(sides.old.tokens, sides.next.tokens, known.words)
  const context = { ...known, terms: withCapitals(texts, capitals, known), names: namesIn(texts, known), capitals, quotes }
  const slips = slipsBetween(sides.old.tokens, sides.next.tokens, context)
  const { old, next } = readSides(sides, context, slips)
  const [x, y] = reconcile(old.units, next.units, context, { old: old.touched, next: next.touched }, sides)
  const [a, b] = [withStops(x, y, context), withStops(y, x, context)]
  const whole = sameText(a, b, context) ?? sameOtherwise(a, b, context)
  const open = whole ? [] : openEdits(a, b, sides, context)
  const isOpen = (edit: TokenEdit) => open.some((other) => overlap(edit, other))
  const proved = new Map(
    edits.filter((edit) => !isOpen(edit)).map((edit) => [edit, kindsOf(edit, sides, old, next, whole)] as const),
  )
  return { proved, open, read: { old: a, next: b } }
}

/** Terms, and words that stand here with a capital and without, where a text tells the two apart. */
function withCapitals(
  texts: readonly (readonly Token[])[],
  capitals: ReadonlySet<string>,
  { terms, tellsApart }: ProofContext,
): ReadonlySet<string> {
  const isSmallHere = (word: string) => texts.some((tokens) => tokens.some(({ key }) => key === word))
  const apart = [...capitals].filter((word) => !terms.has(word) && isSmallHere(word) && tellsApart(word))
  return apart.length === 0 ? terms : new Set([...terms, ...apart])
}

type Order = 'same' | 'order'

/** Whether the two say the same, and whether in another order. */
function sameText(a: readonly Unit[], b: readonly Unit[], context: Proving): Order | undefined {
  const [left, right] = [sentenceUnits(a), sentenceUnits(b)]
  if (left.length === right.length) {
    const orders = left.map((sentence, k) => sameSentence(sentence, right[k] as SentenceUnits, context))
    if (left.some((_, k) => losesSubject(left, right, k, context))) return undefined
    if (orders.every((order) => order !== undefined)) return orders.includes('order') ? 'order' : 'same'
    if (areExchanged(left, right, context, (x, y) => sameWords(x.words, y.words) && sameSentence(x, y, context) === 'same'))
      return 'order'
  }
  const same = (x: SentenceUnits, y: SentenceUnits) => sameSentence(x, y, context) !== undefined
  const parted = (whole: SentenceUnits, first: SentenceUnits, second: SentenceUnits) =>
    isToldOfNoun(whole, first, second, context) || areApartAs(whole, first, second, context, same)
  return left.length !== right.length && isSplit(left, right, context, same, parted) ? 'order' : undefined
}

/** Whether the two say the same once each sentence is put plainly, or one sets out what the other tells in a row. */
function sameOtherwise(a: readonly Unit[], b: readonly Unit[], context: Proving): Order | undefined {
  if (Math.max(a.length, b.length) > LONGEST_SENTENCE) return undefined
  if ([isSetOut, isUnlabelled, isListTurned, isShuffled, isContactMoved].some((proof) => proof(a, b, context))) return 'order'
  const [old, next] = [a, b].map((units) => joinedByBut(withoutDoesSo(units, context), context)) as [
    readonly Unit[],
    readonly Unit[],
  ]
  const [x, y] = [plainForms(old, next, context), plainForms(next, old, context)]
  const [left, right] = [withSubjects(inPieces(x, y), context), withSubjects(inPieces(y, x), context)]
  return sameText(left, right, context) ? 'order' : undefined
}

const isPronoun = oneOf('he', 'it', 'unstressed', 'his')
/** Words of a sentence among which the pronoun stands that leans on the one before it. */
const OPENING = 4

/** Whether one of two sentences names who acts behind "by", and the other does not. */
const isOtherwiseTold = ({ words: x }: SentenceUnits, { words: y }: SentenceUnits, { words }: ProofContext): boolean =>
  x.filter((word) => isBy(word, words)).length !== y.filter((word) => isBy(word, words)).length

/** Whether a sentence is told in the other voice, so that a pronoun behind it may mean another than before. */
const losesSubject = (
  left: readonly SentenceUnits[],
  right: readonly SentenceUnits[],
  k: number,
  context: ProofContext,
): boolean =>
  isOtherwiseTold(left[k] as SentenceUnits, right[k] as SentenceUnits, context) &&
  [left[k + 1], right[k + 1]].some((sentence) => opensWithPronoun(sentence, context))

const opensWithPronoun = (sentence: SentenceUnits | undefined, { words }: ProofContext): boolean =>
  sentence?.words.slice(0, OPENING).some((word) => isPronoun(word, words)) === true

function sameSentence(a: SentenceUnits, b: SentenceUnits, context: Proving): Order | undefined {
  if (a.closing !== b.closing) return undefined
  const [x, y] = [a.words, b.words]
  if (sameWords(x, y)) return commasAgree(a.units, b.units, context) ? 'same' : undefined
  if (Math.max(x.length, y.length) > LONGEST_SENTENCE) return undefined
  if (isAsideMoved(a, b, context)) return 'order'
  if (commasBeforeJoins(a.units, context) !== commasBeforeJoins(b.units, context)) return undefined
  // What opens the one and not the other may tell of both of two acts.
  if (x[0] !== y[0] && [x, y].every((each) => joinsActs(each, context.words))) return undefined
  return isReordered(x, y, context.words) ||
    isExchangedPair(x, y, context.words) ||
    isTurned(x, y, context) ||
    isTurned(y, x, context) ||
    isOtherVoice(x, y, context.words) ||
    areOtherVoices(x, y, context) ||
    isSubjectShuffled(a.units, b.units, context) ||
    haveSameRoles(a, b, context) ||
    areSameClauses(a, b, context, (one, other) => sameSentence(one, other, context) !== undefined)
    ? 'order'
    : undefined
}

/** "Uiteraard mogen bewoners …": behind a word that adds nothing and was left out, the Dutch verb stands before its subject. */
function isTurned(x: readonly string[], y: readonly string[], { words }: ProofContext): boolean {
  const [verb = ''] = x
  const at = words.verbSecond && isFronted(verb, words) ? y.indexOf(verb) : -1
  // "Er zijn aan de balie …": a time or place may stand before the verb instead, however long.
  return (
    at > 0 &&
    (at <= LONGEST_SUBJECT || (at <= LONGEST_PART && words.movable.has(y[0] ?? ''))) &&
    sameWords(x.slice(1), [...y.slice(0, at), ...y.slice(at + 1)])
  )
}
const isFronted = oneOf('be', 'becomes', 'has', 'may', 'mayMany', 'holds')
/** Words of a subject. */
const LONGEST_SUBJECT = 4
/** Words of a time or place in front. */
const LONGEST_PART = 8

/** "A guest, and a dog": a comma before "and" may part what it joins, wherever else the words stand. */
const commasBeforeJoins = (units: readonly Unit[], { words }: ProofContext): number =>
  units.filter(({ value }, at) => units[at - 1]?.kind === 'comma' && isJoin(value, words)).length

const sameWords = (x: readonly string[], y: readonly string[]): boolean =>
  x.length === y.length && x.every((word, k) => word === y[k])

/** Whether every comma that only one of two equal sentences has binds nothing. */
function commasAgree(a: readonly Unit[], b: readonly Unit[], context: Proving): boolean {
  const places = (units: readonly Unit[]) => {
    const found = new Map<number, number>()
    let word = 0
    units.forEach((unit, at) => {
      if (unit.kind === 'comma') found.set(word, at)
      else word++
    })
    return found
  }
  const [inA, inB] = [places(a), places(b)]
  const gone = [...inA].filter(([place]) => !inB.has(place))
  const come = [...inB].filter(([place]) => !inA.has(place))
  // One that went and one that came is a comma that moved: what it parts is other than before.
  if (gone.length > 0 && come.length > 0) return false
  return gone.every(([, at]) => isIdle(a, at, context)) && come.every(([, at]) => isIdle(b, at, context))
}

/** What is left that no proof explains: the smallest difference between the readings, and commas that may bind. */
function openEdits(a: readonly Unit[], b: readonly Unit[], sides: Sides, context: Proving): readonly TokenEdit[] {
  const [left, right] = [sentenceUnits(a), sentenceUnits(b)]
  // A sentence that is proved on its own is no part of what is left.
  const parts: readonly (readonly [readonly Unit[], readonly Unit[]])[] =
    left.length === right.length
      ? left.flatMap((sentence, k) => {
          const other = right[k] as SentenceUnits
          return sameSentence(sentence, other, context) && !losesSubject(left, right, k, context)
            ? []
            : [[sentence.all, other.all] as const]
        })
      : [[a, b]]
  return parts.flatMap(([x, y]) => {
    const [wordsX, wordsY] = [x.filter(isWord), y.filter(isWord)]
    const { hunks } = diffTokens(wordsX.map(asToken), wordsY.map(asToken))
    const edits = hunks.map(({ a: old, b: next }) => tokenEdit(sides, spanOf(wordsX, old, x), spanOf(wordsY, next, y)))
    return edits.length > 0 ? edits : strayCommas(x, y, sides)
  })
}

const isWord = ({ kind }: Unit): boolean => kind !== 'comma'
const asToken = ({ value }: Unit): Token => ({ kind: 'word', key: value, from: 0, to: value.length })

type Span = readonly [from: number, to: number]

/** The tokens of a few units; where there are none, the place between their neighbours. */
function spanOf(units: readonly Unit[], [from, to]: Span, all: readonly Unit[]): Span {
  const [first, last] = [units[from], units[to - 1]]
  if (from < to && first && last) return [first.from, last.to]
  const at = first?.from ?? all.at(-1)?.to ?? 0
  return [at, at]
}

/** Commas that one of two sentences of the same words has alone, and that bind something. */
function strayCommas(a: readonly Unit[], b: readonly Unit[], sides: Sides): readonly TokenEdit[] {
  const placesOf = (units: readonly Unit[]) => {
    let words = 0
    return units.flatMap((unit) => {
      if (isWord(unit)) words++
      return isWord(unit) ? [] : [{ unit, place: words }]
    })
  }
  const pointIn = (units: readonly Unit[], place: number): Span => spanOf(units.filter(isWord), [place, place], units)
  const [inA, inB] = [placesOf(a), placesOf(b)]
  const alone = (list: typeof inA, others: typeof inA) =>
    list.filter(({ place }) => !others.some((other) => other.place === place))
  return [
    ...alone(inA, inB).map(({ unit, place }) => tokenEdit(sides, [unit.from, unit.to], pointIn(b, place))),
    ...alone(inB, inA).map(({ unit, place }) => tokenEdit(sides, pointIn(a, place), [unit.from, unit.to])),
  ]
}

function tokenEdit({ old, next }: Sides, a: Span, b: Span): TokenEdit {
  const range = ({ text, tokens }: Tokenised, [from, to]: Span): Span => {
    const start = tokens[from]?.from ?? text.length
    return from === to ? [start, start] : [start, (tokens[to - 1] as Token).to]
  }
  return {
    edit: { old: range(old, a), next: range(next, b) },
    old: old.tokens.slice(...a),
    next: next.tokens.slice(...b),
  }
}

/** Words that are in both are in both, wherever the other side has the place of what it lacks: before the end of a cell or behind it. */
function overlap(a: TokenEdit, b: TokenEdit): boolean {
  const shares = (x: Span, y: Span) => x[0] < y[1] && y[0] < x[1]
  const meets = (x: Span, y: Span) => (x[0] === x[1] || y[0] === y[1] ? x[0] <= y[1] && y[0] <= x[1] : shares(x, y))
  if (shares(a.edit.old, b.edit.old) || shares(a.edit.next, b.edit.next)) return true
  return meets(a.edit.old, b.edit.old) && meets(a.edit.next, b.edit.next)
}

/** By which rules an edit is proved: those that read its tokens otherwise, and the order when words only changed places. */
function kindsOf(edit: TokenEdit, sides: Sides, old: Reading, next: Reading, order: Order | undefined): readonly ProofKind[] {
  const kinds = new Set<ProofKind>()
  const collect = (tokens: readonly Token[], all: readonly Token[], reading: Reading) => {
    for (const token of tokens) for (const kind of reading.touched.get(all.indexOf(token)) ?? []) kinds.add(kind)
  }
  if (!markedOtherwise(edit)) {
    collect(edit.old, sides.old.tokens, old)
    collect(edit.next, sides.next.tokens, next)
    if (order === 'order') {
      // Words that only came here went from there: how they are read says nothing.
      if (edit.old.length === 0 || edit.next.length === 0) kinds.clear()
      kinds.add('order')
    }
  }
  return kinds.size === 0 ? ['punctuation'] : [...kinds]
}
