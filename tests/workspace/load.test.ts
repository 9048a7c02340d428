import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  fileProblem,
  findWorkspace,
  isInside,
  listPolicies,
  loadPolicy,
  openDisk,
  outPath,
  type Workspace,
} from '../../src/workspace/index.js'
import { inEnglish } from '../support/words.js'
import { filesIn, folder, front, workspace } from '../support/workspace.js'

const open = (root: string): Workspace => findWorkspace(root) ?? expect.fail('no workspace')
const text = (body: string) => `${front()}${body}\n`

describe('names', () => {
  const root = () =>
    workspace(text('Nieuw. {#zin}'), {
      'policies/linde/releases/media@0.9.0.md': text('Oud. {#zin}'),
      'policies/linde/releases/media@0.10.0.md': text('Minder oud. {#zin}'),
    })
  const words = (base: string, name: string) => {
    const { value } = loadPolicy(open(base), name, base)
    return value && new TextDecoder().decode(value.bytes).split('\n').at(-2)
  }

  it.each([
    ['linde/media', 'Nieuw. {#zin}'],
    ['media', 'Nieuw. {#zin}'],
    ['linde', 'Nieuw. {#zin}'],
    ['linde@0.9.0', 'Oud. {#zin}'],
    ['linde/media@0.9.0', 'Oud. {#zin}'],
    ['policies/linde/media.md', 'Nieuw. {#zin}'],
    ['policies/linde/releases/media@0.9.0.md', 'Oud. {#zin}'],
  ])('find %s', (name, expected) => {
    expect(words(root(), name)).toBe(expected)
  })

  it('order releases by number', () => {
    expect(listPolicies(open(root()))[0]?.releases.map(({ version }) => version)).toEqual(['0.9.0', '0.10.0'])
  })

  it.each(['linde/weg', 'linde/media@3.0.0', 'policies/linde', '../../../etc'])('say of %s what was expected', (name) => {
    const base = root()
    const { value, messages } = loadPolicy(open(base), name, base)
    expect(value).toBeUndefined()
    expect(messages).toMatchObject([{ rule: 'name/unknown', severity: 'error', values: { name } }])
  })

  it('find a git revision', () => {
    const base = root()
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', base, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { stdio: 'pipe' })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'First')
    git('tag', 'v1')
    writeFileSync(join(base, 'policies/linde/media.md'), text('Nieuwer. {#zin}'))
    expect(words(base, 'linde/media@git:v1')).toBe('Nieuw. {#zin}')
    expect(words(base, 'linde/media')).toBe('Nieuwer. {#zin}')
    for (const revision of ['weg', '--output=x', 'HEAD:../../x', '']) {
      expect(loadPolicy(open(base), `linde/media@git:${revision}`, base).messages).toMatchObject([{ rule: 'name/unknown' }])
    }
    expect(readdirSync(base)).not.toContain('x')
  })
})

describe('paths', () => {
  it('are inside only when their links are', () => {
    const outside = folder({ 'geheim.md': 'x' })
    const root = folder({ 'binnen/a.md': 'x' })
    symlinkSync(outside, join(root, 'link'))
    expect(isInside(openDisk(), root, join(root, 'binnen/a.md'))).toBe(true)
    expect(isInside(openDisk(), root, join(root, 'nog/niet/daar.md'))).toBe(true)
    expect(isInside(openDisk(), root, join(root, 'link/geheim.md'))).toBe(false)
    expect(isInside(openDisk(), root, join(root, '../x'))).toBe(false)
    expect(isInside(openDisk(), root, join(root, '..x'))).toBe(true)
  })

  it('of outputs stay below out/', () => {
    const root = workspace(text('Zin. {#zin}'))
    expect(outPath(open(root), '../../etc', 'naam: a/b.pdf')).toBe(join(root, 'out', '-..-etc', 'naam-a-b.pdf'))
  })
})

describe('outputs', () => {
  it('are all there or none is touched', () => {
    const root = folder({ 'a.txt': 'oud' })
    mkdirSync(join(root, 'vol'))
    expect(() =>
      openDisk().write(root, [
        { path: join(root, 'a.txt'), bytes: 'nieuw' },
        { path: join(root, 'a.txt/onder.txt'), bytes: 'kan niet' },
      ]),
    ).toThrow()
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('oud')
    expect(readdirSync(root).sort()).toEqual(['a.txt', 'vol'])
  })

  it('leave what stood there, and no folder, when the last cannot be put in place', () => {
    const root = folder({ 'a.txt': 'oud' })
    expect(() =>
      openDisk().write(root, [
        { path: join(root, 'a.txt'), bytes: 'nieuw' },
        { path: join(root, 'een/twee/b.txt'), bytes: 'nieuw' },
        // Its folder takes the name of the file before it, which only the renaming finds out.
        { path: join(root, 'een/twee/b.txt/c.txt'), bytes: 'kan niet' },
      ]),
    ).toThrow()
    expect(filesIn(root)).toEqual(['a.txt'])
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('oud')
    expect(readdirSync(root)).toEqual(['a.txt'])
  })

  it('leave nothing beside them when they are made', () => {
    const root = folder({ 'a.txt': 'oud' })
    openDisk().write(root, [{ path: join(root, 'a.txt'), bytes: 'nieuw' }])
    expect(readdirSync(root)).toEqual(['a.txt'])
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('nieuw')
  })
})

describe('a refusal of the system', () => {
  it('names what was done, the path asked for and what to do', () => {
    const root = folder({ 'out/a.pdf': 'x' })
    const refused = (syscall: string, name: string) => {
      const problem = fileProblem(Object.assign(new Error('EACCES'), { code: 'EACCES', syscall, path: join(root, name) }))
      const { path, said, nothingWritten } = problem ?? expect.fail('is no problem')
      return { path, nothingWritten, message: inEnglish({ rule: 'file/system', ...said }) }
    }
    const does = 'change its rights or its owner, or work in another folder'
    const [out, file] = [join(root, 'out'), join(root, 'out/a.pdf')]
    expect(refused('open', 'out/a.pdf')).toMatchObject({
      path: file,
      message: `Unexpected EACCES at opening "${file}", expected permission to use "${file}": ${does}`,
      nothingWritten: false,
    })
    expect(refused('open', 'out/a.pdf.12.part')).toMatchObject({
      path: file,
      message: `Unexpected EACCES at opening "${file}", expected permission to use "${out}": ${does}`,
    })
    const made = join(root, 'out/een/twee')
    expect(refused('mkdir', 'out/een/twee').message).toBe(
      `Unexpected EACCES at making the folder "${made}", expected permission to use "${out}": ${does}`,
    )
  })

  it('is no error of ours', () => expect(fileProblem(new TypeError('x is not a function'))).toBeUndefined())
})
