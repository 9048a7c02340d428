/** Bundles the program into `dist/`; with `bench`, the benchmark into `dist/bench/`. */
import { readdirSync } from 'node:fs'
import { build } from 'esbuild'
import { shared } from './bundle.mjs'
import { leftOut } from './left-out.mjs'

const peers = () => readdirSync('bench/peers').map((name) => `bench/peers/${name}`)

if (process.argv[2] === 'bench') {
  await build({ ...shared, entryPoints: ['bench/run.ts', ...peers()], outdir: 'dist/bench' })
} else {
  await build({
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts', commands: 'src/commands/index.ts', index: 'src/index.ts' },
    outdir: 'dist',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [...shared.plugins, leftOut],
    alias: { 'tiny-inflate': './.esbuild/inflate.cjs', 'brotli/decompress.js': './.esbuild/brotli.cjs' },
  })
}
