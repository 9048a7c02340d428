import type { Subject } from './subject.js'

/** One clause of either version that is divided over, or was made from, several of the other. */
export interface DividedClause {
  readonly old: readonly number[]
  readonly next: readonly number[]
}

/** Which clause is which, while it is being found out. Never undone: a later step only sees what the earlier ones left. */
export class Matching {
  /** Index of the counterpart, -1 when there is none yet. */
  readonly toNext: Int32Array
  readonly toOld: Int32Array

  constructor(
    readonly old: readonly Subject[],
    readonly next: readonly Subject[],
  ) {
    this.toNext = new Int32Array(old.length).fill(-1)
    this.toOld = new Int32Array(next.length).fill(-1)
  }

  link(i: number, j: number): void {
    this.toNext[i] = j
    this.toOld[j] = i
  }

  free(i: number, j: number): boolean {
    return this.toNext[i] === -1 && this.toOld[j] === -1
  }

  /** Whether two places mean the same: both before the first clause, both behind the last, or clauses that are each other's counterpart. */
  same(i: number, j: number): boolean {
    const oldOutside = i < 0 || i >= this.old.length
    const nextOutside = j < 0 || j >= this.next.length
    return oldOutside || nextOutside ? oldOutside && nextOutside && i < 0 === j < 0 : this.toNext[i] === j
  }

  freeOld(): Subject[] {
    return this.old.filter((_, i) => this.toNext[i] === -1)
  }

  freeNext(): Subject[] {
    return this.next.filter((_, j) => this.toOld[j] === -1)
  }

  /** Old clauses that have no counterpart, or one that says something else. */
  changedOld(): Subject[] {
    return this.old.filter((subject, i) => !equal(subject, this.next[this.toNext[i] as number]))
  }

  changedNext(): Subject[] {
    return this.next.filter((subject, j) => !equal(subject, this.old[this.toOld[j] as number]))
  }
}

const equal = (a: Subject, b: Subject | undefined): boolean => b !== undefined && (a.text === b.text || a.key === b.key)

/** A pair that may be the same clause. */
export interface Candidate {
  readonly i: number
  readonly j: number
  readonly score: number
}

/**
 * Best first. Equal scores are ordered by what does not change when the versions change places, so that the comparison the other way
 * around finds the same pairs; pairs that are equal in all of it never compete for a clause.
 */
export const bestFirst = (x: Candidate, y: Candidate): number =>
  y.score - x.score || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i + x.j - (y.i + y.j)
