import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import { build } from '../../src/commands/build.js'
import { plainText } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { findWorkspace } from '../../src/workspace/index.js'
import { folder } from '../support/workspace.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const policies = readdirSync(join(root, 'policies'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [`${entry.name}/social-media`] : [],
)
const poppler = spawnSync('pdftotext', ['-v']).error === undefined
const demanded = process.env.CLAUSULE_REQUIRE_POPPLER !== undefined

const tokens = (text: string): string[] => text.replaceAll('\u00ad', '').match(/[\p{L}\p{N}]+/gu) ?? []

/** Builds one policy in a workspace of its own, made of links to ours. */
async function printed(name: string): Promise<{ bytes: Uint8Array; path: string }> {
  const [organisation = '', policy = ''] = name.split('/')
  const source = join(root, 'policies', organisation)
  const copy = (file: string) => readFileSync(join(source, file))
  const released = existsSync(join(source, 'releases'))
    ? readdirSync(join(source, 'releases')).map((file) => `releases/${file}`)
    : []
  const cwd = folder(
    Object.fromEntries(
      [`${policy}.md`, 'organisation.yaml', 'mark.svg', ...released].map((file) => [
        `policies/${organisation}/${file}`,
        copy(file),
      ]),
    ),
  )
  const workspace = findWorkspace(cwd) ?? expect.fail('no workspace')
  const { written, messages } = await build({ cwd, workspace }, [name], { formats: ['pdf'] })
  const [path = expect.fail(JSON.stringify(messages))] = written
  return { bytes: readFileSync(path), path }
}

const words = (name: string) => {
  const file = join(root, 'policies', `${name}.md`)
  const { clauses, policy } = resolve(readPolicy(readFileSync(file), file).value).value
  return { clauses, policy }
}

describe.each(policies)('%s as PDF', (name) => {
  it('holds every word of the policy once and in order, its decisions, and nothing out of place', async () => {
    const { bytes } = await printed(name)
    const report = checkPdf(bytes)
    expect(report.problems).toEqual([])
    const { clauses, policy } = words(name)
    const all = tokens(report.words)
    const own = tokens(clauses.map(({ node }) => plainText(node)).join(' '))
    // Labels and marks stand between the words of clauses; nothing else does. The body is the last thing in the document.
    const body = all.slice(all.length - own.length - labels(clauses))
    expect(subsequence(own, body)).toBe(own.length)
    for (const { body: who = '' } of [...(policy.metadata.approvals ?? []), ...(policy.metadata.route ?? [])]) {
      expect(report.words).toContain(who)
    }
    expect(report.destinations).toEqual(expect.arrayContaining(clauses.flatMap(({ id }) => (id === undefined ? [] : [id]))))
  })

  it.skipIf(!poppler && !demanded)('gives pdftotext every word in order', async () => {
    const { bytes } = await printed(name)
    const path = join(folder(), 'policy.pdf')
    writeFileSync(path, bytes)
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8' })
    // A note stands at the foot of its page, after words that follow its mark.
    const own = tokens(
      words(name)
        .clauses.flatMap(({ node, kind }) => (kind === 'note' ? [] : [plainText(node)]))
        .join(' '),
    )
    expect(subsequence(own, tokens(text))).toBe(own.length)
  })
})

/** How many of the wanted words are found one after the other. */
function subsequence(wanted: readonly string[], found: readonly string[]): number {
  let at = 0
  for (const word of found) if (word === wanted[at]) at++
  return at
}

/** How many tokens labels add: one or more for every number, one for the mark of a note and one at the note itself. */
const labels = (clauses: ReturnType<typeof words>['clauses']): number =>
  clauses.reduce((sum, { label, kind }) => sum + tokens(label ?? '').length + (kind === 'note' ? 2 : 0), 0)
