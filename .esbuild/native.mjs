import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { yamlForEsbuild } from './yaml.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'src/')
const made = join(root, 'node_modules/.cache/clausule/')

/**
 * The source as modules of Node's own, a file for a file, for tests. Modules that Vite serves ask for each name of another through a getter of an object,
 * at every call, which took a quarter of the suite's time.
 */
export async function nativeSource() {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.d)\.ts$/.test(name))
  const { outputFiles } = await build({
    entryPoints: files.map((name) => join(source, name)),
    outbase: source,
    outdir: made,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [yamlForEsbuild, filesApart],
  })
  keep(join(made, 'package.json'), Buffer.from('{ "type": "module" }'))
  for (const { path, contents } of outputFiles) keep(path, contents)
  return {
    name: 'native-source',
    enforce: 'pre',
    resolveId(asked, importer) {
      if (importer === undefined || !/^\.\.?\/.*\.js$/.test(asked)) return null
      const path = resolve(dirname(importer), asked)
      const isOurs = path.startsWith(source) && existsSync(path.replace(/js$/, 'ts'))
      return isOurs ? join(made, path.slice(source.length)) : null
    },
  }
}

/** A file of ours is no part of another. */
const filesApart = {
  name: 'files-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path }) => ({ path, external: true }))
  },
}

/** Written where it differs and as one step: other tests may be reading it. */
function keep(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  renameSync(beside, path)
}
