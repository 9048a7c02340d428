import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyPatch, parsePatch, type StructuredPatch } from 'diff'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tsc } from '../support/declarations.js'
import { front, workspace } from '../support/workspace.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

/** The parts of the page that show an example, by their headings. */
const examples = new Map(
  page.split(/^## /m).flatMap((part) => {
    const [, diff] = /^```diff\n([\s\S]*?)^```$/m.exec(part) ?? []
    return diff === undefined ? [] : [[part.slice(0, part.indexOf('\n')), parsePatch(diff)] as const]
  }),
)

const nameOf = ({ newFileName = '' }: StructuredPatch): string => newFileName.replace(/^b\//, '')
const isNew = ({ oldFileName }: StructuredPatch): boolean => oldFileName === '/dev/null'

/** Applies one file's patch in a folder. It fails where a hunk finds no place, and where the file says what it adds already. */
function apply(patch: StructuredPatch, folder: string): void {
  const path = join(folder, nameOf(patch))
  expect({ path, there: existsSync(path) }).toEqual({ path, there: !isNew(patch) })
  const text = applyPatch(isNew(patch) ? '' : readFileSync(path, 'utf8'), patch)
  if (text === false) throw new Error(`The patch of ${nameOf(patch)} in CONTRIBUTING.md does not apply any more`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

describe('CONTRIBUTING.md', () => {
  const copy = mkdtempSync(join(tmpdir(), 'clausule-contributing-'))
  const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  const clausule = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(copy, 'dist/cli.js'), ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en' },
    })

  // One copy for all: the examples stand side by side in a repository, too.
  beforeAll(() => {
    for (const name of ['src', 'templates', '.esbuild', 'package.json', 'tsconfig.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const patches of examples.values()) for (const patch of patches) apply(patch, copy)
    const part = page.slice(page.indexOf('## A language'))
    execFileSync('sh', ['-ec', /^```sh\n([\s\S]*?)^```$/m.exec(part)?.[1] ?? 'false'], { cwd: copy })
    // Two words of the new language, to see that they are taken.
    translate('wording/document.pap.yaml', 'Contents', 'Kontenido')
    translate('language/pap.yaml', 'March Mar', 'mart')
    node('.esbuild/build.mjs')
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  function translate(name: string, from: string, to: string): void {
    const path = join(copy, 'templates', name)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
  }

  it('shows where each thing goes', () => {
    expect([...examples.keys()]).toEqual(['A lint rule', 'A format out', 'A format in', 'A report', 'A language'])
    for (const patches of examples.values()) expect(patches.length).toBeGreaterThan(1)
  })

  it('has patches that find their places by what stands there, wherever lines move', () => {
    const above = '// moved\n'.repeat(37)
    for (const patch of [...examples.values()].flat().filter((each) => !isNew(each))) {
      const text = readFileSync(join(root, nameOf(patch)), 'utf8')
      expect(applyPatch(above + text, patch), nameOf(patch)).toBe(above + applyPatch(text, patch))
    }
  })

  it('sets up as the README does, and links to pages that are there', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const commands = [...page.slice(0, page.indexOf('## ')).matchAll(/^```sh\n[\s\S]*?^```$/gm)].map(([block]) => block)
    expect(commands).toHaveLength(2)
    for (const block of commands) expect(readme).toContain(block)
    const links = [...page.matchAll(/\]\(([^)#]+\.md)\)/g)].map((match) => match[1] ?? '')
    expect(links).toContain('docs/architecture.md')
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })

  it('names the rooms in the order that the test of layers holds', () => {
    const layers = readFileSync(join(root, 'tests/house/layers.test.ts'), 'utf8')
    const [, list = ''] = /const ORDER = \[([^\]]*)\]/.exec(layers) ?? []
    const order = [...list.matchAll(/'(\w+)'/g)].map((match) => match[1])
    const [line = ''] = /^`model`[\s\S]*?\n\n/m.exec(page) ?? []
    expect([...line.matchAll(/`(\w+)`/g)].map((match) => match[1])).toEqual(order)
  })

  it('has examples that the compiler accepts', () => {
    expect(tsc(copy, '-p', 'src', '--noEmit')).toBe('')
  })

  it('adds a rule that finds its example', () => {
    const cwd = workspace(`${front()}# Foto's. {#fotos}\n\nVraag eerst toestemming. {#vragen}\n\n# Slot {#slot}\n`)
    const { messages } = JSON.parse(clausule(cwd, 'lint', '--json', '--lang', 'en').stdout)
    const found = messages.filter(({ rule }: { rule: string }) => rule === 'heading/full-stop')
    expect(found).toMatchObject([
      { severity: 'warning', reason: 'Unexpected full stop behind the heading "Foto\'s.", expected none' },
    ])
    const comment = readFileSync(join(copy, 'src/lint/rules/heading-full-stop.ts'), 'utf8')
    expect(comment).toContain(` * 1:1 warning heading/full-stop ${found[0].reason}\n`)
    const { stderr } = clausule(cwd, 'lint', '--lang', 'nl')
    expect(stderr).toContain('Achter het kopje "Foto\'s." staat een punt')
  })

  it('adds a format out with one table and one folder', () => {
    const names = (examples.get('A format out') ?? []).map((patch) => ({ name: nameOf(patch), isNew: isNew(patch) }))
    expect(names.filter((each) => !each.isNew)).toEqual([{ name: 'src/render/index.ts', isNew: false }])
    const made = names.filter((each) => each.isNew).map(({ name }) => dirname(name))
    expect([...new Set(made)]).toEqual(['src/render/outline'])

    const cwd = workspace(`${front()}# Foto's {#fotos}\n\n## Vragen {#vragen}\n\nVraag eerst toestemming. {#eerst}\n`)
    expect(clausule(cwd, 'build', '--format', 'outline').stderr).not.toContain('error')
    const text = readFileSync(join(cwd, 'out/linde/media-1.0.0.outline'), 'utf8')
    expect(text).toMatch(/^Protocol sociale media\n/)
    expect(text).toMatch(/^ {2}Foto's\n {4}Vragen\n/m)
  })

  it('adds a format in whose files come in', () => {
    const cwd = workspace(`${front()}Vraag eerst toestemming. {#eerst}\n`, {
      'regels.gmi': '# Huisregels\n\n## Fietsen\n\n* Fietsen staan in het rek.\n* Op het plein wordt niet gefietst.\n',
    })
    const { data, stderr } = imported(cwd)
    expect(stderr).not.toContain('error')
    const markdown = data.map((path: string) => readFileSync(join(cwd, path), 'utf8')).join('\n')
    expect(markdown).toMatch(/^title: Huisregels$/m)
    expect(markdown).toMatch(/^# Fietsen/m)
    expect(markdown).toMatch(/^[-*] Fietsen staan in het rek\./m)
  })

  function imported(cwd: string) {
    const { stdout, stderr } = clausule(cwd, 'import', 'regels.gmi', '--organisation', 'linde', '--json')
    const { written } = JSON.parse(stdout) as { written: string[] }
    return { data: written.filter((path) => path.endsWith('.md')), stderr }
  }

  it('adds a report that prints, and that every format has', () => {
    const cwd = workspace(`${front()}Vraag eerst toestemming. {#eerst}\n`)
    const printed = clausule(cwd, 'lengths', 'linde/media').stdout
    expect(printed).toMatch(/eerst\s+3\b/)
    expect(JSON.parse(clausule(cwd, 'lengths', 'linde/media', '--json').stdout)).toMatchObject({ lengths: { eerst: 3 } })
    clausule(cwd, 'lengths', 'linde/media', '--format', 'csv')
    expect(readFileSync(join(cwd, 'out/lengths/media.csv'), 'utf8')).toContain('"eerst";3')
  })

  it('adds a language that policies can be in', () => {
    const more = 'lang: pap\ndate: 2026-03-01\n'
    const cwd = workspace(`${front(more)}# Photos {#photos}\n\nAsk the parents before you place a photo. {#ask}\n`)
    const linted = clausule(cwd, 'lint', '--json')
    expect({ status: linted.status, messages: JSON.parse(linted.stdout).messages }).toEqual({ status: 0, messages: [] })
    clausule(cwd, 'build', '--format', 'html')
    const html = readFileSync(join(cwd, 'out/linde/media-1.0.0.html'), 'utf8')
    expect(html).toContain('<html lang="pap"')
    expect(html).toContain('Kontenido')
    expect(html).toContain('1 mart 2026')
  })
})
