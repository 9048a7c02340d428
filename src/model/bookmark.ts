import { createHash } from 'node:crypto'

/** Names the part of a Word file that keeps the ids which are longer than a bookmark may be. */
export const FULL_IDS = 'urn:clausule:ids'

/** What the bookmark of a shortened id ends in, so that nothing else is taken for it: eight digits of a hash of the id. */
export const bookmarkMark = (id: string): string => createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 8)
