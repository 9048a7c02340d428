import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { append, maximum, minimum } from '../../src/model/index.js'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** Calls that take any number of arguments, each of which lies on the stack. */
const ANY_NUMBER = /(?:\bMath\.(?:max|min)|\.(?:push|unshift))\(/g

it('puts any number of items behind a list, and finds the largest and smallest of any number', () => {
  const many = Array.from({ length: 300_000 }, (_, i) => i)
  const list = [-1]
  append(list, many)
  expect([list.length, list[0], list.at(-1)]).toEqual([300_001, -1, 299_999])
  expect([maximum(many), minimum(many), maximum([]), minimum([])]).toEqual([299_999, 0, Math.max(), Math.min()])
})

it('hands no list to a call as its arguments', () => {
  const spread = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const code = readFileSync(join(src, file), 'utf8').replace(/^ *\/\/.*$/gm, '')
      return [...code.matchAll(ANY_NUMBER)].flatMap(({ 0: call, index }) =>
        spreads(code, index + call.length) ? [`${file.replaceAll(sep, '/')}: ${code.slice(index, index + 40)}`] : [],
      )
    })
  expect(spread).toEqual([])
})

/** Whether a list is spread among the arguments that begin at `from`, and not within one of them. */
function spreads(code: string, from: number): boolean {
  let depth = 1
  for (let at = from; at < code.length && depth > 0; at++) {
    const sign = code[at] as string
    if (depth === 1 && code.startsWith('...', at)) return true
    if ('([{'.includes(sign)) depth++
    else if (')]}'.includes(sign)) depth--
  }
  return false
}
