import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPolicy } from '../../src/decide/index.js'
import { type Imported, importDocument } from '../../src/import/index.js'
import { clauses, type Policy, plainText } from '../../src/model/index.js'
import { presentPolicy, resolveBrand } from '../../src/present/index.js'
import { renderPdf } from '../../src/press/index.js'
import { readPolicy } from '../../src/read/index.js'
import { renderDocx } from '../../src/render/docx/index.js'
import { renderHtml } from '../../src/render/html/index.js'
import { resolve } from '../../src/resolve/index.js'
import { defaultFonts, loadLayout, loadWording } from '../../src/workspace/index.js'
import { Office, skipsOffice } from '../support/converters.js'
import { inEnglish } from '../support/words.js'

const LONG = 'bij-verlies-van-de-sleutel-betaalt-de-leerling-een-nieuwe'

const POLICY = `---
title: Kluisreglement
subtitle: voor onder- en bovenbouw
organisation: wilgen
version: 2.1.0
status: adopted
lang: nl
numbering: [decimal, decimal, lower-alpha]
date: 2024-05-06
effective: 2024-08-01
review: 2026-08-01
citation: Kluisreglement De Wilgen
editors: [Jo de Wit, Ans Bos]
contact: ["Telefoon: 030 123 45 67", "kluis@wilgen.example.nl"]
copyright: "© 2024 De Wilgen. Overnemen mag zonder te vragen, zolang de naam van de school erbij blijft staan."
route:
  - { body: MR, right: consent }
  - { body: bestuur, right: adoption }
approvals:
  - { date: 2024-04-02, body: MR, right: consent, name: A. Bos, decision: amended }
  - { date: 2024-04-16, body: bestuur, right: adoption, role: voorzitter van het bestuur, decision: positive }
history:
  - { version: 1.0.0, date: 2019-03-01, summary: Eerste reglement. }
  - { version: 2.0.0, date: 2022-03-01, summary: Kluizen met een code. }
---

# Voorwoord {#voorwoord .unnumbered}

Iedere leerling krijgt een kluis, en wie zijn kluis netjes houdt mag hem het hele jaar houden. {#een-kluis}

# Begrippen {#begrippen .definitions}

- **kluis**: een kast met een slot; {#kluis}
- **sleutel**: wat op het slot past, een code daaronder begrepen. {#sleutel}

# Gebruik {#gebruik}

## In de gang {#gang}

1. De kluis blijft dicht onder de les.[^les] {#dicht}
2. Bij verlies: {#verlies}
   1. meldt de leerling het dezelfde dag; {#melden}
   2. betaalt hij een nieuwe. {#${LONG}}

   De conciërge bewaart een tweede sleutel. {#tweede}

> Een kluis is geen prullenbak. {#spreuk}

## Kosten {#kosten}

| Wat | Kosten |
| - | - |
| sleutel | 5 euro |
| kluis | 40 euro |
{#prijzen}

# Slot {#slot}

Dit reglement geldt vanaf 1 augustus 2024. {#geldt}

[^les]: Ook onder een toets.
`

const read = readPolicy(POLICY, 'kluis.md').value
const organisation = { name: 'De Wilgen' }
const document = (policy = read) => {
  const brand = resolveBrand(undefined, new Map(), { line: 1, column: 1 }).value
  return presentPolicy(resolve(policy).value, { organisation, brand, wording: loadWording(undefined, 'nl'), attachments: [] })
}

async function bring(bytes: Uint8Array, name: string): Promise<Imported> {
  const { value, messages } = await importDocument(bytes, name, {})
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  return value
}

const page = (policy?: Policy): string =>
  renderHtml(document(policy), { layout: loadLayout(undefined), wording: loadWording(undefined, 'nl') }).value
const word = async (): Promise<Uint8Array> => (await renderDocx(document(), { author: 'Jo', date: '2024-05-06' })).value

/** Every clause as id, kind and words. */
const clausesOf = (policy: typeof read) =>
  clauses(policy)
    .filter(({ kind }) => kind !== 'note')
    .map(({ id, kind, node }) => [id, kind, plainText(node)])

