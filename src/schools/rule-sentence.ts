import type { Language } from '../model/index.js'
import { actorIn, type Stance, stancesOf } from '../norms/index.js'
import type { ClausePart } from './sentences.js'
import type { SentenceRead, TextsRead } from './texts-read.js'
import type { RuleSentence, SchoolClause } from './types.js'
import { valuesOf } from './values.js'

/** What a text prints before its first word: "3.6", "a)". It is no word of the sentence. */
const PRINTED_MARK = /^(?:\(?[a-z]\)|[a-z]\.|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\p{L})/u

/** A sentence of a clause with what it asks, of whom, when, and by which values. */
export function ruleSentence(
  { id, lang, lead }: SchoolClause,
  { text, from }: ClausePart,
  at: number,
  { sentences }: Pick<TextsRead, 'sentences'>,
): RuleSentence {
  const mark = PRINTED_MARK.exec(text)?.[0].length ?? 0
  const words = text.slice(mark)
  const { who, values, ...read } = sentences.of([lang, words, lead ?? ''], () => readSentence(words, lang, lead))
  const stances = read.stances.map((stance) => moved(stance, mark))
  const [first] = stances
  return {
    clause: id,
    at,
    text,
    from,
    stance: first?.modality ?? 'statement',
    stances,
    ...(who === undefined ? {} : { who }),
    ...(first?.condition === undefined ? {} : { condition: first.condition }),
    ...(first?.exception === undefined ? {} : { exception: first.exception }),
    values,
  }
}

function readSentence(words: string, lang: Language, lead: string | undefined): SentenceRead {
  const stances = stancesOf(words, lang, lead)
  const [first] = stances
  const who = first ? first.addressee : actorIn(words, lang)
  return { stances, ...(who === undefined ? {} : { who }), values: valuesOf(words, lang) }
}

/** A norm of a stretch of a text as one of the text. One that comes from a lead-in stands nowhere in it. */
export const moved = (stance: Stance, by: number): Stance =>
  stance.to === 0 || by === 0 ? stance : { ...stance, from: stance.from + by, to: stance.to + by }
