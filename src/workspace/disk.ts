import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import type { FileEntry, Files, Kind } from './files.js'
import { readRevision } from './git.js'
import { settleJournal } from './journal.js'
import { FileProblem, toProblem } from './problem.js'
import { openRepository } from './repository.js'
import { diskSteps, type Steps } from './steps.js'
import { writeAll } from './transaction.js'

// What is read twice is a policy, an organisation or a template, none of which is larger.
const LARGEST_KEPT = 4 * 1024 * 1024

export interface DiskOptions {
  /** YYYY-MM-DD; the day by the clock when absent. */
  readonly today?: string
  /** The steps a writing is made of. */
  readonly steps?: Steps
}

/** The disk of this machine. */
export function openDisk({ today = localDay(), steps = diskSteps }: DiskOptions = {}): Files {
  const stands = new Map<string, Standing | undefined>()
  const folders = new Map<string, readonly FileEntry[]>()
  const contents = new Map<string, Uint8Array>()
  const standing = (path: string) => remember(stands, path, () => guard(path, () => standingOnDisk(path)))
  const kindOf = (path: string) => standing(path)?.kind
  const forget = () => {
    for (const known of [stands, folders, contents]) known.clear()
  }
  return {
    today,
    now: () => new Date(),
    kindOf,
    sizeOf: (path) => standing(path)?.size ?? guard(path, () => statSync(path).size),
    read(path) {
      const known = contents.get(path)
      if (known) return known
      const bytes = guard(path, () => readFileSync(path))
      if (bytes.byteLength <= LARGEST_KEPT) contents.set(path, bytes)
      return bytes
    },
    list: (folder) =>
      remember(folders, folder, () => (kindOf(folder) === 'folder' ? guard(folder, () => entriesOf(folder)) : [])),
    realPath,
    revision: readRevision,
    repository: openRepository,
    write(home, outputs, gone = []) {
      // What is made only when it is written is made before anything is.
      const made = outputs.map(({ path, bytes }) => ({ path: resolve(path), bytes }))
      for (const { path } of made) if (standingOnDisk(path)?.kind === 'folder') throw isFolder(path)
      // Asked before anything, and again when no other run can write: between reading and writing another may have come and gone.
      const agree = () => {
        const changed = made.find(({ path }) => isChanged(path, contents.get(path)))
        if (changed) throw otherwise(changed.path)
      }
      agree()
      try {
        undisturbed(() => {
          const below = made.filter(({ path }) => isBelow(home, path))
          const leaving = gone.map((path) => resolve(path)).filter((path) => isBelow(home, path))
          if (below.length + leaving.length > 0)
            writeAll(steps, partOfHome(home, [...below.map(({ path }) => path), ...leaving]), below, leaving, agree)
          // What is asked for elsewhere has its journal there.
          for (const output of made) if (!below.includes(output)) writeAll(steps, dirname(output.path), [output])
        })
      } finally {
        forget()
      }
    },
    settle(home) {
      for (const folder of [home, ...PARTS.map((name) => join(home, name))]) settleJournal(steps, folder)
      forget()
    },
  }
}

/** The parts of a workspace that may each be all a run can write to. */
const PARTS = ['out', 'policies'] as const

const isBelow = (folder: string, path: string): boolean => path.startsWith(join(folder, sep))

/** The part of the workspace that holds all files, where there is one: what is printed needs no right to change policies. */
function partOfHome(home: string, paths: readonly string[]): string {
  const parts = PARTS.map((name) => join(home, name))
  return parts.find((part) => paths.every((path) => isBelow(part, path))) ?? home
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Acts to the end, however short the patience of whoever stops this run: some milliseconds. Whoever listens already decides. */
function undisturbed(act: () => void): void {
  const stop = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal])
  const heard = SIGNALS.filter((signal) => process.listenerCount(signal) === 0)
  for (const signal of heard) process.on(signal, stop)
  try {
    act()
  } finally {
    // A signal that came meanwhile is heard in the turn after the next.
    const leave = () => {
      for (const signal of heard) process.off(signal, stop)
    }
    setImmediate(() => setImmediate(leave))
  }
}

/** Why a file is not written: a folder has its name. */
export const isFolder = (path: string): FileProblem => new FileProblem(path, { form: 'folder' }, true)

const otherwise = (path: string): FileProblem => new FileProblem(path, { form: 'changed', values: { path } }, true)

const isChanged = (path: string, known: Uint8Array | undefined): boolean =>
  known !== undefined && existsSync(path) && !Buffer.from(known).equals(readFileSync(path))

function remember<T>(known: Map<string, T>, path: string, make: () => T): T {
  if (!known.has(path)) known.set(path, make())
  return known.get(path) as T
}

function guard<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw toProblem(error, path)
  }
}

const MISSING = new Set(['ENOENT', 'ENOTDIR'])

/** What stands at a path, and how long it is, in bytes. */
interface Standing {
  readonly kind: Kind
  readonly size: number
}

function standingOnDisk(path: string): Standing | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return found && { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size }
  } catch (error) {
    if (MISSING.has((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

// A link is not followed: it may lead out of the workspace, or round in it.
const entriesOf = (folder: string): FileEntry[] =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry): FileEntry => ({ name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

function realPath(path: string): string {
  const full = resolve(path)
  const parent = dirname(full)
  try {
    return realpathSync(full)
  } catch {
    // What is not there, or may not be looked at, is where its folder is.
    return parent === full ? full : join(realPath(parent), full.slice(parent.length))
  }
}

const localDay = (): string => {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
