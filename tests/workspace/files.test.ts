import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  FileProblem,
  type Files,
  findWorkspace,
  inMemory,
  listPolicies,
  loadPolicy,
  openDisk,
} from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { inEnglish } from '../support/words.js'
import { folder, front } from '../support/workspace.js'

const SOURCES = {
  'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n',
  'policies/linde/media.md': `${front()}Ouders geven toestemming. {#toestemming}\n`,
  'policies/linde/releases/media@0.9.0.md': `${front()}Ouders geven geen toestemming. {#toestemming}\n`,
}
type Content = Readonly<Record<string, string | Uint8Array>>

/** The twins: the same files below a root of each. */
const TWINS: readonly (readonly [string, (content?: Content) => { readonly root: string; readonly files: Files }])[] = [
  ['the disk', (content = SOURCES) => ({ root: folder(content), files: openDisk({ today: '2024-05-01' }) })],
  [
    'memory',
    (content = SOURCES) => {
      const root = join('/', 'werk')
      const placed = Object.entries(content).map(([path, bytes]) => [join(root, path), bytes])
      return { root, files: inMemory(Object.fromEntries(placed), { today: '2024-05-01' }) }
    },
  ],
]

describe.each(TWINS)('%s', (_, make) => {
  const text = (files: Files, path: string) => new TextDecoder().decode(files.read(path))
  const problem = (act: () => unknown): FileProblem => {
    try {
      act()
    } catch (error) {
      if (error instanceof FileProblem) return error
      throw error
    }
    return expect.fail('nothing was refused')
  }

  it('tells what stands where', () => {
    const { root, files } = make()
    expect(files.kindOf(join(root, 'policies/linde/media.md'))).toBe('file')
    expect(files.kindOf(join(root, 'policies/linde'))).toBe('folder')
    expect(files.kindOf(join(root, 'policies/linde/media.md/onder'))).toBeUndefined()
    expect(files.kindOf(join(root, 'weg'))).toBeUndefined()
    expect(files.sizeOf(join(root, 'policies/linde/organisation.yaml'))).toBe(SOURCES['policies/linde/organisation.yaml'].length)
    expect(files.list(join(root, 'policies/linde'))).toEqual([
      { name: 'media.md', kind: 'file' },
      { name: 'organisation.yaml', kind: 'file' },
      { name: 'releases', kind: 'folder' },
    ])
    expect(files.list(join(root, 'weg'))).toEqual([])
    expect(files.list(join(root, 'policies/linde/media.md'))).toEqual([])
    expect(files.today).toBe('2024-05-01')
  })

  it('reads what is there, and says of what is not that it is a problem of that file', () => {
    const { root, files } = make()
    expect(text(files, join(root, 'policies/linde/organisation.yaml'))).toBe('name: Basisschool De Linde\n')
    expect(problem(() => files.read(join(root, 'weg.md')))).toMatchObject({ path: join(root, 'weg.md'), nothingWritten: false })
    const { said } = problem(() => files.read(join(root, 'policies')))
    expect(inEnglish({ rule: 'file/system', ...said })).toMatch(
      /^Unexpected EISDIR at reading ".*", expected a file, not a folder$/,
    )
  })

  it('writes all, with the folders they need, and reads what it wrote', () => {
    const { root, files } = make()
    const [old, next] = [join(root, 'policies/linde/media.md'), join(root, 'out/nieuw/media.html')]
    files.read(old)
    expect(files.kindOf(next)).toBeUndefined()
    files.write(root, [
      { path: old, bytes: 'anders' },
      { path: next, bytes: new Uint8Array([112]) },
    ])
    expect([text(files, old), text(files, next)]).toEqual(['anders', 'p'])
    expect(files.list(join(root, 'out'))).toEqual([{ name: 'nieuw', kind: 'folder' }])
    expect(files.list(root).map(({ name }) => name)).toEqual(['out', 'policies'])
  })

  it.each([
    ['a folder', 'policies/linde'],
    ['a path through a file', 'policies/linde/media.md/onder.md'],
  ])('writes nothing where one of them is %s', (_, name) => {
    const { root, files } = make()
    const old = join(root, 'policies/linde/organisation.yaml')
    const refused = problem(() =>
      files.write(root, [
        { path: old, bytes: 'anders' },
        { path: join(root, 'out/a.html'), bytes: 'x' },
        { path: join(root, name), bytes: 'x' },
      ]),
    )
    expect(refused.nothingWritten).toBe(true)
    expect(text(files, old)).toBe('name: Basisschool De Linde\n')
    expect(files.list(root).map(({ name }) => name)).toEqual(['policies'])
  })

  it('holds a workspace that is found and read', () => {
    const { root, files } = make()
    const workspace = findWorkspace(join(root, 'policies/linde'), undefined, files) ?? expect.fail('no workspace')
    expect(workspace.root).toBe(root)
    expect(findWorkspace(root, 'policies', files)).toBeUndefined()
    expect(findWorkspace(root, 'policies/linde/media.md', files)).toBeUndefined()
    expect(listPolicies(workspace).map(({ name, releases }) => [name, releases.length])).toEqual([['linde/media', 1]])
    expect(loadPolicy(workspace, 'linde@0.9.0', root).value?.origin).toBe('release')
  })

  it('serves the command line', async () => {
    const { root, files } = make()
    const told = await clausule(root, ['diff', 'linde'], { files })
    expect(told).toMatchObject({ code: 0, err: '' })
    expect(told.out).toContain('toestemming')
    expect(await clausule(root, ['build', '--format', 'html'], { files })).toMatchObject({
      code: 0,
      out: 'made out/linde/media-1.0.0.html\n',
    })
    expect(text(files, join(root, 'out/linde/media-1.0.0.html'))).toContain('Ouders geven toestemming')
    const none = await clausule(root, ['lint', '--workspace', 'policies/linde/media.md'], { files })
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('is no workspace') })
  })

  it('takes a folder in the place of the concordance for what it is', async () => {
    const { root, files } = make({
      ...SOURCES,
      'policies/eik/media.md': SOURCES['policies/linde/media.md'].replace('linde', 'eik'),
      'policies/eik/organisation.yaml': 'name: De Eik\n',
      'policies/concordance.yaml/a.txt': 'x',
    })
    const { code, err } = await clausule(root, ['compare', '--propose'], { files })
    expect(code).toBe(1)
    expect(err).toContain('expected a file, not a folder')
    expect(err).not.toMatch(/^\s+at /m)
  })
})
