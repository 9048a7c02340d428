import type { Said } from '../model/index.js'

/** What is said of a comment in the margin; a file need not name its author. */
export const commentBy = (author: string | undefined, words: string): Said<'import/comment'> =>
  author
    ? { rule: 'import/comment', form: 'named', values: { author, words } }
    : { rule: 'import/comment', form: 'anonymous', values: { words } }
