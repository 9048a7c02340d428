import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { MODALITIES } from '../../../src/norms/index.js'
import {
  presentChanges,
  presentConcordance,
  presentMemo,
  presentRedline,
  presentSideBySide,
  presentWasWordt,
} from '../../../src/papers/index.js'
import type { Document } from '../../../src/present/index.js'
import { renderText } from '../../../src/render/text/index.js'
import { REASONS } from '../../../src/versions/index.js'
import { numbered, versions } from '../../support/versions.js'

const shown = (document: Document): string => renderText(document, { paint: (_style, text) => text, width: 200 })

const OLD = numbered(
  [
    '# Foto’s {#fotos}',
    '',
    '1. Ouders mogen een foto maken. {#maken}',
    '1. De schoool bewaart elke foto. {#bewaren}',
    '1. Een foto hangt in de gang. {#gang}',
    '',
    '# Slot {#slot}',
    '',
    'Wij groeten u. {#groet}',
  ].join('\n'),
  'version: 1.0.0\n',
)
const NEXT = numbered(
  [
    '# Foto’s {#fotos}',
    '',
    '1. Ouders mogen geen foto maken. {#maken}',
    '1. De school bewaart elke foto. {#bewaren}',
    '',
    '# Telefoons {#telefoons}',
    '',
    '1. Een telefoon blijft in de tas. {#tas}',
    '1. Bellen mag buiten. {#buiten}',
    '',
    '# Slot {#slot}',
    '',
    'Wij groeten u. {#groet}',
  ].join('\n'),
  [
    'version: 1.1.0',
    'status: proposed',
    'proposal: De ouderraad vraagt om rust.',
    'route:',
    '  - { body: MR, right: consent }',
    '  - { body: bestuur, right: adoption }',
    'approvals:',
    `  - { body: MR, right: consent, date: 2026-01-05, text: "sha256:${'0'.repeat(64)}" }`,
    'changes:',
    '  maken: { why: Ouders klaagden over foto’s op internet. }',
    '',
  ].join('\n'),
)

const pair = () => versions(OLD, NEXT)

describe('was–wordt–waarom', () => {
  const rows = () => {
    const { comparison, setting } = pair()
    return presentWasWordt(comparison, setting).children.flatMap((block) =>
      block.type === 'table' && block.columns.length === 4 ? [block.body] : [],
    )
  }
  const words = (value: unknown): string =>
    JSON.stringify(value, (key, v) => (key === 'type' || key === 'role' || key === 'tone' ? undefined : v)).replace(
      /[^\p{L}\p{N} ’.–(),]+/gu,
      ' ',
    )

  it('has what matters first, in the order of the clauses, and the rest at the end', () => {
    const [substantive, others, ...more] = rows()
    expect(more).toEqual([])
    expect(substantive?.map(({ id }) => id)).toEqual(['maken', 'gang', 'telefoons', 'tas', 'buiten'])
    expect(others?.map(({ id }) => id)).toEqual(['bewaren'])
  })

  it('shows the old words with what goes, the new ones with what comes, and why', () => {
    const [row] = rows()[0] ?? []
    const [number, was, wordt, why] = row?.cells ?? []
    expect(words(number)).toContain('1.a')
    expect(was).toMatchObject({
      children: [{ content: [{ value: 'Ouders mogen ' }, { type: 'deletion' }, { value: ' foto maken.' }] }],
    })
    expect(wordt).toMatchObject({
      children: [{ content: [{ value: 'Ouders mogen ' }, { type: 'insertion' }, { value: ' foto maken.' }] }],
    })
    expect(words(why)).toContain('Ouders klaagden over foto’s op internet.')
    expect(words(why)).toContain('Van toegestaan naar verboden')
  })

  it('says that nothing takes the place of what is gone', () => {
    const gone = rows()[0]?.[1]
    expect(gone?.change).toBe('deleted')
    expect(words(gone?.cells[2])).toContain('(vervalt)')
  })
})

