import { dirname, join, relative, sep } from 'node:path'
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
 * has read the journal. What fails is undone, folders too, and thrown as a `FileProblem` that says so. All lie below `home`. Files that
 * are `gone` are taken away in the same step, and folders that are empty then. `agree` throws where nothing may be written after all: it is
 * asked when no other run can write any more.
 */
export function writeAll(
  steps: Steps,
  home: string,
  outputs: readonly Output[],
  gone: readonly string[] = [],
  agree: () => void = () => {},
): void {
  const { pid } = process
  const folders = [...new Set(outputs.flatMap(({ path }) => missingFolders(steps, path)))].sort((a, b) => a.length - b.length)
  const inHome = (path: string) => relative(home, path).split(sep).join('/')
  const leaving = gone.filter((path) => steps.exists(path))
  const files = [
    ...outputs.map(({ path }) => ({ path: inHome(path), had: steps.exists(path) })),
    ...leaving.map((path) => ({ path: inHome(path), had: true, gone: true as const })),
  ]
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
    agree()
    for (const folder of made) steps.makeFolder(folder)
    for (const { path, bytes } of outputs) steps.write(partOf(path, pid), bytes)
    for (const { path, had } of files) if (had) steps.keep(join(home, path), keptOf(join(home, path), pid))
    record(steps, home, { ...journal, state: 'placing' })
    journal = { ...journal, state: 'placing' }
    place(steps, home, journal)
  } catch (error) {
    undo(steps, home, journal)
    removeFolders(steps, above)
    throw nothingWritten(error)
  }
  clear(steps, home, journal)
  // The innermost first; one in which something stands stays.
  const emptied = [...new Set(leaving.flatMap((path) => foldersBelow(home, path)))].sort((a, b) => a.length - b.length)
  removeFolders(steps, emptied)
}

/** The folders between a folder and a file below it. */
function foldersBelow(home: string, path: string): string[] {
  const folder = dirname(path)
  return folder.startsWith(join(home, sep)) ? [...foldersBelow(home, folder), folder] : []
}
