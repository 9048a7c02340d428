import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CLI, inFolder, peer } from './folder.js'
import { type Contender, has, race } from './measure.js'
import { asPolicy, asTypst, chaptersFor } from './press-text.js'
import { table } from './table.js'

const BARE = 'bare PDFKit loop'
const TYPST = 'Typst'

/** Making a PDF of 2, 20 and 200 pages, beside what else turns the same text into one. */
export function press(): void {
  const node = process.execPath
  for (const pages of [2, 20, 200]) {
    const chapters = chaptersFor(pages)
    const files = {
      'policies/bench/organisation.yaml': 'name: Bench\n',
      'policies/bench/text.md': asPolicy(chapters),
      'text.typ': asTypst(chapters),
    }
    inFolder(files, (folder) => {
      const made = (name: string): string => join(folder, 'out', name)
      const build = (format: string): Contender => ({
        name: `clausule build --format ${format}`,
        command: node,
        args: [CLI, 'build', '--workspace', folder, '--format', format],
      })
      // The pages and the Word file the others start from, and the folder they write into.
      race([build('html'), build('docx')], 1)
      const page = made('bench/text-1.0.0.html')
      const word = made('bench/text-1.0.0.docx')
      writeFileSync(made('config.txt'), '')
      const measured = race(
        [
          { name: BARE, command: node, args: [peer('pdfkit'), String(pages), made('bare.pdf')], makes: made('bare.pdf') },
          { ...build('pdf'), makes: made('bench/text-1.0.0.pdf') },
          typst(join(folder, 'text.typ'), made('typst.pdf')),
          {
            name: 'Chromium, of our page',
            command: 'chromium',
            args: [
              ...['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${made('chromium')}`],
              ...['--no-pdf-header-footer', `--print-to-pdf=${made('chromium.pdf')}`, pathToFileURL(page).href],
            ],
            makes: made('chromium.pdf'),
          },
          {
            name: 'WeasyPrint, of our page',
            command: 'weasyprint',
            args: ['-q', page, made('weasyprint.pdf')],
            makes: made('weasyprint.pdf'),
          },
          {
            name: 'LibreOffice, of our Word file',
            command: 'soffice',
            args: [
              `-env:UserInstallation=${pathToFileURL(made('office')).href}`,
              ...['--headless', '--convert-to', 'pdf', '--outdir', made('office-pdf'), word],
            ],
            makes: made('office-pdf/text-1.0.0.pdf'),
          },
        ],
        5,
      )
      table(`A PDF of about ${pages} pages of text`, measured, BARE, TYPST)
    })
  }
}

/** The program where it is installed, else its package for Node in the folder that CLAUSULE_BENCH_TYPST names. */
function typst(source: string, out: string): Contender {
  const require = createRequire(import.meta.url)
  const fonts = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'))
  const { CLAUSULE_BENCH_TYPST: home } = process.env
  return home !== undefined && !has('typst')
    ? { name: TYPST, command: process.execPath, args: [peer('typst'), home, source, fonts, out], makes: out }
    : { name: TYPST, command: 'typst', args: ['compile', '--font-path', fonts, source, out], makes: out }
}
