import type { Message } from '../model/index.js'
import type { MadePage } from './frame.js'

/** A page as its links are checked: what on it can be linked to, and where it links to, both by addresses of the site. */
interface Linked {
  readonly address: string
  readonly ids: ReadonlySet<string>
  readonly targets: readonly string[]
}

/** An address that no site has: links that stay below it are links of the site. */
const SITE = 'https://site.invalid/'

/** The links of pages that lead to none of these pages, nor to one of the other addresses, by the page they stand on; and those that lead to no place of a page. */
export function checkLinks(
  pages: readonly MadePage[],
  others: ReadonlySet<string>,
): { readonly outside: ReadonlyMap<string, readonly string[]>; readonly messages: readonly Message[] } {
  const linked = new Map(pages.map((page) => [page.address, linksOf(page)]))
  const outside = new Map<string, string[]>()
  const messages: Message[] = []
  for (const { address, targets } of linked.values()) {
    const leaving: string[] = []
    outside.set(address, leaving)
    for (const target of targets) {
      const [path = '', id] = target.split('#')
      const page = linked.get(path)
      if (page === undefined && !others.has(path)) leaving.push(target)
      // What begins with a question mark is a choice of filters, no place.
      else if (page && id && !id.startsWith('?') && !page.ids.has(id)) messages.push(brokenLink(address, target))
    }
  }
  return { outside, messages }
}

/** Each link of several pages once. */
export const eachOnce = (outside: Iterable<readonly string[]>): readonly string[] => [...new Set([...outside].flat())]

/** That a link of the site leads nowhere: our own mistake or that of a layout, which keeps the site from being written. */
export const brokenLink = (page: string, target: string): Message => ({
  rule: 'site/link',
  severity: 'error',
  values: { target },
  place: { file: page === '' ? 'index.html' : page, line: 1, column: 1 },
})

function linksOf({ address, file }: MadePage): Linked {
  // What a policy shows of markup is words: its signs are written otherwise, its quotes are not.
  const tags = (String(file.bytes).match(/<[a-z](?:[^">]|"[^"]*")*>/g) ?? []).join('')
  const ids = new Set([...tags.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => decoded(id)))
  const hrefs = new Set([...tags.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, href = '']) => decoded(href)))
  const targets = [...hrefs].flatMap((href) => {
    if (!URL.canParse(href, `${SITE}${address}`)) return []
    const { origin, pathname, hash } = new URL(href, `${SITE}${address}`)
    if (origin !== new URL(SITE).origin) return []
    const id = hash === '' ? '' : `#${unescaped(hash.slice(1))}`
    return [`${unescaped(pathname.slice(1))}${id}`]
  })
  return { address, ids, targets }
}

/** An address as it names a file; one that is malformed names none, and stays as it is. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The few references that our own pages are written with. */
const decoded = (value: string): string =>
  value
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
