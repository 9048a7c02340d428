import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/versions/index.js'
import { Dice, sentence } from './invented.js'
import { compareTexts } from './score.js'

const page = (...blocks: readonly string[]) => `${blocks.join('\n\n')}\n`

/** What happened, a line for each clause that is not simply as it was: `edited: old → new`. */
function story(old: string, next: string): readonly string[] {
  const told = ({ fate, moved, renumbered }: Entry) =>
    [fate, ...(moved ? ['moved'] : []), ...(renumbered ? ['renumbered'] : [])].join(' ')
  return compareTexts(old, next)
    .entries.filter((entry) => told(entry) !== 'unchanged')
    .map(
      (entry) =>
        `${told(entry)}: ${entry.old.map(({ text }) => text).join(' + ')} → ${entry.next.map(({ text }) => text).join(' + ')}`,
    )
}

const KEYS = 'De conciërge bewaart de sleutels van het magazijn.'
const BIKES = 'Fietsen staan in de stalling achter het gebouw.'
const PHONES = 'Telefoons liggen tijdens de les in de kluis.'
const LUNCH = 'In de aula wordt tussen de middag gegeten.'
const LATE = 'Wie te laat komt, haalt een briefje bij de balie.'

describe('moves', () => {
  test('a clause that went past others moved; they did not', () => {
    expect(story(page(KEYS, BIKES, PHONES, LUNCH), page(BIKES, PHONES, LUNCH, KEYS))).toEqual([
      `unchanged moved: ${KEYS} → ${KEYS}`,
    ])
  })

  test('of two clauses that changed places the shorter moved', () => {
    expect(story(page(PHONES, LUNCH), page(LUNCH, PHONES))).toEqual([`unchanged moved: ${LUNCH} → ${LUNCH}`])
  })

  test('a clause that moved and was edited is one clause', () => {
    const edited = KEYS.replace('bewaart', 'beheert')
    expect(story(page(KEYS, BIKES, PHONES, LUNCH), page(BIKES, PHONES, LUNCH, edited))).toEqual([
      `edited moved: ${KEYS} → ${edited}`,
    ])
  })

  test('a section takes its clauses along', () => {
    const chapters = [page('# Sleutels', KEYS), page('# Fietsen', BIKES), page('# Eten', LUNCH, LATE)]
    expect(story(chapters.join('\n'), [chapters[1], chapters[2], chapters[0]].join('\n'))).toEqual([
      'unchanged moved: Sleutels → Sleutels',
    ])
  })

  test('a clause in another section moved, though it only passed a heading', () => {
    expect(story(page('# Een', KEYS, BIKES, '# Twee', PHONES), page('# Een', KEYS, '# Twee', BIKES, PHONES))).toEqual([
      `unchanged moved: ${BIKES} → ${BIKES}`,
    ])
  })

  test('a new heading above clauses does not move them, nor does a heading that goes', () => {
    const [without, withHeading] = [page('# Een', KEYS, BIKES, PHONES), page('# Een', KEYS, '# Nieuw', BIKES, PHONES)]
    expect(story(without, withHeading)).toEqual(['added:  → Nieuw'])
    expect(story(withHeading, without)).toEqual(['removed: Nieuw → '])
  })

  test('a new heading that shows no more than a number is one to read', () => {
    const { entries } = compareTexts(page('# Een', KEYS), page('# Een', KEYS, '# 12', '# Artikel 3'))
    const added = entries.filter(({ fate }) => fate === 'added')
    expect(added.map(({ significance }) => significance)).toEqual(['to-read', 'to-read'])
  })

  test('items of a list move among themselves', () => {
    const list = (...items: string[]) => page('De school zorgt voor:', items.map((item, k) => `${k + 1}. ${item}`).join('\n'))
    const items = ['een veilig plein;', 'verlichte gangen;', 'schone lokalen;', 'een stille bibliotheek.']
    expect(story(list(...items), list(items[1]!, items[2]!, items[0]!, items[3]!))).toEqual([
      'unchanged moved: een veilig plein; → een veilig plein;',
    ])
  })
})

