import { closesSentence } from '../language/index.js'

/** What a line looks like by its words alone. */

/** Words of a title that stands alone on its line, without a look or a label to tell it: more is rather a sentence without its stop. */
export const MOST_TITLE_WORDS = 10
// With a label or a look of its own a heading may be longer, up to what fits on two lines.
const MOST_HEADING_WORDS = 14
const MOST_LETTERS = 110

export const words = (text: string): number => text.split(/\s+/).length

/** Short, and it ends in no point, comma or semicolon; "..." and "etc." aside. */
export const isTitle = (text: string): boolean =>
  text !== '' && words(text) <= MOST_HEADING_WORDS && text.length <= MOST_LETTERS && !/(?:[^.]\.|[,;])$/u.test(text)

export const startsUpper = (text: string): boolean => /^["'“‘„(]?[\p{Lu}\p{N}]/u.test(text)

/** Begins with a capital and ends as a sentence does: what stands below a title. */
export const isSentence = (text: string): boolean => startsUpper(text) && words(text) >= 5 && closesSentence(text)
