import { afterEach, expect, it, vi } from 'vitest'
import { readText } from '../../src/sources/text/text.js'

afterEach(() => void vi.restoreAllMocks())

const raised = (number: number): string => [...`${number}`].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')

/** A text with so many notes, and how many members of lists were asked something while it was read. */
function asked(notes: number): number {
  const numbers = Array.from({ length: notes }, (_, at) => at + 1)
  const source = [...numbers.map((at) => `De ouder meldt dat${raised(at)}.`), ...numbers.map((at) => `${raised(at)} Een noot.`)]
  let members = 0
  const filter = Array.prototype.filter
  vi.spyOn(Array.prototype, 'filter').mockImplementation(function (this: unknown[], ...given: Parameters<typeof filter>) {
    members += this.length
    return filter.apply(this, given)
  })
  const { blocks } = readText(`${source.join('\n\n')}\n`)
  vi.restoreAllMocks()
  expect(blocks.filter(({ note }) => note !== undefined)).toHaveLength(notes)
  return members
}

// What counted each figure among all others took the square of their number.
it('twice as many notes ask twice as much', () => {
  const [half, whole] = [asked(400), asked(800)]
  expect(whole).toBeLessThan(3 * half)
})
