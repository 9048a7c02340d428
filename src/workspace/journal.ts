import { hostname } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import * as z from 'zod'
import { FileProblem } from './problem.js'
import type { Steps } from './steps.js'

/** The file that says what is being written; while it is there, its run alone may write. */
export const JOURNAL = '.clausule-journal'

const name = z.string().min(1).max(4096)
const schema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** `staging`: beside their places, nothing is changed. `placing`: all is there and is put in place. `undoing`: all is put back. */
  state: z.enum(['staging', 'placing', 'undoing']),
  /** By their path from the folder of the journal; `had`: there was a file before, which is kept beside it; `gone`: it is taken away. */
  files: z.array(z.strictObject({ path: name, had: z.boolean(), gone: z.literal(true).optional() })),
  /** Folders that were made for them, the outermost first. */
  folders: z.array(name),
})

export type Journal = z.output<typeof schema>

/** Where a file is written before it is put in place, and where what stood there is kept until all is in place. */
export const partOf = (path: string, pid: number): string => `${path}.${pid}.part`
export const keptOf = (path: string, pid: number): string => `${path}.${pid}.kept`

export const newJournal = (pid: number, files: Journal['files'], folders: readonly string[]): Journal => ({
  pid,
  host: hostname(),
  state: 'staging',
  files: [...files],
  folders: [...folders],
})

/** How long another run may take to write; then its journal is that of a run that is no more, whatever has its number now. */
const LONGEST_WRITING = 10 * 60_000
/** How long this run waits for another, and how long until it looks again: both in milliseconds, the second what nobody notices. */
const PATIENCE = 15_000
const PAUSE = 25

/** Waits until no other run writes below `home`, and clears up behind one that was killed. */
export function settleJournal(steps: Steps, home: string): void {
  const path = join(home, JOURNAL)
  for (let waited = 0; ; waited += PAUSE) {
    const found = steps.look(path)
    if (found === undefined) return
    const journal = parse(found.text)
    const young = found.age < LONGEST_WRITING
    // One that is not written to its end yet: its run is a moment old, or was killed before it had done anything.
    const alive = journal === undefined ? found.age < 1000 && young : young && isAlive(journal)
    if (!alive) {
      if (journal) recover(steps, home, journal)
      else steps.remove(path)
      return
    }
    if (waited >= PATIENCE) {
      throw new FileProblem(path, { form: 'busy', values: { folder: home } })
    }
    steps.pause(PAUSE)
  }
}

/** Carries out what a journal says: puts all in place where all is there, else puts all back. */
function recover(steps: Steps, home: string, journal: Journal): void {
  if (journal.state === 'placing') {
    try {
      place(steps, home, journal)
      clear(steps, home, journal)
      return
    } catch (error) {
      // What cannot be put in place is put back.
      if (!(error instanceof FileProblem)) throw error
    }
  }
  undo(steps, home, journal)
}

/** Puts in place what is not yet, and takes away what is to go. */
export function place(steps: Steps, home: string, { files, pid }: Journal): void {
  for (const { path: name, gone } of files) {
    const path = resolve(home, name)
    if (gone) steps.remove(path)
    if (steps.exists(partOf(path, pid))) steps.rename(partOf(path, pid), path)
  }
}

/** Takes away what stood beside the files, and the journal last: until then the next run can do it. */
export function clear(steps: Steps, home: string, { files, pid }: Journal): void {
  for (const { path } of files) tryTo(() => steps.remove(keptOf(resolve(home, path), pid)))
  for (const path of [partOf(join(home, JOURNAL), pid), join(home, JOURNAL)]) tryTo(() => steps.remove(path))
}

/** Puts back what stood there before, and takes away what was made; what cannot be undone stays, and hides no reason why it had to be. */
export function undo(steps: Steps, home: string, journal: Journal): void {
  const { files, folders, pid } = journal
  if (journal.state === 'placing') tryTo(() => record(steps, home, { ...journal, state: 'undoing' }))
  for (const { path: name, had } of files) {
    const path = resolve(home, name)
    const placed = journal.state !== 'staging' && !steps.exists(partOf(path, pid))
    if (placed && had) tryTo(() => steps.exists(keptOf(path, pid)) && steps.rename(keptOf(path, pid), path))
    else if (placed) tryTo(() => steps.remove(path))
    tryTo(() => steps.remove(partOf(path, pid)))
  }
  removeFolders(
    steps,
    folders.map((folder) => resolve(home, folder)),
  )
  clear(steps, home, journal)
}

/** Takes away folders that were made, the innermost first; one in which something stands by now stays. */
export function removeFolders(steps: Steps, folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) tryTo(() => steps.removeFolder(folder))
}

/** Replaces the journal by a later one, in one step. */
export function record(steps: Steps, home: string, journal: Journal): void {
  const path = join(home, JOURNAL)
  steps.write(partOf(path, journal.pid), JSON.stringify(journal))
  steps.rename(partOf(path, journal.pid), path)
}

function tryTo(step: () => unknown): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
  }
}

/** A journal comes with its folder, which may be anybody's: it names nothing outside it. */
function parse(text: string): Journal | undefined {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return undefined
  }
  const { data: journal } = schema.safeParse(data)
  const named = [...(journal?.files ?? []).map(({ path }) => path), ...(journal?.folders ?? [])]
  return named.every((path) => isBelow(path)) ? journal : undefined
}

const isBelow = (path: string): boolean => {
  const step = relative(resolve(sep), resolve(sep, path))
  return step !== '' && step === path.split('/').join(sep)
}

function isAlive({ pid, host }: Journal): boolean {
  if (host !== hostname()) return true
  // A run that has this number now is this one, and it writes nothing yet.
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The folders above a path that are not there, the outermost first. */
export function missingFolders(steps: Steps, path: string): string[] {
  const folder = dirname(path)
  return folder === path || steps.exists(folder) ? [] : [...missingFolders(steps, folder), folder]
}
