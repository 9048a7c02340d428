/** What a document may hold so that reading it takes bounded time and memory: about five hundred full pages of text. */
export const MOST_LETTERS = 1_500_000
export const MOST_ELEMENTS = 2_000_000

/** A source that is whole but larger than a document is. The message says what was found and what is expected. */
export class TooLarge extends Error {}

export const tooManyLetters = (): TooLarge =>
  new TooLarge(`more than ${grouped(MOST_LETTERS)} letters, expected at most so many (about 500 pages)`)

export const grouped = (count: number): string => count.toLocaleString('en')
