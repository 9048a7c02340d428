import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { importDocument, type Receipt } from '../../src/import/index.js'
import { defaultFonts } from '../../src/workspace/index.js'

/** What these tests use of the library, which has no types of its own. */
interface Pdf {
  page: { margins: { bottom: number } }
  addPage(): Pdf
  font(font: string | Uint8Array): Pdf
  fontSize(size: number): Pdf
  text(text: string, x: number, y: number, options: object): Pdf
  rect(x: number, y: number, width: number, height: number): Pdf
  fill(colour: string): Pdf
  on(event: string, listener: (chunk: Buffer) => void): Pdf
  end(): void
}

type Draw = (pdf: Pdf) => void

function pdf(draw: Draw, options: object = {}): Promise<Uint8Array> {
  const document: Pdf = new PDFDocument({ size: 'A4', margin: 50, autoFirstPage: false, ...options }) as Pdf
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Uint8Array>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  draw(document)
  document.end()
  return done
}

const cuts = (receipt: Receipt | undefined) =>
  receipt?.findings.flatMap((finding) => ('form' in finding && finding.form === 'cut' ? [finding.values] : []))

/** Puts lines where they are asked, from the top down. */
const put = (
  document: Pdf,
  lines: readonly (readonly [number, number, string])[],
  size = 11,
  font: string | Uint8Array = 'Helvetica',
) => {
  document.font(font).fontSize(size)
  for (const [x, y, text] of lines) document.text(text, x, y, { lineBreak: false })
}

const page = (document: Pdf, number: number) => {
  document.addPage()
  put(document, [[50, 30, 'Basisschool De Linde – Mediaprotocol']], 9)
  // Page numbers stand below the margin, where the library would start a new page.
  document.page.margins.bottom = 0
  put(document, [[290, 810, `Pagina ${number} van 2`]], 9)
}

const BROKEN: Draw = (document) => {
  page(document, 1)
  put(document, [[50, 80, 'Mediaprotocol']], 22, 'Helvetica-Bold')
  put(document, [[50, 130, '1. Afspraken']], 14, 'Helvetica-Bold')
  put(document, [
    [50, 160, 'De school gebruikt sociale media alleen voor het nieuws van de groepen en nooit voor een ge-'],
    [50, 174, 'sprek over een leerling. Wie daarover iets wil zeggen, belt of komt langs op het spreekuur van maandag, ook'],
    [50, 188, 'als er haast bij is.'],
    [50, 215, 'a.'],
    [70, 215, 'Foto’s maken mag na toestemming van de ouders, die zij elk jaar opnieuw geven of intrekken'],
    [70, 229, 'met het formulier;'],
    [50, 250, 'b.'],
    [70, 250, 'een filmpje van de klas blijft binnen de school en wordt na de zomer gewist van alle toestellen en'],
  ])
  document.fontSize(7).text('1', 146, 186, { lineBreak: false })
  put(document, [[50, 760, '1 Behalve in de vakantie.']], 8)
  page(document, 2)
  put(document, [
    [70, 80, 'van de server.'],
    [50, 110, 'Wie zich niet aan de afspraken houdt, krijgt een gesprek met de directie.'],
  ])
}

