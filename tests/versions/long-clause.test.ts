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

describe('more words of changed clauses than anybody reads in one revision', () => {
  /** A clause of five words, one of which changes, and of twenty on each further line. */
  const clause = (id: string, lines: number, verb: string): string =>
    `De leerling ${verb} roken en\n${`${'de ouder leest dit '.repeat(5).trimEnd()}\n`.repeat(lines)}{#${id}}\n`
  const revision = (verb: string): string =>
    `# Regels {#regels}\n\n${['a', 'b', 'c', 'd', 'e', 'f'].map((id) => clause(id, 795, verb)).join('\n')}\n${clause('kort', 1, verb)}`
  const judgedIn = compareVersions(version('a', revision('mag')), version('b', revision('moet'))).value.entries.filter(
    ({ fate }) => fate === 'edited',
  )

  it('are judged up to 80,000; a clause beyond them is to be read for its length, and a short one that fits is judged', () =>
    expect(judgedIn.map(({ next, reasons: [first] }) => `${next[0]?.id}: ${first?.kind}`)).toEqual([
      'a: norm',
      'b: norm',
      'c: norm',
      'd: norm',
      'e: norm',
      'f: length',
      'kort: norm',
    ]))
})
