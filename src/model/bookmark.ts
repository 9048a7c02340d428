import { createHash } from 'node:crypto'

/** Names the part of a Word file that keeps the ids which are longer than a bookmark may be. */
export const FULL_IDS = 'urn:clausule:ids'

/** Word refuses longer names of bookmarks. */
export const LONGEST_BOOKMARK = 40

/** The id itself where Word takes it as a name: a letter first, at most 40 characters. */
export function bookmarkName(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}_-]/gu, '_')
  if (name === id && name.length <= LONGEST_BOOKMARK && /^\p{L}/u.test(name)) return name
  const mark = bookmarkMark(id)
  return `${/^\p{L}/u.test(name) ? '' : 'x'}${name.slice(0, LONGEST_BOOKMARK - mark.length - 2)}_${mark}`
}

/** What the bookmark of a shortened id ends in, so that nothing else is taken for it: eight digits of a hash of the id. */
export const bookmarkMark = (id: string): string => createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 8)
