import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program beside others in one run. */
export interface Contender {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Exit codes that are no failure: diff tools answer 1 when they find a difference. */
  readonly fine?: readonly number[]
  /** The file it makes, to count pages in. */
  readonly makes?: string
}

/** What was measured of one contender, or why nothing was. */
export interface Measured {
  readonly name: string
  /** The median in milliseconds; undefined when it could not be run. */
  readonly time?: number
  /** The processor time of the process and its children, user and system, in milliseconds; undefined where that cannot be asked. */
  readonly processor?: number
  /** What it answered; undefined when it was ended. */
  readonly status?: number
  /** The most memory its largest process had at once, in MB; undefined where that cannot be asked. */
  readonly memory?: number
  readonly note?: string
}

/** The middle of the measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Whether a program can be run here: a peer that is absent is named as absent, not left out in silence. */
export const has = (program: string): boolean =>
  program.includes('/') ? existsSync(program) : spawnSync('which', [program]).status === 0

/** Nobody waits longer for one run; what takes a quarter of a minute is run once, for its order of magnitude. */
const LIMIT = 120_000
const SLOW = 15_000

/** Runs whole processes in turn, so that a busy moment strikes all alike. A round before the first warms the caches of the disk. */
export function race(contenders: readonly Contender[], rounds: number): Measured[] {
  const runs = new Map<Contender, Run[]>()
  const absent = contenders.filter(({ command }) => !has(command))
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      if (absent.includes(contender)) continue
      const before = runs.get(contender) ?? []
      if (before.some(({ time }) => time > SLOW)) continue
      const run = once(contender, LIMIT)
      // The round that warms is kept of the slow only, who have no other.
      runs.set(contender, round === 0 && run.time <= SLOW ? [] : [...before, run])
    }
  }
  return contenders.map((contender) => {
    const { name, makes } = contender
    if (absent.includes(contender)) return { name, note: 'absent' }
    const taken = runs.get(contender) ?? []
    if (taken.some(({ stopped }) => stopped)) return { name, note: tooLong(LIMIT) }
    const [memory, processor] = [taken.flatMap((run) => run.memory ?? []), taken.flatMap((run) => run.processor ?? [])]
    const notes = [...(taken.length < rounds ? ['one run'] : []), ...(makes === undefined ? [] : [pagesOf(makes)])]
    return {
      name,
      time: median(taken.map(({ time }) => time)),
      ...(memory.length === 0 ? {} : { memory: median(memory) }),
      ...(processor.length === 0 ? {} : { processor: median(processor) }),
      ...(notes.length === 0 ? {} : { note: notes.join(', ') }),
    }
  })
}

/** One run of one program, for what only happens once; what is not done after `limit` milliseconds is ended. */
export function measured(contender: Contender, limit = LIMIT): Measured {
  const { stopped, ...run } = once(contender, limit)
  const { name } = contender
  return stopped ? { name, note: tooLong(limit) } : { name, ...run }
}

const tooLong = (limit: number): string => `not done after ${limit / 1000} s`

interface Run {
  readonly time: number
  readonly processor?: number
  readonly status?: number
  readonly memory?: number
  readonly stopped: boolean
}

const TIME = '/usr/bin/time'
/** What coreutils' `timeout` answers when it had to end a program. */
const ENDED = 124

function once({ name, command, args, cwd, fine = [0] }: Contender, limit: number): Run {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const report = join(folder, 'memory')
    const [program = command, ...rest] = [
      ...(has(TIME) ? [TIME, '--quiet', '-f', '%M %U %S', '-o', report] : []),
      ...(has('timeout') ? ['timeout', String(limit / 1000)] : []),
      ...[command, ...args],
    ]
    const start = performance.now()
    const { status, error, stderr } = spawnSync(program, rest, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 26,
      timeout: limit + 5000,
    })
    const time = performance.now() - start
    if (status === ENDED || (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') return { time, stopped: true }
    if (error || !fine.includes(status ?? -1)) throw error ?? new Error(`${name}: exit ${status}: ${stderr}`)
    return { time, status: status ?? -1, stopped: false, ...(existsSync(report) ? used(readFileSync(report, 'utf8')) : {}) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What GNU time reports: the most memory in kB, and the seconds of the processor that were the program's and the system's. */
function used(report: string): { readonly memory: number; readonly processor: number } {
  const [memory = 0, user = 0, system = 0] = report.trim().split(' ').map(Number)
  return { memory: memory / 1024, processor: (user + system) * 1000 }
}

function pagesOf(file: string): string {
  const { stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' })
  return `${/^Pages: +(\d+)/m.exec(stdout ?? '')?.[1] ?? '?'} pages`
}

/** The median time of a function after it has run warm, in milliseconds; each run gets its own input, so that nothing is remembered. */
export function warm<T>(prepare: () => T, run: (input: T) => unknown, rounds: number): number {
  for (let i = 0; i < 3; i++) run(prepare())
  const times = Array.from({ length: rounds }, () => {
    const input = prepare()
    const start = performance.now()
    run(input)
    return performance.now() - start
  })
  return median(times)
}
