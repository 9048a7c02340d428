import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { inEnglish } from '../support/words.js'

async function bring(source: string, name = 'regels.txt') {
  const { value, messages } = await importDocument(new TextEncoder().encode(source), name)
  if (!value) throw new Error(messages.map(inEnglish).join('\n'))
  expect(value.receipt.unaccounted).toEqual([])
  const body = value.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '').replace(/ \{#[a-z0-9-]+(?: label="[^"]+")?\}/g, '')
  const found = value.receipt.findings.flatMap((finding) =>
    finding.rule === 'import/structure' ? [`${finding.form} ${finding.values?.count}`] : [],
  )
  return { body, found }
}

const HEAD = 'Kluisregels\n\n1. Gebruik\n\n'

describe('an enumeration inside a paragraph', () => {
  it('becomes items where a colon opens it and semicolons part it', async () => {
    const { body, found } = await bring(`${HEAD}De kluis is voor: (a) jassen; (b) tassen; en (c) een helm.\n`)
    expect(body).toContain('De kluis is voor:\n\n1. jassen;\n2. tassen; en\n3. een helm.\n')
    expect(found).toEqual([])
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
    expect((await bring(page, 'regels.html')).found).toEqual(['lines 1'])
    expect((await bring(`Kluisregels\n${`${sentence}\n`.repeat(50)}`)).found).toEqual([expect.stringMatching(/^lines /)])
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
