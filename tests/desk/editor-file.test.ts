import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { Fragment, Slice } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { schema, toEditor, writeEdited } from '../../src/edit/index.js'
import { readPolicy } from '../../src/read/index.js'
import { documents } from '../read/documents.js'
import { runs } from '../support/laws.js'
import { at, pressed, typed } from './editing.js'
import { shownInEditor, shownInFile } from './shown.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const texts = ['policies', 'templates/sector', 'templates/init'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && path.includes('.nl.') === folder.endsWith('init') && path !== 'README.md')
    .map((path) => `${folder}/${path}`),
)

const reopened = (source: string) => writeEdited(source, toEditor(readPolicy(source, 'test.md').value))

describe('a text that is opened and saved', () => {
  it.each(texts)('%s is what it was, byte for byte', (path) => {
    const source = readFileSync(`${root}/${path}`, 'utf8')
    expect(reopened(source)).toBe(source)
  })

  it('is what it was whatever its manner of writing', () => {
    fc.assert(
      fc.property(documents, (source) => {
        expect(reopened(source)).toBe(source)
      }),
      { numRuns: runs(100), seed: 20_261_122 },
    )
  })

  it('can be written on, whatever its manner', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { value } = readPolicy(source, 'test.md')
        const fresh = schema.nodes.paragraph.create(null, schema.text('Een nieuwe bepaling.'))
        const doc = toEditor(value).replace(0, 0, new Slice(Fragment.from(fresh), 0, 0))
        const written = readPolicy(writeEdited(source, doc) ?? '', 'test.md').value
        expect(shownInFile(written)).toEqual(shownInEditor(doc, written.metadata))
      }),
      { numRuns: runs(100), seed: 20_261_123 },
    )
  })

  it.each([
    ['ends of lines of another system', '# Foto {#foto}\r\n\r\nEen regel. {#regel}\r\n'],
    ['a byte order mark', '\ufeff# Foto {#foto}\n'],
    ['bullets and numbers of its own', '* een\n* twee\n\n1. drie\n1. vier\n'],
    ['lines that are broken anywhere', 'Een regel die\nover drie\nregels staat. {#regel}\n'],
    ['notes in the middle', 'Een[^a] regel.\n\n[^a]: Noot.\n\nEen tweede.\n'],
    ['HTML', '<div>\n\nEen <b>regel</b>.\n\n</div>\n\n<!-- niet vergeten -->\n'],
    ['a picture, and a link without words', '![logo](logo.png) en [](https://voorbeeld.nl)\n'],
    ['front matter that cannot be read', '---\ntitle: [\n---\n\nEen regel.\n'],
  ])('keeps %s', (_, source) => {
    expect(reopened(source)).toBe(source)
  })
})

describe('a text that is edited', () => {
  it('keeps its manner on both sides of a clause that is new', () => {
    const source = 'Een regel\nop twee regels.\n\n* met __eigen__ tekens\n* en nog een\n'
    expect(writeEdited(source, typed(pressed(at(source, 'regels.', 7), 'Enter'), 'Nieuw.').doc)).toBe(
      source.replace('regels.\n', 'regels.\n\nNieuw.\n'),
    )
  })

  it('keeps the lines of every clause that was not', () => {
    const source = [
      '---',
      'title:   Protocol   # met een opmerking',
      '---',
      '# Foto',
      '',
      '* een regel {#een}',
      '* nog een {#twee}',
      '',
      'Hier staat iets',
      'op twee regels. {#drie}',
      '',
      '__Vet__ en _schuin_. {#vier}',
      '',
    ].join('\n')
    const state = typed(at(source, 'iets', 4), ' meer')
    expect(writeEdited(source, state.doc)).toBe(
      source.replace('Hier staat iets\nop twee regels.', 'Hier staat iets meer op twee regels.'),
    )
  })

  it('numbers on where a list goes on, and keeps a list that counts in its own way', () => {
    const canonical = '1. een {#een}\n2. twee {#twee}\n3. drie {#drie}\n'
    expect(writeEdited(canonical, typed(pressed(at(canonical, 'een', 3), 'Enter'), 'nieuw').doc)).toBe(
      '1. een {#een}\n2. nieuw\n3. twee {#twee}\n4. drie {#drie}\n',
    )
    const lazy = '1. een {#een}\n1. twee {#twee}\n1. drie {#drie}\n'
    expect(writeEdited(lazy, typed(at(lazy, 'twee', 4), ' keer').doc)).toBe(lazy.replace('1. twee {', '2. twee keer {'))
  })

  it('keeps the ends of lines of the file', () => {
    const source = '# Foto {#foto}\r\n\r\nEen regel. {#regel}\r\n'
    expect(writeEdited(source, typed(at(source, 'regel.', 6), ' Nog een.').doc)).toBe(source.replace('regel.', 'regel. Nog een.'))
  })

  it('refuses words that no file can hold', () => {
    const source = 'Een regel. {#regel}\n'
    expect(writeEdited(source, typed(at(source, 'regel.', 6), 'x'.repeat(600)).doc)).toBeUndefined()
  })
})
