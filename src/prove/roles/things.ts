import { oneOf } from '../../language/index.js'
import { isJoin } from '../../rewording/index.js'
import type { ProofContext } from '../unit.js'

type Words = readonly string[]

const isDeterminer = oneOf('the', 'a', 'each', 'any', 'all', 'his', 'our')
const isAuxiliaryVerb = oneOf('may', 'is', 'was', 'hasOne', 'becomesOne', 'became', 'need')

/** Whether everything that "and" or "or" joins in a sentence is a thing or person, and no second act. */
export function areThings(words: Words, context: ProofContext): boolean {
  return words.every((word, at) => {
    if (!isJoin(word, context.words)) return true
    const [before = '', next = '', noun = ''] = [words[at - 1], words[at + 1], words[at + 2]]
    const own = isDeterminer(next, context.words) ? noun : next
    if (/\d/.test(before) || context.words.movable.has(next)) return false
    return (
      !mayBeVerb(before, context) &&
      !mayBeVerb(own, context) &&
      !words.slice(at + 1).some((each, k) => k > 1 && mayBeFinite(each, context))
    )
  })
}

function mayBeFinite(word: string, context: ProofContext): boolean {
  return isAuxiliaryVerb(word, context.words) || mayBeVerb(word, context)
}

/** Whether a word may be a verb: another form of that verb is a word, too. */
function mayBeVerb(word: string, { words, dictionary }: ProofContext): boolean {
  const { verbSecond, participles } = words
  if (/\d/.test(word) || isDeterminer(word, words)) return false
  const known = dictionary()
  if (!known) return true
  if (verbSecond) return participles.has(word) || /(?:t|en|d|te|de)$/.test(word)
  const base = word.replace(/(?:e?s|ed|ing)$/, '')
  return [...new Set([word, base, `${base}e`, word.replace(/s$/, '')])].some(
    (each) =>
      isIrregular(each, participles) || [`${each}ed`, `${each}d`, `${each}${each.at(-1)}ed`].some((past) => known.knows(past)),
  )
}

const isIrregular = (verb: string, participles: ReadonlyMap<string, string>): boolean => {
  for (const pair of participles) if (pair.includes(verb)) return true
  return false
}
