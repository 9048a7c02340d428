import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entriesBothWays } from './score.js'

/** The same rule set out in items or in a row, divided or joined, with a part elsewhere, as a noun or a verb, or in plainer words. */
const RESTATED = readFileSync(new URL('./cases/restated.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n').split('|') as [lang: string, old: string, next: string])

test.each(RESTATED)('%s: %s is %s, and the other way around', (lang, old, next) => {
  for (const entries of entriesBothWays(lang, old, next)) {
    const verdicts = entries.map(({ significance }) => significance)
    expect(verdicts.filter((verdict) => verdict === 'to-read' || verdict === 'substantive')).toEqual([])
  }
})
