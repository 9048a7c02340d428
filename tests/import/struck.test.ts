import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/import/index.js'
import { presentPolicy, resolveBrand } from '../../src/present/index.js'
import { renderPdf } from '../../src/press/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { defaultFonts, loadWording } from '../../src/workspace/index.js'

interface Pdf {
  font(name: string): Pdf
  fontSize(size: number): Pdf
  text(text: string, options?: object): Pdf
  moveDown(): Pdf
  on(event: string, listener: (chunk: Buffer) => void): Pdf
  end(): void
}

function pdf(draw: (document: Pdf) => void): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 50 }) as Pdf
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Uint8Array>((made) => document.on('end', () => made(Buffer.concat(chunks))))
  draw(document.font('Helvetica').fontSize(11))
  document.end()
  return done
}

const textOf = (markdown: string | undefined): string => (markdown ?? '').replace(/^---\n[\s\S]*?\n---\n/, '')

describe('words of a PDF that a rule runs through', () => {
  it('stay struck through, part of a line too, and no others do', async () => {
    const bytes = await pdf((document) => {
      document.fontSize(20).text('Telefoonprotocol').fontSize(11).moveDown()
      document.text('De leerling meldt zich bij de balie. ', { continued: true })
      document.text('De conciërge neemt de telefoon in. ', { continued: true, strike: true })
      document.text('De mentor belt de ouders.', { strike: false }).moveDown()
      document.text('1. Een telefoon blijft een week op school.', { strike: true })
      document.text('2. Een telefoon blijft een dag op school.', { strike: false })
      document.text('3. De kluis gaat om drie uur dicht.', { underline: true })
    })
    const { value } = await importDocument(bytes, 'telefoon.pdf')
    expect(
      textOf(value?.markdown)
        .replace(/ \{#[^}]*\}/g, '')
        .trim(),
    ).toBe(
      [
        'De leerling meldt zich bij de balie. ~~De conciërge neemt de telefoon in.~~ De mentor belt de ouders.',
        '1. ~~Een telefoon blijft een week op school.~~\n2. Een telefoon blijft een dag op school.\n3. De kluis gaat om drie uur dicht.',
      ].join('\n\n'),
    )
  })

  it('come back struck through from a file of ours', async () => {
    const written =
      '# Kluizen {#kluizen}\n\n1. De kluis gaat ~~om vier uur~~ om drie uur dicht. {#sluiten}\n2. ~~De sleutel blijft op school.~~ {#sleutel}\n'
    const source = `---\ntitle: Kluisreglement\norganisation: wilgen\nversion: 1.0.0\nlang: nl\n---\n\n${written}`
    const { value: policy } = readPolicy(new TextEncoder().encode(source), 'kluis.md')
    const wording = loadWording(undefined, 'nl')
    const brand = resolveBrand(undefined, new Map(), { line: 1, column: 1 }).value
    const organisation = { id: 'wilgen', name: 'De Wilgen' }
    const document = presentPolicy(resolve(policy).value, { organisation, brand, wording, attachments: [] })
    const { value: bytes } = await renderPdf(document, { fonts: defaultFonts() })
    const { value } = await importDocument(bytes, 'kluis.pdf')
    expect(textOf(value?.markdown).trim()).toBe(written.trim())
  })
})
