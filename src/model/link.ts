const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address as every reader can follow it from a document that stands on its own: a web page, a mail address or a telephone number, in
 * full. Undefined for an address that is relative, is none, or has another scheme. Read by the URL algorithm of browsers, which sees
 * through case, tabs and line ends.
 */
export function followable(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return SCHEMES.has(protocol) ? href : undefined
}