/** What colophon, decisions and history print. */
const SHOWN = {
  title: 'Kluisreglement',
  subtitle: 'voor onder- en bovenbouw',
  version: '2.1.0',
  status: 'adopted',
  date: '2024-05-06',
  effective: '2024-08-01',
  review: '2026-08-01',
  citation: 'Kluisreglement De Wilgen',
}
const DECIDED = {
  approvals: read.metadata.approvals,
  history: read.metadata.history,
}

describe('a page of ours comes back', () => {
  it('with every clause, its id and its place', async () => {
    const imported = await bring(new TextEncoder().encode(page()), 'kluis.html')
    expect(clausesOf(imported.policy)).toEqual(clausesOf(read))
    expect(imported.carried.size).toBe(clausesOf(read).length)
    expect(imported.policy.notes.map((note) => plainText(note))).toEqual(['Ook onder een toets.'])
  })

  it('with what it says about itself', async () => {
    const { policy, organisation: printed } = await bring(new TextEncoder().encode(page()), 'kluis.html')
    const { contact, editors, copyright } = read.metadata
    expect(policy.metadata).toMatchObject({ ...SHOWN, ...DECIDED, contact, editors, copyright })
    expect(printed).toBe('De Wilgen')
  })

  it('with nothing to be found of it, numbered headings in its contents and a decision that is still to be taken', async () => {
    const front = POLICY.replace(/ {2}- \{ date: 2024-04-16.*\n/, '').replace('status: adopted', 'status: draft')
    const source = renderHtml(document(readPolicy(front, 'kluis.md').value), {
      layout: loadLayout(undefined),
      wording: loadWording(undefined, 'nl'),
    }).value
    const { receipt } = await bring(new TextEncoder().encode(source), 'kluis.html')
    expect(source).toContain('nog te besluiten')
    expect(receipt.findings.map(inEnglish)).toEqual([])
  })

  it('without contents, header and footer, which the receipt names', async () => {
    const { receipt } = await bring(new TextEncoder().encode(page()), 'kluis.html')
    const dropped = receipt.fragments.filter(({ fate }) => fate === 'dropped')
    expect(dropped).toContainEqual(expect.objectContaining({ text: 'Colofon', reason: 'printed from the front matter' }))
    expect(dropped.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['table of contents', 'running footer', 'hidden']))
  })

  it('and what somebody put beside it is in the receipt', async () => {
    const more = page().replace('<main', '<div><p>Vraag de conciërge om een kluis.</p></div><main')
    const { receipt } = await bring(new TextEncoder().encode(more), 'kluis.html')
    expect(receipt.fragments).toContainEqual(
      expect.objectContaining({ text: 'Vraag de conciërge om een kluis.', reason: 'outside the policy on its page' }),
    )
  })

  it('not when words stand loose between its parts: they are kept as those of any page', async () => {
    const loose = page().replace(/(<main[^>]*>)/, '$1Vraag de conciërge om een kluis.')
    const { policy } = await bring(new TextEncoder().encode(loose), 'kluis.html')
    expect(
      clausesOf(policy)
        .map(([, , words]) => words)
        .join(' '),
    ).toContain('Vraag de conciërge om een kluis.')
  })

  it('only when it is one: another page with a main part keeps its words', async () => {
    const other = '<main id="_main"><section class="division body"><h2 id="doel">Doel</h2><p>Wij delen.</p></section></main>'
    const imported = await bring(new TextEncoder().encode(`<!doctype html><html><body>${other}</body></html>`), 'a.html')
    expect(imported.carried.size).toBe(0)
  })

  it('not when it shows changes: what is deleted there is no clause', async () => {
    const changed = page().replace('<p id="een-kluis"', '<p id="een-kluis" data-change="deleted"')
    const imported = await bring(new TextEncoder().encode(changed), 'kluis.html')
    expect(imported.carried.size).toBe(0)
  })
})

describe('a PDF of ours comes back', () => {
  it('with every clause and its id, and with what it says about itself', async () => {
    const { value } = await renderPdf(document(), { fonts: defaultFonts() })
    const imported = await bring(value, 'kluis.pdf')
    const ids = clausesOf(imported.policy).map(([id]) => id)
    expect(ids).toEqual(expect.arrayContaining(clausesOf(read).map(([id]) => id)))
    expect(ids).toHaveLength(clausesOf(read).length)
    expect(imported.policy.notes.map((note) => plainText(note))).toEqual(['Ook onder een toets.'])
    const { contact, editors, copyright } = read.metadata
    expect(imported.policy.metadata).toMatchObject({ ...SHOWN, ...DECIDED, contact, editors, copyright })
    expect(imported.receipt.findings.filter(({ rule }) => rule !== 'import/missing')).toEqual([])
    expect(imported.policy.metadata.remarks).toBeUndefined()
  })
})

