import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { joined } from './joined.mjs'

/**
 * Bundles again what was bundled, in fewer files. A chunk holds what the same commands need, and two dozen commands make many small ones,
 * which cost a command more than they save it: `joined.mjs` says which go together.
 */
export async function gather({ outputFiles, metafile }, options) {
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [join(process.cwd(), path), output]))
  const more = joined(outputs)
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
