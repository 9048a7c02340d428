import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Imported, importDocument } from '../../src/import/index.js'
import { plainText } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'
import { skipsBrowser } from '../support/browser.js'
import { asPdf, type Files, FROM_PAGE, Office, printPages, skipsOffice } from '../support/converters.js'
import { inEnglish } from '../support/words.js'
import { pageOf } from './page.js'
import { docx, footnotes, numbered, p, style, table } from './word.js'

/** A page with a list of contents, a table of decisions, lists in lists, and paragraphs and columns. */
const CODE = `<!doctype html><html lang="nl"><head><title>Gedragscode digitale middelen</title>
<style>body{font:11pt/1.35 "Liberation Sans",sans-serif} table{border-collapse:collapse} td,th{padding:3pt;text-align:left} @page{size:A4;margin:25mm}</style></head><body>
<h1>Gedragscode digitale middelen</h1><p>Versie: 2.1</p>
<table border="1"><tr><th>Datum</th><th>Naam</th><th>Functie</th></tr><tr><td>12-3-2023</td><td>A. de Wit</td><td>Directeur</td></tr>
<tr><td>20-3-2023</td><td>B. van den Berg</td><td>Voorzitter MR</td></tr></table>
<nav><h2>Inhoudsopgave</h2><p><a href="#Aa">1 Afspraken</a></p><p><a href="#Ab">1.1 In de les</a></p><p><a href="#Ac">2 Toezicht</a></p></nav>
<h2 id="Aa">1 Afspraken</h2><h3 id="Ab">1.1 In de les</h3>
<ol type="a"><li>De telefoon ligt in de kluis, tenzij de docent anders bepaalt.</li>
<li>Een docent mag de telefoon toestaan:<ol type="I"><li>bij een opdracht die dat vraagt;</li><li>bij ziekte van een familielid.</li></ol></li>
<li>Ouders worden na de tweede keer gebeld.<p>Dat gebeurt dezelfde dag nog, na het laatste lesuur.</p></li></ol>
<p>Wij letten daarbij op drie dingen:</p>
<ul><li>rust in het lokaal;</li><li>aandacht voor elkaar;</li><li>een telefoon die heel blijft.</li></ul>
<h2 id="Ac">2 Toezicht</h2>
<table border="1"><tr><th>Taak</th><th>Wie</th><th>Wanneer</th></tr><tr><td>Kluis openen</td><td>De conciërge van de locatie</td><td>Aan het begin en aan het einde van de dag, samen met de surveillant van die dag</td></tr>
<tr><td>Ouders bellen</td><td>De mentor</td><td>Na de tweede keer</td></tr></table>
<p>Deze code treedt in werking op 1 mei 2023.</p></body></html>`

/** Notes as sites write them: a list at the end that leads back. */
const NOTES = `<!doctype html><html lang="nl"><head><title>Notities</title><style>body{font:11pt "Liberation Sans",sans-serif} sup{font-size:65%} @page{size:A4;margin:25mm}</style></head><body>
<h1>Afspraken over notities</h1><h2>Bewaren</h2><p>De mentor bewaart een notitie een jaar.<a href="#fn1" id="r1"><sup>1</sup></a></p>
<p>Daarna gaat zij door de versnipperaar.<a href="#fn2" id="r2"><sup>2</sup></a></p><h2>Inzien</h2><p>Ouders mogen haar inzien.</p>
<ol><li>Zij maken een afspraak.</li><li>De mentor is erbij.</li></ol>
<section><ol><li id="fn1"><p>Een schooljaar, van augustus tot en met juli, ook als de leerling tussendoor van klas of van school wisselt en dus een andere mentor krijgt. <a href="#r1">↑</a></p></li><li id="fn2"><p>In de kamer van de conciërge. <a href="#r2">↑</a></p></li></ol></section></body></html>`

