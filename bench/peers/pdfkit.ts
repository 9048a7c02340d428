import { createWriteStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { chaptersFor } from '../press-text.js'

/** The least a program on PDFKit can do with the same words: no tags, no bookmarks, no links, no contents. */
interface Kit {
  pipe(stream: NodeJS.WritableStream): void
  registerFont(name: string, bytes: Uint8Array): Kit
  font(name: string): Kit
  fontSize(size: number): Kit
  text(words: string, options?: Record<string, unknown>): Kit
  moveDown(lines: number): Kit
  end(): void
}

const [pages = '2', out = 'out.pdf'] = process.argv.slice(2)
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'))
const font = (style: string): Uint8Array => readFileSync(join(folder, style, `SourceSans3_${style}.ttf`))

const kit = new PDFDocument({ size: 'A4', margin: 74, font: null }) as Kit
const file = createWriteStream(out)
kit.pipe(file)
kit.registerFont('regular', font('400Regular')).registerFont('bold', font('600SemiBold'))
chaptersFor(Number(pages)).forEach(({ title, paragraph, items }, index) => {
  kit
    .font('bold')
    .fontSize(20)
    .text(`${index + 1} ${title}`)
    .moveDown(0.4)
  kit.font('regular').fontSize(10.5).text(paragraph, { lineGap: 2 }).moveDown(0.4)
  items.forEach((words, at) => kit.text(`${at + 1}. ${words}`, { indent: 20, lineGap: 2 }).moveDown(0.2))
  kit.moveDown(1)
})
kit.end()
await finished(file)
