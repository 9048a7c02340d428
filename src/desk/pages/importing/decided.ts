import type { Correction, Corrections } from '../../../import/index.js'
import type { Sent } from '../../types.js'
import { isDoubtful, type ReviewPiece } from './pieces.js'

/** The facts of a cover that a form asks, each a key of the front matter. */
export const FACTS = ['title', 'version', 'effective', 'review'] as const

/** What was sent of the pieces of a source. */
export interface DecidedPieces {
  readonly corrections: Corrections
  /** Doubtful pieces that nobody judged. */
  readonly open: readonly ReviewPiece[]
}

/** Reads what was made of each doubtful piece: other words are a correction, whatever else was ticked. */
export function decidedIn(sent: Sent, pieces: readonly ReviewPiece[], facts: Readonly<Record<string, string>>): DecidedPieces {
  const clauses = new Map<string, Correction>()
  const open: ReviewPiece[] = []
  const isRestSeen = sent.text('rest') !== undefined
  for (const piece of pieces.filter(isDoubtful)) {
    const { key, ways, clause } = piece
    const words = wordsSent(sent.words(`words-${key}`))
    const way = sent.text(`do-${key}`)
    const as = ways.find((each) => each === way)
    if (clause && ways.includes('words') && words.length > 0 && words.join('\n') !== oneLine(clause.text))
      clauses.set(key, { as: 'words', words })
    else if (as !== undefined && as !== 'words') clauses.set(key, { as })
    else if (way !== 'kept' && !isRestSeen) open.push(piece)
  }
  const changed = FACTS.flatMap((name) => {
    const value = sent.words(name)?.trim()
    return value === undefined || value === (facts[name] ?? '') ? [] : [[name, value] as const]
  })
  return { corrections: { clauses, facts: Object.fromEntries(changed) }, open }
}

/** The clauses that were typed: an empty line begins another. */
const wordsSent = (typed = ''): readonly string[] =>
  typed.split(/\n\s*\n/).flatMap((part) => (part.trim() === '' ? [] : [oneLine(part)]))

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
