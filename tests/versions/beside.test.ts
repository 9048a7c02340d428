import { describe, expect, test } from 'vitest'
import { presentMemo } from '../../src/papers/index.js'
import { renderText } from '../../src/render/text/index.js'
import { versions } from '../support/versions.js'

const page = (front: string, ...lines: readonly string[]) =>
  `---\ntitle: Verlofregeling\nlang: nl\n${front}---\n\n${lines.join('\n\n')}\n`
const memo = (old: string, next: string): string => {
  const { comparison, setting } = versions(old, next)
  return renderText(presentMemo(comparison, setting), { paint: (_style, words) => words, width: 200 })
}

describe('what a policy says of itself', () => {
  const words = ['# Verlof', 'Een dag verlof wordt vooraf gevraagd.']
  const old = page('effective: 2024-08-01\nroute:\n  - { body: MR, right: advice }\n', ...words)
  const next = page('effective: 2025-08-01\nroute:\n  - { body: MR, right: consent }\n', ...words)

  test('is told line by line, with both values', () => {
    expect(versions(old, next).comparison.facts.map(({ fact }) => fact)).toEqual(['effective', 'route'])
    expect(memo(old, next)).toMatch(/Inwerkingtreding\s+Was: 1 augustus 2024\s+Wordt: 1 augustus 2025/)
    expect(memo(old, next)).not.toContain('Geen wijzigingen')
    expect(memo(old, next)).toMatch(/Was: MR, advies\s+Wordt: MR, instemming/)
  })

  test('is nothing where it stayed', () => {
    expect(versions(old, old).comparison.facts).toEqual([])
  })
})

test('two texts are only called equal when their hashes are', () => {
  const old = page('', '# Verlof {#verlof}', 'Een dag verlof wordt vooraf gevraagd. {#dag}')
  expect(memo(old, old)).toContain('de twee teksten zijn gelijk')
  const other = page('', '# Verlof {#verlof}', 'Een dag verlof wordt vooraf gevraagd. {#vooraf}')
  expect(memo(old, other)).not.toContain('de twee teksten zijn gelijk')
})

test('a clause that left a quotation is to be read', () => {
  const { comparison } = versions(page('', '> De poort is om zes uur dicht.'), page('', 'De poort is om zes uur dicht.'))
  expect(comparison.entries.map(({ significance, reasons }) => [significance, reasons.map(({ kind }) => kind)])).toEqual([
    ['to-read', ['replaced']],
  ])
})

test('another language is told', () => {
  const old = page('', 'De poort is om zes uur dicht.')
  expect(versions(old, old.replace('lang: nl', 'lang: en')).comparison.facts).toEqual([{ fact: 'lang', old: 'nl', next: 'en' }])
})

describe('typed references', () => {
  const articles = (...titles: readonly string[]) =>
    titles.flatMap((title, at) => [
      `## Artikel ${at + 1} ${title}`,
      `Over ${title.toLowerCase()} beslist de kamer van ${title.toLowerCase()}.`,
    ])
  const stale = (old: readonly string[], next: readonly string[]) =>
    versions(page('', ...old), page('', ...next)).comparison.stale.map(({ text, before, now, follow }) => [
      text,
      before.index >= 0,
      now !== undefined,
      follow,
    ])
  const before = [...articles('Sleutels', 'Fietsen'), '## Artikel 3 Slot', 'Zie artikel 2 voor de stalling van de fiets.']

  test('one that now leads to another clause is told, with the number to follow', () => {
    const after = [
      ...articles('Sleutels', 'Bezoek', 'Fietsen'),
      '## Artikel 4 Slot',
      'Zie artikel 2 voor de stalling van de fiets.',
    ]
    expect(stale(before, after)).toEqual([['artikel 2', true, true, '3']])
    expect(memo(page('', ...before), page('', ...after))).toContain('“artikel 2” verwees naar')
  })

  test('one whose clause is gone is told', () => {
    const after = [
      '## Artikel 1 Sleutels',
      'Over sleutels beslist de kamer van sleutels.',
      '## Slot',
      'Zie artikel 2 voor de stalling van de fiets.',
    ]
    expect(stale(before, after)).toEqual([['artikel 2', true, false, undefined]])
  })

  test('one that follows its target, or points into a law, is not', () => {
    const after = [
      ...articles('Sleutels', 'Bezoek', 'Fietsen'),
      '## Artikel 4 Slot',
      'Zie artikel 3 voor de stalling van de fiets.',
    ]
    expect(stale(before, after)).toEqual([])
    const law = (list: readonly string[]) =>
      list.map((line) => line.replace('artikel 2 voor', 'artikel 2 van de Wet op de fiets voor'))
    expect(
      stale(law(before), law([...articles('Sleutels', 'Bezoek', 'Fietsen'), '## Artikel 4 Slot', before.at(-1) as string])),
    ).toEqual([])
  })

  test('a member of an article is found in either order of the words', () => {
    const list = (...items: readonly string[]) => items.map((item, at) => `${at + 1}. ${item}`).join('\n')
    const old = (words: string) => [
      '## Artikel 1 Sleutels',
      list('De sleutel hangt in de hal.', 'Wie hem leent, tekent.'),
      '## Artikel 2 Slot',
      words,
    ]
    const next = (words: string) => [
      '## Artikel 1 Sleutels',
      list('De sleutel hangt in de hal.', 'Een kopie ligt bij de buren.', 'Wie hem leent, tekent.'),
      '## Artikel 2 Slot',
      words,
    ]
    for (const words of [
      'Tekenen gaat volgens lid 2 van artikel 1 van dit stuk.',
      'Tekenen gaat volgens artikel 1, lid 2, van dit stuk.',
    ]) {
      const found = versions(
        `---\ntitle: T\nlang: nl\nnumbering: { headings: [none], items: [decimal] }\n---\n\n${old(words).join('\n\n')}\n`,
        `---\ntitle: T\nlang: nl\nnumbering: { headings: [none], items: [decimal] }\n---\n\n${next(words).join('\n\n')}\n`,
      )
      expect(found.comparison.stale).toHaveLength(1)
    }
  })

  test('a paragraph by its sign is found, and told in the memo', () => {
    const signed = (list: readonly string[]) => list.map((line) => line.replace('Artikel', '§').replace('artikel', '§'))
    const after = [
      ...articles('Sleutels', 'Bezoek', 'Fietsen'),
      '## Artikel 4 Slot',
      'Zie artikel 2 voor de stalling van de fiets.',
    ]
    expect(stale(signed(before), signed(after))).toEqual([['§ 2', true, true, '3']])
    expect(memo(page('', ...signed(before)), page('', ...signed(after)))).toContain('“§ 2” verwees naar')
  })
})