describe('levels', () => {
  const chapter = ['# Een', KEYS, '# Twee', BIKES] as const

  test('a heading that only went to another level did not move, nor what stands under it', () => {
    const [old, next] = [
      page(...chapter, '## Drie', PHONES, '# Vier', LUNCH),
      page(...chapter, '# Drie', PHONES, '# Vier', LUNCH),
    ]
    for (const [a, b] of [
      [old, next],
      [next, old],
    ] as const) {
      const { entries } = compareTexts(a, b)
      expect(entries.filter(({ moved }) => moved)).toEqual([])
      expect(entries.filter(({ reasons }) => reasons.length > 0).map(({ old: [was], reasons }) => [was?.text, reasons])).toEqual([
        ['Drie', [{ kind: 'level', old: '', next: '' }]],
      ])
      expect(entries.find(({ old: [was] }) => was?.text === 'Drie')?.significance).toBe('to-read')
    }
  })

  test('a heading that goes along with the one above it has no other level', () => {
    const old = page('# Een', KEYS, '# Twee', BIKES, '## Drie', PHONES)
    const next = page('# Een', KEYS, '## Twee', BIKES, '### Drie', PHONES)
    expect(compareTexts(old, next).entries.flatMap(({ old: [was], reasons }) => (reasons.length > 0 ? [was?.text] : []))).toEqual(
      ['Twee'],
    )
  })

  test('a heading that takes in the ones behind it moves none of them', () => {
    const old = page('# Een', KEYS, '## Twee', BIKES, '## Drie', PHONES, '## Vier', LUNCH)
    const next = page('# Een', KEYS, '# Twee', BIKES, '## Drie', PHONES, '## Vier', LUNCH)
    expect(story(old, next)).toEqual([])
  })

  test('a section that went elsewhere moved, on whatever level', () => {
    const old = page('# Een', KEYS, '## Twee', BIKES, '# Drie', PHONES, LUNCH, '# Vier', LATE)
    const next = page('# Een', KEYS, '# Drie', PHONES, LUNCH, '# Vier', LATE, '# Twee', BIKES)
    expect(story(old, next)).toEqual(['unchanged moved: Twee → Twee'])
  })
})

describe('printed numbers', () => {
  const article = (n: number, ...words: string[]) => page(`## Artikel ${n}`, ...words)

  test('a new article in front renumbers the others and edits none', () => {
    const old = [article(1, KEYS), article(2, BIKES), article(3, PHONES, LUNCH)].join('\n')
    const next = [article(1, KEYS), article(2, LATE), article(3, BIKES), article(4, PHONES, LUNCH)].join('\n')
    expect(story(old, next)).toEqual([
      'added:  → Artikel 2',
      `added:  → ${LATE}`,
      'unchanged renumbered: Artikel 2 → Artikel 3',
      'unchanged renumbered: Artikel 3 → Artikel 4',
    ])
  })

  test('another style of numbers is no edit', () => {
    const old = page('## 1.1 Sleutels', `a) ${KEYS}`, `b) ${BIKES}`)
    const next = page('## Artikel 2: Sleutels', `1. ${KEYS}`, `2. ${BIKES}`)
    expect(compareTexts(old, next).entries.map(({ fate, edits }) => [fate, edits])).toEqual([
      ['unchanged', []],
      ['unchanged', []],
      ['unchanged', []],
    ])
  })

  test('a number at the start of a sentence is a word of it', () => {
    expect(story(page('14 dagen na ontvangst volgt een besluit.'), page('7 dagen na ontvangst volgt een besluit.'))).toEqual([
      'edited: 14 dagen na ontvangst volgt een besluit. → 7 dagen na ontvangst volgt een besluit.',
    ])
  })
})

describe('splits and merges', () => {
  const [first, second] = ['De mentor belt de ouders binnen een dag.', 'De teamleider legt het gesprek vast in het dossier.']

  test('a clause divided over two, and two made one', () => {
    const [one, two] = [page(KEYS, `${first} ${second}`, BIKES), page(KEYS, first, second, BIKES)]
    expect(story(one, two)).toEqual([`split: ${first} ${second} → ${first} + ${second}`])
    expect(story(two, one)).toEqual([`merged: ${first} + ${second} → ${first} ${second}`])
    expect(compareTexts(one, two).entries.find(({ fate }) => fate === 'split')?.edits).toEqual([])
  })

  test('a sentence made a list', () => {
    const old = page('De leerling mag geen vuurwerk meenemen, geen wapens dragen en geen alcohol drinken op het terrein.')
    const next = page(
      'De leerling mag op het terrein:',
      '- geen vuurwerk meenemen;\n- geen wapens dragen;\n- geen alcohol drinken.',
    )
    expect(compareTexts(old, next).entries.map(({ fate, next: pieces }) => [fate, pieces.length])).toEqual([['split', 4]])
  })

  test('a short item joined with its paragraph', () => {
    const old = page('Bij de balie staan:', '- een kluis;\n- een bel.', KEYS)
    const next = page('Bij de balie staan een kluis en een bel.', KEYS)
    expect(compareTexts(old, next).entries.map(({ fate, old: pieces }) => [fate, pieces.length])).toEqual([
      ['merged', 3],
      ['unchanged', 1],
    ])
    const joined = page(`${KEYS} Bellen mag.`, BIKES)
    expect(story(page(KEYS, '- Bellen mag.', BIKES), joined)).toEqual([`merged: ${KEYS} + Bellen mag. → ${KEYS} Bellen mag.`])
  })

  test('a clause said twice was not split', () => {
    expect(story(page(KEYS, BIKES), page(KEYS, BIKES, KEYS))).toEqual([`added:  → ${KEYS}`])
  })
})

