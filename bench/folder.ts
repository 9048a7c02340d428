import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Gives a folder with the files named, and takes it away afterwards. */
export function inFolder(files: Readonly<Record<string, string>>, run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'clausule-bench-'))
  try {
    put(folder, files)
    run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes files into a folder. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** The command line as it is installed, and the bundled programs it is held against. */
export const CLI = join(import.meta.dirname, '..', 'cli.js')
export const peer = (name: string): string => join(import.meta.dirname, 'peers', `${name}.js`)