describe('a proposal of ours comes back', () => {
  const bare = POLICY.replace('status: adopted', 'status: proposed').replace(/approvals:\n(?: {2}- .*\n)+/, '')
  const hash = hashPolicy(readPolicy(bare, 'kluis.md').value)
  const approvals = [
    `  - { date: 2024-03-01, body: bestuur, right: adoption, decision: negative, text: "sha256:${'0'.repeat(64)}" }`,
    `  - { date: 2024-04-02, body: MR, right: consent, name: A. Bos, decision: positive, text: "${hash}" }`,
  ].join('\n')
  const proposed = `proposed: { date: 2024-03-20, text: "${hash}" }\napprovals:\n${approvals}\n`
  const policy = readPolicy(bare.replace('history:', `${proposed}history:`), 'kluis.md').value

  it('with its route and who decided on these words; what was decided on others is a remark', async () => {
    const page = renderHtml(document(policy), { layout: loadLayout(undefined), wording: loadWording(undefined, 'nl') }).value
    expect(page).toContain('Voorstel; nog te besluiten: bestuur (vaststelling)')
    const { metadata } = (await bring(new TextEncoder().encode(page), 'kluis.html')).policy
    expect(metadata.status).toBe('proposed')
    expect(metadata.route).toEqual(policy.metadata.route)
    expect(metadata.approvals).toEqual([
      { date: '2024-04-02', body: 'MR', right: 'consent', name: 'A. Bos', decision: 'positive' },
    ])
    expect(metadata.remarks).toEqual([{ note: '1 maart 2024, bestuur, vaststelling, afgewezen, over een eerder voorstel' }])
  })

  it('with what a body remarked, and why it decided out of turn', async () => {
    const beside = 'decision: positive, remarks: "Mits, zoals besproken, de kluizen heel zijn", forced: De raad was met vakantie'
    const remarked = readPolicy(bare.replace('history:', `${proposed.replace('decision: positive', beside)}history:`), 'kluis.md')
    const wording = loadWording(undefined, 'nl')
    const page = renderHtml(document(remarked.value), { layout: loadLayout(undefined), wording }).value
    expect(page).toContain(
      'akkoord, buiten de volgorde: De raad was met vakantie, opmerking: Mits, zoals besproken, de kluizen heel zijn',
    )
    const { metadata } = (await bring(new TextEncoder().encode(page), 'kluis.html')).policy
    expect(metadata.approvals).toEqual([
      {
        date: '2024-04-02',
        body: 'MR',
        right: 'consent',
        name: 'A. Bos',
        decision: 'positive',
        remarks: 'Mits, zoals besproken, de kluizen heel zijn',
        forced: 'De raad was met vakantie',
      },
    ])
  })
})

describe('a text of ours with a decision that stands after a correction', () => {
  const front = (hash: string) =>
    POLICY.replace('right: consent }\n', 'right: consent, keeps: typographical }\n').replace(
      /decision: amended \}/,
      `decision: positive, text: "sha256:${'0'.repeat(64)}", kept: { text: "${hash}", changes: [{ clause: spreuk, was: "prullebak", becomes: "prullenbak" }] } }`,
    )
  const hash = hashPolicy(readPolicy(front(`sha256:${'1'.repeat(64)}`), 'kluis.md').value)
  const policy = readPolicy(front(hash), 'kluis.md').value

  it('comes back from Word without what is printed below its decisions, and with its history', async () => {
    const bytes = (await renderDocx(document(policy), { author: 'Jo', date: '2024-05-06' })).value
    const imported = await bring(bytes, 'kluis.docx')
    expect(JSON.stringify(document(policy))).toContain('is genomen over eerdere woorden en bleef staan')
    expect(clausesOf(imported.policy)).toEqual(clausesOf(policy))
    expect(imported.policy.metadata.history).toEqual(policy.metadata.history)
  })
})

