import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { plainYaml } from '../../src/read/plain-yaml.js'

/** What the parser of YAML makes of a text, and nothing where it finds something wrong. */
const parsed = (source: string): unknown => {
  const document = parseDocument(source, { prettyErrors: false, stringKeys: true, uniqueKeys: true })
  return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS()
}

const root = fileURLToPath(new URL('../../policies', import.meta.url))
const ours = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /^[^/]+\/.*\.(?:md|yaml)$/.test(file))
const yamlOf = (file: string): string => {
  const text = readFileSync(join(root, file), 'utf8')
  return file.endsWith('.yaml') ? text : (/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] as string)
}

describe('plain YAML', () => {
  it('is what the parser makes of it, in most of the files here', () => {
    const plain = ours.filter((file) => {
      const value = plainYaml(yamlOf(file))
      if (value) expect(value).toEqual(parsed(yamlOf(file)))
      return value !== undefined
    })
    expect(plain.length).toBeGreaterThan(ours.length / 2)
  })

  it.each([
    ['words and counts', 'title: Foto 2: nee\n', undefined],
    ['a remark behind a value', 'status: draft # nog\n', undefined],
    ['words that mean something', 'a: yes\nb: null\n', undefined],
    ['numbers that are not counts', 'version: 1.0\n', undefined],
    ['a key twice', 'a: b\na: c\n', undefined],
    ['a value on two lines', 'a: b\n  c\n', undefined],
    ['an anchor', 'a: &b c\n', undefined],
    ['a list right under its key', 'a:\n- b\n- c d\n', { a: ['b', 'c d'] }],
    ['keys in a list', 'a:\n  - b: c\n    d: 3\n  - b: "e: f"\n', { a: [{ b: 'c', d: 3 }, { b: 'e: f' }] }],
    ['a key without a value', 'a:\nb: c\n', { a: null, b: 'c' }],
    ['lists in lists', 'of: { h: [none, decimal], i: [] }\n', { of: { h: ['none', 'decimal'], i: [] } }],
    ['days and versions', 'd: 2026-11-23\nv: 1.2.0\n', { d: '2026-11-23', v: '1.2.0' }],
  ])('%s', (_name, source, value) => {
    expect(plainYaml(source)).toEqual(value)
    if (value) expect(parsed(source)).toEqual(value)
  })

  it('is never anything else than what the parser makes of it', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b-c',
        'title',
        'No',
        'null',
        '~',
        '12',
        '012',
        '1.0',
        '1.2.3',
        '2026-01-02',
        '0x1f',
        '1e3',
        '+1',
        '.5',
        '-',
        '- ',
      ],
      ...[
        ': ',
        ':',
        ', ',
        ',',
        ' ',
        '  ',
        '\n',
        '\n  ',
        '\n    ',
        '\n- ',
        '\n  - ',
        '\na: ',
        '\n  b: ',
        '# x',
        ' # x',
        '[',
        ']',
        '{',
        '}',
      ],
      ...[
        '"',
        "'",
        '""',
        "it's",
        '"x y"',
        "'z'",
        '&q',
        '*q',
        '!t',
        '|',
        '>',
        '%',
        '@',
        '`',
        '\\',
        '?',
        '? ',
        '---',
        '...',
        'é',
        '“',
        '\t',
        '\r',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.boolean(), (pieces, keyed) => {
        const source = `${keyed ? 'k: ' : ''}${pieces.join('')}\n`
        const value = plainYaml(source)
        if (value !== undefined) expect(value).toEqual(parsed(source))
      }),
      { seed: 14, numRuns: 5000 },
    )
  })
})
