import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../../src/import/index.js'
import { presentPolicy, resolveBrand } from '../../../src/present/index.js'
import { renderDocx } from '../../../src/render/docx/index.js'
import { loadWording } from '../../../src/workspace/index.js'
import { resolved } from '../../support/policy.js'
import { all, child, elements, type Node, partOf, wordNumbers } from './word.js'

const BY = { author: 'A. de Vries', date: '2026-03-01' }
const NUMBERING =
  'title: Lijsten\nnumbering: { headings: [{ style: decimal, prefix: Artikel }, decimal], items: [lower-alpha, upper-roman] }'
const BODY = [
  '# Een {#een}',
  '',
  '1. eerste {#eerste}',
  '2. tweede {#tweede}',
  '   1. onder tweede {#onder}',
  '   2. ook onder tweede {#ook-onder}',
  '3. derde {#derde}',
  '',
  '## Deel {#deel}',
  '',
  '1. opnieuw {#opnieuw}',
  '',
  'Tekst ertussen. {#ertussen}',
  '',
  '1. een {#lijst-een}',
  '2. drie {#lijst-drie label=c}',
  '',
  '- punt {#punt}',
  '  - diep punt {#diep-punt}',
  '',
  '# Slot {#slot .unnumbered}',
  '',
  '# Twee {#twee}',
  '',
  '## Onder twee {#onder-twee}',
  '',
].join('\n')

async function file(body: string, front = NUMBERING): Promise<Uint8Array> {
  const document = presentPolicy(resolved(body, front), {
    organisation: { name: 'De Linde' },
    brand: resolveBrand(undefined, new Map()).value,
    wording: loadWording(undefined, 'nl'),
    attachments: [],
  })
  return (await renderDocx(document, BY)).value
}

const words = (node: Node): string =>
  elements(node)
    .filter(({ name }) => name !== 'w:pPr')
    .map((e) => (e.name === 'w:instrText' ? '' : e.name === 'w:t' ? e.children.join('') : e.name === 'w:tab' ? '\t' : words(e)))
    .join('')

/** Paragraphs as Word shows them, its numbers in front; those before the first heading that is counted are left out. */
function shown(bytes: Uint8Array): string[] {
  const number = wordNumbers(bytes)
  const lines = all(partOf(bytes, 'word/document.xml'), 'w:p').map((paragraph) => number(paragraph) + words(paragraph))
  return lines.slice(lines.lastIndexOf('Artikel 1\tEen')).filter((line) => line !== '')
}

/** The file after somebody pressed Enter at the end of the paragraph with these words and typed others. */
function typed(bytes: Uint8Array, after: string, more: string): Uint8Array {
  const files = unzipSync(bytes)
  const xml = strFromU8(files['word/document.xml'] as Uint8Array)
  const at = xml.lastIndexOf(`>${after}<`)
  const [start, end] = [xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + '</w:p>'.length]
  const copy = xml
    .slice(start, end)
    .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
    .replace(`>${after}<`, `>${more}<`)
  return zipSync({ ...files, 'word/document.xml': strToU8(xml.slice(0, end) + copy + xml.slice(end)) })
}

/** What Word prints for each field of a reference: the number of the paragraph that its bookmark begins in, without the full stop behind it. */
function referred(bytes: Uint8Array): string[] {
  const number = wordNumbers(bytes)
  const numbers = new Map<string | undefined, string>()
  for (const paragraph of all(partOf(bytes, 'word/document.xml'), 'w:p')) {
    const printed = number(paragraph).replace(/\.?\t$/, '')
    for (const { attributes } of all(paragraph, 'w:bookmarkStart')) numbers.set(attributes['w:name'], printed)
  }
  return all(partOf(bytes, 'word/document.xml'), 'w:instrText').flatMap(({ children }) => {
    const [, name] = /^ REF (\S+) \\n \\h $/.exec(children.join('')) ?? []
    return name === undefined ? [] : [numbers.get(name) ?? 'nowhere']
  })
}

