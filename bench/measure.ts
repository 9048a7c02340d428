import { spawnSync } from 'node:child_process'

/** The middle of the measurements, in milliseconds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface Contender {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly input?: string
  /** Exit codes that are no failure: diff tools answer 1 when they find a difference. */
  readonly fine?: readonly number[]
}

/** Runs whole processes in turn, so that a busy moment strikes all alike; gives each one's median in milliseconds. */
export function race(contenders: readonly Contender[], rounds: number): Map<string, number> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command, args, cwd, input, fine = [0] } of contenders) {
      const start = performance.now()
      const { status, error, stderr } = spawnSync(command, args, { cwd, input, maxBuffer: 1 << 28 })
      const took = performance.now() - start
      if (error || !fine.includes(status ?? -1)) throw error ?? new Error(`${name}: exit ${status}: ${stderr}`)
      // The first round warms the file system's cache.
      if (round > 0) times.get(name)?.push(took)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}

/** The median time of a function after it has run warm, in milliseconds. */
export function warm(run: () => unknown, rounds: number): number {
  for (let i = 0; i < 3; i++) run()
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** Whether a program can be run here: a peer that is absent is named as absent, not left out in silence. */
export const has = (program: string): boolean => spawnSync('which', [program]).status === 0

/** Prints times beside their ratio to the named baseline. */
export function table(title: string, times: ReadonlyMap<string, number>, baseline: string): void {
  const base = times.get(baseline) ?? Number.NaN
  process.stdout.write(`\n${title}\n`)
  for (const [name, time] of times) {
    process.stdout.write(`  ${name.padEnd(44)} ${time.toFixed(1).padStart(9)} ms   ${(time / base).toFixed(2).padStart(6)} ×\n`)
  }
}
