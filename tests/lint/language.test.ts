import { describe, expect, it } from 'vitest'
import { lintPolicy } from '../../src/lint/index.js'
import { resolve } from '../../src/resolve/index.js'
import { loadSpeller } from '../../src/workspace/index.js'
import { DUTCH, ENGLISH, OTHER } from '../language/texts.js'
import { policy } from '../support/policy.js'

const MISTAKES = 'De de temleider belt de de schoollieding.'

/** What the rules about words say of a text. */
function found(text: string, frontMatter = ''): string[] {
  const read = policy(`${text} {#tekst}\n\n${MISTAKES} {#fout}`, frontMatter)
  const messages = lintPolicy(resolve(read).value, { speller: loadSpeller(read.metadata.lang) })
  return messages.filter(({ rule }) => rule.startsWith('word/')).map(({ rule }) => rule)
}

describe('rules about words', () => {
  it('look at a Dutch text that names no language', () => {
    expect(found(DUTCH[0] as string, 'title: Regels')).toContain('word/slip')
    expect(found(DUTCH[0] as string, 'title: Regels')).not.toContain('word/language')
  })

  it.each(OTHER)('leave a text alone that is in another language, and say so: %s', (_, text) => {
    expect(found(text, 'title: Regels')).toEqual(['word/language'])
    expect(found(text)).toEqual(['word/language'])
  })

  it('leave a text alone whose language is not the one it says, and say so', () => {
    expect(found(OTHER[0]?.[1] as string, 'title: Regels\nlang: nl')).toEqual(['word/language'])
    expect(found(ENGLISH[0] as string, 'title: Regels\nlang: nl')).toEqual(['word/language'])
    expect(found(ENGLISH[0] as string, 'title: Regels\nlang: en')).not.toContain('word/language')
  })

  it('believe what a text of few words says', () => {
    expect(found('Kluisjes', 'title: Regels\nlang: nl')).toContain('word/typo')
  })

  it('pass over a clause that is marked as being in another language', () => {
    expect(found(`${DUTCH[0]} {#dutch}\n\n${OTHER[1]?.[1]} {#deutsch lang=de}\n\nMeer hierover staat elders.`)).not.toContain(
      'word/language',
    )
  })
})
