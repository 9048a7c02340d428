import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readPolicy, writePolicy } from '../../src/read/index.js'

const root = fileURLToPath(new URL('../../policies/', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && !name.endsWith('README.md'),
)

describe('a policy file in canonical style', () => {
  it('is what the five organisations have', () => {
    expect(new Set(files.map((name) => name.split(/[\\/]/)[0])).size).toBeGreaterThanOrEqual(5)
  })

  it.each(files)('gives the same bytes: %s', (name) => {
    const source = readFileSync(root + name)
    const { value, messages } = readPolicy(source, name)
    expect(messages).toEqual([])
    expect(writePolicy(value)).toBe(source.toString('utf8'))
  })
})

describe('another style', () => {
  const canonical = (source: string) => {
    const { value, messages } = readPolicy(source, 'voorbeeld.md')
    expect(messages).toEqual([])
    return writePolicy(value)
  }

  it.each([
    ['headings', 'Afspraken {#afspraken}\n===\n\n## Slot ## \n', '# Afspraken {#afspraken}\n\n## Slot\n'],
    ['bullets', '* een {#een}\n* twee {#twee}\n', '- een {#een}\n- twee {#twee}\n'],
    ['lines', 'Een zin\nover twee regels.   {#zin}\r\n', 'Een zin over twee regels. {#zin}\n'],
    ['emphasis', '_met_ __nadruk__', '*met* **nadruk**\n'],
    ['emphasis in emphasis', '_a *b* c_', '*a b c*\n'],
    ['a mark of a note before a colon', '[^a]\\: zo\n\n[^a]: noot\n', '[^a]\\: zo\n\n[^a]: noot\n'],
    ['a mark and a colon on a new line', 'Zie\\\n[^a]\\: zo\n\n[^a]: noot\n', 'Zie\\\n[^a]\\: zo\n\n[^a]: noot\n'],
    ['a mark and a colon within a line', 'Zie[^a]: zo\n\n[^a]: noot\n', 'Zie[^a]: zo\n\n[^a]: noot\n'],
    ['a caret in a link', '[\\^a](https://voorbeeld.nl)\n\n[^a]: noot\n', '[\\^a](https://voorbeeld.nl)\n\n[^a]: noot\n'],
    ['loose lists', '1. een\n\n2. twee\n', '1. een\n2. twee\n'],
    ['table attributes', '| a |\n| - |\n| b |\n| {#tabel} |\n', '| a |\n| - |\n| b |\n{#tabel}\n'],
    ['code attributes', '~~~ js\nx\n~~~\n{#code}\n', '```js\nx\n```\n{#code}\n'],
    ['quotation attributes', '> woorden\n{#citaat}\n', '> woorden {#citaat}\n'],
    ['attributes without a space', 'woorden{.b #a}', 'woorden {#a .b}\n'],
    ['decomposed letters', 'cafe\u0301', 'café\n'],
    ['a rule at the start', '***\n\nwoorden\n\n---\n', '***\n\nwoorden\n\n***\n'],
    ['words between braces', 'zie {de bijlage}', 'zie {de bijlage}\n'],
    ['words that look like attributes', 'zie \\{#bijlage}', 'zie \\{#bijlage}\n'],
  ])('becomes canonical: %s', (_, source, expected) => {
    expect(canonical(source)).toBe(expected)
    expect(canonical(expected)).toBe(expected)
  })
})

describe('words that only look like attributes', () => {
  it.each([
    ['not closed', 'Tekst. {#id', '1:8'],
    ['not opened', 'Tekst. #id}', '1:8'],
    ['not at the end', 'Tekst {#id} en meer.', '1:7'],
    ['inside emphasis', '*Tekst {#id}*', '1:8'],
    ['with a blank', 'Tekst { #id }', '1:7'],
    ['twice', 'Tekst {#a} {#b}', '1:7'],
    ['on a second line', 'Tekst\nen {#id\n\nmeer', '2:4'],
    ['in a cell', '| a |\n| - |\n| b {#id} |\n| c |\n', '3:5'],
    ['alone', 'Tekst.\n\n{#id}\n', '3:1'],
    ['with something else', 'Tekst. {#id en nog iets}', '1:8'],
  ])('are reported where they stand, and not lost: %s', (_, source, expected) => {
    const { value, messages } = readPolicy(source, 'voorbeeld.md')
    expect(messages.map(({ rule, place }) => `${place?.line}:${place?.column} ${rule}`)).toEqual([
      `${expected} attributes/syntax`,
    ])
    for (const word of source.match(/\w+/g) ?? []) expect(writePolicy(value)).toContain(word)
  })
})
