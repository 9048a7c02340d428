import { join } from 'node:path'
import { CLI, inFolder } from './folder.js'
import { race } from './measure.js'
import { table } from './table.js'
import { type Adapted, adaptedModel } from './templates-text.js'

const NODE = 'node -e 0'
const GIT = 'git merge-file, the same three texts'
const POLICY = 'policies/school-0/protocol.md'

/** A school that adapts a model and takes over its next edition, and a sector beside its model. */
export function templates(): void {
  const large = adaptedModel(300)
  inFolder({ ...workspaceOf(large, 1), 'old.md': large.first, 'new.md': large.second, 'ours.md': large.school(0) }, (folder) => {
    const node = process.execPath
    const clausule = (name: string, ...args: readonly string[]) => ({ name, command: node, args: [CLI, ...args], cwd: folder })
    const apply = `cp ours.md ${POLICY} && ${node} ${CLI} upgrade school-0/protocol --to 1.1.0 --apply`
    table(
      'A model of 300 clauses',
      race(
        [
          { name: NODE, command: node, args: ['-e', '0'] },
          // It answers with how many conflicts it left in the text.
          { name: GIT, command: 'git', args: ['merge-file', '-p', 'ours.md', 'old.md', 'new.md'], cwd: folder, fine: range(128) },
          clausule('clausule adapt', 'adapt', 'bond/protocol@1.0.0', '--organisation', 'school-0', '--as', 'new', '--dry-run'),
          clausule('clausule upgrade, the plan', 'upgrade', 'school-0/protocol', '--to', '1.1.0'),
          { name: 'clausule upgrade --apply', command: 'sh', args: ['-c', apply], cwd: folder },
          clausule('clausule deviations', 'deviations', 'school-0/protocol'),
        ],
        9,
      ),
      NODE,
      GIT,
    )
  })
  const small = adaptedModel(50)
  const sizes = [100, 1000]
  const files = Object.assign({}, ...sizes.map((count) => workspaceOf(small, count, `${count}/`))) as Record<string, string>
  inFolder(files, (folder) => {
    const run = (count: number) => ({
      name: `${count} schools of 50 clauses`,
      command: process.execPath,
      args: [CLI, 'compare', '--reference', 'bond/protocol@1.0.0', '--json', '--workspace', join(folder, String(count))],
    })
    table('A sector beside its model', race(sizes.map(run), 3), `${sizes[0]} schools of 50 clauses`)
  })
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** The model in both editions, and schools that adapted the first. */
function workspaceOf({ first, second, school }: Adapted, schools: number, home = ''): Record<string, string> {
  const bond = `${home}templates/bond`
  return {
    [`${bond}/organisation.yaml`]: 'name: De Bond\n',
    [`${bond}/protocol.md`]: second,
    [`${bond}/releases/protocol@1.0.0.md`]: first,
    [`${bond}/releases/protocol@1.1.0.md`]: second,
    ...Object.fromEntries(
      range(schools).flatMap((index) => [
        [`${home}policies/school-${index}/organisation.yaml`, `name: School ${index}\n`],
        [
          `${home}policies/school-${index}/protocol.md`,
          school(index).replace('organisation: school', `organisation: school-${index}`),
        ],
      ]),
    ),
  }
}