describe('a term that became another throughout', () => {
  const rules = (term: string, means: string, more = '') =>
    page(
      '',
      '# Begrippen',
      `Onder "${term}" wordt verstaan: ${means}.`,
      '# Regels',
      `- De balie noteert iedere ${term}.`,
      `- Een ${term} draagt een pas.`,
      `- De wacht brengt een ${term} naar de uitgang${more}.`,
      '- De poort is om zes uur dicht.',
    )
  const old = rules('bezoeker', 'wie het terrein betreedt')
  const told = (next: string) => {
    const { comparison } = versions(old, next)
    return { replaced: comparison.replaced.map(({ clauses, ...one }) => ({ ...one, clauses: clauses.length })), comparison }
  }

  test('is one line of substance where it may mean something else', () => {
    const next = rules('gast', 'wie is uitgenodigd')
    const { replaced, comparison } = told(next)
    expect(replaced).toEqual([{ old: 'bezoeker', next: 'gast', times: 4, significance: 'substantive', clauses: 4 }])
    expect(comparison.entries.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'throughout'))).toHaveLength(4)
    const lines = memo(old, next).split('\n')
    expect(lines.filter((line) => line.startsWith('•')).map((line) => line.slice(0, 41))).toEqual([
      '• “bezoeker” is overal “gast” geworden, 4',
      expect.stringContaining('• Begrippen'),
    ])
  })

  test('is editorial where its definition stayed the same', () => {
    const next = rules('gast', 'wie het terrein betreedt')
    const { replaced, comparison } = told(next)
    expect(replaced).toEqual([{ old: 'bezoeker', next: 'gast', times: 4, significance: 'editorial', clauses: 4 }])
    expect(comparison.entries.every(({ significance }) => significance === 'none' || significance === 'editorial')).toBe(true)
    expect(memo(old, next)).toContain('“bezoeker” heet voortaan “gast”, 4 keer')
  })

  test('hides no other change of a clause it stands in', () => {
    const next = rules('gast', 'wie het terrein betreedt', ', tenzij het regent')
    expect(memo(old, next)).toMatch(/voorwaarde|uitzondering/)
    expect(told(next).comparison.entries.some(({ significance }) => significance === 'substantive')).toBe(true)
  })

  test('is none where the old word still stands somewhere', () => {
    const next = `${rules('gast', 'wie is uitgenodigd')}\nEen bezoeker wacht buiten.\n`
    expect(told(next).replaced).toEqual([])
  })

  test('is none of a number or an opposite', () => {
    const hours = (word: string) =>
      page('', ...['zaal', 'poort', 'kas', 'tuin'].map((place) => `De ${place} sluit ${word} acht uur.`))
    const { comparison } = versions(hours('na'), hours('voor'))
    expect(comparison.replaced).toEqual([])
    expect(comparison.entries.every(({ reasons }) => reasons.some(({ kind }) => kind === 'opposite'))).toBe(true)
  })
})
