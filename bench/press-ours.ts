import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderPdf } from '../src/render/pdf/index.js'
import { benchBlocks, benchText } from './press-text.js'

const [pages = '2', out = 'out.pdf'] = process.argv.slice(2)
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'))
const font = (style: string): Uint8Array => readFileSync(join(folder, style, `SourceSans3_${style}.ttf`))

const { value } = await renderPdf(
  {
    type: 'document',
    title: 'Bench',
    lang: 'nl',
    properties: { author: 'Bench', date: '2025-01-01' },
    brand: {
      primary: '#1f4e79',
      accent: '#1f4e79',
      text: '#1f4e79',
      cover: 'band',
      page: 'A4',
      margins: { top: 28, right: 26, bottom: 26, left: 26 },
    },
    header: 'Bench',
    footer: 'Versie 1.0.0',
    pageNumber: '{page} / {pages}',
    orientation: 'portrait',
    attachments: [],
    children: benchBlocks(benchText(Number(pages))),
  },
  {
    fonts: {
      regular: font('400Regular'),
      bold: font('700Bold'),
      italic: font('400Regular_Italic'),
      boldItalic: font('700Bold_Italic'),
    },
  },
)
writeFileSync(out, value)
process.stdout.write(String(process.resourceUsage().maxRSS / 1024))
