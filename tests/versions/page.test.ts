import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULES_OF_CHANGE, significanceOf } from '../../src/gravity/index.js'
import { PROOFS } from '../../src/prove/index.js'
import { compareVersions, REASONS, type ReasonKind, toComparisonJson } from '../../src/versions/index.js'
import { dictionaryOf } from '../../src/workspace/index.js'
import { version } from '../support/versions.js'

const page = readFileSync(new URL('../../docs/comparison.md', import.meta.url), 'utf8')
const block = (name: string): string => new RegExp(`^\`\`\`${name}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? ''

/** The rows of the table under a heading of the page, each a list of cells. */
function table(under: string): readonly (readonly string[])[] {
  const part = page.slice(page.indexOf(`\n${under}\n`))
  const lines = part.slice(part.indexOf('\n|') + 1).split('\n')
  const rows = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('|')),
  )
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  )
}

describe('docs/comparison.md', () => {
  test('shows what is printed for its example', () => {
    const [old, next] = [version(block('markdown old'), 'telefoons@1.0.0'), version(block('markdown new'), 'telefoons')]
    const printed = toComparisonJson(compareVersions(old.side, next.side, dictionaryOf).value)
    expect(printed.clauses).toHaveLength(4)
    expect(JSON.parse(block('json'))).toEqual(printed)
  })

  test('has every field of an entry', () => {
    const { clauses, ...top } = JSON.parse(block('json'))
    const named = table('## The fields')
      .flatMap(([field = '']) => [...field.matchAll(/`([^`]+)`/g)])
      .map((match) => (match[1] ?? '').replace('clauses[].', ''))
    for (const field of [...Object.keys(top), ...Object.keys(clauses[0])].filter((name) => name !== 'schema'))
      expect(named).toContain(field)
  })

  test('has every kind of reason, with its significance', () => {
    const kinds = Object.entries(REASONS).map(([kind, says]) => [
      `\`${kind}\``,
      kind === 'author' ? 'as the author says' : significanceOf(kind as ReasonKind),
      says,
    ])
    expect(table('### Every kind of reason')).toEqual(kinds)
  })

  test('has the limits of every rule', () => {
    expect(table('### What the rules do not see')).toEqual(RULES_OF_CHANGE.map(({ kind, limits }) => [`\`${kind}\``, limits]))
  })

  test('has every proof, with its examples', () => {
    expect(table('### What is proved')).toEqual(PROOFS.map(({ kind, asks }) => [`\`${kind}\``, asks]))
    const examples = PROOFS.flatMap(({ kind, examples: list }) =>
      list.map(({ old, next, harmless }) => [`\`${kind}\``, old, next, harmless ? 'yes' : 'no']),
    )
    expect(table('### Examples of proofs')).toEqual(examples)
  })

  test('has every example that is executed', () => {
    const quoted = (words: string) => (words === '' ? [] : [`“${words}”`])
    const examples = RULES_OF_CHANGE.flatMap(({ kind, examples: list }) =>
      list.map(({ old, next, because }) => [
        `\`${kind}\``,
        old,
        next,
        because ? [...quoted(because[0]), '→', ...quoted(because[1])].join(' ') : 'none',
      ]),
    )
    expect(table('### Examples')).toEqual(examples)
  })
})
