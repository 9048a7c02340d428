/**
 * How the work of `run` grows when its input grows fourfold: about 4 where it is linear, 16 where it is quadratic. Counted in the
 * processor time of this process, not on the clock, so that other programs on the machine do not change it. What the program does
 * besides (compiling, clearing memory) can only add: a ratio that seems too large is taken again, and the least counts.
 */
export function growth<T>(input: (times: number) => T, run: (value: T) => unknown, times: number): number {
  const cost = (n: number): number => {
    const value = input(n)
    const taken = [0, 1, 2].map(() => {
      const before = process.cpuUsage()
      run(value)
      const { user, system } = process.cpuUsage(before)
      return user + system
    })
    return Math.min(...taken)
  }
  run(input(times))
  const ratios: number[] = []
  do ratios.push(cost(4 * times) / Math.max(1, cost(times)))
  while (Math.min(...ratios) >= TOO_FAST && ratios.length < TRIES)
  return Math.min(...ratios)
}

/** Between linear and quadratic; a fourfold input that costs this many times as much grows too fast. */
export const TOO_FAST = 10
const TRIES = 5
