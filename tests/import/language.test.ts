import { expect, test } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { withLint } from '../../src/lint/index.js'
import { DUTCH, ENGLISH, OTHER } from '../language/texts.js'

const bring = async (text: string) => {
  const { value } = await importDocument(new TextEncoder().encode(`Regels\n\n${text}\n`), 'regels.txt')
  if (!value) throw new Error('not imported')
  return value
}

test.each([
  ['nl', DUTCH[0] as string],
  ['en', ENGLISH[0] as string],
])('a text in a language that is known is brought in as that: %s', async (lang, text) => {
  expect((await bring(text)).markdown).toContain(`\nlang: ${lang}\n`)
})

test.each(OTHER)('a text in another language is brought in without one, and said to be: %s', async (_, text) => {
  const imported = await bring(text)
  expect(imported.markdown).not.toContain('\nlang:')
  const rules = withLint(imported, {}).findings.map(({ rule }) => rule)
  expect(rules.filter((rule) => rule.startsWith('word/'))).toEqual(['word/language'])
})
