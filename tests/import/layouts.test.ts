import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'

async function bring(source: string, name: string): Promise<Imported> {
  const { value } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error(`${name} was not read`)
  expect(value.receipt.unaccounted).toEqual([])
  return value
}
/** Numbers and first words of the clauses, as a reader sees them. */
const outline = ({ policy }: Imported): string[] =>
  resolve(policy).value.clauses.map(({ label, node }) =>
    [label, plainText(node).split(/\s+/).slice(0, 3).join(' ')].filter(Boolean).join(' '),
  )

/** Every clause with the label it prints. */
const printed = ({ policy }: Imported): string[] =>
  resolve(policy).value.clauses.map(({ label = '', node }) => `${label}|${plainText(node)}`)

describe('layouts of other schools', () => {
  it('articles with numbered paragraphs, a sentence of adoption at the end', async () => {
    const code = await bring(
      `GEDRAGSCODE ICT
Scholengroep Westwijk

Artikel 1 Begripsbepalingen
1.1 In deze gedragscode wordt verstaan onder:
a. gebruiker: een ieder die gebruik maakt van de voorzieningen;
b. beheerder: de medewerker die de voorzieningen onderhoudt.
1.2 Waar 'hij' staat, kan ook 'zij' worden gelezen.

Artikel 2 Gebruik van het netwerk
2.1 De gebruiker deelt zijn inloggegevens niet met anderen.
2.2 Het is verboden om:
- illegale software te installeren;
- het netwerk te overbelasten.
2.3 Bij overtreding van artikel 2.2 kan de beheerder het account blokkeren.

Aldus vastgesteld door het college van bestuur op 4 februari 2023
`,
      'code.txt',
    )
    expect(outline(code)).toEqual([
      'Artikel 1 Begripsbepalingen',
      '1.1 In deze gedragscode',
      'a gebruiker: een ieder',
      'b beheerder: de medewerker',
      "1.2 Waar 'hij' staat,",
      'Artikel 2 Gebruik van het',
      '2.1 De gebruiker deelt',
      '2.2 Het is verboden',
      'illegale software te',
      'het netwerk te',
      '2.3 Bij overtreding van',
    ])
    expect(code.policy.metadata).toMatchObject({
      status: 'adopted',
      approvals: [{ date: '2023-02-04', body: 'college van bestuur', right: 'adoption' }],
    })
    expect(code.markdown).toContain('Bij overtreding van artikel [](#verboden)')
  })

  it('a page with steps, points inside them and a table', async () => {
    const page = await bring(
      `<html><body><h1>Pestprotocol De Kraanvogel</h1><p><em>Vastgesteld in de MR-vergadering van 12 maart 2024</em></p>
      <h2>Aanpak</h2><ol><li><b>Signaleren.</b> De leerkracht let op signalen.</li>
      <li><b>Gesprek.</b> Binnen drie dagen spreekt de leerkracht met beiden.<ul><li>luister eerst;</li><li>maak afspraken.</li></ul></li></ol>
      <h2>Gevolgen</h2><table><tr><th>Ernst</th><th>Maatregel</th></tr><tr><td>Eerste keer</td><td>Waarschuwing</td></tr></table></body></html>`,
      'pesten.html',
    )
    expect(outline(page)).toEqual([
      'Aanpak',
      '1 Signaleren. De leerkracht',
      '2 Gesprek. Binnen drie',
      'luister eerst;',
      'maak afspraken.',
      'Gevolgen',
      'Ernst Maatregel Eerste',
    ])
    expect(page.policy.metadata.approvals).toEqual([{ date: '2024-03-12', body: 'MR-vergadering', right: 'adoption' }])
  })

  it('one line that says version, body and date', async () => {
    const { policy } = await bring(
      '# Homework policy\n\n*Version 1.2, adopted by the governing board on 5 March 2022*\n\n## Purpose\n\nHomework helps pupils to learn.\n',
      'homework.md',
    )
    expect(policy.metadata).toMatchObject({
      title: 'Homework policy',
      version: '1.2.0',
      lang: 'en',
      approvals: [{ date: '2022-03-05', body: 'governing board', right: 'adoption' }],
    })
  })
})

