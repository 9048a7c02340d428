import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

/**
 * YAML as a module: parsed when the program is bundled and when a test loads it, so that the program itself parses nothing and reads no
 * file for it. `…/*.yaml` is a module of what all files have that are named after a language, by its tag: `nl`, `en`. One plugin for esbuild,
 * one for vite.
 */
export const yamlForEsbuild = {
  name: 'yaml',
  setup(build) {
    build.onResolve({ filter: /\*\.yaml$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path), namespace: 'languages' }))
    build.onLoad({ filter: /./, namespace: 'languages' }, ({ path }) => ({
      contents: JSON.stringify(ofLanguages(path)),
      loader: 'json',
    }))
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
      loader: 'json',
    }))
  },
}

export const yamlForVite = {
  name: 'yaml',
  enforce: 'pre',
  resolveId: (source, importer) => (source.endsWith('*.yaml') ? `${MARK}${join(dirname(importer), source)}` : null),
  load: (id) => (id.startsWith(MARK) ? module(ofLanguages(id.slice(MARK.length))) : null),
  transform: (source, id) => (id.endsWith('.yaml') && !id.startsWith(MARK) ? module(parse(source)) : null),
}

const MARK = '\0languages:'
const module = (data) => ({ code: `export default ${JSON.stringify(data)}`, map: null })

/** What the files of a folder hold whose names have the tag of a language where the path has a star. */
function ofLanguages(path) {
  const folder = dirname(path)
  const [before, after] = path.slice(folder.length + 1).split('*')
  const named = readdirSync(folder)
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => [name.slice(before.length, -after.length), name])
    .filter(([tag]) => /^[a-z]{2,3}$/.test(tag))
  return Object.fromEntries(named.map(([tag, name]) => [tag, parse(readFileSync(join(folder, name), 'utf8'))]))
}
