import { startup } from './startup.js'

/** `npm run bench [name…]`: every benchmark, or those named. Medians in milliseconds, ratios to a baseline of the same run. */
const BENCHMARKS: Readonly<Record<string, () => void | Promise<void>>> = { startup }

const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted.length === 0 || wanted.includes(name)) await run()
}
