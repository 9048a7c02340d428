import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entriesBothWays } from './score.js'

/** Edits that look like one of the proofs and change what holds: swapped persons in another voice, a comma that binds, a word with a twin. */
const TRAPS = readFileSync(new URL('./cases/traps.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n').split('|') as [lang: string, old: string, next: string])

test.each(TRAPS)('%s: %s is not %s, nor the other way around', (lang, old, next) => {
  for (const entries of entriesBothWays(lang, old, next)) {
    const verdicts = entries.map(({ significance }) => significance)
    expect(verdicts.some((verdict) => verdict === 'to-read' || verdict === 'substantive')).toBe(true)
  }
})
