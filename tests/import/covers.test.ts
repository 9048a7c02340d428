import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { docx, p, run, style, table } from './word.js'

async function bring(source: Uint8Array, name: string): Promise<Imported> {
  const { value } = await importDocument(source, name)
  if (!value) throw new Error(`${name} was not read`)
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

const page = async (body: string) =>
  (await bring(new TextEncoder().encode(`<!doctype html><html lang="nl"><body>${body}</body></html>`), 'tuin.html')).policy
    .metadata

const word = async (...parts: string[]) =>
  (
    await bring(
      docx(
        [...parts, p('Doel', style('Kop1')), p('De tuin is er voor alle groepen en wordt door hen zelf onderhouden.')].join(''),
      ),
      'tuin.docx',
    )
  ).policy.metadata

const TEXT = '<h2>Doel</h2><p>De tuin is er voor alle groepen en wordt door hen zelf onderhouden.</p>'

describe('a cover', () => {
  it('says several things on one line, their names bold and between them tabs, below a motto', async () => {
    const tab = '<w:r><w:tab/></w:r>'
    const bold = (text: string) => run(text, '<w:b/>')
    const found = await word(
      p('Afspraken schooltuin', style('Titel')),
      p('Samen in het groen', '<w:outlineLvl w:val="1"/>'),
      p(`${bold('Eigenaar:')}${run(' conciërge')}${tab}${tab}${bold('Evaluatie:')}${run(' 1 mei 2027')}`),
    )
    expect(found).toMatchObject({ title: 'Afspraken schooltuin', review: '2027-05-01' })
    expect(found.remarks).toContainEqual({ note: 'Eigenaar: conciërge' })
  })

  it('says several things on one line', async () => {
    const found = await word(
      p('Afspraken schooltuin', style('Titel')),
      p('Stichting Het Perk | Eigenaar: conciërge | Laatst gewijzigd: 3 mrt 2025 | Concept ter bespreking'),
      p('Versie: 1.4   Status: concept   Evaluatie: 1 mei 2027'),
    )
    expect(found).toMatchObject({
      title: 'Afspraken schooltuin',
      version: '1.4.0',
      status: 'draft',
      date: '2025-03-03',
      review: '2027-05-01',
    })
    expect(JSON.stringify(found)).toContain('Eigenaar: conciërge')
  })

  it('says on one line a month, a day and who decided', async () => {
    const found = await word(
      p('Afspraken schooltuin', style('Titel')),
      p('versie mei 2025, geldig vanaf 1 juni 2025, vastgesteld door de directeur op 20 mei 2025'),
    )
    expect(found).toMatchObject({
      effective: '2025-06-01',
      approvals: [{ date: '2025-05-20', body: 'directeur', right: 'adoption' }],
      remarks: [{ note: 'versie mei 2025' }],
    })
  })

  it('says a version beside words that nobody knows', async () => {
    const found = await word(p('Gartenordnung', style('Titel')), p('Grundschule Am Teich, Version 1.3, Stand: Mai'))
    expect(found).toMatchObject({ version: '1.3.0', subtitle: 'Grundschule Am Teich, Version 1.3, Stand: Mai' })
  })

  it('may stand at the end, under its name', async () => {
    const about = [
      ['Vastgesteld door de algemene ledenvergadering', '14 maart 2024'],
      ['Ingangsdatum', '1 april 2024'],
      ['Examensecretaris', 'mw. A. Bos'],
    ]
    const { value } = await importDocument(
      docx(
        [
          p('Tuinreglement', style('Titel')),
          p('Doel', style('Kop1')),
          p('De tuin is er voor alle groepen.'),
          p('Vaststelling'),
        ].join('') + table(about),
      ),
      'tuin.docx',
    )
    expect(value?.policy.metadata).toMatchObject({ effective: '2024-04-01', approvals: [{ date: '2024-03-14' }] })
    expect(value?.markdown).not.toContain('# Vaststelling')
  })

  it('on a page has the title that the page has, whatever stands above it', async () => {
    const page = `<html lang="nl"><head><title>Tuinafspraken</title></head><body><p>Gemeente Oost</p><p>TUINAFSPRAKEN</p>${TEXT}</body></html>`
    const { value } = await importDocument(new TextEncoder().encode(page), 'tuin.html')
    expect(value?.policy.metadata.title).toBe('TUINAFSPRAKEN')
  })

  it('has a table whose names no key holds, with who and when of one decision in two rows', async () => {
    const found = await word(
      table([
        ['Titel', 'Tuinprotocol', 'Doelgroep', 'alle groepen'],
        ['Vastgesteld door', 'het schoolbestuur', 'Vastgesteld op', '5 februari 2024'],
        ['Status', 'concept 0.9 ter instemming aan de MR', 'Vaststelling gepland', 'oktober 2024'],
      ]),
    )
    expect(found).toMatchObject({
      title: 'Tuinprotocol',
      version: '0.9.0',
      status: 'draft',
      approvals: [{ date: '2024-02-05', body: 'schoolbestuur', right: 'adoption' }],
      remarks: [
        { note: 'Doelgroep: alle groepen' },
        { note: 'Status: concept 0.9 ter instemming aan de MR' },
        { note: 'Vaststelling gepland: oktober 2024' },
      ],
    })
  })

  it('has a history whose versions are called numbers', async () => {
    const history = table([
      ['Nr.', 'Datum', 'Toelichting'],
      ['1.0', '12-05-2014', 'eerste versie'],
      ['2.1', '05-02-2024', 'nieuwe vijver'],
    ])
    expect(await word(p('Tuinprotocol', style('Titel')), history)).toMatchObject({ version: '2.1.0' })
  })

  it('on a page is a list of terms about the document, and a title over two lines', async () => {
    const terms =
      '<dl><dt>Versienummer</dt><dd>3</dd><dt>Proceseigenaar</dt><dd>conciërge</dd><dt>Ingangsdatum</dt><dd>1 maart 2025</dd></dl>'
    expect(await page(`<h1>Werken in de tuin:<br>een gids voor groepen</h1>${terms}${TEXT}`)).toMatchObject({
      title: 'Werken in de tuin: een gids voor groepen',
      version: '3.0.0',
      effective: '2025-03-01',
      remarks: [{ note: 'Proceseigenaar: conciërge' }],
    })
    expect(await page(`<p>Stichting Het Perk</p><h1>Tuinprotocol<br>2025-2027</h1>${TEXT}`)).toMatchObject({
      title: 'Tuinprotocol 2025-2027',
    })
  })

  it('on a page keeps terms of the text as the list they are', async () => {
    const { markdown } = await bring(
      new TextEncoder().encode(
        `<!doctype html><html lang="nl"><body><h1>Tuinprotocol</h1>${TEXT}<dl><dt>Perk</dt><dd>een bed van een groep</dd><dt>Status</dt><dd>hoe het ermee staat</dd></dl></body></html>`,
      ),
      'tuin.html',
    )
    expect(markdown).toContain('- **Perk** een bed van een groep')
  })

  it('takes no years for an address', async () => {
    const found = await word(p('Tuinprotocol', style('Titel')), p('schooljaar 2023-2024, groepen van 2022 en later'))
    expect(found).not.toHaveProperty('contact')
  })

  it.each([
    ['definitief concept', 'draft'],
    ['Final draft', 'draft'],
    ['vastgesteld onder voorbehoud van instemming', 'proposed'],
    ['Approved subject to consultation', 'proposed'],
    // Who adopted it, nobody says.
    ['Approved, subject to annual review', 'draft'],
    ['vastgesteld door het bestuur', 'adopted'],
    ['definitief', 'draft'],
    ['definitief, vastgesteld door de directie op 3 mei 2024', 'adopted'],
  ])('is as far as its status says: %s', async (status, expected) => {
    expect(await word(p('Tuinprotocol', style('Titel')), p(`Status: ${status}`))).toMatchObject({ status: expected })
  })

  it.each([
    ['College van Bestuur', undefined],
    ['School afspraken', undefined],
    ['School De Vijver', 'school-de-vijver'],
    ['College De Vijver', 'college-de-vijver'],
    ['Tuinschool in het bos', 'tuinschool-in-het-bos'],
  ])('names whose it is, which a body and a subject do not: %s', async (line, organisation) => {
    expect((await page(`<p>${line}</p><h1>Tuinprotocol</h1>${TEXT}`)).organisation).toBe(organisation)
  })

  it('has names above their values, by turns, as pages print lists of terms', async () => {
    const lines = ['Documentnaam', 'Tuinprotocol', 'Eigenaar', 'de tuinman', 'Versie', '2.1', 'Ingangsdatum', '1 mei 2024']
    const stacked = (values: readonly string[]) =>
      page(`<h1>Tuinprotocol</h1>${values.map((line) => `<p>${line}</p>`).join('')}${TEXT}`)
    expect(await stacked(lines)).toMatchObject({
      version: '2.1.0',
      effective: '2024-05-01',
      remarks: [{ note: 'Eigenaar: de tuinman' }],
    })
    // Without a date or a version they may be a list of anything.
    expect(await stacked(['Doelgroep', 'groep acht', 'Eigenaar', 'de tuinman', 'Locatie', 'de kas'])).not.toHaveProperty(
      'remarks',
    )
  })
})

describe('a table inside the text', () => {
  it('is about meetings and turns, not about the document, though it has numbers, days and names', async () => {
    const found = await bring(
      new TextEncoder().encode(`<!doctype html><html lang="nl"><body><h1>Afspraken schooltuin</h1>${TEXT}<h2>Werkdagen</h2>
<table><tr><th>Nr.</th><th>Datum</th><th>Omschrijving</th></tr><tr><td>1</td><td>12 oktober 2026</td><td>Snoeien</td></tr></table>
<p>Wie verhinderd is, zoekt zelf een ander voor zijn beurt.</p>
<table><tr><th>Datum</th><th>Naam</th></tr><tr><td>12 oktober 2026</td><td>J. de Wit</td></tr></table></body></html>`),
      'tuin.html',
    )
    expect(found.policy.metadata).not.toHaveProperty('version')
    expect(found.policy.metadata).not.toHaveProperty('history')
    expect(found.policy.metadata).not.toHaveProperty('approvals')
    expect(found.markdown).toContain('| 1 | 12 oktober 2026 | Snoeien |')
  })

  it('tells versions on a cover by any name of them', async () => {
    const rows = table([
      ['Uitgave', 'Datum'],
      ['1', '3 mei 2024'],
      ['2', '4 mei 2025'],
    ])
    expect(await word(p('Afspraken schooltuin', style('Titel')), rows)).toMatchObject({ version: '2.0.0' })
  })
})

describe('a version that is no number with full stops', () => {
  it('is said to be named', async () => {
    const { receipt } = await bring(
      new TextEncoder().encode(
        `<!doctype html><html lang="nl"><body><h1>Afspraken schooltuin</h1><p>Versie: 2023-24</p>${TEXT}</body></html>`,
      ),
      'tuin.html',
    )
    const said = receipt.findings.filter(({ form }) => ['version', 'unread'].includes(form ?? ''))
    expect(said).toMatchObject([{ form: 'unread', values: { words: 'Versie: 2023-24' } }])
  })
})