describe('a Word file of ours keeps ids longer than a bookmark', () => {
  it('gives back what front matter it prints', async () => {
    const { metadata } = (await bring(await word(), 'kluis.docx')).policy
    const { effective, review, citation, approvals, history, editors, contact } = readPolicy(POLICY, 'kluis.md').value.metadata
    expect(metadata).toMatchObject({ effective, review, citation, history, editors, contact })
    expect(metadata.approvals?.map(({ date, body }) => [date, body])).toEqual(approvals?.map(({ date, body }) => [date, body]))
  })

  it('in a part of its own, only where there are such ids', async () => {
    expect(LONG.length).toBeGreaterThan(40)
    const imported = await bring(await word(), 'kluis.docx')
    expect(clausesOf(imported.policy).map(([id]) => id)).toEqual(clausesOf(read).map(([id]) => id))
    const short = readPolicy(POLICY.replace(LONG, 'betalen'), 'kluis.md').value
    const brand = resolveBrand(undefined, new Map(), { line: 1, column: 1 }).value
    const wording = loadWording(undefined, 'nl')
    const { value } = await renderDocx(presentPolicy(resolve(short).value, { organisation, brand, wording, attachments: [] }), {
      author: 'Jo',
      date: '2024-05-06',
    })
    expect(Object.keys(unzipSync(value)).filter((name) => name.startsWith('customXml/'))).toEqual([])
  })

  it('and by their mark where the part is gone or says another id', async () => {
    const files = unzipSync(await word())
    const item = 'customXml/item1.xml'
    const kept = new TextDecoder().decode(files[item])
    expect(kept).toContain(`>${LONG}<`)
    const { [item]: _, ...without } = files
    const ids = async (parts: Record<string, Uint8Array>) =>
      clausesOf((await bring(zipSync(parts), 'kluis.docx')).policy).map(([id]) => id as string)
    const known = await importDocument(zipSync(without), 'kluis.docx', { ids: [LONG] })
    expect(clausesOf(known.value?.policy as Policy).map(([id]) => id)).toEqual(clausesOf(read).map(([id]) => id))
    const gone = await ids(without)
    expect(gone).not.toContain(LONG)
    expect(gone.filter((id) => id.startsWith('bij-verlies-van-de-sleutel') && id.length <= 40)).toHaveLength(1)
    expect(await ids({ ...files, [item]: new TextEncoder().encode(kept.replace(LONG, 'een-ander')) })).toEqual(gone)
  })
})

const REFERRING = `---
title: Kluisregels
version: 1.0.0
status: draft
lang: nl
numbering: [decimal, decimal, lower-alpha]
---

# Gebruik {#gebruik}

1. De kluis blijft dicht, behalve in het geval van [](#melden). {#dicht}
2. Bij verlies: {#verlies}
   1. meldt de leerling het, zie artikel [](#slot) en [de lijst](#dicht); {#melden}
   2. betaalt hij een nieuwe. {#betalen}

| Wat | Zie |
| - | - |
| sleutel | [](#betalen) |
| kluis | **[](#dicht)** |
{#prijzen}

# Slot {#slot}

Zie ook [](#gebruik), lid 2.[^meer] {#zie}

[^meer]: En [](#verlies).
`

const edited = async (edits: readonly (readonly [string, string])[]): Promise<Uint8Array> => {
  const { value } = await renderDocx(document(readPolicy(REFERRING, 'kluis.md').value), { author: 'Jo', date: '2024-05-06' })
  const files = unzipSync(value)
  let xml = new TextDecoder().decode(files['word/document.xml'])
  for (const [before, after] of edits) {
    expect(xml).toContain(before)
    xml = xml.replace(before, after)
  }
  return zipSync({ ...files, 'word/document.xml': new TextEncoder().encode(xml) })
}

