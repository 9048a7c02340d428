import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { launch, windowOf } from './browser.js'

const OFFICE = '/usr/bin/soffice'

// Without the program these tests are skipped, in sight; whoever demands it gets failures instead.
export const skipsOffice = !existsSync(OFFICE) && !process.env.CLAUSULE_REQUIRE_OFFICE

// Where lines break is for the fonts to say: both programs see those of a package instead of the machine's.
const FONTS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/standard_fonts', import.meta.url))

/** The environment in which Liberation Sans is the only family of letters. Its settings stand in a folder that the caller removes. */
function withFonts(folder: string): Record<string, string> {
  const settings = join(folder, 'fonts.conf')
  const family = '<alias><family>serif</family><prefer><family>Liberation Sans</family></prefer></alias>'
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><cachedir>${folder}/cache</cachedir>${family}</fontconfig>`,
  )
  return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: settings }
}

/** Files by their names, converted ones with the ending of what they became. */
export type Files = Readonly<Record<string, Uint8Array>>

/** What a browser prints with tags, and without. */
export async function printPages(pages: Readonly<Record<string, string>>): Promise<Readonly<Record<'true' | 'false', Files>>> {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-print-'))
  const browser = await launch(withFonts(folder))
  try {
    const tab = await (await windowOf(browser)).newPage()
    const printed: { [tagged in 'true' | 'false']: Record<string, Uint8Array> } = { true: {}, false: {} }
    for (const [name, page] of Object.entries(pages)) {
      const file = join(folder, `${name}.html`)
      writeFileSync(file, page)
      await tab.goto(pathToFileURL(file).href)
      for (const tagged of [true, false]) {
        printed[`${tagged}`][`${name}.pdf`] = await tab.pdf({ preferCSSPageSize: true, tagged })
      }
    }
    return printed
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

/** LibreOffice with a profile of its own: one call converts all files. */
export class Office {
  readonly #folder = mkdtempSync(join(tmpdir(), 'clausule-convert-'))

  convert(files: Files, to: string, ...options: readonly string[]): Files {
    const [from, into] = ['from', 'into'].map((name) => mkdtempSync(join(this.#folder, name))) as [string, string]
    const paths = Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(from, name), bytes)
      return join(from, name)
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(this.#folder, 'profile')).href}`
    execFileSync(OFFICE, [profile, '--headless', '--norestore', ...options, '--convert-to', to, '--outdir', into, ...paths], {
      stdio: 'ignore',
      env: withFonts(this.#folder),
    })
    const ending = to.replace(/:.*$/s, '')
    const names = paths.map((path) => basename(path).replace(/\.[^.]*$/, `.${ending}`))
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(into, name))]))
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export const FROM_PAGE = '--infilter=HTML (StarWriter)'
export const asPdf = (tagged: boolean): string => `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`