describe('numbers in a Word file', () => {
  it('are counted just so in a file of more lists than show all levels', async () => {
    const few = await file(BODY)
    const body = `${BODY}\n${'Tekst.\n\n1. een\n\n'.repeat(2001)}`
    const many = await file(body)
    expect(shown(many).slice(0, 12)).toEqual(shown(few).slice(0, 12))
    expect(all(partOf(many, 'word/numbering.xml'), 'w:lvl').length).toBeLessThan(2100)
  })

  it('are counted by Word, and are those of the policy', async () => {
    expect(shown(await file(BODY))).toEqual([
      'Artikel 1\tEen',
      'a.\teerste',
      'b.\ttweede',
      'I.\tonder tweede',
      'II.\took onder tweede',
      'c.\tderde',
      '1.1\tDeel',
      'a.\topnieuw',
      'Tekst ertussen.',
      'a.\teen',
      'c.\tdrie',
      '•\tpunt',
      '–\tdiep punt',
      'Slot',
      'Artikel 2\tTwee',
      '2.1\tOnder twee',
    ])
  })

  it('stand in no words, but in a list where one is skipped', async () => {
    const lines = all(partOf(await file(BODY), 'word/document.xml'), 'w:p').map(words)
    expect(lines).toContain('tweede')
    expect(lines).toContain('Onder twee')
    expect(lines).toContain('c.\tdrie')
  })

  it('go on for a clause and a chapter that are added in Word', async () => {
    const more = typed(typed(await file(BODY), 'tweede', 'nieuw uit Word'), 'Twee', 'Nieuw hoofdstuk')
    const lines = shown(more)
    expect(lines).toContain('c.\tnieuw uit Word')
    expect(lines).toContain('d.\tderde')
    expect(lines).toContain('Artikel 3\tNieuw hoofdstuk')
    expect(lines).toContain('3.1\tOnder twee')
  })

  it('come back as what they were, a clause added in Word without its number in its words', async () => {
    const numbering = NUMBERING.replace('{ style: decimal, prefix: Artikel }', 'decimal')
    const body = BODY.replace(' .unnumbered', '').replace('2. drie {#lijst-drie label=c}', '2. drie {#lijst-drie}')
    const bytes = typed(await file(body, numbering), 'derde', 'nieuw uit Word')
    const imported = await importDocument(bytes, 'lijsten.docx', {})
    const back = imported.value?.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '') ?? ''
    expect(back.trim()).toBe(body.replace('{#derde}', '{#derde}\n4. nieuw uit Word {#nieuw-word}').trim())
  })

  it('leave alone a heading that has none', async () => {
    const paragraphs = all(partOf(await file(BODY), 'word/document.xml'), 'w:p')
    const slot = paragraphs.filter((paragraph) => words(paragraph) === 'Slot').at(-1)
    const numbered = child(child(child(slot, 'w:pPr'), 'w:numPr'), 'w:numId')
    expect(numbered?.attributes['w:val']).toBe('0')
  })

  it('that refer to a clause are counted by Word as well, each part of them', async () => {
    const body = BODY.replace('derde {#derde}', 'derde, zie [](#onder) en [](#deel) {#derde}')
    const bytes = await file(body, NUMBERING.replace('{ style: decimal, prefix: Artikel }', 'decimal'))
    expect(all(partOf(bytes, 'word/document.xml'), 'w:p').map(words)).toContain('derde, zie 1.b.I en 1.1')
    expect(referred(bytes)).toEqual(['1', 'b', 'I', '1.1'])
    expect(referred(typed(bytes, 'eerste', 'nieuw uit Word'))).toEqual(['1', 'c', 'I', '1.1'])
    expect(referred(typed(bytes, 'Een', 'Nieuw hoofdstuk'))).toEqual(['1', 'b', 'I', '2.1'])
  })

  it('stay words where Word would print another: that of a chapter with a word in front', async () => {
    const bytes = await file(BODY.replace('derde {#derde}', 'derde, zie artikel [](#twee) {#derde}'))
    expect(shown(bytes)).toContain('c.\tderde, zie artikel 2')
    expect(referred(bytes)).toEqual([])
  })
})
