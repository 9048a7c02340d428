import { CLI } from './folder.js'
import { race } from './measure.js'
import { table } from './table.js'

const NODE = 'node -e 0'

/** What it costs to start the program, and to build the policies of this repository. */
export function startup(): void {
  const node = process.execPath
  const bare = { name: NODE, command: node, args: ['-e', '0'] }
  const run = (...args: readonly string[]) => ({ name: `clausule ${args.join(' ')}`, command: node, args: [CLI, ...args] })
  table('Starting', race([bare, run('--version'), run('--help'), run('list'), run('lint')], 15), NODE)
  table('Building the five policies', race([bare, run('build'), run('build', '--format', 'html')], 5), NODE)
}
