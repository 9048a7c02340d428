import { PIECE, type TextTerms } from './terms.js'
import type { Topic, Vocabulary } from './vocabulary.js'

/** Share of a cue's worth that it has when a part of it stands only in the titles and the lead-in above. */
const ABOVE = 0.25

/**
 * The topics a sentence points to and how surely, 0 to 1. A cue is worth the number of its words, and `n` worth of cues make
 * `n / (n + 1)`: the first says much, more of them only confirm it.
 */
export function topicsOf(sentence: TextTerms, above: TextTerms, vocabulary: Vocabulary | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const has = ({ terms }: TextTerms, term: string): boolean => (terms.get(term) ?? 0) >= PIECE
  for (const { id, cues } of vocabulary ? touched(sentence, vocabulary) : []) {
    let worth = 0
    for (const cue of cues) {
      if (cue.every((term) => has(sentence, term))) worth += cue.length
      else if (cue.some((term) => has(sentence, term)) && cue.every((term) => has(sentence, term) || has(above, term)))
        worth += ABOVE * cue.length
    }
    if (worth > 0) found.set(id, worth / (worth + 1))
  }
  return found
}

/** The topics that a term of the sentence is a cue of, in their order: next to none of all there are. */
function touched({ terms }: TextTerms, { topics, topicsOfTerm }: Vocabulary): readonly Topic[] {
  const found = new Set<number>()
  for (const term of terms.keys()) for (const at of topicsOfTerm.get(term) ?? []) found.add(at)
  return [...found].sort((a, b) => a - b).map((at) => topics[at] as Topic)
}
