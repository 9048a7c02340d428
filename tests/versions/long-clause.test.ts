import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { compareVersions } from '../../src/versions/index.js'
import { growth, TOO_FAST } from '../support/growth.js'

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

  it('are judged up to some 80,000; a clause beyond them is to be read for its length, and a short one that fits is judged', () =>
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

describe('more clauses that changed than anybody reads in one revision', () => {
  const clauses = (count: number, line: (i: number) => string): string =>
    `# Regels {#regels}\n\n${Array.from({ length: count }, (_, i) => `${line(i)} {#r${i}}\n\n`).join('')}`
  const compared = (was: string, now: string) => compareVersions(version('a', was), version('b', now)).value

  it('are marked change by change up to 10,000, and beyond from the first to the last change of a clause, as not precise', () => {
    const line = (i: number, word: string) =>
      `Regel ${i} ${Array.from({ length: 100 }, (_, k) => `${word}${k} een twee`).join(' ')}.`
    const { entries, precise } = compared(
      clauses(102, (i) => line(i, 'kleur')),
      clauses(102, (i) => line(i, 'vorm')),
    )
    const edited = entries.filter(({ fate }) => fate === 'edited')
    expect(edited.map((entry) => (entry.precise ? entry.edits.length : 0))).toEqual([...new Array(100).fill(100), 0, 0])
    const [last] = edited.slice(-1)
    const said = last?.next[0]?.text ?? ''
    const [marked, ...others] = last?.edits.map(({ next }) => said.slice(...next)) ?? []
    expect(marked).toMatch(/^vorm0 een twee vorm1 .* vorm99$/)
    expect(others).toEqual([])
    expect(last?.reasons.map(({ kind }) => kind)).toEqual(['length'])
    expect(precise).toBe(false)
  })
})

describe('a long clause with more and more changes', () => {
  // Persons, figures and sentences: what rules hold against each other.
  const row = (i: number, verb: string) =>
    `| De leerling ${verb} de ouder ${i} keer door de mentor. | Op dag ${i} meldt de school dat. |\n`
  const text = (rows: number, verb: string) =>
    `| Wie | Wat |\n| - | - |\n${Array.from({ length: rows }, (_, i) => row(i, i % 40 === 0 ? verb : 'ziet')).join('')}{#tabel}\n`

  it('takes no more than its length', () => {
    const pair = (rows: number) => [version('a', text(rows, 'mag')), version('b', text(rows, 'moet'))] as const
    expect(growth(pair, ([was, now]) => compareVersions(was, now), 200)).toBeLessThan(TOO_FAST)
  })
})
