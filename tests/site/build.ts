import type { Release } from '../../src/decide/index.js'
import { hashPolicy } from '../../src/decide/index.js'
import { readPolicy } from '../../src/read/index.js'

/** A text of one rule with what its front matter says of it. */
export const textOf = (version: string, words: string, more = '', status = 'adopted'): string =>
  `---\ntitle: Protocol camera's\norganisation: linde\nversion: ${version}\nstatus: ${status}\nlang: nl\nsubject: cameras\n${more}---\n\n# Toezicht {#toezicht}\n\n${words}\n`

export const policyOf = (...given: Parameters<typeof textOf>) => readPolicy(textOf(...given), 'cameras.md').value

/** A release whose only decision is bound to its words: nothing about it is left to believe. */
export function decided(
  version: string,
  words: string,
  day: string,
  more = '',
): { readonly text: string; readonly release: Release } {
  const route = `route:\n  - { body: bestuur, right: adoption }\n${more}`
  const hash = hashPolicy(policyOf(version, words, route))
  const text = textOf(
    version,
    words,
    `${route}approvals:\n  - { date: ${day}, body: bestuur, right: adoption, decision: positive, name: A. de Wit, text: '${hash}' }\n`,
  )
  return { text, release: { version, policy: readPolicy(text, `cameras@${version}.md`).value } }
}
