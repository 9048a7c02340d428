import { race, table } from './measure.js'

const CLI = 'dist/cli.js'

/** What it costs to start the program, and to build the five PDFs. */
export function startup(): void {
  const node = process.execPath
  table(
    'Starting',
    race(
      [
        { name: 'node -e 0', command: node, args: ['-e', '0'] },
        { name: 'clausule --version', command: node, args: [CLI, '--version'] },
        { name: 'clausule --help', command: node, args: [CLI, '--help'] },
        { name: 'clausule list', command: node, args: [CLI, 'list'] },
      ],
      15,
    ),
    'node -e 0',
  )
  table(
    'Building the five policies',
    race(
      [
        { name: 'node -e 0', command: node, args: ['-e', '0'] },
        { name: 'clausule build (five PDFs)', command: node, args: [CLI, 'build'] },
        { name: 'clausule build --format html', command: node, args: [CLI, 'build', '--format', 'html'] },
      ],
      5,
    ),
    'node -e 0',
  )
}
