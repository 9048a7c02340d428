import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/versions/index.js'
import { numbered, versions } from '../support/versions.js'
import { compareTexts } from './score.js'

const page = (lines: readonly string[]) => `${lines.join('\n\n')}\n`
const compared = (old: readonly string[], next: readonly string[]) => compareTexts(page(old), page(next)).entries

/** A changed entry in one line: what became of it, and its words with what went and what came. */
function told({ fate, moved, significance, old, next, edits }: Entry): string {
  const [before, after] = [old, next].map((pieces) => pieces.map(({ text }) => text).join('\n')) as [string, string]
  let text = ''
  let at = 0
  for (const edit of edits) {
    text += `${before.slice(at, edit.old[0])}[${before.slice(...edit.old)}/${after.slice(...edit.next)}]`
    at = edit.old[1]
  }
  const words = fate === 'added' ? after : text + before.slice(at)
  return `${fate}${moved ? ' moved' : ''} ${significance}: ${words}`
}
const changes = (old: readonly string[], next: readonly string[]) =>
  compared(old, next)
    .filter(({ significance }) => significance !== 'none')
    .map(told)

describe('structure that changed', () => {
  test('a title in bold that became a heading has the same words, and what stands below stays', () => {
    const rest = ['De telefoon ligt in de kluis.', '**Artikel 2 Pauze**', 'In de pauze is bellen toegestaan.']
    const old = ['# Regels', '**Artikel 1 Kluis**', ...rest]
    const next = ['# Regels', '## Artikel 1 Kluis', ...rest.map((line) => line.replace(/^\*\*(.*)\*\*$/, '## $1'))]
    expect(changes(old, next)).toEqual(['unchanged typographical: Artikel 1 Kluis', 'unchanged typographical: Artikel 2 Pauze'])
  })

  test('a section that was renamed is the same section, and its new name is to be read', () => {
    const old = ['# Handboek', '## Ziekte', 'Ouders bellen voor half negen.', '## Schade', 'Wie schade maakt, betaalt.']
    const next = old.map((line) => line.replace('# Handboek', '# Handboek voor leerlingen').replace('Ziekte', 'Afwezigheid'))
    expect(changes(old, next)).toEqual(['edited to-read: Handboek[/ voor leerlingen]', 'edited to-read: [Ziekte/Afwezigheid]'])
  })

  test('a paragraph that became a list is divided', () => {
    const old = [
      '# A',
      'De school vraagt toestemming voor het plaatsen van foto’s en voor het tonen van beelden op een ouderavond.',
    ]
    const next = [
      '# A',
      'De school vraagt toestemming voor:',
      '- het plaatsen van foto’s;\n- het tonen van beelden op een ouderavond.',
    ]
    expect(compared(old, next).map(({ fate, next: pieces }) => [fate, pieces.length])).toEqual([
      ['unchanged', 1],
      ['split', 3],
    ])
  })

  test('the same words under another lead-in may be another rule, and are to be read', () => {
    const list = (lead: string, items: readonly string[]) => [lead, items.map((item) => `- ${item}`).join('\n')]
    const items = ['bellen in de kantine;', 'filmen op het plein;', 'eten in de bibliotheek;', 'fietsen op de stoep.']
    const old = ['# A', ...list('Toegestaan zijn:', items.slice(0, 2)), ...list('Verboden zijn:', items.slice(2))]
    const next = [
      '# A',
      ...list('Toegestaan zijn:', items.slice(0, 1)),
      ...list('Verboden zijn:', [...items.slice(2), items[1] as string]),
    ]
    const [moved] = compared(old, next).filter((entry) => entry.moved)
    expect(moved?.next[0]?.text).toBe('filmen op het plein;')
    expect(moved?.significance).toBe('to-read')
  })

  test('a row of a table is known by its first cell', () => {
    const head = '| Jaar | Bijdrage | Termijn |\n| --- | --- | --- |\n| 2024 | € 40 | 4 weken |\n'
    const old = `${head}| 2025 | € 45 | 4 weken |\n| 2026 | € 50 | 4 weken |`
    const next = `${head}| 2026 | € 55 | 4 weken |\n| 2027 | € 60 | 6 weken |`
    expect(changes([old], [next])).toEqual([
      'edited substantive: Jaar\tBijdrage\tTermijn\n2024\t€ 40\t4 weken[\n2025\t€ 45\t4 weken/]\n2026\t[€ 50/€ 55]\t4 weken[/\n2027\t€ 60\t6 weken]',
    ])
  })

  test('a column is whole cells', () => {
    const old = '| Functie | Taak |\n| --- | --- |\n| Mentor | belt ouders |\n| Directeur | beslist |'
    const next =
      '| Functie | Waar | Taak |\n| --- | --- | --- |\n| Mentor | aula | belt ouders |\n| Directeur | kamer | beslist |'
    expect(changes([old], [next])).toEqual([
      'edited substantive: Functie[/\tWaar]\tTaak\nMentor[/\taula]\tbelt ouders\nDirecteur[/\tkamer]\tbeslist',
    ])
  })
})

describe('HTML', () => {
  test('a comment and an anchor say nothing to a reader', () => {
    const old = ['<!-- versie 3: niet wijzigen -->', '# Regels', '<a name="kluis"></a>', 'De telefoon ligt in de kluis.']
    const next = ['<!-- door juristen bekeken -->', '# Regels', '<a id="kluis"></a>', 'De telefoon ligt in de kluis.']
    const entries = compared(old, next).filter(({ significance }) => significance !== 'none')
    expect(entries.length).toBeGreaterThan(1)
    expect(new Set(entries.map(({ significance }) => significance))).toEqual(new Set(['typographical']))
  })

  test('a tag in a sentence is no word of it', () => {
    expect(changes(['Bel de school.<br>Wacht op antwoord.'], ['Bel de school. Wacht op antwoord.'])).toEqual([
      'edited typographical: Bel de school.[<br>/]Wacht op antwoord.',
    ])
  })
})

test('a link that leads elsewhere is told, also where words changed', () => {
  const [entry] = compared(['Zie [de gids](https://a.example).'], ['Lees [de gids](https://b.example).'])
  expect(entry?.reasons).toContainEqual({ kind: 'link', old: 'https://a.example', next: 'https://b.example' })
})

test('a reference by id that prints another number has followed its target', () => {
  const rules = ['# Sleutels {#sleutels}', '# Kluis {#kluis}', 'Zie hoofdstuk [](#kluis). {#zie}']
  const { entries } = versions(numbered(page(rules)), numbered(page(['# Bezoek {#bezoek}', ...rules]))).comparison
  const [reference] = entries.filter(({ next: [piece] }) => piece?.id === 'zie')
  expect(reference?.fate).toBe('unchanged')
  expect(reference?.reasons).toEqual([{ kind: 'renumbering', old: '2', next: '3' }])
})

test('a clause that was written anew shows long changes, not single words that happened to stay', () => {
  const old =
    'We wish to avoid the danger that companies distributing free software will individually obtain licenses, in effect transforming the program into their own software.'
  const next =
    'We wish to make sure that a company cannot effectively restrict the users of a free program by obtaining a restrictive license from a holder of rights.'
  const [entry] = compared([old], [next])
  expect(entry?.fate).toBe('edited')
  expect(entry?.edits.length).toBeLessThanOrEqual(2)
})