describe('a PDF', () => {
  it('has its paragraphs, items and words put together again, and its margins left out', async () => {
    const { value } = await importDocument(await pdf(BROKEN), 'media.pdf')
    const text = value?.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ \{#[a-z0-9-]+\}/g, '')
    expect(text).toBe(
      [
        '# Afspraken',
        'De school gebruikt sociale media alleen voor het nieuws van de groepen en nooit voor een gesprek over een leerling. Wie daarover iets wil zeggen, belt of komt langs op het spreekuur van maandag, ook als er haast bij is.[^1]',
        '1. Foto’s maken mag na toestemming van de ouders, die zij elk jaar opnieuw geven of intrekken met het formulier;\n2. een filmpje van de klas blijft binnen de school en wordt na de zomer gewist van alle toestellen en van de server.',
        'Wie zich niet aan de afspraken houdt, krijgt een gesprek met de directie.',
        '[^1]: Behalve in de vakantie.\n',
      ].join('\n\n'),
    )
    expect(value?.policy.metadata).toMatchObject({
      title: 'Mediaprotocol',
      numbering: { headings: ['decimal'], items: ['lower-alpha'] },
    })
    expect(value?.receipt.unaccounted).toEqual([])
    const dropped = value?.receipt.fragments
      .filter(({ fate }) => fate === 'dropped')
      .map(({ reason, page: at }) => `${at} ${reason}`)
    expect(dropped?.sort()).toEqual(['1 page number', '1 running header', '2 page number', '2 running header'])
  })

  it('goes on with a sentence whose next line begins with a dash or the name of a unit', async () => {
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [
        [50, 80, 'Sociale media zijn toepassingen waarmee gebruikers – met weinig hulp van een deskundige'],
        [50, 94, '– informatie met elkaar delen. Wie daarbij hulp vraagt van de school, leest eerst wat er staat in'],
        [50, 108, 'hoofdstuk 4.'],
        [50, 140, 'Wie meedoet, let op drie dingen die in elke klas worden besproken aan het begin van het jaar:'],
        [50, 154, '– beelden van anderen, die nooit zonder toestemming van wie erop staat worden doorgestuurd of'],
        [60, 168, '– ook in de eigen groep – bewaard'],
        [50, 182, '– rust'],
        [50, 196, '– respect'],
      ])
    })
    const { value } = await importDocument(bytes, 'media.pdf')
    const text = value?.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ \{#[a-z0-9-]+\}/g, '')
    expect(text).toBe(
      [
        'Sociale media zijn toepassingen waarmee gebruikers – met weinig hulp van een deskundige – informatie met elkaar delen. Wie daarbij hulp vraagt van de school, leest eerst wat er staat in hoofdstuk 4.',
        'Wie meedoet, let op drie dingen die in elke klas worden besproken aan het begin van het jaar:',
        '- beelden van anderen, die nooit zonder toestemming van wie erop staat worden doorgestuurd of – ook in de eigen groep – bewaard\n- rust\n- respect\n',
      ].join('\n\n'),
    )
  })

  it('goes on where a line leads to the next, and takes a ring that stands apart for a bullet', async () => {
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [
        [50, 80, 'Onder toezicht valt: (1) het plein voor en na de lessen, (2) de gang bij de kluizen, (3) de kantine,'],
        [50, 94, '(4) de fietsenstalling en (5) het hek. Wie daar iets ziet, meldt het de conciërge zoals staat in'],
        [50, 108, 'Artikel 3.'],
        [50, 140, 'Mee mogen:'],
      ])
      put(document, [[70, 160, 'o']], 11, 'Courier')
      put(document, [[88, 160, 'een boterham;']])
      put(document, [[70, 176, 'o']], 11, 'Courier')
      put(document, [[88, 176, 'een appel.']])
    })
    const { value } = await importDocument(bytes, 'plein.pdf')
    const text = value?.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ \{#[a-z0-9-]+\}/g, '')
    expect(text).toBe(
      [
        'Onder toezicht valt: (1) het plein voor en na de lessen, (2) de gang bij de kluizen, (3) de kantine, (4) de fietsenstalling en (5) het hek. Wie daar iets ziet, meldt het de conciërge zoals staat in Artikel 3.',
        'Mee mogen:',
        '- een boterham;\n- een appel.\n',
      ].join('\n\n'),
    )
  })

  it('is read column by column, however far a head above them and a foot below reach', async () => {
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [[380, 40, 'Dorpsnieuws Lindewoud week 12']], 11)
      for (const [i, name] of ['links', 'rechts'].entries()) {
        const lines = Array.from({ length: 14 }, (_, at) => `${name} regel ${at + 1} van deze kolom`)
        for (const [at, text] of lines.entries()) put(document, [[50 + i * 165, 90 + at * 14, text]])
      }
      put(document, [[200, 760, 'Dorpsnieuws Lindewoud – www.lindewoud.example – altijd te lezen']], 9)
    })
    const { value } = await importDocument(bytes, 'nieuws.pdf')
    const words = value?.markdown ?? ''
    expect(words.indexOf('links regel 14')).toBeGreaterThan(0)
    expect(words.indexOf('rechts regel 1 ')).toBeGreaterThan(words.indexOf('links regel 14'))
  })

  it('is no table where numbers without a stop stand at the same height in both columns', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `is de regel ${i + 1} van deze kolom met tekst`)
    const bytes = await pdf((document) => {
      document.addPage()
      for (const [i, text] of lines.entries()) {
        const y = 80 + i * 14
        put(document, [[50, y, String(i + 1)]])
        put(document, [[66, y, `Links ${text}`]])
        put(document, [[310, y, String(i + 13)]])
        put(document, [[330, y, `Rechts ${text}`]])
      }
    })
    const { value } = await importDocument(bytes, 'kolommen.pdf')
    expect(value?.policy.children.some((node) => node.type === 'table')).toBe(false)
    const words = value?.markdown ?? ''
    expect(words.indexOf('Links is de regel 12')).toBeGreaterThan(0)
    expect(words.indexOf('Rechts is de regel 1 ')).toBeGreaterThan(words.indexOf('Links is de regel 12'))
  })

  it('is read column by column', async () => {
    const column = (word: string) => Array.from({ length: 12 }, (_, i) => `${word} regel ${i + 1} van deze kolom met wat tekst`)
    const bytes = await pdf((document) => {
      document.addPage()
      for (const [i, text] of column('links').entries()) put(document, [[50, 80 + i * 14, text]])
      for (const [i, text] of column('rechts').entries()) put(document, [[310, 80 + i * 14, text]])
    })
    const { value } = await importDocument(bytes, 'kolommen.pdf')
    const order = [
      ...(value?.receipt.fragments
        .map(({ text }) => text)
        .join(' ')
        .matchAll(/(links|rechts) regel (\d+)/g) ?? []),
    ].map(([, side, line]) => `${side}${line}`)
    expect(order).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `links${i + 1}`),
      ...Array.from({ length: 12 }, (_, i) => `rechts${i + 1}`),
    ])
  })

  it('has tables and bullets by what is drawn, and tables without rules by how their cells stand', async () => {
    const rows = [
      ['Taak', 'Wie', 'Wanneer'],
      ['Kluis openen', 'De conciërge', 'Elke ochtend, voordat de'],
      ['', '', 'eerste les begint'],
      ['Ouders bellen', 'De mentor', 'Na de tweede keer'],
    ]
    const cells = (document: Pdf, top: number) => {
      for (const [i, row] of rows.entries())
        for (const [j, cell] of row.entries()) put(document, [[60 + j * 130, top + i * 14, cell]])
    }
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [[50, 60, 'Toezichtplan']], 22, 'Helvetica-Bold')
      put(document, [[50, 110, '1. Taken']], 14, 'Helvetica-Bold')
      // A grid of three columns and three rows, the second two lines high.
      for (const y of [134, 150, 178, 193]) document.rect(54, y, 390, 0.7).fill('#000000')
      for (const x of [54, 184, 314, 444]) document.rect(x, 134, 0.7, 59).fill('#000000')
      document.fill('#000000')
      cells(document, 138)
      put(document, [[50, 220, 'Iedereen let op:']])
      for (const [i, text] of ['het hek;', 'de fietsen.'].entries()) {
        put(document, [[70, 236 + i * 14, text]])
        document.rect(58, 240 + i * 14, 4, 4).fill('#000000')
      }
      document.fill('#000000')
      put(document, [[50, 290, '2. Nogmaals']], 14, 'Helvetica-Bold')
      cells(document, 320)
    })
    const { value } = await importDocument(bytes, 'toezicht.pdf')
    const table =
      '| Taak | Wie | Wanneer |\n| - | - | - |\n| Kluis openen | De conciërge | Elke ochtend, voordat de eerste les begint |\n| Ouders bellen | De mentor | Na de tweede keer |'
    expect(value?.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/[ \n]\{#[a-z0-9-]+\}/g, '')).toBe(
      `# Taken\n\n${table}\n\nIedereen let op:\n\n- het hek;\n- de fietsen.\n\n# Nogmaals\n\n${table}\n`,
    )
    expect(value?.receipt.unaccounted).toEqual([])
  })

  it('takes the frame around a cover apart, and leaves a form that asks for names as it is', async () => {
    const framed = (document: Pdf, top: number, cells: readonly (readonly [number, string])[]) => {
      for (let i = 0; i <= cells.length; i++) document.rect(54, top + i * 20, 400, 0.7).fill('#000000')
      for (const x of [54, 154, 454]) document.rect(x, top, 0.7, cells.length * 20).fill('#000000')
      document.fill('#000000')
      put(
        document,
        cells.map(([x, text], i) => [x, top + 5 + i * 20, text]),
      )
    }
    const bytes = await pdf((document) => {
      document.addPage()
      framed(document, 60, [
        [60, 'Sleutelbeleid'],
        [160, 'DATE OF ADOPTION: 4 March 2020'],
        [160, 'TO BE REVIEWED BY: Business Committee'],
      ])
      put(document, [[50, 160, 'Doel']], 14, 'Helvetica-Bold')
      put(document, [[50, 190, 'De school geeft aan wie er werkt een sleutel van het gebouw mee naar huis.']])
      framed(document, 230, [
        [60, 'Naam'],
        [60, 'Sleutel'],
      ])
    })
    const { value } = await importDocument(bytes, 'sleutels.pdf')
    expect(value?.policy.metadata).toMatchObject({
      title: 'Sleutelbeleid',
      approvals: [{ date: '2020-03-04', right: 'adoption' }],
      remarks: [{ note: 'TO BE REVIEWED BY: Business Committee' }],
    })
    expect(value?.markdown).toMatch(/\| Naam \|.*\n\| - \|.*\n\| Sleutel \|/)
  })

  it('keeps columns apart at their own heights, on a last page with one of them too', async () => {
    const left = [
      '1 De docent bewaart cijfers en toetsen in de',
      'kluis op de gang bij de kamer van de directie',
      'die op slot is.',
      '2 De mentor kijkt elke week na of dat gebeurt.',
    ]
    const bytes = await pdf((document) => {
      const edges = (number: number) => {
        document.page.margins.bottom = 0
        put(
          document,
          [
            [50, 800, 'versie 2.0'],
            [450, 800, `pagina ${number}`],
          ],
          9,
        )
      }
      document.addPage()
      edges(1)
      put(document, [[50, 60, 'Bewaarplan']], 20, 'Helvetica-Bold')
      put(document, [[50, 100, 'Artikel 1 Bewaren']], 11, 'Helvetica-Bold')
      put(
        document,
        left.map((text, i) => [50, 116 + i * 14, text] as const),
      )
      for (let i = 0; i < 12; i++)
        put(document, [
          [50, 200 + i * 14, 'een regel die de kolom vult tot aan de rand en'],
          [310, 109 + i * 14, 'een andere die dat ook doet tot aan de rand en'],
        ])
      // The figure of a note stands as high as the line beside it.
      document.fontSize(6).text('1', 462, 243, { lineBreak: false })
      document.addPage()
      edges(2)
      put(document, [[50, 60, 'Artikel 2 Inzien']], 11, 'Helvetica-Bold')
      put(document, [
        [50, 76, 'Een ouder vraagt de mentor van de klas om'],
        [50, 90, 'inzage en krijgt die zoals dat bedoeld is in'],
        [50, 104, 'deze regeling en daar in de eerste zin van'],
        [50, 118, 'artikel 1.'],
      ])
    })
    const { value } = await importDocument(bytes, 'bewaarplan.pdf')
    const text = value?.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ \{#[a-z0-9-]+(?: label="[^"]+")?\}/g, '')
    expect(text).toContain(
      '1. De docent bewaart cijfers en toetsen in de kluis op de gang bij de kamer van de directie die op slot is.\n2. De mentor kijkt elke week na of dat gebeurt.',
    )
    expect(text).toContain(
      'Een ouder vraagt de mentor van de klas om inzage en krijgt die zoals dat bedoeld is in deze regeling en daar in de eerste zin van [artikel 1](#bewaren).',
    )
    expect(text).not.toMatch(/versie 2|pagina/)
  })

  it('keeps units at the tops of pages, and drops what really recurs there', async () => {
    const bytes = await pdf((document) => {
      for (const number of [1, 2, 3]) {
        document.addPage()
        put(document, [[50, 30, 'Hoofdstuk veiligheid']], 9)
        put(document, [[50, 60, `Bijlage ${number}`]], 14, 'Helvetica-Bold')
        put(document, [[50, 90, `De lijst van groep ${number} hangt bij de balie en wordt elk jaar vernieuwd.`]])
      }
    })
    const { value } = await importDocument(bytes, 'bijlagen.pdf')
    expect(value?.markdown.match(/Bijlage \d/g)).toEqual(['Bijlage 1', 'Bijlage 2', 'Bijlage 3'])
    expect(value?.markdown).not.toContain('Hoofdstuk veiligheid')
  })

  it('keeps items and sentences at the edges of pages that differ in a number, and takes a decision from a foot once', async () => {
    const bytes = await pdf((document) => {
      for (let number = 1; number <= 4; number++) {
        document.addPage()
        if (number === 1) put(document, [[50, 110, 'Sleutelreglement']], 20)
        else put(document, [[50, 60, `${number}. Wie sleutel ${number} verliest, betaalt ${number} euro.`]])
        put(document, [[50, 160, `Over sleutel ${number} gaat dit, en het staat op een bladzijde van de school.`]])
        document.page.margins.bottom = 0
        put(document, [[50, 810, `Vastgesteld door de raad op 4 april 2023 – pagina ${number}`]], 9)
      }
    })
    const { value } = await importDocument(bytes, 'sleutels.pdf')
    expect(value?.markdown.match(/Wie sleutel \d/g)).toEqual(['Wie sleutel 2', 'Wie sleutel 3', 'Wie sleutel 4'])
    expect(value?.markdown).not.toContain('pagina')
    expect(value?.policy.metadata.approvals).toEqual([{ date: '2023-04-04', body: 'raad', right: 'adoption' }])
  })

  it('tells of a rule that recurs at the foot of pages and is left out, and of no name or number there', async () => {
    const bytes = await pdf((document) => {
      for (const number of [1, 2, 3]) {
        page(document, number)
        put(document, [
          [50, 80, `De mentor belt in week ${number} de ouders van zijn groep, en vraagt hun hoe het thuis gaat.`],
          [50, 110, `In blok ${'abc'[number - 1]} ruimt de klas het lokaal op voor de bel gaat.`],
        ])
        put(document, [[50, 785, 'Ouders kunnen binnen zes weken bezwaar maken bij het bestuur.']], 9)
      }
    })
    const { value } = await importDocument(bytes, 'mentor.pdf')
    const told = value?.receipt.findings.flatMap((finding) => (finding.rule === 'import/words' ? [finding] : []))
    expect(told?.map(({ form, values }) => [form, values])).toEqual([
      ['margin', { count: 1, words: 'Ouders kunnen binnen zes weken bezwaar maken bij het bestuur.' }],
    ])
  })

  it('makes a word whole that its cell was too narrow for', async () => {
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [[50, 60, 'Taken']], 14, 'Helvetica-Bold')
      for (const y of [94, 110, 140]) document.rect(54, y, 120, 0.7).fill('#000000')
      for (const x of [54, 110, 174]) document.rect(x, 94, 0.7, 46).fill('#000000')
      document.fill('#000000')
      put(document, [
        [57, 97, 'Taak'],
        [113, 97, 'Wie'],
        [57, 113, 'vastleggen'],
        [57, 127, 'van cijfers'],
        [113, 113, 'directiesecr'],
        [113, 127, 'etaresse'],
      ])
      put(document, [[50, 170, 'Iedereen die een taak heeft, staat in deze tabel en nergens anders.']])
    })
    const { value } = await importDocument(bytes, 'taken.pdf')
    expect(value?.markdown).toContain('| vastleggen van cijfers | directiesecretaresse |')
    expect(cuts(value?.receipt)).toEqual([{ count: 1, words: 'directiesecretaresse' }])
  })

  it('joins what a narrow cell parted where it is sure, and says where two words may have met', async () => {
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [[50, 60, 'Taken']], 14, 'Helvetica-Bold')
      for (const y of [94, 110, 140, 170]) document.rect(54, y, 120, 0.7).fill('#000000')
      for (const x of [54, 112, 174]) document.rect(x, 94, 0.7, 76).fill('#000000')
      document.fill('#000000')
      put(document, [
        [57, 97, 'Taak'],
        [115, 97, 'Wie'],
        [57, 113, 'begeleider'],
        [57, 127, 's'],
        [115, 113, 'de mentor'],
        [57, 143, 'brandweren'],
        [57, 157, 'aangemeld'],
        [115, 143, '• conciërge'],
      ])
      // Other words that end and begin as the two halves do.
      put(document, [[50, 200, 'Wie later deuren openen, andere aanwezigen melden, hoeren en aandoen, staan in deze tabel.']])
    })
    const { value } = await importDocument(bytes, 'taken.pdf')
    expect(value?.markdown).toContain('| begeleiders | de mentor |')
    expect(value?.markdown).toContain('| brandweren aangemeld |')
    expect(cuts(value?.receipt)).toEqual([{ count: 1, words: 'brandweren aangemeld' }])
  })

  it('has words once that are drawn twice to look bold', async () => {
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [
        [50, 60, 'Kluisregels'],
        [50.4, 60, 'Kluisregels'],
        [50, 90, 'De kluis gaat dicht om drie uur en blijft dat tot de volgende dag.'],
      ])
    })
    const { value } = await importDocument(bytes, 'kluis.pdf')
    expect(value?.receipt.fragments.map(({ text }) => text)).toEqual([
      'Kluisregels',
      'De kluis gaat dicht om drie uur en blijft dat tot de volgende dag.',
    ])
  })

  it('has glyphs that stand for no letter, and says on which page', async () => {
    const { regular } = defaultFonts()
    const written = (second: string) =>
      pdf((document) => {
        for (const line of ['De kluis gaat dicht om drie uur en blijft dat tot de volgende dag.', second]) {
          document.addPage()
          put(document, [[50, 90, line]], 11, regular)
        }
      })
    const said = async (second: string) =>
      (await importDocument(await written(second), 'kluis.pdf')).value?.receipt.findings.filter(({ form }) => form === 'glyphs')
    expect(await said('Wie de sleutel \uE001\uE002\uE003 kwijtraakt, meldt dat bij de conciërge van de dag.')).toMatchObject([
      { rule: 'import/structure', values: { count: 3, page: 2 } },
    ])
    expect(await said('Wie de sleutel kwijtraakt, meldt dat bij de conciërge van de dag.')).toEqual([])
  })

  it('has a title that goes on behind its colon, and no heading above the contents that is called otherwise', async () => {
    const bytes = await pdf((document) => {
      document.addPage()
      put(
        document,
        [
          [50, 60, 'Kluizen gebruiken:'],
          [50, 88, 'een handleiding voor leerlingen'],
        ],
        22,
        'Helvetica-Bold',
      )
      put(document, [[50, 140, 'Wat hierin staat']], 14, 'Helvetica-Bold')
      for (const [i, entry] of ['Sleutels', 'Sloten', 'Kasten'].entries())
        put(document, [[50, 170 + i * 16, `${entry}${'.'.repeat(80)} ${i + 2}`]])
      for (const [, entry] of ['Sleutels', 'Sloten', 'Kasten'].entries()) {
        document.addPage()
        put(document, [[50, 60, entry]], 14, 'Helvetica-Bold')
        put(document, [[50, 90, `De conciërge telt ${entry.toLowerCase()} elke week en schrijft in het boek wat er mist.`]])
      }
    })
    const { value } = await importDocument(bytes, 'kluizen.pdf')
    expect(value?.policy.metadata.title).toBe('Kluizen gebruiken: een handleiding voor leerlingen')
    expect(value?.policy.metadata.subtitle).toBeUndefined()
    expect(value?.markdown.match(/^# \p{L}+/gmu)).toEqual(['# Sleutels', '# Sloten', '# Kasten'])
    expect(value?.receipt.fragments).toContainEqual(
      expect.objectContaining({ text: 'Wat hierin staat', fate: 'dropped', reason: 'table of contents' }),
    )
  })

  it('takes a name and a version above a rule across two columns for one line of the head', async () => {
    const words = (i: number) =>
      ['De fiets staat elke dag in de stalling,', 'ook bij regen en ook als het al laat is.'][i % 2] ?? ''
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [[50, 50, 'Fietsregels']], 22, 'Helvetica-Bold')
      put(document, [
        [50, 90, 'Basisschool De Wieken'],
        [320, 90, 'versie 4'],
      ])
      document.rect(50, 106, 495, 0.7).fill('black')
      for (let i = 0; i < 24; i++) {
        put(document, [
          [50, 120 + i * 14, words(i)],
          [320, 120 + i * 14, words(i)],
        ])
      }
    })
    const { value } = await importDocument(bytes, 'fietsen.pdf')
    expect(value?.policy.metadata).toMatchObject({ title: 'Fietsregels', version: '4.0.0' })
    expect(value?.organisation).toBe('Basisschool De Wieken')
    expect(value?.markdown).not.toMatch(/laat is\.? versie 4/)
  })

  it('keeps the hyphen of a compound at the end of a line, beside words that were broken there', async () => {
    const lines = [
      'De conciërge schrijft elke morgen op welke sleutels er aan het bord han-',
      'gen en welke er ontbreken, en meldt dat voor de eerste les aan de lei-',
      'ding. Een sleutel die niet terugkomt wordt na een week opnieuw ge-',
      'maakt. Niet-',
      'geregistreerde sleutels gaan naar de gemeente, niette-',
      'min wordt er eerst naar de eigenaar gezocht.',
    ]
    const bytes = await pdf((document) => {
      document.addPage()
      put(document, [[50, 60, 'Sleutels']], 18, 'Helvetica-Bold')
      put(
        document,
        lines.map((line, i) => [50, 100 + i * 14, line] as const),
      )
    })
    const { value } = await importDocument(bytes, 'sleutels.pdf')
    expect(value?.markdown).toContain('Niet-geregistreerde')
    for (const word of ['hangen', 'leiding', 'gemaakt', 'niettemin']) expect(value?.markdown).toContain(word)
  })

  it('without text is refused as a scan, with a password as locked', async () => {
    const scan = await pdf((document) => document.addPage().rect(50, 50, 400, 600).fill('#888888'))
    expect((await importDocument(scan, 'scan.pdf')).messages).toMatchObject([{ rule: 'import/scan', severity: 'error' }])
    const locked = await pdf((document) => put(document.addPage(), [[50, 80, 'Geheim']]), { userPassword: 'x' })
    expect((await importDocument(locked, 'slot.pdf')).messages).toMatchObject([
      { rule: 'import/damaged', severity: 'error', form: 'locked' },
    ])
  })
})
