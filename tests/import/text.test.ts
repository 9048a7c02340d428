import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'

async function bring(source: string): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), 'brief.txt')
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  const words = (text: string) => text.split(/\s+/).filter(Boolean)
  expect(value.receipt.fragments.flatMap(({ text }) => words(text))).toEqual(words(source))
  return value
}

const body = ({ markdown }: Imported): string =>
  markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/(?: |^)\{#[a-z0-9-]+( [^}]*)?\}/gm, '$1')

const dropped = async (source: string) =>
  (await bring(source)).receipt.fragments.filter(({ fate }) => fate === 'dropped').map(({ text, reason }) => [text, reason])

const SENTENCE =
  'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen die nog aan het werk zijn.'

describe('page numbers', () => {
  it('alone on their lines are dropped where they count up past the labels of the text', async () => {
    const source = `KLUISREGLEMENT\n\n${SENTENCE}\n\n1\n\n1. SLEUTELS\n\n${SENTENCE}\n\n2\n\n2. VERLIES\n\n${SENTENCE}\n\n3\n`
    expect(await dropped(source)).toEqual(['1', '2', '3'].map((number) => [number, 'page number']))
    expect(body(await bring(source))).toBe(`${SENTENCE}\n\n# SLEUTELS\n\n${SENTENCE}\n\n# VERLIES\n\n${SENTENCE}\n`)
  })

  it('do not part a sentence', async () => {
    const half = 'Wie een sleutel kwijt is, meldt dat nog dezelfde ochtend aan de'
    const source = `Kluisprotocol\n\n${SENTENCE} ${half}\n\n- 1 -\n\nconciërge van het gebouw.\n\n- 2 -\n`
    expect(body(await bring(source))).toBe(`${SENTENCE} ${half} conciërge van het gebouw.\n`)
  })

  it.each([
    ['with a total, even once', `Kluisprotocol\n\n${SENTENCE}\n\nPagina 1 van 1\n`, ['Pagina 1 van 1']],
    [
      'with a word, where they count up',
      `Locker policy\n\nPage 1\n\n${SENTENCE}\n\nPage 2\n\n${SENTENCE}\n`,
      ['Page 1', 'Page 2'],
    ],
    [
      'directly above a heading',
      `Kluisprotocol\n\nblz. 1\n1. Sleutels\n\n${SENTENCE}\n\nblz. 2\n2. Verlies\n\n${SENTENCE}\n`,
      ['blz. 1', 'blz. 2'],
    ],
  ])('%s', async (_, source, numbers) => {
    expect(await dropped(source)).toEqual(numbers.map((number) => [number, 'page number']))
  })

  it.each([
    ['years', `Kluisprotocol\n\n${SENTENCE}\n\n2021\n\n${SENTENCE}\n\n2022\n\n${SENTENCE}\n`],
    ['articles whose number stands apart', `Kluisprotocol\n\nArtikel     1\n\n${SENTENCE}\n\nArtikel     2\n\n${SENTENCE}\n`],
    ['one figure', `Kluisprotocol\n\n${SENTENCE}\n\n4\n\n${SENTENCE}\n`],
    ['figures that do not count up', `Kluisprotocol\n\n${SENTENCE}\n\n7\n\n${SENTENCE}\n\n3\n\n${SENTENCE}\n`],
    ['articles with nothing but a number', `Kluisprotocol\n\n1\n\n${SENTENCE}\n\n2\n\n${SENTENCE}\n\n3\n\n${SENTENCE}\n`],
    ['articles directly above their text', `Kluisprotocol\n\n1\n${SENTENCE}\n\n2\n${SENTENCE}\n`],
    [
      'articles above a list of their own',
      'Kluisprotocol\n\n1\n\na. de sleutel;\nb. het slot.\n\n2\n\na. de deur;\nb. de code.\n',
    ],
    ['chapters above their title', `Kluisprotocol\n\n1\n\nSleutels\n\n${SENTENCE}\n\n2\n\nVerlies\n\n${SENTENCE}\n`],
    [
      'chapters above their first paragraph',
      `Kluisprotocol\n\n1\n\n1.1 Sleutels\n\n${SENTENCE}\n\n2\n\n2.1 Verlies\n\n${SENTENCE}\n`,
    ],
    ['a page that is only mentioned', `Kluisprotocol\n\nPagina 3\n\n${SENTENCE}\n`],
  ])('are none of %s', async (_, source) => {
    expect(await dropped(source)).toEqual([])
  })
})

describe('running lines', () => {
  it('are dropped where the same words recur with a number that counts up', async () => {
    const line = (page: number) => `Kluisafspraken                    pagina: ${page}`
    const source = `Protocol kluizen\n\n${line(1)}\n\nInleiding\n\n${SENTENCE}\n\n${line(2)}\n\n${SENTENCE}\n`
    expect(await dropped(source)).toEqual([1, 2].map((page) => [line(page), 'running line']))
  })

  it('are dropped where they repeat the title once with a number', async () => {
    const line = 'Protocol kluizen                    3'
    expect(await dropped(`Protocol kluizen\n\nInleiding\n\n${SENTENCE}\n\n${line}\n\n${SENTENCE}\n`)).toEqual([
      [line, 'running line'],
    ])
  })

  it('are dropped without a number at the edges of pages', async () => {
    const page = (number: number) => `Kluizen op De Wilg\n\n${SENTENCE}\n\nPagina ${number} van 4\n\n`
    const found = await dropped(`Protocol kluizen\n\n${[1, 2, 3, 4].map(page).join('')}`)
    // The first may be a subtitle: it stands below the title and not below a page number.
    expect(found.filter(([, reason]) => reason === 'running line').map(([text]) => text)).toEqual(
      Array.from({ length: 3 }, () => 'Kluizen op De Wilg'),
    )
  })

  it.each([
    ['rows of a table', 'Kluisprotocol\n\nKluis    4\nKluis    7\nSlot    9\n'],
    [
      'headings that recur',
      `Kluisprotocol\n\nToelichting\n\n${SENTENCE}\n\nToelichting\n\n${SENTENCE}\n\nToelichting\n\n${SENTENCE}\n`,
    ],
    ['annexes that count up', `Kluisprotocol\n\n${SENTENCE}\n\nBijlage   1\n\n${SENTENCE}\n\nLijst   7\n\n${SENTENCE}\n`],
  ])('are none of %s', async (_, source) => {
    expect(await dropped(source)).toEqual([])
  })
})

describe('lines of a text', () => {
  it('that begin with "o" are bullets where more of them do', async () => {
    const imported = await bring(
      'Pleinregels\n\nPauzes\n\n • Hier mag je zijn:\n   o de kantine\n   o de trap buiten\n   o de hal\n • Elders niet.\n',
    )
    expect(body(imported)).toBe(
      '# Pauzes\n\n- Hier mag je zijn:\n  - de kantine\n  - de trap buiten\n  - de hal\n- Elders niet.\n',
    )
  })

  it('that end a wrapped sentence belong to it, though there was room on the line above', async () => {
    const imported = await bring(
      [
        'Kluisprotocol',
        '',
        'a) Kluizen zijn er voor tassen, jassen, telefoons en alles wat er verder in past van een;',
        'b) Sleutels zijn er voor leerlingen en voor alle gasten van Het',
        'Hoekje;',
        'c) Verlies van een sleutel wordt dezelfde dag gemeld aan de conciërge van het gebouw zelf.',
        '',
      ].join('\n'),
    )
    expect(body(imported)).toContain('gasten van Het Hoekje;\n')
  })

  it('that begin with a dash or the name of a unit go on with a sentence that was broken there', async () => {
    const imported = await bring(
      [
        'Kluisprotocol',
        '',
        'Kluizen zijn er voor tassen, jassen, telefoons – en alles wat er verder in past van een kind',
        '– behalve eten en drinken. Wie daar iets over wil weten, leest eerst wat er over staat in',
        'hoofdstuk 4.',
        '',
      ].join('\n'),
    )
    expect(body(imported)).toContain(
      'van een kind – behalve eten en drinken. Wie daar iets over wil weten, leest eerst wat er over staat in hoofdstuk 4.',
    )
  })

  it('that are short below a heading of a wrapped text stand alone', async () => {
    const long = 'Kluizen zijn er voor tassen, jassen, telefoons en alles wat er verder in past van een kind.'
    const imported = await bring(`Kluisprotocol\n\n${long}\n\nVerlies van sleutels\nMeld het.\n\n${long}\n`)
    expect(imported.receipt.fragments.map(({ text, reason }) => [text, reason])).toContainEqual(['Meld het.', undefined])
  })

  it('whose words stand under each other are a table', async () => {
    const imported = await bring(
      'Kluisprotocol\n\n1. Sleutels\n\nWie              Krijgt         Leent\nConciërge        ja             nee\nMentor                          ja\n',
    )
    expect(body(imported)).toContain('| Wie | Krijgt | Leent |\n| - | - | - |\n| Conciërge | ja | nee |\n| Mentor | | ja |\n')
  })

  it.each([
    [
      'headings with a wide blank',
      `Kluisprotocol\n\nArtikel 1      Sleutels\n\n${SENTENCE}\n\nArtikel 2      Verlies\n\n${SENTENCE}\n`,
    ],
    [
      'two lines of two words',
      'Kluisprotocol\n\n1. Slot\n\nNamens de MR        Namens de directie\nA. de Boer          B. de Vries\n',
    ],
    ['columns that do not match', 'Kluisprotocol\n\n1. Slot\n\nEen    twee    drie\nVier       vijf          zes\n'],
  ])('are no table: %s', async (_, source) => {
    expect((await bring(source)).markdown).not.toContain('| -')
  })
})

describe('columns set with blanks', () => {
  const table = (last: readonly [string, string]) =>
    [
      `Kluisprotocol\n\n${SENTENCE} Wij vragen het de schooladministratie.\n`,
      'Wat              Wie            Melden aan',
      'Sleutel kwijt    de leerling    ouders',
      `Slot stuk        de mentor      ${last[0]}`,
      `                                ${last[1]}`,
    ].join('\n')
  const cut = async (source: string) =>
    (await bring(source)).receipt.findings.flatMap(({ rule, form, values }) =>
      rule === 'import/structure' && form === 'cut' ? [values] : [],
    )

  it.each([
    [['schooladminis', 'tratie'], 'schooladminis tratie'],
    [['gebouwbehee', 'rder'], 'gebouwbehee rder'],
    [['\u2022 gebouwbehee', 'rder'], 'gebouwbehee rder'],
  ] as const)('may have cut a word where it fills a line of its cell: %j', async (halves, words) => {
    expect(await cut(table(halves))).toEqual([{ count: 1, words }])
  })

  it.each([[['conciërge', 'of mentor']], [['mentor of', 'conciërge']], [['directie,', 'bestuur']]] as const)(
    'hold words of their own: %j',
    async (halves) => {
      expect(await cut(table(halves))).toEqual([])
    },
  )
})

describe('a dash at the start of a line', () => {
  const LONG = 'De sleutel van de kluis hangt aan het bord naast de deur van de conciërge en'
  const FILE = (items: string) => `2.1  ${LONG}
     wordt daar door hem elke morgen geteld voordat de eerste les is begonnen
     en opgeschreven.
2.2  Bij verlies van de sleutel of van het hele slot betaalt de leerling
${items}
2.3  ${LONG}
     wordt daar door hem elke avond geteld nadat de laatste les is geëindigd en
     opgeschreven.
`
  it('is an item where the next line has one, also below a line without a colon', async () => {
    const found = await bring(FILE('     - een nieuwe sleutel;\n     - het slot, als dat vervangen wordt.'))
    expect(body(found)).toContain('- een nieuwe sleutel;')
    expect(body(found)).not.toContain('leerling -')
  })

  it('alone may stand in a sentence', async () => {
    const found = await bring(FILE('     - of wie voor hem betaalt - de kosten.'))
    expect(body(found)).toContain('leerling - of wie voor hem betaalt - de kosten.')
  })
})
