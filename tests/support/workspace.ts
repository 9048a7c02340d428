import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** A folder of files that is gone when the test ends. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = filled(files)
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return root
}

/** The same for all tests of a file: gone when the last of them ends. */
export function lastingFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = filled(files)
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  return root
}

function filled(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'clausule-test-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

/** A small workspace: one organisation, and the policy given. */
export function workspace(policy: string, more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folder({
    'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n',
    'policies/linde/media.md': policy,
    ...more,
  })
}

/** Front matter every policy of a workspace needs, with what is given after it. */
export const front = (more = ''): string =>
  `---\ntitle: Protocol sociale media\norganisation: linde\nversion: 1.0.0\nstatus: draft\n${more === '' ? '' : `${more.trim()}\n`}---\n\n`

/** Every file below a folder, with forward slashes, in order. */
export const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
