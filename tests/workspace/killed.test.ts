import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDisk } from '../../src/workspace/index.js'
import { diskSteps } from '../../src/workspace/steps.js'
import { filesIn, folder } from '../support/workspace.js'
import { GONE, NEW, OLD, stoppingAt } from './support/steps.js'

const outputs = (root: string) => Object.entries(NEW).map(([path, bytes]) => ({ path: join(root, path), bytes }))
const gone = (root: string) => GONE.map((path) => join(root, path))
const contents = (root: string) => Object.fromEntries(filesIn(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]))
const sorted = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Whether a folder holds all that was, or all that was to come, and nothing else. */
function fate(root: string): 'old' | 'new' {
  const found = JSON.stringify(contents(root))
  if (found === JSON.stringify(sorted(NEW))) return 'new'
  expect(found).toBe(JSON.stringify(sorted(OLD)))
  expect([join(root, 'out/eik'), join(root, 'policies/linde/releases')].filter(existsSync)).toEqual([])
  return 'old'
}

class Killed extends Error {}

/** A run that ends at one of its steps, as if it were killed: nothing is done any more. Returns how many steps it would have had. */
function killedAt(root: string, number: number, half: boolean, act: 'write' | 'settle'): number {
  const steps = stoppingAt(diskSteps, number, half, () => {
    throw new Killed()
  })
  try {
    const disk = openDisk({ steps })
    if (act === 'write') disk.write(root, outputs(root), gone(root))
    else disk.settle(root)
  } catch (error) {
    if (!(error instanceof Killed)) throw error
  }
  return steps.count()
}

const settle = (root: string) => openDisk().settle(root)
const NEVER = Number.POSITIVE_INFINITY

describe('a writing that is killed', () => {
  it('at any step is whole after the next run: all as it was, or all as it was to be', () => {
    const total = killedAt(folder(OLD), NEVER, false, 'write')
    expect(total).toBeGreaterThan(15)
    const fates: string[] = []
    for (const half of [false, true]) {
      for (let number = 0; number < total; number++) {
        const root = folder(OLD)
        killedAt(root, number, half, 'write')
        settle(root)
        fates.push(fate(root))
      }
    }
    expect(new Set(fates)).toEqual(new Set(['old', 'new']))
  })

  it('at any step is whole when the run that clears up is killed as well', () => {
    const total = killedAt(folder(OLD), NEVER, false, 'write')
    for (let number = 0; number < total; number++) {
      const whole = folder(OLD)
      killedAt(whole, number, false, 'write')
      const clearing = killedAt(whole, NEVER, false, 'settle')
      const expected = fate(whole)
      for (let second = 0; second < clearing; second++) {
        const root = folder(OLD)
        killedAt(root, number, false, 'write')
        killedAt(root, second, second % 2 === 0, 'settle')
        settle(root)
        expect(fate(root), `killed at step ${number}, then at ${second}`).toBe(expected)
      }
    }
  })
})

describe('a journal', () => {
  const journal = (content: object) => JSON.stringify({ host: hostname(), state: 'undoing', files: [], folders: [], ...content })

  it('that came with a folder names nothing outside it', () => {
    for (const path of ['../buiten.txt', '/etc/x', 'a/../../buiten.txt']) {
      const base = folder({
        'buiten.txt': 'blijft',
        'binnen/.clausule-journal': journal({ pid: process.pid, files: [{ path, had: false }] }),
      })
      const past = new Date('2020-01-01')
      utimesSync(join(base, 'binnen/.clausule-journal'), past, past)
      settle(join(base, 'binnen'))
      expect(filesIn(base)).toEqual(['buiten.txt'])
    }
  })

  it('of a run that is at work keeps others from writing', () => {
    const root = folder({ ...OLD, '.clausule-journal': journal({ pid: process.ppid }) })
    const steps = { ...diskSteps, pause: () => {} }
    const write = () => openDisk({ steps }).write(root, outputs(root))
    expect(write).toThrow(/^busy: /)
    expect(readFileSync(join(root, 'policies/linde/media.md'), 'utf8')).toBe('oud beleid')
  })
})

describe('a file that somebody else changed meanwhile', () => {
  it('is not written over', () => {
    const root = folder(OLD)
    const disk = openDisk()
    const path = join(root, 'policies/linde/media.md')
    disk.read(path)
    writeFileSync(path, 'van een ander')
    expect(() => disk.write(root, outputs(root), gone(root))).toThrow(/^changed: .*media\.md$/)
    expect(contents(root)).toEqual({ ...OLD, 'policies/linde/media.md': 'van een ander' })
    expect(() => openDisk().write(root, outputs(root))).not.toThrow()
  })

  it('is not written over when it changed between the last look and the writing', () => {
    const root = folder(OLD)
    const path = join(root, 'policies/linde/media.md')
    // Another run comes and goes before this one has the folder to itself.
    const create: typeof diskSteps.create = (journalPath, text) => {
      writeFileSync(path, 'van een ander')
      return diskSteps.create(journalPath, text)
    }
    const disk = openDisk({ steps: { ...diskSteps, create } })
    disk.read(path)
    expect(() => disk.write(root, outputs(root), gone(root))).toThrow(/^changed: .*media\.md$/)
    expect(contents(root)).toEqual({ ...OLD, 'policies/linde/media.md': 'van een ander' })
  })
})
