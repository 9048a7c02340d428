import { describe, expect, it } from 'vitest'
import { type Imported, type ImportOptions, importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'
import { inEnglish } from '../support/words.js'
import { comments, docx, footnotes, numbered, p, run, style, table } from './word.js'

async function bring(source: Uint8Array | string, name: string, options: ImportOptions = {}): Promise<Imported> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const { value, messages } = await importDocument(bytes, name, options)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

const body = ({ markdown }: Imported): string =>
  markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ \{#[a-z0-9-]+( [^}]*)?\}/g, '$1')

const TEXT = `Protocol mobiele telefoons

Versie: 2.1

Vastgesteld door het bestuur op 3 mei 2022

1. Afspraken

1.1 In de les

a. De telefoon zit in de kluis.
b. Een docent mag uitzonderingen maken:
   I. bij een opdracht;
   II. bij ziekte.

1.2 Daarbuiten

Op het plein mag het wel, zie artikel 1.1.a.¹

2. Slot

Dit protocol treedt in werking op 1 augustus 2022.

¹ Niet in de fietsenstalling.
`

const EXPECTED = `# Afspraken

## In de les

1. De telefoon zit in de kluis.
2. Een docent mag uitzonderingen maken:
   1. bij een opdracht;
   2. bij ziekte.

## Daarbuiten

Op het plein mag het wel, zie artikel [](#telefoon-zit-kluis).[^1]

# Slot

Dit protocol treedt in werking op 1 augustus 2022.

[^1]: Niet in de fietsenstalling.
`

const HTML = `<!doctype html><html><head><title>Protocol mobiele telefoons</title><script>throw 1</script></head><body>
<p>Protocol mobiele telefoons</p><p>Versie: 2.1</p><p>Vastgesteld door het bestuur op 3 mei 2022</p>
<h2>1. Afspraken</h2><h3>1.1 In de les</h3>
<ol type="a"><li>De telefoon zit in de kluis.</li><li>Een docent mag uitzonderingen maken:<ol type="I"><li>bij een opdracht;</li><li>bij ziekte.</li></ol></li></ol>
<h3>1.2 Daarbuiten</h3><p>Op het plein mag het wel, zie artikel 1.1.a.<a href="#fn1" id="ref1"><sup>1</sup></a></p>
<h2>2. Slot</h2><p>Dit protocol treedt in werking op 1 augustus 2022.</p>
<section><ol><li id="fn1"><p>Niet in de fietsenstalling. <a href="#ref1">↩</a></p></li></ol></section></body></html>`

const WORD = docx(
  [
    p('Protocol mobiele telefoons', style('Titel')),
    p('Versie: 2.1'),
    p('Vastgesteld door het bestuur op 3 mei 2022'),
    p('Afspraken\t3', style('Inhopg1')),
    p('Afspraken', style('Kop1')),
    p('In de les', style('Kop2')),
    p('De telefoon zit in de kluis.', numbered(2)),
    p('Een docent mag uitzonderingen maken:', numbered(2)),
    p('bij een opdracht;', numbered(2, 1)),
    p('bij ziekte.', numbered(2, 1)),
    p('Daarbuiten', style('Kop2')),
    p(`${run('Op het plein mag het wel, zie artikel 1.1.a.')}<w:r><w:footnoteReference w:id="7"/></w:r>`),
    p('Slot', style('Kop1')),
    p('Dit protocol treedt in werking op 1 augustus 2022.'),
  ].join(''),
  footnotes({ 7: 'Niet in de fietsenstalling.' }),
)

describe('one text in several formats', () => {
  it.each([
    ['text', TEXT, 'telefoons.txt'],
    ['html', HTML, 'telefoons.html'],
    ['docx', WORD, 'telefoons.docx'],
  ])('%s becomes the same policy', async (_, source, name) => {
    const imported = await bring(source, name)
    expect(body(imported)).toBe(EXPECTED)
    expect(imported.policy.metadata).toMatchObject({
      title: 'Protocol mobiele telefoons',
      version: '2.1.0',
      effective: '2022-08-01',
      status: 'adopted',
      numbering: { headings: ['decimal', 'decimal'], items: ['lower-alpha', 'upper-roman'] },
      approvals: [{ date: '2022-05-03', body: 'bestuur', right: 'adoption' }],
    })
  })

  it('reads Markdown that is no policy yet', async () => {
    const imported = await bring(
      '# Regels\n\n1. Kom op tijd.\n2. Bel bij ziekte:\n   - voor acht uur;\n   - zelf.\n\n> Of app.\n',
      'regels.md',
    )
    expect(imported.policy.metadata.title).toBe('Regels')
    expect(body(imported)).toBe('1. Kom op tijd.\n2. Bel bij ziekte:\n   - voor acht uur;\n   - zelf.\n\n> Of app.\n')
  })
})

describe('a Word file', () => {
  const tracked = p(
    `${run('Een telefoon mag ')}<w:del><w:r><w:delText>niet </w:delText></w:r></w:del><w:ins>${run('soms ')}</w:ins>${run('mee naar de les van een docent.')}`,
  )

  it('has its tracked changes accepted or rejected as asked, and says so', async () => {
    const accepted = await bring(docx(tracked), 'a.docx')
    expect(body(accepted)).toBe('Een telefoon mag soms mee naar de les van een docent.\n')
    expect(accepted.receipt.findings).toContainEqual({
      rule: 'import/changes',
      line: 1,
      form: 'accepted',
      values: { count: 2 },
    })
    const rejected = await bring(docx(tracked), 'a.docx', { changes: 'reject' })
    expect(body(rejected)).toBe('Een telefoon mag niet mee naar de les van een docent.\n')
  })

  it('has its comments, macros and outside parts reported, not kept', async () => {
    const { receipt } = await bring(
      docx(p('Een telefoon mag niet mee naar de les.'), {
        ...comments('Klopt dit nog?'),
        'word/vbaProject.bin': 'x',
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>',
      }),
      'a.docx',
    )
    expect(receipt.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['import/comment', 'import/outside']))
    expect(receipt.findings.map(inEnglish)).toContainEqual(expect.stringContaining('Jansen: "Klopt dit nog?"'))
    expect(receipt.findings.filter(({ rule }) => rule === 'import/outside')).toHaveLength(2)
  })

  it('has bold lines for headings and tables of decisions', async () => {
    const imported = await bring(
      docx(
        p('Gedragscode', style('Titel')) +
          table([
            ['Datum', 'Naam', 'Functie'],
            ['3 mei 2022', 'A. de Wit', 'Voorzitter MR'],
          ]) +
          p(run('Respect', '<w:b/>')) +
          p('Wij gaan met respect om met elkaar en met de spullen van een ander.') +
          table([
            ['Wat', 'Wie'],
            ['Kluis', 'Conciërge'],
          ]),
      ),
      'code.docx',
    )
    expect(body(imported).replace(/\{#[a-z-]+\}\n/, '')).toBe(
      '# Respect\n\nWij gaan met respect om met elkaar en met de spullen van een ander.\n\n| Wat | Wie |\n| - | - |\n| Kluis | Conciërge |\n',
    )
    expect(imported.policy.metadata.approvals).toEqual([
      { date: '2022-05-03', body: 'MR', name: 'A. de Wit', role: 'Voorzitter MR' },
    ])
  })

  it('comes back with the same ids every time, however long they were', async () => {
    // What the writer makes of an id too long for a bookmark: its beginning and the first eight letters of its hash.
    const marked = '<w:bookmarkStart w:id="1" w:name="de-telefoon-gaat-in-de-kluis-v_0a1b2c3d"/><w:bookmarkEnd w:id="1"/>'
    const { policy, carried } = await bring(docx(p(marked + run('De telefoon gaat in de kluis van de klas.'))), 'a.docx')
    expect(policy.children[0]).toMatchObject({ attributes: { id: 'de-telefoon-gaat-in-de-kluis-v-0a1b2c3d' } })
    expect([...carried]).toEqual(['de-telefoon-gaat-in-de-kluis-v-0a1b2c3d'])
  })

  it('counts on below a new chapter where its numbering says so', async () => {
    const level = (at: number, text: string, more = '') =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="1">${level(0, 'Hoofdstuk %1')}${level(1, 'Artikel %2', '<w:lvlRestart w:val="0"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
    const chapter = (title: string, article: string) =>
      p(title, style('Kop1')) + p(article, style('Kop2')) + p('Een leerling mag hier over meepraten en meebeslissen.')
    const imported = await bring(
      docx(p('Reglement', style('Titel')) + chapter('Algemeen', 'Begin') + chapter('Werkwijze', 'Vergadering'), {
        'word/numbering.xml': numbering,
      }),
      'a.docx',
    )
    expect(body(imported).match(/label="[^"]*"/g)).toEqual([
      'label="Hoofdstuk 1"',
      'label="Artikel 1"',
      'label="Hoofdstuk 2"',
      'label="Artikel 2"',
    ])
  })

  it('comes back with the ids it was written with', async () => {
    const marked = '<w:bookmarkStart w:id="1" w:name="kluis-verplicht"/><w:bookmarkEnd w:id="1"/>'
    const { policy } = await bring(docx(p(marked + run('De telefoon gaat in de kluis van de klas.'))), 'a.docx')
    expect(policy.children[0]).toMatchObject({ attributes: { id: 'kluis-verplicht' } })
  })
})

describe('a page', () => {
  it('has hidden parts, navigation and definitions told apart', async () => {
    const imported = await bring(
      `<html><body><nav><ul><li><a href="#a">Begrippen</a></li></ul></nav><h1>Reglement</h1><h2 id="a">Begrippen</h2>
      <dl><dt>Kluis</dt><dd>een kast met een slot</dd><dt>Les</dt><dd>elk uur op het rooster</dd></dl><p style="display:none">geheim</p></body></html>`,
      'r.html',
    )
    expect(body(imported)).toBe(
      '# Begrippen .definitions\n\n- **Kluis** een kast met een slot\n- **Les** elk uur op het rooster\n',
    )
    expect(imported.receipt.fragments.filter(({ fate }) => fate === 'dropped').map(({ text, reason }) => [text, reason])).toEqual(
      [
        ['• Begrippen', 'table of contents'],
        ['geheim', 'hidden'],
      ],
    )
  })
})

describe('a table of terms', () => {
  const page = (head: string) =>
    `<h1>Expenses</h1><h2>Definitions</h2><table><tr><th>${head}</th></tr><tr><td>Claim</td><td>a request for payment</td></tr><tr><td>Receipt</td><td>proof of payment</td></tr></table>`

  it('becomes a list without the words above its columns, and says so', async () => {
    const imported = await bring(page('Term</th><th>Meaning'), 'r.html')
    expect(body(imported)).toBe(
      '# Definitions .definitions\n\n- **Claim** a request for payment\n- **Receipt** proof of payment\n',
    )
    expect(imported.receipt.fragments.find(({ text }) => text.startsWith('Term'))).toMatchObject({
      fate: 'dropped',
      reason: 'head of a table of terms',
    })
  })

  it('has a first row that is a term itself where its words say no more', async () => {
    expect(body(await bring(page('Allowance</th><th>a fixed sum'), 'r.html'))).toContain('- **Allowance** a fixed sum\n')
  })
})

describe('a page a word processor wrote', () => {
  it('says by its indents what stands in an item, and by its names what is contents', async () => {
    const line = (left: number, first: number, words: string) =>
      `<p class=MsoListParagraph style='margin-left:${left}.0pt;text-indent:${first}.0pt'>${words}</p>`
    const imported = await bring(
      `<html><body><div title="header"><p>Protocol</p></div><p class=MsoTitle>Protocol schoolplein</p>
      <p class=MsoTocHeading>Inhoudsopgave</p><p class=MsoToc1><a href="#x">1&nbsp; Toezicht</a></p>
      <h1>1Toezicht</h1><p class=MsoNormal>Op het plein lopen altijd twee volwassenen rond.</p>
      ${line(36, -18, '1.<span>&nbsp; </span>De surveillant is op tijd.')}${line(36, 0, 'Hij meldt zich bij de conciërge.')}
      ${line(36, -18, '2.<span>&nbsp; </span>Hij let op:')}${line(72, -18, '·<span>&nbsp; </span>het hek;')}${line(72, -18, '·<span>&nbsp; </span>de fietsen.')}
      </body></html>`,
      'plein.html',
    )
    expect(body(imported)).toBe(
      `# Toezicht\n\nOp het plein lopen altijd twee volwassenen rond.\n\n1. De surveillant is op tijd.\n\n   Hij meldt zich bij de conciërge.\n\n2. Hij let op:\n   - het hek;\n   - de fietsen.\n`,
    )
    expect(imported.receipt.fragments.filter(({ fate }) => fate === 'dropped').map(({ text }) => text)).toEqual([
      'Protocol',
      'Inhoudsopgave',
      '1 Toezicht',
    ])
  })

  it('may print contents without page numbers', async () => {
    const imported = await bring(
      '<html><body><h1>Protocol</h1><p>Inhoud</p><p>Toezicht</p><p>Pauze</p><h2>Toezicht</h2><p>Er zijn altijd twee volwassenen op het plein.</p><h2>Pauze</h2><p>De pauze duurt een half uur.</p></body></html>',
      'p.html',
    )
    expect(body(imported)).toBe(
      '# Toezicht\n\nEr zijn altijd twee volwassenen op het plein.\n\n# Pauze\n\nDe pauze duurt een half uur.\n',
    )
  })
})

describe('a reglement', () => {
  const REGLEMENT = `Reglement medezeggenschap

Hoofdstuk 1 Algemeen

Artikel 1 Begripsbepalingen

a. raad: de medezeggenschapsraad, bedoeld in artikel 3 van de Wet medezeggenschap op scholen;
b. school: een school van de stichting.

Hoofdstuk 2 Verkiezingen

Artikel 2 Kandidaten

Wie kandidaat is, meldt zich volgens artikel 1 en artikel 9.

Bijlage 1 Rooster

Naam\tPeriode
A. de Boer\t2020-2023
B. Smit\t2021-2024
`
  it('keeps the words of its labels, links its articles, and finds those that are not there', async () => {
    const imported = await bring(REGLEMENT, 'reglement.txt')
    expect(body(imported)).toBe(
      [
        '# Algemeen label="Hoofdstuk 1"',
        '## Begripsbepalingen .definitions label="Artikel 1"',
        '1. **raad**: de medezeggenschapsraad, bedoeld in artikel 3 van de Wet medezeggenschap op scholen;\n2. **school**: een school van de stichting.',
        '# Verkiezingen label="Hoofdstuk 2"',
        '## Kandidaten label="Artikel 2"',
        'Wie kandidaat is, meldt zich volgens [artikel 1](#begripsbepalingen) en artikel 9.',
        '# Rooster label="Bijlage 1"',
        '| Naam | Periode |\n| - | - |\n| A. de Boer | 2020-2023 |\n| B. Smit | 2021-2024 |\n{#naam-periode-boer}\n',
      ].join('\n\n'),
    )
    expect(imported.receipt.findings.filter(({ rule }) => rule === 'reference/printed')).toEqual([
      { rule: 'reference/printed', line: 14, form: 'nowhere', values: { unit: 'artikel', number: '9' } },
    ])
  })
})

describe('braces of another program', () => {
  it('are printed as they stand, and ask for no parameter', async () => {
    const page =
      '<h1>Privacy</h1><h2>Mail</h2><p>Ask {{ site.mail }} or {{{ raw }}}.</p><table><tr><td>Who</td><td>When</td></tr><tr><td>{{ n }}</td><td>daily</td></tr></table>'
    const { policy, markdown, receipt } = await bring(page, 'r.html')
    expect(markdown).toContain('Ask \\\\{{ site.mail }} or \\\\{{{ raw }}}.')
    expect(receipt.findings.filter(({ rule }) => rule === 'import/differs')).toEqual([])
    const { value, messages } = resolve(policy)
    expect(messages).toEqual([])
    expect(value.clauses.map(({ node }) => plainText(node))).toContain('Ask {{ site.mail }} or {{{ raw }}}.')
  })
})
