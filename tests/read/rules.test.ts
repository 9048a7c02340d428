import { expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'

it.each([
  ['an underline', `Kop\n${'-'.repeat(60)}\n\nTekst.\n`, ['section']],
  ['a rule of stars', `Tekst.\n\n${'*'.repeat(80)}\n\nSlot.\n`, ['paragraph', 'rule', 'paragraph']],
  ['a rule with blanks', `Tekst.\n\n${'- '.repeat(60)}\n\nSlot.\n`, ['paragraph', 'rule', 'paragraph']],
])('%s may be as long as the page is wide', (_, source, expected) => {
  const { value, messages } = readPolicy(source, 'test.md')
  expect(messages).toEqual([])
  expect(value.children.map(({ type }) => type)).toEqual(expected)
})
