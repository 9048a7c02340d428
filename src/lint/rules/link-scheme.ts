/**
 * A link leads to a web page, a mail address or a telephone number, written in full. On paper any other link is words, and on a page it may
 * do harm or lead nowhere.
 *
 * ```markdown ok
 * # Contact {#contact}
 *
 * Zie [de site](https://linde.example/regels), [](#contact), [mail](mailto:info@linde.example) of [bel](tel:+31101234567). {#hulp}
 * ```
 *
 * ```markdown
 * Zie [de site](www.linde.example), [het archief](ftp://linde.example/oud), [de regels](regels.pdf), [hier]() of
 * [daar](javascript:alert(1)). {#hulp}
 * ```
 *
 * ```messages
 * 1:5 warning link/scheme Unexpected link to "www.linde.example", expected a whole address such as https://www.linde.example
 * 1:35 warning link/scheme Unexpected link to "ftp://linde.example/oud", expected a web page, a mail address or a telephone number
 * 1:75 warning link/scheme Unexpected link to "regels.pdf", expected a whole address that starts with https://
 * 1:100 warning link/scheme Unexpected link without an address, expected one that starts with https://
 * 2:1 error link/scheme Unexpected link to "javascript:alert(1)", expected a web page, a mail address or a telephone number
 * ```
 *
 * To mend: write the whole address, with https:// in front, or leave the words without a link.
 */
import { followable, type Unruled } from '../../model/index.js'
import type { Rule } from '../rule.js'
import { clip, inlinesIn, placeOfInline } from '../words.js'

/** Schemes that lead to a file somewhere, which does no harm. */
const HARMLESS = /^(?:s?ftp|file|news|gopher):/i

export const linkScheme: Rule<'link/scheme'> = {
  id: 'link/scheme',
  severity: 'warning',
  findsErrors: true,
  *check({ clauses }) {
    for (const clause of clauses) {
      for (const inline of inlinesIn(clause)) {
        if (inline.type !== 'link' || inline.url.startsWith('#') || followable(inline.url) !== undefined) continue
        const url = inline.url.trim()
        const place = placeOfInline(inline, clause)
        const harmful = URL.canParse(url) && !HARMLESS.test(url)
        yield { ...wrongAbout(url), place, ...(harmful ? { severity: 'error' as const } : {}) }
      }
    }
  },
}

function wrongAbout(url: string): Unruled<'link/scheme'> {
  if (url === '') return { form: 'empty' }
  const form = URL.canParse(url) ? 'scheme' : /^www\./i.test(url) ? 'www' : 'incomplete'
  return { form, values: { address: clip(url) } }
}
