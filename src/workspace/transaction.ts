import { join, relative, sep } from 'node:path'
import type { Output } from './files.js'
import {
  clear,
  JOURNAL,
  type Journal,
  keptOf,
  missingFolders,
  newJournal,
  partOf,
  place,
  record,
  removeFolders,
  settleJournal,
  undo,
} from './journal.js'
import { nothingWritten } from './problem.js'
import type { Steps } from './steps.js'

/**
 * Writes files as one step: each beside its place, then, from the moment a journal says that all are there, all are put in place. A run
 * that is killed before that moment has changed nothing, one that is killed after it has changed everything as soon as the next run
 * has read the journal. What fails is undone, folders too, and thrown as a `FileProblem` that says so. All lie below `home`.
 */
export function writeAll(steps: Steps, home: string, outputs: readonly Output[]): void {
  const { pid } = process
  const folders = [...new Set(outputs.flatMap(({ path }) => missingFolders(steps, path)))].sort((a, b) => a.length - b.length)
  const inHome = (path: string) => relative(home, path).split(sep).join('/')
  const files = outputs.map(({ path }) => ({ path: inHome(path), had: steps.exists(path) }))
  // The folder of the journal itself is not for the journal to take away.
  const made = folders.filter((folder) => folder !== home && folder.startsWith(join(home, sep)))
  let journal: Journal = newJournal(pid, files, made.map(inHome))
  const above = folders.filter((folder) => !made.includes(folder))
  try {
    for (const folder of above) steps.makeFolder(folder)
    while (!steps.create(join(home, JOURNAL), JSON.stringify(journal))) settleJournal(steps, home)
  } catch (error) {
    removeFolders(steps, above)
    throw nothingWritten(error)
  }
  try {
    for (const folder of made) steps.makeFolder(folder)
    for (const { path, bytes } of outputs) steps.write(partOf(path, pid), bytes)
    for (const [at, { path }] of outputs.entries()) if (files[at]?.had) steps.keep(path, keptOf(path, pid))
    record(steps, home, { ...journal, state: 'placing' })
    journal = { ...journal, state: 'placing' }
    place(steps, home, journal)
  } catch (error) {
    undo(steps, home, journal)
    removeFolders(steps, above)
    throw nothingWritten(error)
  }
  clear(steps, home, journal)
}
