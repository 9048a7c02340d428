import { dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Bytes of a chunk that is worth a file of its own: reading and linking one costs what compiling some 20 kB does. */
const WORTH_A_FILE = 24_000

/**
 * Bundles again what was bundled, in fewer files. A chunk holds what the same commands need, and two dozen commands make many small ones,
 * which cost a command more than they save it: a small chunk goes with the next larger one that all who need it load anyway, or
 * that is loaded beside it by the fewest others.
 */
export async function gather({ outputFiles, metafile }, options) {
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [join(process.cwd(), path), output]))
  const more = besides(outputs)
  const first = [...outputs].filter(([path]) => !path.includes('/chunks/')).map(([path]) => path)
  await build({
    ...options,
    // What there was to warn of was said the first time.
    logLevel: 'error',
    banner: {},
    entryPoints: Object.fromEntries(first.map((path) => [path.replace(/^.*\/(\w+)\.js$/, '$1'), path])),
    plugins: [
      {
        name: 'made',
        setup(build) {
          build.onResolve({ filter: /^\.{0,2}\// }, ({ path, importer }) => {
            const made = path.startsWith('/') ? path : join(dirname(importer), path)
            return files.has(made) ? { path: made, namespace: 'made', sideEffects: true } : { path, external: true }
          })
          build.onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({
            contents: [files.get(path), ...(more.get(path) ?? []).map((other) => `import ${JSON.stringify(other)}`)].join('\n'),
            resolveDir: dirname(path),
          }))
        },
      },
    ],
  })
}

/** What else each entry is to load, so that small chunks are wanted by the same entries as a larger one. */
function besides(outputs) {
  const wanted = new Map([...outputs.keys()].map((path) => [path, new Set()]))
  const entries = [...outputs].filter(([, { entryPoint }]) => entryPoint).map(([path]) => path)
  for (const entry of entries) {
    const visit = (path) => {
      if (wanted.get(path).has(entry)) return
      wanted.get(path).add(entry)
      for (const { path: next, kind, external } of outputs.get(path).imports)
        if (kind === 'import-statement' && !external) visit(join(process.cwd(), next))
    }
    visit(entry)
  }
  const chunks = [...outputs].filter(([, { entryPoint }]) => !entryPoint).map(([path, { bytes }]) => ({ path, bytes }))
  const large = chunks.filter(({ bytes }) => bytes >= WORTH_A_FILE).map(({ path }) => wanted.get(path))
  const more = new Map()
  for (const { path, bytes } of chunks) {
    if (bytes >= WORTH_A_FILE) continue
    const own = wanted.get(path)
    const [into] = large.filter((set) => [...own].every((entry) => set.has(entry))).sort((a, b) => a.size - b.size)
    for (const entry of into ?? []) if (!own.has(entry)) more.set(entry, [...(more.get(entry) ?? []), path])
  }
  return more
}
