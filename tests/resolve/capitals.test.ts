import { expect, it } from 'vitest'
import { clauses, plainText } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { growth, TOO_FAST } from '../support/growth.js'

/** What is printed of each clause of a text in which `wie` is "de mentor". */
const printed = (body: string, wie = 'de mentor', lang = 'nl'): string[] => {
  const { value } = readPolicy(`---\ntitle: T\nlang: ${lang}\nparameters: { wie: ${wie}, iets: iPads }\n---\n\n${body}\n`, 't.md')
  return clauses(resolve(value).value.policy).map(({ node }) => plainText(node))
}

it('a value at the beginning of a sentence has a capital, and anywhere else what is in the file', () => {
  expect(printed('{{wie}} beslist. Soms beslist {{wie}}. {{wie}} zegt het.')).toEqual([
    'De mentor beslist. Soms beslist de mentor. De mentor zegt het.',
  ])
  expect(printed('# {{wie}}\n\n**{{wie}}** vraagt {{wie}}:')).toEqual(['De mentor', 'De mentor vraagt de mentor:'])
  expect(printed('Dat heet, enz. {{wie}} of bijv. {{wie}}.')).toEqual(['Dat heet, enz. de mentor of bijv. de mentor.'])
  expect(printed('{{wie}} schrijft.', 'ijsmeester')).toEqual(['IJsmeester schrijft.'])
  expect(printed('{{iets}} zijn uit. {{wie}} ook.', 'De rector')).toEqual(['iPads zijn uit. De rector ook.'])
  expect(printed('Een { en dan. {{wie}} ook.')).toEqual(['Een { en dan. De mentor ook.'])
})

it('what begins no sentence has none: a cell, an item that is no sentence or completes the words above it', () => {
  expect(printed('Wij vragen:\n\n1. {{wie}} en\n2. {{wie}}.\n\n- {{wie}};\n- {{wie}}')).toEqual([
    'Wij vragen:',
    'de mentor en',
    'de mentor.',
    'de mentor;',
    'de mentor',
  ])
  expect(printed('| Wie |\n| --- |\n| {{wie}} |')[0]).toContain('de mentor')
})

it('where a sentence begins is seen in the time of the text, however many values stand in a clause', () => {
  const words = '{{wie}} belt een ouder. De school bel. '
  const policy = (times: number) =>
    readPolicy(`---\ntitle: T\nparameters: { wie: de mentor }\n---\n\n${words.repeat(times)}\n`, 't.md').value
  // What was resolved once is remembered.
  expect(growth(policy, (value) => resolve({ ...value }), 120)).toBeLessThan(TOO_FAST)
})
