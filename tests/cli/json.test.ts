import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonPieces } from '../../src/render/json/index.js'
import { clausule } from '../support/cli.js'
import { runs } from '../support/laws.js'
import { folder } from '../support/workspace.js'

const printed = (value: unknown): string => [...jsonPieces(value)].join('')

it('prints what JSON.stringify prints', () => {
  const lists = fc.dictionary(fc.string(), fc.array(fc.jsonValue()))
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), lists), (value) => {
      expect(printed(value)).toBe(`${JSON.stringify(value, null, 2)}\n`)
    }),
    { seed: 4, numRuns: runs(100) },
  )
})

it('leaves out what is undefined, and keeps the place of it in a list', () => {
  const value = { a: undefined, b: [undefined, 1], c: [] }
  expect(printed(value)).toBe(`${JSON.stringify(value, null, 2)}\n`)
})

it('never holds a large list as one string', () => {
  const value = {
    schema: 'x@1',
    list: Array.from({ length: 60_000 }, (_, index) => ({ id: `nummer ${index}`, words: 'een twee drie' })),
  }
  const pieces = [...jsonPieces(value)]
  expect(pieces.length).toBeGreaterThan(3)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 ** 21)
  expect(pieces.join('')).toBe(`${JSON.stringify(value, null, 2)}\n`)
})

it('waits until what it printed was taken: a reader may be slower', async () => {
  const seen: string[] = []
  await clausule(folder({ 'a.md': '# A\n\nEen zin.\n' }), ['diff', 'a.md', 'a.md', '--json'], {
    out: () => void seen.push('printed'),
    taken: async () => {
      await Promise.resolve()
      seen.push('taken')
    },
  })
  seen.push('over')
  expect(seen).toEqual(['printed', 'taken', 'over'])
})