describe('ids', () => {
  test('the id says which clause it is, whatever its words', () => {
    const old = page(`${KEYS} {#sleutels}`, `${BIKES} {#fietsen}`)
    const next = page(`${LUNCH} {#sleutels}`, `${BIKES} {#fietsen}`)
    expect(story(old, next)).toEqual([`edited: ${KEYS} → ${LUNCH}`])
  })

  test('another id is another clause, however alike', () => {
    const near = KEYS.replace('magazijn', 'gebouw')
    expect(story(page(`${KEYS} {#sleutels}`), page(`${near} {#gebouw}`))).toEqual([`removed: ${KEYS} → `, `added:  → ${near}`])
  })

  test('a split keeps the id for one part', () => {
    const old = page(`${KEYS} ${BIKES} {#regel}`)
    const next = page(`${KEYS} {#regel}`, `${BIKES} {#fietsen}`)
    expect(story(old, next)).toEqual([`split: ${KEYS} ${BIKES} → ${KEYS} + ${BIKES}`])
  })
})

describe('headings', () => {
  test('a retitled section is known by what stands under it', () => {
    expect(story(page('# Foto’s', KEYS, BIKES), page('# Beeldmateriaal', KEYS, BIKES))).toEqual([
      'edited: Foto’s → Beeldmateriaal',
    ])
  })

  test('sections of the same name are told apart', () => {
    const [doors, bikes, phones] = [page('# Doel', KEYS), page('# Doel', BIKES), page('# Doel', PHONES)]
    expect(story([doors, bikes, phones].join('\n'), [doors, phones].join('\n'))).toEqual([
      'removed: Doel → ',
      `removed: ${BIKES} → `,
    ])
  })

  test('an entry in a list of contents is not its heading', () => {
    const text = page('- Sleutels\n- Fietsen', '# Sleutels', KEYS, '# Fietsen', BIKES)
    expect(story(text, text)).toEqual([])
  })
})

test('what differs only in layout has no edits, and says so', () => {
  const old = page("De “leerling” tekent\nvoor ontvangst – ook 's avonds.", '| Jaar | Bedrag |\n| --- | --- |\n| 2024 | € 40 |')
  const next = page('De "leerling" tekent voor\nontvangst - ook ’s avonds.', '| Jaar | Bedrag |\n|:--|--:|\n| 2024 | €\u00A040 |')
  const { entries } = compareTexts(old, next)
  expect(entries.map(({ fate, edits, significance }) => [fate, edits.length, significance])).toEqual([
    ['unchanged', 0, 'typographical'],
    ['unchanged', 0, 'typographical'],
  ])
})

test('a word in another cell of a table is an edit', () => {
  const table = (row: string) => page(`| Wie | Wat |\n| --- | --- |\n${row}`)
  expect(compareTexts(table('| mentor ouder | belt |'), table('| mentor | ouder belt |')).entries[0]?.fate).toBe('edited')
})

test('a word replaced throughout leaves every clause in its place', () => {
  const dice = new Dice(11)
  const old = Array.from({ length: 400 }, () => `${sentence(dice, 'nl')} Dit geldt voor elke leerling.`)
  const { entries } = compareTexts(page(...old), page(...old.map((text) => text.replace('elke leerling', 'iedere student'))))
  expect(entries.filter(({ fate, moved }) => fate !== 'edited' || moved)).toEqual([])
})

test('HTML that only sets the words of a paragraph is the paragraph, HTML that may hide them is not', () => {
  const set = page(`<p align="center"><b>Let op:</b> ${KEYS}</p>`, BIKES)
  const { entries } = compareTexts(set, page(`Let op: ${KEYS}`, BIKES))
  expect(entries.map(({ fate, edits, significance }) => [fate, edits.length, significance])).toEqual([
    ['unchanged', 0, 'typographical'],
    ['unchanged', 0, 'none'],
  ])
  for (const hidden of [`<!-- ${KEYS} -->`, `<p style="display:none">${KEYS}</p>`, `<p hidden>${KEYS}</p>`]) {
    const { entries: shown } = compareTexts(page(hidden, BIKES), page(KEYS, BIKES))
    expect(shown.find(({ next: [piece] }) => piece?.text === KEYS)?.significance, hidden).toBe('substantive')
  }
})
