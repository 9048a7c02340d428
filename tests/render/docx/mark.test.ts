import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../../src/import/index.js'
import { presentPolicy, resolveBrand } from '../../../src/present/index.js'
import { renderDocx } from '../../../src/render/docx/index.js'
import { loadWording } from '../../../src/workspace/index.js'
import { resolved } from '../../support/policy.js'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
const TABLE = '# Regels {#regels}\n\n| Jaar | Kosten |\n|---|---|\n| 2026 | 40 |\n{#kosten}\n'

async function word(format?: 'svg' | 'png') {
  const bytes = new TextEncoder().encode(SVG)
  const mark = format && { format, bytes, alt: 'Beeldmerk van <De Linde>', ratio: 2 }
  const document = presentPolicy(resolved(TABLE, 'title: Regels\nlang: nl'), {
    organisation: { name: 'De Linde' },
    brand: { ...resolveBrand(undefined, new Map()).value, ...(mark && { mark }) },
    wording: loadWording(undefined, 'nl'),
    attachments: [],
  })
  const { value } = await renderDocx(document, { author: 'A. de Vries' })
  const files = unzipSync(value)
  return { value, files, text: (name: string) => strFromU8(files[name] ?? new Uint8Array()) }
}

describe('the mark in a Word file', () => {
  it.each([
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
  ] as const)('stands on the cover with words for who cannot see it: %s', async (format, type) => {
    const { value, files, text } = await word(format)
    expect(strFromU8(files[`word/media/mark.${format}`] ?? new Uint8Array())).toBe(SVG)
    expect(text('[Content_Types].xml')).toContain(`<Default Extension="${format}" ContentType="${type}"/>`)
    expect(text('word/_rels/document.xml.rels')).toContain(`Target="media/mark.${format}"`)
    const [first] = text('word/document.xml').split('</w:p>')
    expect(first).toContain('<w:pStyle w:val="Mark"/>')
    expect(first).toContain('descr="Beeldmerk van &lt;De Linde&gt;"')
    // 18 millimetres high, and twice as wide.
    expect(first).toContain('<wp:extent cx="1296000" cy="648000"/>')
    const { messages } = await importDocument(value, 'a.docx')
    expect(messages.filter(({ rule }) => rule === 'markdown/image')).toEqual([])
  })

  it('is not there without one', async () => {
    const { files, text } = await word()
    expect(Object.keys(files).filter((name) => name.includes('media'))).toEqual([])
    expect(text('word/document.xml')).not.toContain('w:drawing')
  })
})

describe('tables in a Word file', () => {
  it('take their lines from a style, so that a school changes them in one place', async () => {
    const { text } = await word()
    const [, used] = /<w:tblStyle w:val="(\w+)"\/>/.exec(text('word/document.xml')) ?? []
    expect(text('word/document.xml')).not.toContain('w:tblBorders')
    expect(text('word/styles.xml')).toMatch(
      new RegExp(`<w:style w:type="table" w:customStyle="1" w:styleId="${used}">.*?<w:tblBorders><w:top `),
    )
  })
})
