import { CLI, inFolder } from './folder.js'
import { race } from './measure.js'
import { sectorTexts } from './sector.js'
import { table } from './table.js'

const NODE = 'node -e 0'

/** Comparing schools: a sector that grows, and the policies of this repository. */
export function schools(): void {
  const node = process.execPath
  const bare = { name: NODE, command: node, args: ['-e', '0'] }
  table(
    'The five policies',
    race([bare, { name: 'clausule compare --json', command: node, args: [CLI, 'compare', '--json'] }], 5),
    NODE,
  )
  const sizes = [250, 500, 1000]
  const files = Object.assign({}, ...sizes.map((count) => workspaceOf(count))) as Record<string, string>
  inFolder(files, (folder) => {
    const run = (count: number) => ({
      name: `${count} policies of 50 clauses`,
      command: node,
      args: [CLI, 'compare', '--json', '--workspace', `${folder}/${count}`],
    })
    table('A sector, all against all', race(sizes.map(run), 3), `${sizes[0]} policies of 50 clauses`)
  })
}

/** One organisation per policy, in a workspace of its own. */
function workspaceOf(count: number): Record<string, string> {
  return Object.fromEntries(
    sectorTexts(count).flatMap((clauses, index) => {
      const folder = `${count}/policies/school-${index}`
      const front = `---\ntitle: Protocol ${index}\norganisation: school-${index}\nversion: 1.0.0\n---\n\n`
      const body = clauses.map((words, clause) => `${clause + 1}. ${words} {#c${clause + 1}}`).join('\n')
      return [
        [`${folder}/organisation.yaml`, `name: School ${index}\n`],
        [`${folder}/protocol.md`, `${front}# Regels {#regels}\n\n${body}\n`],
      ]
    }),
  )
}
