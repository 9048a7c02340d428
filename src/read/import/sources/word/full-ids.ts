import { createHash } from 'node:crypto'
import { ID } from '../../../../model/index.js'
import { all, innerText, type Xml } from '../xml.js'

/** The part in which a Word file of ours keeps the ids that are longer than a bookmark may be. */
const NAMESPACE = 'urn:clausule:ids'

/** Full ids by the bookmarks that stand for them, as the file keeps them; none where the part is gone or another's. */
export function fullIds(names: readonly string[], part: (name: string) => Xml | undefined): (readonly [string, string])[] {
  return names
    .filter((name) => /^customXml\/item\d+\.xml$/.test(name))
    .flatMap((name) => {
      const root = part(name)
      return root?.name === 'ids' && root.attributes.xmlns === NAMESPACE ? all(root, 'id') : []
    })
    .map((entry) => [entry.attributes.bookmark ?? '', innerText(entry)] as const)
    .filter(([bookmark, id]) => ID.test(id) && bookmark.endsWith(`_${markOf(id)}`))
}

// A bookmark ends in this mark of the id it shortens.
const markOf = (id: string): string => createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 8)
