import type { Message } from '../model/index.js'

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address when a browser would read it as a web page, a mail address or a telephone number, relative ones included; undefined
 * for every other scheme. The check is made by the URL algorithm that browsers use, which sees through case, tabs and line ends.
 */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url, 'https://base.invalid/')) return undefined
  return SCHEMES.has(new URL(url, 'https://base.invalid/').protocol) ? url : undefined
}

/** What a renderer says when it prints the words of a link without the link. */
export const unsafeLink = (url: string): Message => ({
  rule: 'link/scheme',
  form: 'scheme',
  values: { address: url },
  severity: 'warning',
})

/** The same for a link to a block that is not in the document. */
export const lostLink = (target: string): Message => ({
  rule: 'reference/unresolved',
  form: 'block',
  values: { target },
  severity: 'warning',
})