const CODE_OUTLINE = [
  '1 Afspraken',
  '1.1 In de les',
  'a De telefoon ligt in de kluis, tenzij de docent anders bepaalt.',
  'b Een docent mag de telefoon toestaan:',
  'I bij een opdracht die dat vraagt;',
  'II bij ziekte van een familielid.',
  'c Ouders worden na de tweede keer gebeld.',
  'Dat gebeurt dezelfde dag nog, na het laatste lesuur.',
  'Wij letten daarbij op drie dingen:',
  'rust in het lokaal;',
  'aandacht voor elkaar;',
  'een telefoon die heel blijft.',
  '2 Toezicht',
  'Taak Wie Wanneer Kluis openen De conciërge van de locatie Aan het begin en aan het einde van de dag, samen met de surveillant van die dag Ouders bellen De mentor Na de tweede keer',
  'Deze code treedt in werking op 1 mei 2023.',
]

/** A Word file with numbers that are computed, a note, and a table without rules. */
const RULES = docx(
  [
    p('Reglement leerlingenraad', style('Titel')),
    p('Versie: 1.2'),
    p('Vastgesteld door het bestuur op 4 april 2022'),
    p('Samenstelling', style('Kop1')),
    p('Leden', style('Kop2')),
    p('De raad bestaat uit ten minste vijf en ten hoogste elf leden van alle leerjaren.', numbered(2)),
    p('Elk leerjaar heeft ten minste een lid, dat gekozen wordt:', numbered(2)),
    p('door de leerlingen van dat leerjaar;', numbered(2, 1)),
    p('in een schriftelijke en geheime stemming.', numbered(2, 1)),
    p('Een lid treedt af aan het einde van het schooljaar.', numbered(2)),
    p('Taken', style('Kop2')),
    table([
      ['Taak', 'Wie'],
      ['Agenda maken', 'De voorzitter, een week vooraf'],
      ['Notulen schrijven', 'De secretaris'],
    ]),
    p('Werkwijze', style('Kop1')),
    p(
      `<w:r><w:t>De raad vergadert ten minste zes keer per jaar in het gebouw van de school.</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="7"/></w:r>`,
    ),
    p('Dit reglement treedt in werking op 1 augustus 2022.'),
  ].join(''),
  footnotes({ 7: 'Behalve in een jaar met een verbouwing.' }),
)

const RULES_OUTLINE = [
  '1 Samenstelling',
  '1.1 Leden',
  'a De raad bestaat uit ten minste vijf en ten hoogste elf leden van alle leerjaren.',
  'b Elk leerjaar heeft ten minste een lid, dat gekozen wordt:',
  'I door de leerlingen van dat leerjaar;',
  'II in een schriftelijke en geheime stemming.',
  'c Een lid treedt af aan het einde van het schooljaar.',
  '1.2 Taken',
  'Taak Wie Agenda maken De voorzitter, een week vooraf Notulen schrijven De secretaris',
  '2 Werkwijze',
  'De raad vergadert ten minste zes keer per jaar in het gebouw van de school.',
  // A note stands with its mark.
  'Behalve in een jaar met een verbouwing.',
  'Dit reglement treedt in werking op 1 augustus 2022.',
]

async function bring(bytes: Uint8Array | string, name: string): Promise<Imported> {
  const { value, messages } = await importDocument(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

/** Numbers and words of the clauses and notes, as a reader sees them. */
function outline({ policy }: Imported): string[] {
  const { value } = resolve(policy)
  return value.clauses.map(({ label, node }) => [label, plainText(node).replace(/\s+/g, ' ').trim()].filter(Boolean).join(' '))
}

/** The file without what the format cannot say: emphasis, and the title among its properties. */
const file = ({ markdown }: Imported): string => markdown.replaceAll('**', '')

describe('the documents these tests convert', () => {
  it('are what they are read as', async () => {
    expect(outline(await bring(CODE, 'code.html'))).toEqual(CODE_OUTLINE)
    expect(outline(await bring(RULES, 'regels.docx'))).toEqual(RULES_OUTLINE)
  })
})

// The originals belong to others and are no part of this repository; where they are absent their tests are skipped, and say so.
const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).sort() : []
const texts: Record<string, Imported> = {}
const pages: Record<string, string> = { code: CODE, notes: NOTES }
beforeAll(async () => {
  for (const seed of seeds) {
    const [name = ''] = seed.split('_')
    texts[name] = await bring(readFileSync(new URL(seed, SEEDS)), seed)
    pages[name] = pageOf(texts[name])
  }
})

/** The originals among converted files become what their texts become; a page has no notes. */
async function expectOriginals(files: Files, ending: string): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    const imported = await bring(files[`${name}.${ending}`] as Uint8Array, `${name}.${ending}`)
    expect(outline(imported), name).toEqual(withoutNotes(text))
    expect(facts(imported), name).toEqual(facts(text))
  }
}

