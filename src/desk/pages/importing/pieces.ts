import { type Correction, canBe } from '../../../import/index.js'
import type { Policy } from '../../../model/index.js'
import { findingsByFragment, type ReceiptJson } from '../../../papers/receipt/index.js'
import type { PolicyData } from '../../../present/index.js'

type Finding = ReceiptJson['findings'][number]
type Fragment = ReceiptJson['fragments'][number]

/** A clause that was made of a source, or a part of it that became none, with what is doubtful about it. */
export interface ReviewPiece {
  /** By which forms name it: the id of its clause, else its place. */
  readonly key: string
  readonly parts: readonly Fragment[]
  readonly findings: readonly Finding[]
  /** Its words are not in the text as they stood. */
  readonly isLost: boolean
  readonly clause: PolicyData['clauses'][number] | undefined
  /** What it can be made. */
  readonly ways: readonly Correction['as'][]
}

/** A source as its receipt accounts for it: what is doubtful about the document as a whole, and its pieces in their order. */
export interface Pieces {
  readonly whole: readonly Finding[]
  readonly pieces: readonly ReviewPiece[]
}

export function piecesOf(receipt: ReceiptJson, policy: Policy, { clauses }: PolicyData): Pieces {
  const byFragment = findingsByFragment(receipt)
  const ways = canBe(policy)
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const lost = new Set(receipt.unaccounted.map(({ line, text }) => `${line} ${text}`))
  const pieces = new Map<string, { parts: Fragment[]; findings: Finding[] }>()
  const keys = receipt.fragments.map(({ clause }, at) => clause ?? `part-${at + 1}`)
  for (const [at, fragment] of receipt.fragments.entries()) {
    const key = keys[at] as string
    const piece = pieces.get(key) ?? { parts: [], findings: [] }
    piece.parts.push(fragment)
    pieces.set(key, piece)
  }
  for (const [finding, at] of byFragment) pieces.get(keys[at] as string)?.findings.push(finding)
  return {
    whole: receipt.findings.filter((finding) => !byFragment.has(finding)),
    pieces: [...pieces].map(([key, { parts, findings }]) => ({
      key,
      parts,
      findings,
      isLost: parts.some(({ line, text }) => lost.has(`${line} ${text}`)),
      clause: byId.get(parts[0]?.clause ?? null),
      ways: ways.get(key) ?? [],
    })),
  }
}

export const isDoubtful = ({ findings, isLost }: ReviewPiece): boolean => isLost || findings.length > 0