it('joins a sentence that a footer parts before a name', async () => {
  const page = (at: number, words: string) => `Theater De Kapstok\n\n${words}\n\nVersie 3.1 – Pagina ${at} van 3\n\f`
  const text = [
    page(1, 'Huisregels\n\n1. Oefenen\n\nIedereen volgt jaarlijks een herhaling van acht uur, en het benodigde aantal'),
    page(2, "BHV'ers volgt uit het aantal plaatsen in de zaal.\n\n2. Melden\n\nWie brand ziet, belt."),
    page(3, '3. Slot\n\nDe directeur beslist.'),
  ].join('')
  expect(printed(await bring(text, 'theater.txt'))).toContain(
    "|Iedereen volgt jaarlijks een herhaling van acht uur, en het benodigde aantal BHV'ers volgt uit het aantal plaatsen in de zaal.",
  )
})

it('reads a page that a table sets in columns, and leaves its menu out', async () => {
  const rules = Array.from({ length: 8 }, (_, i) => `Rule ${i + 1} of the uniform says what children wear.<br><br>`).join('')
  const page = `<table><tr><td><a href="a.htm">Home</a><br><a href="b.htm">Dates</a><br><a href="c.htm">Find us</a></td><td><h1>Uniform policy</h1><h2>1. Clothes</h2>Children wear:<br>&nbsp;a. grey trousers;<br>&nbsp;b. black shoes.<br><br>${rules}</td></tr></table>`
  const imported = await bring(page, 'page.html')
  expect(printed(imported).slice(0, 5)).toEqual([
    '1|Clothes',
    '|Children wear:',
    'a|grey trousers;',
    'b|black shoes.',
    '|Rule 1 of the uniform says what children wear.',
  ])
  expect(imported.receipt.fragments.filter(({ reason }) => reason === 'outside the policy on its page')).toHaveLength(3)
})

describe('a table that sets rules, a row each', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const page = (...rows: string[]) => `<html><body><h1>Sleutelregels</h1><table>${rows.join('')}</table></body></html>`
  const said = ({ receipt }: Imported) =>
    receipt.findings.flatMap(({ rule, form }) => (rule === 'import/structure' ? [form] : []))

  it('becomes provisions, with what stands beside them behind or before them', async () => {
    const imported = await bring(
      page(
        row('Nr.', 'Afspraak', 'Wie'),
        row('1', 'De sleutel blijft op school.', 'iedereen'),
        row('2', 'De kluis gaat om vijf uur dicht.', 'conciërge'),
      ),
      'sleutels.html',
    )
    expect(printed(imported)).toEqual(['1|De sleutel blijft op school. iedereen', '2|De kluis gaat om vijf uur dicht. conciërge'])
    expect(imported.markdown).toContain('dicht. *conciërge*')
    expect(said(imported)).toEqual(['rows'])
    expect(imported.receipt.fragments).toContainEqual(
      expect.objectContaining({ text: 'Nr. Afspraak Wie', fate: 'dropped', reason: 'head of a table of provisions' }),
    )
  })

  it('with rows of one cell as the titles of its parts', async () => {
    const imported = await bring(
      page(
        row('Nr', 'Wie', 'Wat'),
        row('1', 'Sleutels', ''),
        row('1.1', 'leerling', 'De sleutel blijft op school, ook in de pauze.'),
        row('1.2', 'ouder', 'Verlies van de sleutel wordt dezelfde dag gemeld.'),
        row('2', 'Kluizen', ''),
        row('2.1', 'conciërge', 'De kluis gaat om vijf uur dicht.'),
      ),
      'sleutels.html',
    )
    expect(printed(imported)).toEqual([
      '1|Sleutels',
      '1.1|leerling De sleutel blijft op school, ook in de pauze.',
      '1.2|ouder Verlies van de sleutel wordt dezelfde dag gemeld.',
      '2|Kluizen',
      '2.1|conciërge De kluis gaat om vijf uur dicht.',
    ])
  })

  it('and stays one where it holds values, or names', async () => {
    const prices = await bring(
      page(
        row('Nr.', 'Wat', 'Prijs'),
        row('1', 'sleutel voor de fietsenkelder', '5'),
        row('2', 'kluis met een nieuwe code', '10'),
      ),
      'prijzen.html',
    )
    expect(prices.policy.children.at(-1)).toMatchObject({ type: 'table' })
    expect(said(prices)).toEqual([])
  })
})
