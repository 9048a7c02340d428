import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { compareVersions } from '../../src/versions/index.js'

/** A table, which is one clause, with a rule among rows of ten words. */
const table = (rows: number, rule: string): string =>
  `# Regels {#regels}\n\n| Wie | Wat |\n| - | - |\n| leerling | ${rule} |\n${'| ouder | leest een twee drie vier vijf zes zeven acht |\n'.repeat(rows)}{#tabel}\n`

const version = (ref: string, text: string) => ({ policy: resolve(readPolicy(text, 'a.md').value).value.policy, ref, hash: '' })

const judged = (rows: number): readonly string[] =>
  compareVersions(version('a', table(rows, 'mag roken')), version('b', table(rows, 'moet roken')))
    .value.entries.filter(({ fate }) => fate === 'edited')
    .map(({ significance, reasons }) => `${significance}: ${reasons.map(({ kind }) => kind).join()}`)

describe('a clause of more words than anybody reads as one', () => {
  it('is to be read when it changed, for its length, and no rule looks through all of it', () =>
    expect(judged(2100)).toEqual(['to-read: length']))

  it('is judged when it is a table as people make them', () => expect(judged(100)).toEqual(['substantive: norm']))
})
