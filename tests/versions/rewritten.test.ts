import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SIGNIFICANCES, type Significance } from '../../src/versions/index.js'
import { compareTexts } from './score.js'

/**
 * Sentences that were put otherwise as a whole and say the same: an act as a noun, one sentence as two, a row as a list. Most cannot be proved;
 * what is asked is that they are not called another rule.
 */
const PAIRS = readFileSync(new URL('./cases/rewritten.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n').split('|') as [lang: string, old: string, next: string])

const page = (lang: string, text: string) => `---\ntitle: T\nlang: ${lang}\n---\n\n${text}\n`
const verdict = ([lang, old, next]: (typeof PAIRS)[number]): Significance => {
  const { entries } = compareTexts(page(lang, old), page(lang, next))
  return SIGNIFICANCES[Math.max(...entries.map(({ significance }) => SIGNIFICANCES.indexOf(significance)))] as Significance
}

test('few sentences that were put otherwise are called another rule, and some are proved to be the same', () => {
  const verdicts = PAIRS.map(verdict)
  const share = (...levels: readonly Significance[]) => verdicts.filter((level) => levels.includes(level)).length / PAIRS.length
  expect(PAIRS.length).toBeGreaterThan(180)
  expect(share('substantive')).toBeLessThan(0.09)
  expect(share('typographical', 'editorial')).toBeGreaterThan(0.38)
})
