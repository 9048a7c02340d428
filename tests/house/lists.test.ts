import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { append, maximum, minimum } from '../../src/model/index.js'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** Where lists grow with a file, or with all files of a workspace. */
const GROWING = ['commands', 'press', 'read', 'render', 'resolve', 'sources', 'versions/merged']

it('puts any number of items behind a list, and finds the largest and smallest of any number', () => {
  const many = Array.from({ length: 300_000 }, (_, i) => i)
  const list = [-1]
  append(list, many)
  expect([list.length, list[0], list.at(-1)]).toEqual([300_001, -1, 299_999])
  expect([maximum(many), minimum(many), maximum([]), minimum([])]).toEqual([299_999, 0, Math.max(), Math.min()])
})

it('hands no list that grows with a file to a call as its arguments', () => {
  const spread = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.ts') && GROWING.some((start) => file.startsWith(start)))
    .flatMap((file) =>
      readFileSync(join(src, file), 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          /(?:\bMath\.(?:max|min)|\.(?:push|unshift))\((?:[^(){}]*, )?\.\.\./.test(line) ? `${file}:${at + 1}` : [],
        ),
    )
  expect(spread).toEqual([])
})
