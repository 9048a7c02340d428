import type { Phrase } from '../model/index.js'
import { MAX_BLANK_LINES, MOST_BLOCKS } from '../read/index.js'

/** What a document may hold so that reading it takes bounded time and memory: about five hundred full pages of text. */
export const MOST_LETTERS = 1_500_000
/** Of plain text, eighty on each of those pages: every line is looked at again and again before it is known where paragraphs end. */
export const MOST_LINES = 40_000
export const MOST_ELEMENTS = 500_000
/** Of a page: a browser's parser takes longer for each, and what lies in what is not known before. */
export const MOST_TAGS = 200_000
/** A source that is whole but larger than a document is. */
export class TooLarge extends Error {
  constructor(readonly limit: Extract<Phrase, { readonly phrase: `limit.${string}` }>) {
    super(limit.phrase)
  }
}

export const TOO_MANY_LETTERS = { phrase: 'limit.letters', values: { most: MOST_LETTERS } } as const

export const TOO_MANY_LINES = { phrase: 'limit.lines', values: { most: MOST_LINES } } as const

export const TOO_MANY_BLANKS = { phrase: 'limit.blank-lines', values: { most: MAX_BLANK_LINES } } as const

export const TOO_MANY_BLOCKS = { phrase: 'limit.blocks', values: { most: MOST_BLOCKS } } as const

/** A source that is not whole, or not what it says it is. */
export class Damaged extends Error {
  constructor(readonly damage: Extract<Phrase, { readonly phrase: `damage.${string}` }>) {
    super(damage.phrase)
  }
}