describe('the memo', () => {
  const memo = () => {
    const { comparison, setting } = pair()
    return { text: shown(presentMemo(comparison, setting)), comparison }
  }

  it('says what is proposed and by whom', () => {
    expect(memo().text).toContain('Voorgesteld wordt “Protocol” te wijzigen van versie 1.0.0 in versie 1.1.0.')
    expect(memo().text).toContain('De ouderraad vraagt om rust.')
  })

  it('counts, and has one line for each change of substance', () => {
    const { text } = memo()
    expect(text).toContain('5 inhoudelijke wijzigingen en 1 typografische wijziging.')
    expect(text).toContain('• 1.a Foto’s: van toegestaan naar verboden. Ouders klaagden over foto’s op internet.')
    expect(text).toContain('• 1.c (oud) Foto’s: vervallen. Een foto hangt in de gang.')
  })

  it('tells a new section as one, with what is in it', () => {
    const { text } = memo()
    expect(text).toContain('• 2 Telefoons: nieuw; met 2 onderdelen.')
    expect(text).not.toContain('Een telefoon blijft in de tas.')
  })

  it('asks the decisions that are still to be taken, and doubts one that was taken on other words', () => {
    const lines = memo().text.split('\n')
    const at = (body: string) => lines.slice(lines.indexOf(body), lines.indexOf(body) + 4).join(' ')
    expect(at('bestuur')).toMatch(/vaststelling.*gevraagd/)
    expect(at('MR')).toMatch(/5 januari 2026.*over andere woorden/)
    expect(at('MR')).not.toContain('akkoord')
  })

  it('carries both fingerprints', () => {
    const { text, comparison } = memo()
    expect(text).toContain(comparison.old.hash)
    expect(text).toContain(comparison.next.hash)
    expect(comparison.old.hash).not.toBe(comparison.next.hash)
  })
})

describe('the concordance', () => {
  it('has every clause of both versions once, with its numbers and what happened', () => {
    const { comparison, setting } = pair()
    const [table] = presentConcordance(comparison, setting).children.flatMap((block) => (block.type === 'table' ? [block] : []))
    const cells = (table?.body ?? []).map(({ cells: row }) =>
      row.map((cell) => shown({ ...presentConcordance(comparison, setting), children: cell.children })),
    )
    expect(cells.map(([old, next, , id, fate]) => [old, next, id, fate])).toEqual([
      ['1', '1', 'fotos', 'ongewijzigd'],
      ['1.a', '1.a', 'maken', 'gewijzigd'],
      ['1.b', '1.b', 'bewaren', 'gewijzigd'],
      ['1.c', '', 'gang', 'vervallen'],
      ['', '2', 'telefoons', 'nieuw'],
      ['', '2.a', 'tas', 'nieuw'],
      ['', '2.b', 'buiten', 'nieuw'],
      ['2', '3', 'slot', 'hernummerd'],
      ['–', '–', 'groet', 'ongewijzigd'],
    ])
  })
})

describe('every paper', () => {
  const papers = [presentChanges, presentConcordance, presentMemo, presentSideBySide, presentWasWordt]

  it.each(papers.map((paper) => [paper.name, paper] as const))('%s says so when nothing changed', (_name, paper) => {
    const { comparison, setting } = versions(OLD, OLD)
    expect(shown(paper(comparison, setting))).toContain('Geen wijzigingen: de twee teksten zijn gelijk.')
  })

  it.each(papers.map((paper) => [paper.name, paper] as const))('%s carries both fingerprints', (_name, paper) => {
    const { comparison, setting } = pair()
    const document = paper(comparison, setting)
    for (const { hash } of [comparison.old, comparison.next]) {
      expect(shown(document)).toContain(hash)
      expect(document.properties.keywords).toContain(hash)
    }
  })

  it('speaks the language of the new version', () => {
    const { comparison, setting } = versions(OLD, NEXT.replace('lang: nl', 'lang: en'))
    expect(shown(presentMemo(comparison, setting))).toContain(
      'It is proposed to change “Protocol” from version 1.0.0 to version 1.1.0.',
    )
  })

  it('has its words in both languages, for every reason and every norm', () => {
    const table = (lang: string): Record<string, string> =>
      parse(readFileSync(new URL(`../../../templates/wording/versions.${lang}.yaml`, import.meta.url), 'utf8'))
    const [nl, en] = [table('nl'), table('en')]
    expect(Object.keys(en)).toEqual(Object.keys(nl))
    const needed = [
      ...Object.keys(REASONS)
        .filter((kind) => kind !== 'author')
        .map((kind) => `versions.reason.${kind}`),
      ...MODALITIES.filter((modality) => modality !== 'statement').map((modality) => `versions.modality.${modality}`),
    ]
    expect(Object.keys(nl)).toEqual(expect.arrayContaining(needed))
  })
})

