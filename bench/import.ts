import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CLI, inFolder } from './folder.js'
import { type Contender, race } from './measure.js'
import { asPage, chaptersFor } from './press-text.js'
import { table } from './table.js'

const POPPLER = 'pdftotext'
const PAGES = 100

/** Bringing in a document of about 100 pages that is not of our making, beside what else reads its words. */
export function importing(): void {
  inFolder({ 'text.html': asPage(chaptersFor(PAGES)), 'out/empty': '' }, (folder) => {
    const source = (ending: string): string => join(folder, 'out', `text.${ending}`)
    const page = join(folder, 'text.html')
    const office = (to: string, from: string, into = 'out'): Contender => ({
      name: `LibreOffice, ${to}`,
      command: 'soffice',
      args: [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`,
        ...['--headless', '--convert-to', to, '--outdir', join(folder, into), from],
      ],
    })
    // The files the others start from: made by other programs, so that nothing in them is ours.
    race(
      [
        office('odt:writer8', page),
        {
          name: 'Chromium',
          command: 'chromium',
          args: [
            ...['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'chromium')}`],
            ...['--no-pdf-header-footer', `--print-to-pdf=${source('pdf')}`, pathToFileURL(page).href],
          ],
        },
      ],
      1,
    )
    race([office('docx:MS Word 2007 XML', source('odt'))], 1)
    const bring = (file: string, ending: string): Contender => ({
      name: `clausule import, ${ending}`,
      command: process.execPath,
      args: [CLI, 'import', file, '--organisation', 'Bench', '--dry-run', '--json'],
      cwd: folder,
    })
    const measured = race(
      [
        { name: POPPLER, command: 'pdftotext', args: ['-layout', source('pdf'), '-'] },
        bring(source('pdf'), 'PDF'),
        bring(source('docx'), 'Word'),
        bring(page, 'page'),
        office('txt', source('docx'), 'text'),
      ],
      5,
    )
    table(`Bringing in a document of about ${PAGES} pages`, measured, POPPLER)
  })
}
