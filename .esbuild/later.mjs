import { createRequire } from 'node:module'
import { build } from 'esbuild'
import { leftOut } from './left-out.mjs'

const require = createRequire(import.meta.url)

/** Packages and parts of Node that much of the program names and few runs ask anything of. */
const PACKAGES = ['handlebars', 'saxes', 'yaml']
const OF_NODE = ['node:child_process', 'node:readline', 'node:zlib']

/**
 * Loads a package when it is first asked for something, and not with the file that names it: to compile and start one takes up to a tenth of
 * the time of a small command. What it exports becomes functions that pass on to it, and stand for its classes too; the packages themselves
 * are files of their own (`packLater`).
 */
export const later = {
  name: 'later',
  setup(build) {
    const filter = new RegExp(`^(?:${[...PACKAGES, ...OF_NODE].join('|')})$`)
    build.onResolve({ filter }, ({ path, importer }) =>
      /\/src\/.*\.ts$/.test(importer) ? { path, namespace: 'later', sideEffects: false } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
      contents: [OF_NODE.includes(path) ? ofNode(path) : ofPackage(path), ...exportsOf(path)].join('\n'),
    }))
  },
}

const ofNode = (name) => `const own = () => process.getBuiltinModule('${name}')`

/** The package stands among the chunks, and the file that asks for it too, or above them. */
const ofPackage = (name) => `import { createRequire } from 'node:module'
let known
const place = import.meta.url.includes('/chunks/') ? './${name}.cjs' : './chunks/${name}.cjs'
const own = () => (known ??= createRequire(import.meta.url)(place))`

const exportsOf = (name) => [
  ...Object.entries(require(name)).flatMap(([key, value]) =>
    typeof value === 'function' && key !== 'default'
      ? [`export function ${key}(...given) { return new.target ? new (own().${key})(...given) : own().${key}(...given) }`]
      : [],
  ),
  'export default new Proxy({}, { get: (_, key) => own()[key] })',
]

/** Writes the packages that are loaded later, each as one file. */
export const packLater = (outdir) =>
  build({
    entryPoints: Object.fromEntries(PACKAGES.map((name) => [name, require.resolve(name)])),
    outdir: `${outdir}/chunks`,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [leftOut],
    logLevel: 'warning',
  })
