import { importing } from './import.js'
import { press } from './press.js'
import { schools } from './schools.js'
import { site } from './site.js'
import { startup } from './startup.js'
import { templates } from './templates.js'
import { versions } from './versions.js'
import { walls } from './walls.js'

/** `npm run bench [name…]`: every benchmark, or those named. */
const BENCHMARKS: Readonly<Record<string, () => void>> = {
  startup,
  press,
  versions,
  import: importing,
  schools,
  templates,
  site,
  walls,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHMARKS, name))
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}: expected ${Object.keys(BENCHMARKS).join(', ')}.\n`)
  process.exitCode = 2
} else {
  for (const [name, run] of Object.entries(BENCHMARKS)) if (wanted.length === 0 || wanted.includes(name)) run()
}
