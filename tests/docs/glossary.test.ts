import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/model/index.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const below = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path))

/** The rows of the table of words: what each language calls a thing, and what it is called nowhere. */
const rows = read('docs/glossary.md')
  .split('## Words a reader meets')[1]
  ?.split('\n')
  .filter((line) => /^\| (?!thing\b)\w/.test(line))
  .map((line) => {
    const [, thing = '', en = '', nl = '', not = ''] = line.split('|').map((cell) => cell.trim())
    return { thing, en, nl, not: not.split('; ').filter((word) => word !== '') }
  })

// What people read: every word of ours, what the command line says of itself, and the pages about it but these, which say what was.
const READ = [
  ...below('templates/wording', /\.yaml$/),
  ...below('docs', /\.(?:md|yaml)$/),
  'README.md',
  'src/model/rules.ts',
  ...below('src/cli', /^verbs.*\.ts$/),
].filter((path) => !['docs/glossary.md', 'docs/decisions.md'].includes(path))

describe('the words of the glossary', () => {
  it('are there', () => {
    expect(rows?.length).toBeGreaterThan(10)
  })

  it.each(LANGUAGES)('are those of the desk, the papers and the messages in %s', (lang) => {
    const wording = below('templates/wording', new RegExp(`\\.${lang}\\.yaml$`))
      .map(read)
      .join('\n')
      .toLowerCase()
    expect(rows?.map((row) => row[lang]).filter((word) => !wording.includes(word))).toEqual([])
  })

  it('are the only ones for what they mean', () => {
    const others = (rows ?? []).flatMap(({ not }) => not)
    const found = READ.flatMap((path) => {
      const text = read(path).toLowerCase()
      return others.filter((word) => text.includes(word.toLowerCase())).map((word) => `${path}: ${word}`)
    })
    expect(found).toEqual([])
  })
})
