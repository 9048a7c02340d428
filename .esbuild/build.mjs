/** Bundles the program into `dist/`; with `bench`, the benchmark into `dist/bench/`. */
import { cpSync, readdirSync } from 'node:fs'
import { build } from 'esbuild'
import { shared } from './bundle.mjs'
import { asScripts, keepCompiled } from './compiled.mjs'
import { packDictionaries } from './dictionaries.mjs'
import { gather } from './gather.mjs'
import { later, packLater } from './later.mjs'
import { leftOut } from './left-out.mjs'

const peers = () => readdirSync('bench/peers').map((name) => `bench/peers/${name}`)

if (process.argv[2] === 'bench') {
  await build({ ...shared, entryPoints: ['bench/run.ts', ...peers()], outdir: 'dist/bench' })
} else {
  const options = {
    ...shared,
    outdir: 'dist',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
  }
  const made = await build({
    ...options,
    entryPoints: { cli: 'src/cli/main.ts', commands: 'src/commands/index.ts', index: 'src/index.ts' },
    plugins: [...shared.plugins, leftOut, later],
    alias: { 'tiny-inflate': './.esbuild/inflate.cjs', 'brotli/decompress.js': './.esbuild/brotli.cjs' },
    metafile: true,
    write: false,
  })
  await gather(made, options)
  await packLater(options.outdir)
  await asScripts(options.outdir)
  // What runs in the pages of a site.
  await build({
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/browser/search.ts'],
    outfile: 'dist/site/search.js',
    plugins: shared.plugins,
    logLevel: 'warning',
  })
  // What runs in the pages of the desk: a file for each folder that has a `main.ts`.
  const parts = readdirSync('src/browser', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  await build({
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    entryPoints: Object.fromEntries(parts.map(({ name }) => [name, `src/browser/${name}/main.ts`])),
    outdir: 'dist/desk',
    // Left out with what needs them: a test asks that nothing of Node's is in a page.
    external: ['node:*'],
    plugins: shared.plugins,
    logLevel: 'warning',
  })
  await packDictionaries()
  cpSync('node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'dist/chunks/data/sRGB_IEC61966_2_1.icc')
  keepCompiled(options.outdir)
}
