import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTranslator } from '../../../src/present/receipt/index.js'
import { loadMessageForms } from '../../../src/workspace/index.js'

const say = createTranslator(loadMessageForms(undefined, 'nl'), 'nl')
const ENGLISH = /\b(?:Unexpected|expected|The document|leads nowhere|no longer|tracked changes)\b/

describe('findings in Dutch', () => {
  it.each([
    [
      'Unexpected word "stallling", expected "stalling"',
      '“stallling” staat in geen woordenlijst. Bedoeld is misschien “stalling”',
    ],
    [
      'Unexpected "Sociale media is", expected a plural verb to go with "media"',
      'Er staat “Sociale media is”; verwacht werd een persoonsvorm in het meervoud bij “media”',
    ],
    ['Comment by A. Vos: "Klopt dit?"', 'Opmerking van A. Vos: “Klopt dit?”'],
    ['"Wbp" is no longer in force since 2018-05-25; now AVG', '“Wbp” geldt niet meer sinds 25 mei 2018; nu: AVG'],
    [
      'Unexpected decision on 2024-01-01, expected no day before the decision above it on 2024-02-01',
      'De datum van het besluit (1 januari 2024) ligt voor die van het besluit erboven (1 februari 2024)',
    ],
  ])('%s', (message, dutch) => expect(say(message)).toBe(dutch))

  it('leave what no form fits as it is', () => {
    expect(say('Something else about "this"')).toBe('Something else about “this”')
  })

  it('leave the words of the source alone', () => {
    expect(say('Unexpected "closing", expected "a closing"')).toBe('Er staat “closing”; verwacht werd “a closing”')
  })

  // The messages that stand as examples in the rules' own pages: a rule without a Dutch form fails here.
  const folder = new URL('../../../src/lint/rules/', import.meta.url)
  const examples = readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ \* \d+:\d+ \w+ (\S+\/\S+) (.+)$/gm)].map(
      ([, rule, message]) => [rule, message] as const,
    ),
  )
  it('has examples', () => expect(examples.length).toBeGreaterThan(40))
  it.each(examples)('%s: %s', (_, message) => {
    const dutch = say(message ?? '')
    expect(dutch).not.toMatch(ENGLISH)
    expect(dutch).not.toMatch(/\{[a-d]\}/)
  })
})
