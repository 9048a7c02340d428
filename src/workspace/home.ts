import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDisk } from './disk.js'

/** The folder of our own package: where its templates are. */
export const home = ((): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates'))) return folder
    if (dirname(folder) === folder) throw new Error('The templates folder of Clausule is not there')
  }
})()

/** Our own package is on disk, wherever the workspace is; its files do not change while it runs. */
export const ours = openDisk()
