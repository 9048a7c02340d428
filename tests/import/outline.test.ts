import { describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { drafts } from '../../src/import/outline.js'
import { linkReferences } from '../../src/import/references.js'
import type { Piece } from '../../src/pieces/pieces.js'
import { resolve } from '../../src/resolve/index.js'
import { readText } from '../../src/sources/text/text.js'
import { inEnglish } from '../support/words.js'

async function bring(source: string, name = 'brief.txt'): Promise<Imported> {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

/** The text of the policy: what stands below its front matter, without ids. */
const plain = ({ markdown }: Imported): string =>
  markdown
    .replace(/^---\n[\s\S]*?\n---\n\n/, '')
    .replace(/\{#[a-z0-9-]+( [^}]*)?\}/g, (_, rest?: string) => (rest === undefined ? '' : `{${rest.trim()}}`))
    .replace(/ +$/gm, '')
    .trim()

const body = async (source: string): Promise<string> => plain(await bring(`Kluisreglement\n\n${source}\n`))
const lines = async (source: string): Promise<string[]> => (await body(source)).split('\n').filter(Boolean)
const findings = ({ receipt }: Imported): string[] =>
  receipt.findings.filter(({ rule }) => rule !== 'import/missing').map(inEnglish)

const TEXT = 'De kluis blijft dicht tot de laatste bel, want wie eerder gaat stoort de lessen van anderen.'

describe('a unit on a line of its own', () => {
  const articles = `Hoofdstuk 1: Sleutels

Artikel 1
In dit reglement wordt verstaan onder:
1. kluis: een kast met een slot;
2. sleutel: wat een kluis opent.

Hoofdstuk 2: Gebruik

Artikel 2
1. Elke leerling krijgt een kluis.
2. De kluis blijft van de school.

Artikel 3
Wie een sleutel verliest, betaalt, behoudens artikel 2, tweede lid.`

  it('is meant by its abbreviation, too', async () => {
    const source = `Kluisreglement\n\nHoofdstuk 1: Sleutels\n\n${TEXT}\n\nHoofdstuk 2: Gebruik\n\nZie hfst. 1 en hoofdstuk 2.\n`
    const policy = await bring(source)
    expect(findings(policy).filter((message) => message.startsWith('Reference'))).toEqual([])
    expect(plain(policy)).toContain('](#sleutels)')
  })

  it('is a heading, whatever stands below it, and is what references lead to', async () => {
    const policy = await bring(`Kluisreglement\n\n${articles}\n`)
    expect(policy.markdown.match(/^#.*$/gm)).toEqual([
      '# Sleutels {#sleutels label="Hoofdstuk 1"}',
      '## {#artikel-1 .definitions label="Artikel 1"}',
      '# Gebruik {#gebruik label="Hoofdstuk 2"}',
      '## {#artikel-2 label="Artikel 2"}',
      '## {#artikel-3 label="Artikel 3"}',
    ])
    expect(policy.markdown).toContain('1. **kluis**: een kast met een slot; {#kluis}')
    expect(policy.markdown).toContain('behoudens [artikel 2](#artikel-2), [tweede lid](#kluis-blijft-school).')
    expect(findings(policy)).toEqual([])
  })

  it('takes its title from the next line', async () => {
    expect(
      await lines(
        'Artikel 1\nSleutels\nElke sleutel heeft een nummer.\n\nArtikel 2\nVerlies\n1. Wie er een verliest, meldt dat.',
      ),
    ).toEqual([
      '# Sleutels {label="Artikel 1"}',
      'Elke sleutel heeft een nummer.',
      '# Verlies {label="Artikel 2"}',
      '1. Wie er een verliest, meldt dat.',
    ])
  })

  it('takes it from below an empty line where all of its kind do', async () => {
    const one = 'Artikel 1.\n\nSleutels\n\nElke sleutel heeft een eigen nummer.'
    expect(await lines(`HOOFDSTUK 1\nALGEMEEN\n\n${one}\n\nArtikel 2.\n\nVerlies\n\n${TEXT}`)).toEqual([
      '# ALGEMEEN {label="HOOFDSTUK 1"}',
      '## Sleutels {label="Artikel 1"}',
      'Elke sleutel heeft een eigen nummer.',
      '## Verlies {label="Artikel 2"}',
      TEXT,
    ])
    expect(await lines(`${one}\n\nArtikel 2.\n\n${TEXT}`)).toContain('# {label="Artikel 1"}')
  })

  it.each([
    [
      'the only words it has',
      'Artikel 1\nKluizen zijn gratis\n\nArtikel 2\nSleutels zijn gratis\n\nArtikel 3\nDat blijft zo.',
      'Kluizen zijn gratis',
    ],
    ['a lead-in', 'Artikel 1\nEen kluis is:\na. van staal;\nb. van hout.', 'Een kluis is:'],
    ['the first half of a sentence', 'Artikel 1\nDe school kan\na. een kluis openen;\nb. een sleutel innemen.', 'De school kan'],
    ['a sentence', 'Artikel 1\nKluizen zijn gratis.\nSleutels zijn dat voor iedereen ook.', 'Kluizen zijn gratis.'],
  ])('takes no title from %s', async (_, source, text) => {
    const found = await lines(source)
    expect(found[0]).toBe('# {label="Artikel 1"}')
    expect(found[1]).toBe(text)
  })

  it('is found by references, also as an annex', async () => {
    const policy = await bring(
      `Kluisreglement\n\nArtikel 1 Sleutels\n\nIn bijlage 1 en in aanhangsel 2 staat meer.\n\nBijlage 1\n\n${TEXT}\n\nAANHANGSEL 2: FORMULIER\n\n${TEXT}\n`,
    )
    expect(plain(policy)).toContain('In [bijlage 1](#bijlage-1) en in [aanhangsel 2](#formulier) staat meer.')
    expect(plain(policy).match(/^#.*$/gm)).toEqual([
      '# Sleutels {label="Artikel 1"}',
      '# {label="Bijlage 1"}',
      '# FORMULIER {label="AANHANGSEL 2"}',
    ])
    expect(findings(policy)).toEqual([])
  })

  it('a number without a title is text', async () => {
    expect(await lines(`9.1\nKluizen\n${TEXT}\n\n9.2\n\n${TEXT}`)).toEqual(['## Kluizen {label=9.1}', TEXT, '9.2', TEXT])
  })
})

describe('headings', () => {
  it('above items of its own a labelled line is an item', async () => {
    expect(
      await body(
        'Artikel 1: Begrippen\n1. In deze regeling wordt verstaan onder:\na. kluis: een kast;\nb. sleutel: wat hem opent.\n2. Dit geldt overal.',
      ),
    ).toBe(
      '# Begrippen {.definitions label="Artikel 1"}\n\n1. In deze regeling wordt verstaan onder:\n   1. **kluis**: een kast;\n   2. **sleutel**: wat hem opent.\n2. Dit geldt overal.',
    )
    // The third of a row of headings stays one.
    expect(
      await lines(`1. Sleutels\n${TEXT}\n2. Kluizen\n${TEXT}\n3. Wat er verder nog geldt:\na) niets;\nb) niemendal.`),
    ).toContain('# Wat er verder nog geldt:')
  })

  it('may stand directly above their text', async () => {
    expect(
      await lines(`${TEXT}\n\nSleutels\nEen sleutel ligt bij de balie.\n\nWie hem leent\nWie hem leent, tekent daarvoor.`),
    ).toEqual([TEXT, '# Sleutels', 'Een sleutel ligt bij de balie.', '# Wie hem leent', 'Wie hem leent, tekent daarvoor.'])
  })

  it.each([
    ['a field', 'Beheerder: de conciërge'],
    ['a date', 'Op 4 mei 2024'],
    ['more than a few words', 'Een sleutel is van iedereen op deze school'],
    ['a sentence', 'Een sleutel is geleend.'],
  ])('%s directly above text is none', async (_, line) => {
    expect(await lines(`${TEXT}\n\n${line}\n${TEXT}`)).toEqual([TEXT, line, TEXT])
  })

  it('may end in a colon where more do, set apart from a text of whole sentences', async () => {
    const list = ' • Een sleutel ligt bij de balie.\n • Een kluis staat in de hal.'
    expect(await lines(`${TEXT}\n\nDe sleutel:\n\n${list}\n\nDe kluis:\n\n${TEXT}`)).toEqual([
      TEXT,
      '# De sleutel:',
      '- Een sleutel ligt bij de balie.',
      '- Een kluis staat in de hal.',
      '# De kluis:',
      TEXT,
    ])
    expect((await lines(`${TEXT}\n\nDe sleutel:\n\n${list}`))[1]).toBe('De sleutel:')
    expect(await lines(`${TEXT}\n\nWij letten op:\n\n${list}\n\nDat is:\n\n${list}`)).not.toContain('# Wij letten op:')
  })

  it('may end in a point where every number of the row has its text below', async () => {
    const titled = `1. Sleutels.\n\n${TEXT}\n\n2. Kluizen.\n\n${TEXT}`
    expect(await lines(titled)).toEqual(['# Sleutels.', TEXT, '# Kluizen.', TEXT])
    expect(await lines(`${titled}\n\n3. Bewaar je sleutel.\n4. Leen hem niet uit.`)).toContain('1. Sleutels.')
  })

  it('are no sentence without its point above the next heading', async () => {
    const sentence = 'Wie zijn kluis niet leegt krijgt een brief van de school'
    expect(await lines(`Sleutels\n\n${TEXT}\n\n${sentence}\n\nKluizen\n\n${TEXT}`)).toEqual([
      '# Sleutels',
      TEXT,
      sentence,
      '# Kluizen',
      TEXT,
    ])
    expect(await lines(`1. Sleutels\n\n${TEXT}\n\n${sentence}\n\n2. Kluizen\n\n${TEXT}`)).toEqual([
      '# Sleutels',
      TEXT,
      sentence,
      '# Kluizen',
      TEXT,
    ])
  })
})

describe('a long heading', () => {
  it('stays one above sentences whose numbers go on from the section before', async () => {
    const long = 'Afspraken over kluizen en sleutels voor alle leerlingen'
    const rules = (from: number) =>
      [0, 1].map((i) => `${from + i}. Regel ${from + i} geldt voor elke kluis in de hal.`).join('\n')
    expect(await lines(`Afspraken over de hal\n\n${rules(1)}\n\n${long}\n\n${rules(3)}`)).toContain(`# ${long}`)
  })
})

describe('a sentence below a list', () => {
  const end = 'Dat geldt voor iedereen in het gebouw.'

  it('ends it', async () => {
    expect(await body(`In de kluis ligt nooit:\n- Eten of drinken.\n- Geld.\n${end}`)).toBe(
      `In de kluis ligt nooit:\n\n- Eten of drinken.\n- Geld.\n\n${end}`,
    )
  })

  it('ends one whose items have no full stops, behind an empty line', async () => {
    expect(await body(`In de kluis ligt nooit:\n- eten\n- geld\n\n${end}`)).toBe(
      `In de kluis ligt nooit:\n\n- eten\n- geld\n\n${end}`,
    )
  })

  it('belongs to the item around it where that list goes on', async () => {
    expect(
      await body(
        `Artikel 1 Kluizen\n1. De kluis blijft dicht:\na. in de les;\nb. na vieren.\n${end}\n2. De kluis is van de school.`,
      ),
    ).toBe(
      `# Kluizen {label="Artikel 1"}\n\n1. De kluis blijft dicht:\n\n   1. in de les;\n   2. na vieren.\n\n   ${end}\n\n2. De kluis is van de school.`,
    )
  })

  it('belongs to the last item where members have more paragraphs, or in the middle of the list', async () => {
    expect(await body(`1. De kluis is van de school.\n2. De sleutel is van de leerling.\n${end}`)).toContain(`\n\n   ${end}`)
    expect(await body(`Nooit:\n- Eten.\n- Geld.\n${end}\n- Dieren.`)).toContain(`- Geld.\n\n  ${end}\n\n- Dieren.`)
  })
})

describe('references', () => {
  it('need no word behind "zie"', async () => {
    const policy = await bring(
      `Kluisprotocol\n\nA. Sleutels\n\n1. Een sleutel heeft een nummer.\n2. Wie hem verliest, betaalt (zie ook A.1), conform 3.5.\n\nB. Kluizen\n\n1. Een kluis is dicht, zie A.2.\n`,
    )
    expect(plain(policy)).toContain('(zie ook [](#sleutel-nummer)), conform 3.5.')
    const { value } = resolve(policy.policy)
    expect(value.byId.get('sleutel-nummer')?.number).toBe('A.1')
    expect(findings(policy)).toEqual([])
  })

  it('to an annex lead to no chapter with its number, and to one of two articles with one number nowhere', async () => {
    const annex = await bring(
      'Kluisreglement\n\n1. Sleutels\n\nZie bijlage 2 voor de kosten.\n\n2. Kluizen\n\nEen kluis is dicht.\n',
    )
    expect(findings(annex)).toEqual(['Reference to "bijlage 2" leads nowhere: no clause has that number'])
    const twice = await bring(
      'Kluisreglement\n\nArtikel 1 Sleutels\n\nZie artikel 1 voor de kosten.\n\nArtikel 1 Kluizen\n\nEen kluis is dicht.\n',
    )
    expect(findings(twice)).toContain('Reference to "artikel 1" leads nowhere: more than one clause has that number')
  })

  it('lead to members as far as there are any', async () => {
    const policy = await bring(
      'Kluisreglement\n\nArtikel 1 Kluizen\n1. Een kluis is:\na. van staal;\nb. van hout.\n2. Zie artikel 1 lid 1, onder b, en artikel 1, onder c.\n3. Zie artikel 1, 2e lid, van de Kluizenwet en artikel 1, tweede lid.\n',
    )
    expect(plain(policy)).toContain(
      'Zie [artikel 1](#kluizen) [lid 1](#kluis), [onder b](#hout), en [artikel 1](#kluizen), onder c.',
    )
    expect(plain(policy)).toMatch(
      /Zie artikel 1, 2e lid, van de Kluizenwet en \[artikel 1\]\(#kluizen\), \[tweede lid\]\(#[a-z0-9-]+\)\./,
    )
  })
})

describe('footnotes whose figures are not raised', () => {
  it('are footnotes where one figure and one line belong together', async () => {
    expect(
      await body(
        `Een kluis heeft een sleutel (zie de “handleiding”)1. Wie hem kwijt is, meldt dat bij de balie.2 Dat kan in groep 3.\n\n${TEXT}\n\n1 De handleiding ligt bij de balie.\n2 De balie is open tot vier uur.\n3 Een regel die nergens bij hoort.`,
      ),
    ).toBe(
      `Een kluis heeft een sleutel (zie de “handleiding”)[^1]. Wie hem kwijt is, meldt dat bij de balie.[^2] Dat kan in groep 3.\n\n${TEXT}\n\n3 Een regel die nergens bij hoort.\n\n[^1]: De handleiding ligt bij de balie.\n\n[^2]: De balie is open tot vier uur.`,
    )
  })

  it('are left alone where two figures could be meant', async () => {
    const twice = `Dat staat in de wet (“de kluiswet”)1 en ook elders (“de sleutelwet”)1.`
    expect(await body(`${twice}\n\n${TEXT}\n\n1 De wet ligt bij de balie.`)).not.toContain('[^1]')
  })
})

describe('a unit in the contents', () => {
  it('may be named with its word', async () => {
    const policy = await bring(
      `Kluisreglement\n\nInhoud\n\nHoofdstuk 1 Sleutels      2\nAanhangsel 1: formulier   3\n\nHoofdstuk 1 Sleutels\n\n${TEXT}\n\nAanhangsel 1: formulier\n\n${TEXT}\n`,
    )
    expect(findings(policy)).toEqual([])
  })
})

it('1°. is a label, and a numbered sentence above a table no heading', async () => {
  const text = [
    'Artikel 1 Kluizen',
    '',
    'De leerling meldt:',
    'a. of hij een kluis heeft, waarbij telt:',
    '1°. wat erin staat; en',
    '2°. wat erop staat.',
    '',
  ].join('\n')
  expect(await lines(text)).toEqual([
    '# Kluizen {label="Artikel 1"}',
    'De leerling meldt:',
    '1. of hij een kluis heeft, waarbij telt:',
    '   1. wat erin staat; en',
    '   2. wat erop staat.',
  ])
  const page = `<html lang="nl"><body><h1>Kluisreglement</h1><h2>3 Tijden</h2><p>3.1 De tijden zijn vermeld in de tabel.</p><table><tr><td>Dag</td><td>Uur</td></tr><tr><td>maandag</td><td>negen</td></tr></table><p>3.2 Op zondag is de school dicht.</p></body></html>`
  expect(plain(await bring(page, 'kluis.html'))).toContain('1. De tijden zijn vermeld in de tabel.')
})

describe('the steps to an outline', () => {
  const source = readText(
    `Kluisreglement\n\nVersie: 1.2\n\nArtikel 1\nSleutels\n\n1. ${TEXT}\n2. Wie dat weet, past artikel 1 toe:\na. op het plein;\nb. in de gang.\n`,
  )

  it('each leave the draft before them as it was, and change what they are named after', () => {
    const made = drafts(source, [])
    const before = JSON.stringify(made.map(({ draft }) => draft))
    expect(JSON.stringify(drafts(source, []).map(({ draft }) => draft))).toBe(before)
    const roles = (step: string) => made.find((one) => one.step === step)?.draft.pieces.map(({ role }) => role)
    expect(roles('pieces')).toEqual(Array(8).fill(undefined))
    expect(roles('titles of units')).toHaveLength(7)
    expect(roles('cover')?.slice(0, 2)).toEqual(['metadata', 'metadata'])
    expect(roles('headings')?.slice(2)).toEqual(['heading', ...Array(4).fill(undefined)])
    expect(roles('lists')?.slice(2)).toEqual(['heading', 'item', 'item', 'item', 'item'])
    expect(made.at(-1)?.draft.numbers.map(({ number }) => number)).toEqual([
      'Artikel 1',
      'Artikel 1.1',
      'Artikel 1.2',
      'Artikel 1.2.a',
      'Artikel 1.2.b',
    ])
  })
})

describe('provisions set as a table', () => {
  const page = (rows: string) =>
    bring(
      `<!doctype html><html lang="nl"><body><h1>Kluisreglement</h1><h2>Artikel 2 Sleutels</h2><table>${rows}</table><h2>Artikel 3 Slot</h2><p>${TEXT}</p></body></html>`,
      'kluis.html',
    )

  it('are provisions where one column has only labels', async () => {
    const made = await page(
      '<tr><td>2.1</td><td>Elke leerling krijgt een eigen sleutel.</td></tr><tr><td>2.2</td><td>Wie een sleutel verliest, betaalt.</td></tr>',
    )
    expect(plain(made)).toContain(
      '1. Elke leerling krijgt een eigen sleutel. {label=2.1}\n2. Wie een sleutel verliest, betaalt. {label=2.2}',
    )
  })

  it('are a table where values stand beside the numbers, or the numbers do not count', async () => {
    const values = await page('<tr><td>1</td><td>520 uur</td></tr><tr><td>2</td><td>530 uur</td></tr>')
    expect(plain(values)).toContain('| 1 | 520 uur |')
    const uncounted = await page(
      '<tr><td>4</td><td>lokalen zijn er op deze gang</td></tr><tr><td>2</td><td>kasten zijn er in elk lokaal</td></tr>',
    )
    expect(plain(uncounted)).toContain('| 4 | lokalen zijn er op deze gang |')
  })
})

it('a link to a place that is no clause is no reference, but its words may be one', () => {
  const text = (value: string) => ({ type: 'text' as const, value })
  const heading: Piece = {
    blocks: [{ line: 1, content: [], gap: 1, indent: 0 }],
    content: [text('Sleutels')],
    text: 'Sleutels',
    label: { printed: '1', path: [1], readings: [], bare: false },
    labelGiven: false,
    role: 'heading',
    id: 'sleutels',
  }
  const place = { type: 'link' as const, url: '#kluizen', title: null, children: [text('1')] }
  const said: Piece = {
    blocks: [{ line: 2, content: [], gap: 1, indent: 0 }],
    content: [text('Zie artikel '), place, text(' en '), { ...place, children: [text('hier')] }],
    text: 'Zie artikel 1 en hier',
    labelGiven: false,
    role: 'paragraph',
  }
  const { content } = linkReferences([heading, said], [{ number: '1', piece: heading }], new Map(), () => '1')
  expect(content(said)).toEqual([
    text('Zie '),
    text('artikel '),
    { type: 'link', url: '#sleutels', title: null, children: [] },
    text(' en hier'),
  ])
})
