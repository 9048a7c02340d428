import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/**
 * YAML as a module: parsed when the program is bundled and when a test loads it, so that the program itself parses nothing and reads no
 * file for it. One plugin for esbuild, one for vite.
 */
export const yamlForEsbuild = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
      loader: 'json',
    }))
  },
}

export const yamlForVite = {
  name: 'yaml',
  transform: (source, id) =>
    id.endsWith('.yaml') ? { code: `export default ${JSON.stringify(parse(source))}`, map: null } : null,
}
