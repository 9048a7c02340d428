import { type ClauseMeasures, clauseGrade, finalClauseSum, firstClauseSum } from './clause-score.js'
import type { Measures } from './measure.js'
import { phraseShare, placeShare, topicShare, wordShare } from './score.js'
import { GRADES } from './types.js'

// Of pairs there are very many. Numbers in columns, a row for each pair, take a quarter of the room of an object for each, and nobody must look
// through them for what may be thrown away.

/** What two sentences give to the score of a pair, by kind of evidence. */
export type Shares = readonly [words: number, phrase: number, topic: number, place: number]

const sharesOf = (m: Measures): Shares => [wordShare(m), phraseShare(m), topicShare(m), placeShare(m)]

/** What is kept of pairs of clauses. */
export class KeptPairs {
  /** The two sentences that are most alike. */
  readonly a: Int32Array
  readonly b: Int32Array
  readonly first: Float64Array
  readonly final: Float64Array
  readonly grade: Uint8Array
  readonly sentence: Float64Array
  /** Four to a pair. */
  readonly #shares: Float32Array
  #count = 0

  /** `most`: how many pairs of clauses there may be, no more than of sentences. */
  constructor(most: number) {
    this.a = new Int32Array(most)
    this.b = new Int32Array(most)
    this.first = new Float64Array(most)
    this.final = new Float64Array(most)
    this.grade = new Uint8Array(most)
    this.sentence = new Float64Array(most)
    this.#shares = new Float32Array(4 * most)
  }

  get count(): number {
    return this.#count
  }

  /** Keeps a pair of clauses by its measures; `most` are those of the two sentences of them that are most alike, or what they give. */
  add(a: number, b: number, m: ClauseMeasures, most: Measures | Shares): void {
    const shares = 'section' in most ? sharesOf(most) : most
    const row = this.#count++
    this.a[row] = a
    this.b[row] = b
    this.first[row] = firstClauseSum(m)
    this.final[row] = finalClauseSum(m)
    this.grade[row] = GRADES.indexOf(clauseGrade(m))
    this.sentence[row] = m.sentence
    const own = this.#shares
    own[4 * row] = shares[0]
    own[4 * row + 1] = shares[1]
    own[4 * row + 2] = shares[2]
    own[4 * row + 3] = shares[3]
  }

  sharesAt(row: number): readonly number[] {
    return Array.from(this.#shares.subarray(4 * row, 4 * row + 4))
  }
}

type Column = keyof ClauseMeasures | 'a' | 'b' | 'alike' | 'wordShare' | 'phraseShare' | 'topicShare' | 'placeShare'

/** What is known of pairs of clauses of several sentences while the pairs of those are measured. */
export class GatheredPairs {
  readonly #rows = new Map<number, number>()
  readonly #columns: Readonly<Record<Column, number[]>> = {
    words: [],
    rare: [],
    topic: [],
    topicAmount: [],
    place: [],
    stance: [],
    definition: [],
    strangers: [],
    opposed: [],
    sentence: [],
    matter: [],
    phrase: [],
    equal: [],
    a: [],
    b: [],
    alike: [],
    wordShare: [],
    phraseShare: [],
    topicShare: [],
    placeShare: [],
  }

  /** Adds what two sentences say of two clauses; `begin` says of the first two what is so of the clauses whatever the others say. */
  add(pair: number, a: number, b: number, m: Measures, begin: () => ClauseMeasures): void {
    const of = this.#columns
    const row = this.#rows.get(pair)
    if (row === undefined) {
      const first = this.#rows.size
      this.#rows.set(pair, first)
      this.#begin(first, begin())
      this.#setMost(first, a, b, m)
      return
    }
    if (m.words > (of.alike[row] as number)) this.#setMost(row, a, b, m)
    of.sentence[row] = Math.max(of.sentence[row] as number, m.words)
    of.matter[row] = Math.max(of.matter[row] as number, m.topic)
    of.phrase[row] = Math.max(of.phrase[row] as number, m.phrase)
    if (m.equal) of.equal[row] = 1
    if (m.opposed) of.opposed[row] = 1
    if (!m.strangers) of.strangers[row] = 0
    if (!m.definition) of.definition[row] = 0
  }

  /** Gives all that was gathered to what is kept, and forgets it. */
  moveTo(kept: KeptPairs): void {
    const of = this.#columns
    for (let row = 0; row < this.#rows.size; row++) {
      const m: ClauseMeasures = {
        words: of.words[row] as number,
        rare: of.rare[row] as number,
        topic: of.topic[row] as number,
        topicAmount: of.topicAmount[row] as number,
        place: of.place[row] as number,
        stance: of.stance[row] as number,
        definition: (of.definition[row] as number) === 1,
        strangers: (of.strangers[row] as number) === 1,
        opposed: (of.opposed[row] as number) === 1,
        sentence: of.sentence[row] as number,
        matter: of.matter[row] as number,
        phrase: of.phrase[row] as number,
        equal: (of.equal[row] as number) === 1,
      }
      kept.add(of.a[row] as number, of.b[row] as number, m, [
        of.wordShare[row] as number,
        of.phraseShare[row] as number,
        of.topicShare[row] as number,
        of.placeShare[row] as number,
      ])
    }
    this.#rows.clear()
    for (const column of Object.values(of)) column.length = 0
  }

  #begin(row: number, m: ClauseMeasures): void {
    const of = this.#columns
    of.words[row] = m.words
    of.rare[row] = m.rare
    of.topic[row] = m.topic
    of.topicAmount[row] = m.topicAmount
    of.place[row] = m.place
    of.stance[row] = m.stance
    of.definition[row] = m.definition ? 1 : 0
    of.strangers[row] = m.strangers ? 1 : 0
    of.opposed[row] = m.opposed ? 1 : 0
    of.sentence[row] = m.sentence
    of.matter[row] = m.matter
    of.phrase[row] = m.phrase
    of.equal[row] = m.equal ? 1 : 0
  }

  #setMost(row: number, a: number, b: number, m: Measures): void {
    const of = this.#columns
    of.a[row] = a
    of.b[row] = b
    of.alike[row] = m.words
    of.wordShare[row] = wordShare(m)
    of.phraseShare[row] = phraseShare(m)
    of.topicShare[row] = topicShare(m)
    of.placeShare[row] = placeShare(m)
  }
}