const references = ({ markdown }: Pick<Imported, 'markdown'>) => markdown.match(/\[[^\]]*\]\(#[a-z]+\)/g)

it('a page of ours has its references', async () => {
  const bytes = new TextEncoder().encode(page(readPolicy(REFERRING, 'kluis.md').value))
  expect(references(await bring(bytes, 'kluis.html'))).toEqual(REFERRING.match(/\[[^\]]*\]\(#[a-z]+\)/g))
})

it('a PDF of ours has its references and addresses, over the ends of lines too', async () => {
  const long =
    'Wie een kluis huurt, leest eerst [wat er in een kluis mag staan en wat er zeker niet in mag staan](#verlies), en bestelt'
  const shop = 'via <https://www.example.nl/kluizen/sleutels/bestellen/lijst-van-sleutels>'
  const more = `${long} daarna in de winkel van de school een sleutel, of als het echt niet anders kan ${shop}. {#huren}`
  const text = REFERRING.replace('# Slot {#slot}', `# Slot {#slot}\n\n${more}`)
  const { value } = await renderPdf(document(readPolicy(text, 'kluis.md').value), { fonts: defaultFonts() })
  const { markdown, receipt } = await bring(value, 'kluis.pdf')
  expect(references({ markdown })).toEqual(text.match(/\[[^\]]*\]\(#[a-z]+\)/g))
  expect(markdown).toContain('](https://www.example.nl/kluizen/sleutels/bestellen/lijst-van-sleutels). {#huren}')
  expect(receipt.findings.filter(({ rule }) => rule !== 'import/missing')).toEqual([])
})

it('a PDF of ours has the letters of its headings, and words that are parted behind a stroke', async () => {
  const strokes = Array.from({ length: 40 }, (_, i) => `ouders/verzorgers van groep ${i}`).join(', ')
  const text = `${REFERRING.replace('numbering: [decimal,', 'numbering: [upper-roman, upper-alpha,')}
## Ouders {#ouders}

Wij schrijven ${strokes}. {#strepen}
`
  const policy = readPolicy(text, 'kluis.md').value
  const { value } = await renderPdf(document(policy), { fonts: defaultFonts() })
  expect(clausesOf((await bring(value, 'kluis.pdf')).policy)).toEqual(clausesOf(policy))
})

describe('a Word file of ours with references', () => {
  const EDITS = [
    ['De kluis blijft dicht', 'De kluis en het hek blijven dicht'],
    ['meldt de leerling het, zie', 'meldt de leerling het de conciërge, zie'],
  ] as const

  it('has them in clauses that were edited', async () => {
    const { markdown, receipt } = await bring(await edited(EDITS), 'kluis.docx')
    expect(markdown).toContain('1. De kluis en het hek blijven dicht, behalve in het geval van [](#melden). {#dicht}')
    expect(markdown).toContain('meldt de leerling het de conciërge, zie artikel [](#slot) en [de lijst](#dicht); {#melden}')
    expect(receipt.findings.filter(({ rule }) => rule !== 'import/missing')).toEqual([])
  })

  it('keeps the words of one that says another number than its clause has, and says so', async () => {
    const { markdown, receipt } = await bring(await edited([['>a</w:t>', '>b</w:t>']]), 'kluis.docx')
    expect(markdown).toContain('in het geval van [1.2.b](#melden).')
    expect(receipt.findings.filter(({ rule }) => rule === 'reference/printed')).toMatchObject([
      { form: 'renumbered', values: { text: '1.2.b', now: '1.2.a' } },
    ])
  })

  it.skipIf(skipsOffice)('has them after LibreOffice saved it, too', async () => {
    const office = new Office()
    try {
      const saved = office.convert({ 'kluis.docx': await edited(EDITS) }, 'docx')['kluis.docx'] as Uint8Array
      expect(references(await bring(saved, 'kluis.docx'))).toEqual(REFERRING.match(/\[[^\]]*\]\(#[a-z]+\)/g))
    } finally {
      office.close()
    }
  })
})

describe.skipIf(skipsOffice)('a Word file of ours that LibreOffice saved', () => {
  let office: Office
  beforeAll(() => {
    office = new Office()
  })
  afterAll(() => office.close())

  it('has its clauses and their ids, long ones too where the part was kept', async () => {
    const saved = office.convert({ 'kluis.docx': await word() }, 'docx')['kluis.docx'] as Uint8Array
    const isKept = Object.keys(unzipSync(saved)).some((name) => name.startsWith('customXml/item'))
    const ids = clausesOf((await bring(saved, 'kluis.docx')).policy).map(([id]) => id)
    const wanted = clausesOf(read).map(([id]) => id)
    expect(ids.filter((id) => isKept || wanted.includes(id))).toEqual(wanted.filter((id) => isKept || id !== LONG))
  })
})
