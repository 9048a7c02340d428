/**
 * How the work of `run` grows when its input grows fourfold: about 4 where it is linear, 16 where it is quadratic. Counted in the
 * processor time of this process, not on the clock, so that other programs on the machine do not change it. What the program does
 * besides (compiling, clearing memory) can only add: a ratio that seems too large is taken again, and the least counts. One that is
 * small already is believed at once. What takes next to nothing is done as often as it takes to be measured.
 */
export function growth<T>(input: (times: number) => T, run: (value: T) => unknown, times: number): number {
  const taken = (value: T, rounds: number): number => {
    const before = process.cpuUsage()
    for (let round = 0; round < rounds; round++) run(value)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  // What is loaded when it is first asked for is no work on a text.
  run(input(1))
  const [small, large] = [input(times), input(4 * times)]
  const once = taken(small, 1)
  const isRemembered = (value: T, first: number): boolean => first > MEASURABLE && taken(value, 1) < first / REMEMBERED
  // Of both: clearing memory may have come between once.
  if (isRemembered(small, once) && isRemembered(large, taken(large, 1)))
    throw new Error('What was done once is remembered: nothing is measured.')
  const rounds = Math.min(MOST_ROUNDS, Math.ceil(MEASURABLE / Math.max(1, once)))
  const cost = (value: T): number => taken(value, rounds)
  const first = cost(small)
  // Far below what is too fast nothing is hidden: the small one would have taken three times its own, twice.
  const soon = cost(large) / Math.max(1, Math.min(first, cost(small)))
  if (soon < TOO_FAST / 2) return soon
  const ratios: number[] = []
  // The large one first, which may pay for compiling: that cannot hide growth. A small one takes little, and the least of three is taken of it, for what came between would.
  do ratios.push(cost(large) / Math.max(1, Math.min(cost(small), cost(small), cost(small))))
  while (Math.min(...ratios) >= TOO_FAST && ratios.length < TRIES)
  return Math.min(...ratios)
}

/** Between linear and quadratic; a fourfold input that costs this many times as much grows too fast. */
export const TOO_FAST = 10
const TRIES = 5
/** Microseconds below which what the program does besides is all that is seen. */
const MEASURABLE = 3000
const MOST_ROUNDS = 20
/** How many times less the same work takes again where it is not done again; compiling makes no such difference. */
const REMEMBERED = 100
