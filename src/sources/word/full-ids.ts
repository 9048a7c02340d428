import { bookmarkMark, FULL_IDS, ID } from '../../model/index.js'
import { all, innerText, type Xml } from '../files/xml.js'

/** Full ids by the bookmarks that stand for them, as the file keeps them; none where the part is gone or another's. */
export function fullIds(names: readonly string[], part: (name: string) => Xml | undefined): (readonly [string, string])[] {
  return names
    .filter((name) => /^customXml\/item\d+\.xml$/.test(name))
    .flatMap((name) => {
      const root = part(name)
      return root?.name === 'ids' && root.attributes.xmlns === FULL_IDS ? all(root, 'id') : []
    })
    .map((entry) => [entry.attributes.bookmark ?? '', innerText(entry)] as const)
    .filter(([bookmark, id]) => ID.test(id) && bookmark.endsWith(`_${bookmarkMark(id)}`))
}

/** An id too long for a bookmark, where nothing says what it was: its beginning and its mark, which stay the same from file to file. */
export const shortened = (name: string): string => name.replace(/-?_([0-9a-f]{8})$/, '-$1')
