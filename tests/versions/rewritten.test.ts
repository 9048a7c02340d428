import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SIGNIFICANCES, type Significance } from '../../src/versions/index.js'
import { entriesOf } from './score.js'

/**
 * Sentences that were put otherwise as a whole and say the same: an act as a noun, one sentence as two, a row as a list. Most cannot be proved;
 * what is asked is that they are not called another rule.
 */
const PAIRS = readFileSync(new URL('./cases/rewritten.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n').split('|') as [lang: string, old: string, next: string])

const verdict = ([lang, old, next]: (typeof PAIRS)[number]): Significance => {
  const levels = entriesOf(lang, old, next).map(({ significance }) => SIGNIFICANCES.indexOf(significance))
  return SIGNIFICANCES[Math.max(...levels)] as Significance
}

test('few sentences that were put otherwise are called another rule, and some are proved to be the same', () => {
  const verdicts = PAIRS.map(verdict)
  const share = (...levels: readonly Significance[]) => verdicts.filter((level) => levels.includes(level)).length / PAIRS.length
  expect(PAIRS.length).toBeGreaterThan(180)
  expect(share('substantive')).toBeLessThan(0.09)
  expect(share('typographical', 'editorial')).toBeGreaterThan(0.38)
})
