import { build } from 'esbuild'
import { yamlForEsbuild } from './yaml.mjs'

/**
 * A file named `….made.ts` is run when the program is bundled, and the program holds what it gives: data that the program would else make of other
 * data each time it starts. Without the plugin, as in a test, it is a module like another.
 */
export const made = {
  name: 'made',
  setup({ onLoad }) {
    onLoad({ filter: /\.made\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        platform: 'node',
        format: 'esm',
        write: false,
        plugins: [yamlForEsbuild],
        logLevel: 'warning',
      })
      const code = Buffer.from(outputFiles[0].contents).toString('base64')
      const { default: value } = await import(`data:text/javascript;base64,${code}`)
      return { contents: JSON.stringify(value), loader: 'json' }
    })
  },
}
