// The elements of HTML that people write in Markdown, and those that would do harm in a page.
const ELEMENTS = new Set(
  `a abbr address article aside audio b base blockquote body br button canvas caption cite code col colgroup data dd del details dfn
  dialog div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input
  ins kbd label legend li link main map mark math menu meta meter nav noscript object ol option output p param picture pre progress q
  rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg table tbody td template
  textarea tfoot th thead time title tr track tt u ul var video wbr`.split(/\s+/),
)

/** `<naam van de school>` is HTML to the Markdown parser, and a blank to whoever wrote it. */
export function isBlankTag(html: string): boolean {
  const name = /^<([\p{L}][\p{L}\p{N}-]*)(?:\s[^<>="'/]*)?>$/u.exec(html)?.[1]
  return name !== undefined && !ELEMENTS.has(name.toLowerCase())
}
