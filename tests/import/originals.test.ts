import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { clauses } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'

// The originals belong to others and are no part of this repository; where they are absent these tests are skipped, and say so.
const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const GOLD = new URL('../../../shared/gold/alignment.json', import.meta.url)
const there = existsSync(SEEDS)
const files = there ? readdirSync(SEEDS).sort() : []

const words = (text: string) => text.replace(/[*¹]/g, '').split(/\s+/).filter(Boolean)
const imported = new Map<string, Imported>()
const get = (file: string | undefined): Imported => {
  const found = imported.get(file ?? '')
  if (!found) throw new Error(`${file} was not imported`)
  return found
}

describe.skipIf(!there)('the five originals', () => {
  beforeAll(async () => {
    for (const file of files) {
      const { value, messages } = await importDocument(readFileSync(new URL(file, SEEDS)), file)
      expect(messages.filter(({ severity }) => severity === 'error')).toEqual([])
      if (value) imported.set(file, value)
    }
    expect(imported.size).toBe(5)
  })

  it.each(files)('%s: every word of the source is in one fragment, in order', (file) => {
    const source = readFileSync(new URL(file, SEEDS), 'utf8')
    expect(get(file).receipt.fragments.flatMap(({ text }) => words(text))).toEqual(words(source))
    expect(get(file).receipt.unaccounted).toEqual([])
  })

  it.each(files)('%s: the words of the clauses are those of their fragments', (file) => {
    const { policy, receipt } = get(file)
    const { value: resolved } = resolve(policy)
    const kept = receipt.fragments.filter(({ fate, clause }) => (fate === 'clause' || fate === 'heading') && clause !== undefined)
    for (const clause of resolved.clauses) {
      if (clause.kind === 'note') continue
      const printed = kept.filter((fragment) => fragment.clause === clause.id).flatMap(({ text }) => words(text))
      expect(printed.length, `clause ${clause.id}`).toBeGreaterThan(0)
      // The label the policy prints is the label the source prints.
      if (clause.label !== undefined) {
        const label = printed
          .join(' ')
          .replace(/^[-•] /, '')
          .replace(/^([A-Za-z0-9.]*?)\.? .*$/s, '$1')
        expect(label).toBe(clause.label)
      }
    }
    expect(clauses(policy).filter(({ kind, id }) => kind !== 'note' && id === undefined)).toEqual([])
  })

  it('finds at least 97 of 100 clauses where two readers saw them', () => {
    const gold = JSON.parse(readFileSync(GOLD, 'utf8')) as {
      seeds: Record<string, string>
      clauses: { doc: string; line: number; words: string }[]
    }
    const missed = gold.clauses.filter(({ doc, line, words: first }) => {
      const { fragments } = get(gold.seeds[doc]).receipt
      const fragment = fragments.find((other) => other.line === line)
      const alone =
        fragments.filter((other) => other.clause !== undefined && other.clause === fragment?.clause && other.reason === undefined)
          .length <= 1
      const starts = fragment?.text
        .replace(/^[-•]?\s*(?:\w{1,3}[.)]\s+)?/, '')
        .replaceAll('\t', ' ')
        .startsWith(first.replace(/^\*/, ''))
      return !(
        fragment &&
        fragment.reason !== 'goes on' &&
        fragment.fate !== 'dropped' &&
        fragment.fate !== 'heading' &&
        alone &&
        starts
      )
    })
    expect(gold.clauses.length).toBe(108)
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(3)
    const extra = Object.entries(gold.seeds).flatMap(([doc, file]) =>
      get(file).receipt.fragments.filter(
        ({ fate, line, reason }) =>
          fate === 'clause' && reason !== 'goes on' && !gold.clauses.some((c) => c.doc === doc && c.line === line),
      ),
    )
    expect(extra).toEqual([])
  })

  it('reads what the documents say about themselves', () => {
    const meta = files.map((file) => get(file).policy.metadata)
    expect(meta.map(({ title }) => title)).toEqual([
      'Protocol social media',
      'Protocol social media',
      'Protocol sociale media',
      'Protocol Sociale Media',
      'Protocol social media',
    ])
    expect(meta[0]).toMatchObject({
      organisation: 'aeres-mbo',
      effective: '2013-09-10',
      citation: 'Protocol social media Aeres MBO',
      status: 'adopted',
    })
    // Address, telephone, site and mail are the last five lines.
    const lastLines = readFileSync(new URL(files[0] ?? '', SEEDS), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-5)
    expect(lastLines[0]).toMatch(/^Postbus/)
    expect(meta[0]?.contact).toEqual(lastLines)
    expect(meta[0]?.copyright).toMatch(/^© Copyright 2016, Stichting Aeres Groep\./)
    expect(meta[0]?.approvals).toEqual([{ date: '2013-09-10', body: 'Algemeen directeur Aeres MBO', right: 'adoption' }])
    expect(meta[1]?.sources).toEqual(['Kennisnet', 'SocialMediaWijs', 'Verus'])
    expect(meta[1]?.approvals?.map(({ date, name, role }) => [date, name, role])).toEqual([
      ['2019-06-06', 'ICT netwerk', 'ICT netwerk'],
      ['2019-09-19', 'directieboard', 'directieboard'],
      ['2019-10-01', 'D. van Zon', 'Vz. GMR'],
      ['2019-10-16', 'G. J. O. Meskers', 'Vz. College van Bestuur'],
    ])
    expect(meta[3]).toMatchObject({
      organisation: 'flex-college',
      version: '1.0.0',
      date: '2021-09-21',
      partOf: 'schoolveiligheidsbeleid',
    })
  })

  it('reads the outline of the documents', () => {
    const headings = files.map((file) => get(file).receipt.fragments.filter(({ fate }) => fate === 'heading').length)
    expect(headings).toEqual([11, 7, 7, 9, 14])
    const { value: flex } = resolve(get(files[3]).policy)
    expect(flex.byId.get(get(files[3]).receipt.fragments.find(({ line }) => line === 100)?.clause ?? '')?.number).toBe('5.1.k')
    expect(get(files[3]).receipt.findings).toContainEqual(expect.objectContaining({ rule: 'label/skipped', line: 100 }))
  })

  it('gives the same ids when a file is brought in again', async () => {
    for (const file of files) {
      const again = await importDocument(readFileSync(new URL(file, SEEDS)), file)
      expect(again.value?.markdown).toBe(get(file).markdown)
    }
  })
})