describe.skipIf(skipsBrowser)('a page that Chromium printed', () => {
  let made: Awaited<ReturnType<typeof printPages>>
  beforeAll(async () => {
    made = await printPages(pages)
  })

  it.each([true, false])('becomes the policy that the page becomes; tagged: %s', async (tagged) => {
    expect(file(await bring(made[`${tagged}`]['code.pdf'] as Uint8Array, 'code.pdf'))).toBe(file(await bring(CODE, 'code.html')))
  })

  it.each([true, false])('keeps its notes; tagged: %s', async (tagged) => {
    const imported = await bring(made[`${tagged}`]['notes.pdf'] as Uint8Array, 'notes.pdf')
    expect(imported.policy.notes).toHaveLength(2)
    expect(file(imported)).toBe(file(await bring(NOTES, 'notes.html')))
  })

  it.skipIf(seeds.length === 0).each([true, false])(
    'becomes what the text of an original becomes; tagged: %s',
    async (tagged) => {
      await expectOriginals(made[`${tagged}`], 'pdf')
    },
  )
})

describe.skipIf(skipsOffice)('a file that LibreOffice converted', () => {
  const office = new Office()
  const made: Record<string, Files> = {}
  beforeAll(() => {
    const encoded = Object.entries(pages).map(([name, page]) => [`${name}.html`, new TextEncoder().encode(page)])
    const fromPages = office.convert(Object.fromEntries(encoded), 'odt', FROM_PAGE)
    const rules = { 'regels.docx': RULES }
    made.docx = office.convert(fromPages, 'docx')
    made.odt = { ...fromPages, ...office.convert(rules, 'odt') }
    made.plain = office.convert({ ...fromPages, ...rules }, asPdf(false))
    made.tagged = office.convert({ ...fromPages, ...rules }, asPdf(true))
  })
  afterAll(() => office.close())

  const KINDS = [
    ['docx', 'docx'],
    ['odt', 'odt'],
    ['plain', 'pdf'],
    ['tagged', 'pdf'],
  ] as const

  it.each(KINDS)('becomes the policy that the page becomes: %s', async (kind, ending) => {
    const imported = await bring(made[kind]?.[`code.${ending}`] as Uint8Array, `code.${ending}`)
    expect(file(imported)).toBe(file(await bring(CODE, 'code.html')))
  })

  it.each(KINDS.slice(1))('becomes the policy that the Word file becomes: %s', async (kind, ending) => {
    const imported = await bring(made[kind]?.[`regels.${ending}`] as Uint8Array, `regels.${ending}`)
    expect(file(imported)).toBe(file(await bring(RULES, 'regels.docx')))
  })

  it.skipIf(seeds.length === 0).each(KINDS)('becomes what the text of an original becomes: %s', async (kind, ending) => {
    await expectOriginals(made[kind] ?? {}, ending)
  })
})

function withoutNotes(imported: Imported): string[] {
  const { policy } = imported
  return outline({ ...imported, policy: { ...policy, notes: [] } })
}

/** What a document says about itself; how the parts of its cover stand to each other is lost on a page. */
const facts = ({ policy: { metadata } }: Imported) => {
  const { title, version, date, effective, approvals, sources, editors, contact, copyright, citation } = metadata
  return { title, version, date, effective, approvals, sources, editors, contact, copyright, citation }
}
