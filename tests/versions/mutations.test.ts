import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROOFS } from '../../src/prove/index.js'
import { mutations } from './mutate.js'
import { entriesOf } from './score.js'

type Pair = readonly [lang: string, old: string, next: string]

const isCalm = (lang: string, old: string, next: string): boolean =>
  entriesOf(lang, old, next).every(({ significance }) => significance !== 'to-read' && significance !== 'substantive')

const REWRITTEN = readFileSync(new URL('./cases/rewritten.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n').split('|') as unknown as Pair)

const EXAMPLES = PROOFS.flatMap(({ examples }) =>
  examples.filter(({ harmless }) => harmless).map(({ lang, old, next }): Pair => [lang, old, next]),
)

/** What is said of a rule and is none: there a norm may be another. */
const isRemark = (text: string): boolean => /emphasised/.test(text)

test('of two texts that are proved to say the same, neither is the same as the other with a grave change', () => {
  const proved = [...EXAMPLES, ...REWRITTEN.filter((_, at) => at % 2 === 0)].filter((pair) => isCalm(...pair))
  const tried = proved.flatMap(([lang, old, next]) =>
    [
      [old, next],
      [next, old],
    ].flatMap(([one = '', other = '']) =>
      isRemark(other) ? [] : mutations(lang, other).map(({ what, text }) => ({ what, lang, one, text })),
    ),
  )
  expect(tried.length).toBeGreaterThan(150)
  const wrong = tried.filter(({ lang, one, text }) => isCalm(lang, one, text))
  expect(wrong.map(({ what, one, text }) => `${what}: ${one} → ${text}`)).toEqual([])
})
