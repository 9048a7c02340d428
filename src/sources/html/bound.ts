import { Damaged, MOST_TAGS, TooLarge } from '../../blocks/index.js'

/** Elements in each other, more than which no page has. */
export const DEEPEST = 400
export const TOO_DEEP = { phrase: 'damage.depth', values: { most: DEEPEST } } as const

// The parser looks at every mark of a look that is open, for each that opens: more than a few are forgotten, thousands are no page.
const LOOKS = /<(\/?)(?:b|strong|i|em|u|s|a|font|span|small|big|code|tt|div|section|article|blockquote|ul|ol|table)(?=[\s>/])/giu
// parse5 looks back over all open elements, of which pages for people have far fewer.
const MOST_OPEN = 2000

/** Refuses what would keep the parser busy for minutes, before it sees it. */
export function bound(source: string): void {
  let tags = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) tags++
  if (tags > MOST_TAGS) throw new TooLarge({ phrase: 'limit.elements', values: { most: MOST_TAGS } })
  let open = 0
  for (const [, closes] of source.matchAll(LOOKS)) {
    open = Math.max(0, open + (closes ? -1 : 1))
    if (open > MOST_OPEN) throw new Damaged(TOO_DEEP)
  }
}
