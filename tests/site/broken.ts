import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '../support/workspace.js'

/** Links of the site in a folder that lead to no file of it, or to no place on it, found by a reader of their own. */
export function brokenLinks(folder: string): string[] {
  const files = new Set(filesIn(folder))
  const pages = new Map(
    [...files].filter((path) => path.endsWith('.html')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  const ids = new Map([...pages].map(([path, page]) => [path, new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]))
  const found: string[] = []
  for (const [path, page] of pages) {
    for (const [, link = ''] of page.matchAll(/ (?:href|src)="([^"]+)"/g)) {
      const url = new URL(link.replaceAll('&#x26;', '&'), `https://site.invalid/${path}`)
      if (url.host !== 'site.invalid') continue
      const file = `${decodeURIComponent(url.pathname.slice(1))}`.replace(/(^|\/)$/, '$1index.html')
      const id = decodeURIComponent(url.hash.slice(1))
      const isThere = id === '' || id.startsWith('?') || ids.get(file)?.has(id)
      if (!files.has(file) || !isThere) found.push(`${path}: ${link}`)
    }
  }
  return found
}
