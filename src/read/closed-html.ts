import type * as Md from 'mdast'

/** How HTML begins that runs on, over blank lines and whatever follows, until something ends it, and what does (CommonMark 4.6, kinds 1 to 5). */
const RUNNING: readonly (readonly [begin: RegExp, end: RegExp, written: (begun: string) => string])[] = [
  [/^<(script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, (name) => `</${name}>`],
  [/^<!--/, /-->/, () => '-->'],
  [/^<\?/, /\?>/, () => '?>'],
  [/^<![a-z]/i, />/, () => '>'],
  [/^<!\[CDATA\[/, /\]\]>/, () => ']]>'],
]

/**
 * Blocks of which no HTML takes in what follows it. What ran on to the end of its text, as a comment does that nobody ended, may stand before other
 * blocks where two texts were put together: it is ended there.
 */
export const closedHtml = (blocks: readonly Md.RootContent[]): Md.RootContent[] =>
  blocks.map((block, at) => (block.type === 'html' && at + 1 < blocks.length ? closed(block) : block))

function closed(block: Md.Html): Md.Html {
  const text = block.value.trimStart()
  for (const [begin, end, written] of RUNNING) {
    const [whole, name = ''] = begin.exec(text) ?? []
    if (whole !== undefined)
      return end.test(text.slice(whole.length)) ? block : { ...block, value: `${block.value}\n${written(name)}` }
  }
  return block
}
