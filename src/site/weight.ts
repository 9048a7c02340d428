import type { Message } from '../model/index.js'

/** Bytes of a page, without pictures and fonts, that load at once on a slow telephone. */
const HEAVY = 60_000

/** That pages are heavy to load, of all files of the site with their sizes: a text of which that is so in itself is not cut up. */
export function heavyPages(files: readonly (readonly [path: string, size: number])[]): readonly Message[] {
  const heavy = files.filter(([path, size]) => path.endsWith('.html') && size > HEAVY).sort(([, a], [, b]) => b - a)
  const [first] = heavy
  if (!first) return []
  const values = { count: heavy.length, page: first[0], size: Math.ceil(first[1] / 1000), most: HEAVY / 1000 }
  return [{ rule: 'site/heavy', severity: 'info', values, place: { file: first[0], line: 1, column: 1 } }]
}
