import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createWording } from '../../src/present/index.js'
import { wordingEntry } from '../../src/workspace/assets.js'

const folder = join(import.meta.dirname, '../../templates/wording')
const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)

test.each(files)('%s: each entry alone says what the whole file says of its key', (_, source) => {
  const table = parse(source) as Record<string, string>
  expect(Object.keys(table).length).toBeGreaterThan(5)
  for (const [key, text] of Object.entries(table)) expect([key, wordingEntry(source, key)]).toEqual([key, text])
  expect(wordingEntry(source, 'no.such')).toBeUndefined()
  expect(wordingEntry(source, Object.keys(table)[1]?.slice(0, -1) ?? '')).toBeUndefined()
})

test('an entry may go on over indented lines', () => {
  const source = 'a: one\nb: >-\n  two\n\n  lines\nc: three\n'
  expect(['a', 'b', 'c'].map((key) => wordingEntry(source, key))).toEqual(['one', 'two\nlines', 'three'])
})

test.each(['true', 'Null', 'a: b', 'a #b', 'a:', '12', '1e5', '1 mei', 'één', "'a ''b'''", '"a\\tb"', '"a" b', '~', '- a', 'a'])(
  'an entry of %s is what YAML makes of it',
  (words) => {
    const read = (text: () => unknown) => {
      try {
        return text()
      } catch {
        return 'not well-formed'
      }
    }
    expect(read(() => wordingEntry(`key: ${words}\n`, 'key'))).toEqual(read(() => parse(`key: ${words}\n`).key))
  },
)

test.each([
  ['Unexpected "{{words}}", expected {{count}} of {{list}}', { words: 'a & <b>', count: 3, list: ['x', 'y'] }],
  ['{{words}}', { words: '' }],
  ['{{ words }} and {{#if count}}{{count}}{{/if}}', { words: 'w', count: 2 }],
  ['\\{{words}} stays', { words: 'w' }],
  ['{#id} {{words}} }', { words: '{{count}}' }],
  ['No name { at all', {}],
])('%s is filled in as Handlebars fills it in', (text, values) => {
  expect(createWording(() => text)('key', values)).toBe(Handlebars.compile(text, { noEscape: true, strict: true })(values))
})

test('a name without a value is our own mistake', () => {
  expect(() => createWording(() => 'Of {{words}}')('key', {})).toThrow('"words" not defined')
})