describe('while one clause is to be read', () => {
  const page = (lang: string, body: string) => `---\ntitle: P\nlang: ${lang}\n---\n\n${body}\n`
  const cases = [
    ['nl', 'in other words', 'De kok weegt het meel.', 'De kok meet het meel.'],
    ['en', 'in other words', 'The cook weighs the flour.', 'The cook measures the flour.'],
    ['nl', 'with a link that leads elsewhere', 'Zie [de lijst](a.md) van de kok.', 'Zie [de lijst](b.md) van de kok.'],
    ['en', 'with another picture', '![The way out](a.png)', '![The way out](b.png)'],
    [
      'nl',
      'with the notes of two clauses exchanged',
      'Een.[^1]\n\nTwee.[^2]\n\n[^1]: Nu.\n[^2]: Straks.',
      'Een.[^2]\n\nTwee.[^1]\n\n[^1]: Nu.\n[^2]: Straks.',
    ],
    ['en', 'under another heading', '# A\n\nOne.\n\n# B\n\nTwo.', '# A\n\n# B\n\nOne.\n\nTwo.'],
    ['nl', 'without the picture that stood alone', 'Een.\n\n<img src="a.png">', 'Een.'],
  ] as const
  const papers = [presentChanges, presentConcordance, presentMemo, presentRedline, presentSideBySide, presentWasWordt]

  it.each(cases)('%s: no paper says of a text %s that nothing of substance changed', (lang, _, old, next) => {
    const { comparison, setting } = versions(page(lang, old), page(lang, next))
    expect(comparison.entries.map(({ significance }) => significance)).toContain('to-read')
    expect(comparison.entries.map(({ significance }) => significance)).not.toContain('substantive')
    for (const paper of papers)
      expect(shown(paper(comparison, setting)), paper.name).not.toMatch(
        /geen inhoudelijke|geen wijzigingen|no changes of substance|no changes:|teksten zijn gelijk/i,
      )
  })

  it('says of a note in the place of another which words each begins with', () => {
    const { comparison, setting } = versions(
      page('nl', 'Een.[^1]\n\nTwee.[^2]\n\n[^1]: Werkdagen, en geen andere dagen.\n[^2]: Op schrift.'),
      page('nl', 'Een.[^2]\n\nTwee.[^1]\n\n[^1]: Werkdagen, en geen andere dagen.\n[^2]: Op schrift.'),
    )
    expect(shown(presentMemo(comparison, setting))).toContain('“Werkdagen, en geen andere …” wordt “Op schrift.”')
  })
})

describe('a text in another language', () => {
  const english = numbered('# Photographs {#fotos}\n\n1. Parents may take a photograph. {#maken}').replace('lang: nl', 'lang: en')

  it('is said to be a translation, in the language of the new text', () => {
    const there = versions(OLD, english)
    expect(shown(presentChanges(there.comparison, there.setting))).toContain('The new text is a translation')
    const back = versions(english, OLD)
    expect(shown(presentMemo(back.comparison, back.setting))).toContain('De nieuwe tekst is een vertaling')
  })

  it('is not one where the languages agree, or there was no text', () => {
    const same = versions(OLD, NEXT)
    expect(shown(presentChanges(same.comparison, same.setting))).not.toContain('vertaling')
    const fresh = versions('', english)
    expect(shown(presentChanges(fresh.comparison, fresh.setting))).not.toContain('translation')
  })
})

it('says of a heading that only went to another level that it did, and not that it moved', () => {
  const body = (mark: string) => `# Een {#een}\n\nDe bel gaat. {#bel}\n\n${mark} Twee {#twee}\n\nHet is stil. {#stil}`
  const { comparison, setting } = versions(numbered(body('##')), numbered(body('#')))
  const text = shown(presentChanges(comparison, setting))
  expect(text).toContain('et kopje is van een ander niveau')
  expect(text).not.toContain('erplaatst')
})

it('shows of what a policy says of itself under names only what is another', () => {
  const page = (days: number) =>
    `---\ntitle: P\nlang: nl\nparameters: { school: De Linde, dagen: ${days} }\nnumbering: { headings: [decimal], items: [${days > 5 ? 'decimal' : 'lower-alpha'}] }\n---\n\nAntwoord op tijd.\n`
  const { comparison, setting } = versions(page(5), page(9))
  const text = shown(presentMemo(comparison, setting))
  expect(text).toMatch(/dagen: 5[\s\S]*dagen: 9/)
  expect(text).not.toMatch(/De Linde|headings/)
})
