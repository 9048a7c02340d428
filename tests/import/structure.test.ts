import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'

async function bring(source: string, name = 'regels.txt') {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  const body = value.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ \{#[a-z0-9-]+(?: label="[^"]+")?\}/g, '')
  const found = value.receipt.findings.flatMap((finding) =>
    finding.rule === 'import/structure'
      ? [`${finding.form} ${finding.values && 'count' in finding.values ? finding.values.count : undefined}`]
      : [],
  )
  return { body, found, metadata: value.policy.metadata }
}

const HEAD = 'Kluisregels\n\n1. Gebruik\n\n'

describe('an enumeration inside a paragraph', () => {
  it('becomes items where a colon opens it and semicolons part it', async () => {
    const { body, found } = await bring(`${HEAD}De kluis is voor: (a) jassen; (b) tassen; en (c) een helm.\n`)
    expect(body).toContain('De kluis is voor:\n\n1. jassen;\n2. tassen; en\n3. een helm.\n')
    expect(found).toEqual([])
  })

  it('may be counted by letters with a point', async () => {
    const { body } = await bring(`${HEAD}De conciërge: a. opent de kluis; b. sluit de kluis; c. bewaart de sleutel.\n`)
    expect(body).toContain('De conciërge:\n\n1. opent de kluis;\n2. sluit de kluis;\n3. bewaart de sleutel.\n')
  })

  it('stays where more is said, and is a finding', async () => {
    const sentence = 'De kluis is voor (a) jassen, (b) tassen en (c) helmen, en gaat op slot.'
    const { body, found } = await bring(`${HEAD}${sentence}\n`)
    expect(body).toContain(sentence)
    expect(found).toEqual(['enumeration 3'])
  })

  it('is none where only two are named, or the letters count nothing', async () => {
    const { found } = await bring(`${HEAD}De kluis is voor (a) jassen of (b) tassen. Groep (x) heeft (v) sleutels.\n`)
    expect(found).toEqual([])
  })
})

describe('a text without lines that divide it', () => {
  const sentence = 'De kluis blijft dicht tot de laatste bel en de sleutel hangt bij de conciërge aan het bord.'

  it('is said to be one', async () => {
    const page = `<!doctype html><html lang="nl"><body><h1>Kluisregels</h1><p>${`${sentence} `.repeat(60)}</p></body></html>`
    expect((await bring(page, 'regels.html')).found).toEqual([expect.stringMatching(/^undivided/)])
    expect((await bring(`Kluisregels\n${`${sentence}\n`.repeat(50)}`)).found).toEqual([expect.stringMatching(/^undivided/)])
  })

  it('but not one with paragraphs', async () => {
    expect((await bring(`Kluisregels\n\n${`${sentence}\n\n`.repeat(50)}`)).found).toEqual([])
  })
})

it('a list of contents on a page names headings without its bullets', async () => {
  const page = `<!doctype html><html lang="nl"><body><h1>Kluisregels</h1><div class="toc"><p>Inhoud</p><ul><li><a href="#a">1 Gebruik</a></li><li><a href="#b">2 Sleutels</a></li></ul></div>
<h2 id="a">1 Gebruik</h2><p>De kluis gaat op slot.</p><h2 id="b">2 Sleutels</h2><p>Ieder heeft er een.</p></body></html>`
  const { value } = await importDocument(new TextEncoder().encode(page), 'regels.html')
  expect(value?.receipt.findings.filter(({ rule }) => rule === 'contents/differs')).toEqual([])
})

it('contents without page numbers go whole where they call one heading otherwise, which is a finding', async () => {
  const titles = ['Gebruik', 'Sleutels', 'Schade aan kluizen', 'Toezicht', 'Slot']
  const text = titles.map((title) => `${title.replace(' aan kluizen', '')}\n\nDe kluis gaat op slot als ${title} dat zegt.\n\n`)
  const { value } = await importDocument(
    new TextEncoder().encode(`Kluisregels\n\nInhoud\n\n${titles.join('\n')}\n\n${text.join('')}`),
    'regels.txt',
  )
  expect(value?.markdown.match(/^#.*(?= \{)/gm)).toEqual(['# Gebruik', '# Sleutels', '# Schade', '# Toezicht', '# Slot'])
  const differs = value?.receipt.findings.filter(({ rule }) => rule === 'contents/differs').map(inEnglish)
  expect(differs).toEqual([
    'The table of contents names "Schade aan kluizen", which is no heading',
    'The table of contents does not name "Schade"',
  ])
})

describe('contents on one line', () => {
  const text = '1. Gebruik\n\nDe kluis gaat op slot.\n\n2. Sleutels\n\nIeder heeft er een.\n\n3. Schade\n\nDe school betaalt.\n'

  it.each(['Inhoud: 1. Gebruik 2. Sleutels 3. Schade', 'Inhoudsopgave 1 Gebruik .... 2 2 Sleutels .... 3 3 Schade .... 4'])(
    'are left out: %s',
    async (line) => {
      const { body } = await bring(`Kluisregels\n\n${line}\n\n${text}`)
      expect(body.match(/^#.*$/gm)).toEqual(['# Gebruik', '# Sleutels', '# Schade'])
      expect(body).not.toContain('Inhoud')
    },
  )

  it('are text where it names what does not come', async () => {
    const { value } = await importDocument(
      new TextEncoder().encode(`Kluisregels\n\nInhoud: 1. Gebruik 2. Ramen 3. Schade\n\n${text}`),
      'regels.txt',
    )
    expect(
      value?.receipt.fragments.some(({ reason, text: words }) => reason === 'table of contents' && words.includes('Ramen')),
    ).toBe(false)
  })
})

describe('a page of a site', () => {
  const around = (inside: string) =>
    `<!doctype html><html lang="nl"><title>Home | De Linde</title><body><header><a href="/">De Linde</a><ul><li><a href="/">Home</a></li><li><a href="/n">Nieuws</a></li><li><a href="/c">Contact</a></li></ul></header>
<div class="page"><div><h2>Kluisregels</h2><p>Deze regels gelden voor alle kluizen in de gangen van het gebouw en in de hal.</p>${inside}</div>
<aside><h3>Laatste nieuws</h3><p>De hal is geverfd.</p></aside></div></body></html>`

  it('is what its only heading stands above, and neither its menu nor its news', async () => {
    const { value } = await importDocument(new TextEncoder().encode(around('<p>De kluis gaat op slot.</p>')), 'regels.html')
    expect(value?.policy.metadata.title).toBe('Kluisregels')
    expect(value?.markdown).not.toMatch(/Home|Contact|Nieuws|nieuws|geverfd/)
  })

  it('has sections that open where they stand, their buttons and summaries for headings', async () => {
    const { body } = await bring(
      around(`<h3>Voor wie</h3><p>Voor iedereen.</p>
<h3><button aria-expanded="false" aria-controls="p">Verlies</button></h3><div id="p" hidden><p>Verlies kost vijf euro.</p></div>
<button aria-expanded="false">Schade</button><div hidden><p>Schade betaalt de school.</p></div>
<details><summary>Vragen</summary><p>Vraag het de conciërge.</p></details>
<h3>Sleutels</h3><details><summary>Wie heeft er een?</summary><p>Iedereen.</p></details><p>Dat is de regel.</p>`),
      'regels.html',
    )
    expect(body.split('\n').filter(Boolean)).toEqual([
      'Deze regels gelden voor alle kluizen in de gangen van het gebouw en in de hal.',
      '# Voor wie',
      'Voor iedereen.',
      '# Verlies',
      'Verlies kost vijf euro.',
      '## Schade',
      'Schade betaalt de school.',
      '## Vragen',
      'Vraag het de conciërge.',
      '# Sleutels',
      'Wie heeft er een?',
      'Iedereen.',
      'Dat is de regel.',
    ])
  })
})

it('a list that counts past a thousand is one list to its end', async () => {
  const items = Array.from({ length: 1004 }, (_, i) => `${i + 1}. De kluis gaat dicht.\n      1. De sleutel hangt weer op.\n`)
  const { body } = await bring(`# Gebruik\n\n${items.join('')}`, 'regels.md')
  expect(body.split('\n').filter((line) => /^\d/.test(line))).toHaveLength(1004)
  expect(body).toContain('\n1000. De kluis gaat dicht.\n      1. De sleutel hangt weer op.\n')
})

describe('a line above a list, without a colon,', () => {
  it.each([
    ['Members may book the hall for', '- rehearsals', '- meetings'],
    ['Niet toegestaan zijn', '- brommers', '- honden'],
    ['Leerlingen stallen hun fiets', '- in de rekken', '- op slot'],
    ['Wie niet op tijd kan betalen, kan vragen om', 'a. uitstel', 'b. betaling in delen'],
  ])('leads it in where its sentence goes on there: %s', async (line, ...items) => {
    const { body } = await bring(`${HEAD}${line}\n\n${items.join('\n')}\n\nDe kluis blijft dicht onder de les.\n`)
    expect(body).toContain(`\n\n${line}\n\n`)
    expect(body).not.toContain(`# ${line}`)
  })

  it.each([
    ['Wat niet mag', '- brommers', '- honden'],
    ['House rules', '- Leave the hall clean.', '- Close the windows.'],
    ['Kosten van een sleutel', '- Een sleutel kost 5 euro.', '- Een kluis kost 40 euro.'],
  ])('is its title where it names or asks what stands there: %s', async (line, ...items) => {
    const { body } = await bring(`${HEAD}${line}\n\n${items.join('\n')}\n\nDe kluis blijft dicht onder de les.\n`)
    expect(body).toContain(`# ${line}`)
  })

  it('and short bullets in a row are a list, no cells of a table', async () => {
    const { body, found } = await bring(`${HEAD}Meenemen\n\n- jas\n- tas\n- helm\n\nThuislaten\n\n- telefoon\n- sieraden\n`)
    expect(body).toContain('# Meenemen\n\n- jas\n- tas\n- helm\n')
    expect(found).toEqual([])
  })
})

describe('a provision put in between', () => {
  it('is one of those around it, and makes no headings of them', async () => {
    const members = ['2.1 De huurder betaalt vooraf', '2.1a De huurder betaalt per bank', '2.2 De beheerder geeft een sleutel']
    const { body } = await bring(
      `Kluisregels\n\n2 Huur\n\n${members.join('\n')}\n\n3 Sleutels\n\nDe beheerder bewaart de sleutels.\n`,
    )
    expect(body.match(/^#+ \w+/gm)).toEqual(['# Huur', '# Sleutels'])
  })
})

describe('a short rule above an address', () => {
  it.each(['Honden blijven buiten het hek', 'Niet roken', 'No dogs inside the fence'])('is a rule: %s', async (rule) => {
    const { body } = await bring(
      `${HEAD}De kluis blijft dicht onder de les.\n\n${rule}\n\nBalie: 0512 34 56 78, balie@school.example\n`,
    )
    expect(body).toContain(rule)
  })
})

describe('what a document says of itself below its text', () => {
  it('may be the day on which a body that enacts it did so', async () => {
    const text = `${'De burgemeester van Lindewoud;'}\n\nbesluit de volgende regels vast te stellen:\n\n`
    const body =
      'Artikel 1 Vergunning\n\nWie een feest geeft, vraagt een vergunning.\n\nArtikel 2 Geluid\n\nMuziek eindigt om 24.00 uur.\n\n'
    const signed = 'Lindewoud, 12 maart 2024\n\nDe burgemeester, M.H. Terpstra\n'
    const { metadata } = await bring(`Regels evenementen\n\n${text}${body}${signed}`)
    expect(metadata.approvals).toEqual([{ date: '2024-03-12', body: 'burgemeester', right: 'adoption' }])
  })
})

describe('a label with a capital or a letter behind its numbers', () => {
  it.each([
    ['2.1', '2.2', '2.2A', '2.3'],
    ['2.1', '2.2', '2.2a', '2.3'],
  ])('is that of a provision put in between: %s %s %s %s', async (...labels) => {
    const items = labels.map((label, i) => `${label} De huurder betaalt op dag ${i + 1} van de maand.`)
    const { body } = await bring(`Kluisregels\n\n2 Huur\n\n${items.join('\n')}\n\n3 Sleutels\n\nDe beheerder bewaart ze.\n`)
    for (const [i] of labels.entries()) expect(body).toMatch(new RegExp(`^\\d+\\. De huurder betaalt op dag ${i + 1} `, 'm'))
  })
})
