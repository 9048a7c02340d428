import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findProgram } from './program.js'

/** A LibreOffice that can be run here. */
export interface Office {
  /** The Word file that a file of an older format becomes, by its ending ("doc", "rtf"); undefined where the program does not make one. */
  readonly toDocx: (bytes: Uint8Array, ending: string) => Uint8Array | undefined
}

/** Milliseconds. A long document takes some ten seconds, the first start of the program as many. */
const TIME_LIMIT = 120_000

/** The `soffice` on PATH; undefined where there is none. */
export function findOffice(path: string = process.env.PATH ?? ''): Office | undefined {
  const program = findProgram('soffice', path)
  return program === undefined ? undefined : { toDocx: (bytes, ending) => convert(program, bytes, ending) }
}

/** In a folder and with settings of its own: one that is open on the machine is left alone, macros are off and nothing is fetched. */
function convert(program: string, bytes: Uint8Array, ending: string): Uint8Array | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-office-'))
  try {
    const source = join(folder, `source.${ending}`)
    writeFileSync(source, bytes)
    const settings = `-env:UserInstallation=${pathToFileURL(join(folder, 'settings')).href}`
    const args = [settings, '--headless', '--norestore', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, source]
    spawnSync(program, args, { timeout: TIME_LIMIT, stdio: 'ignore' })
    const made = join(folder, 'source.docx')
    return existsSync(made) ? new Uint8Array(readFileSync(made)) : undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
