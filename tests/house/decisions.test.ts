import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// A decision is named by its number, so no number may be given twice: two branches that each add one do so without a conflict.
it('numbers every decision once, in order', () => {
  const page = readFileSync(new URL('../../docs/decisions.md', import.meta.url), 'utf8')
  const numbers = [...page.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => Number(number))
  expect(numbers.length).toBeGreaterThan(60)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})
