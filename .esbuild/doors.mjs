import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * Past a folder's door, when the program is bundled. A chunk holds whole files, and a file that asks a door (`index.ts`) for one thing
 * would take along all that stands behind it: each name is asked of the file it is made in, so that a command loads what it uses.
 */
export const pastDoors = {
  name: 'past-doors',
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(FROM, (whole, verb, names, from) =>
        from.startsWith('.') ? straight(path, verb, names, from) : whole,
      ),
      loader: 'ts',
    }))
  },
}

const FROM = /^(import|export) \{([^}]*)\} from '([^']+)'$/gm

/** One statement for each file that the names come from; types ask nothing of the program that runs. */
function straight(file, verb, names, from) {
  const sources = new Map()
  for (const { name, as } of listed(names)) {
    const source = origin(fileOf(file, from), name)
    const words = source.name === as ? as : `${source.name} as ${as}`
    sources.set(source.file, [...(sources.get(source.file) ?? []), words])
  }
  const place = (target) => `./${relative(dirname(file), target)}`
  return [...sources].map(([target, words]) => `${verb} { ${words.join(', ')} } from '${place(target)}'`).join(';')
}

const listed = (names) =>
  names
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('type '))
    .map((each) => each.split(' as '))
    .map(([name, as = name]) => ({ name, as }))

const fileOf = (file, from) => join(dirname(file), from.replace(/\.js$/, '.ts'))

const passed = new Map()

/** The file that a name is made in: this one, or the one that it passes the name on from. */
function origin(file, name) {
  if (!passed.has(file)) passed.set(file, passedOn(file))
  const next = passed.get(file).get(name)
  return next ? origin(next.file, next.name) : { file, name }
}

function passedOn(file) {
  const found = new Map()
  for (const [, verb, names, from] of existsSync(file) ? readFileSync(file, 'utf8').matchAll(FROM) : [])
    if (verb === 'export' && from.startsWith('.'))
      for (const { name, as } of listed(names)) found.set(as, { file: fileOf(file, from), name })
  return found
}
