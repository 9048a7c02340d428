import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { upgrade } from '../../src/commands/upgrade.js'
import { findWorkspace } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { filesIn, folder } from '../support/workspace.js'

const model = (version: string, words: string) =>
  edition(
    version,
    [
      'school: { type: text, default: De Linde }',
      'termijn: { type: period, default: 2 weken }',
      'wie: { type: role, default: de directie }',
    ],
    `1. {{school}} antwoordt binnen {{termijn}}. {#termijn}\n2. ${words} {#lek}\n3. Wie foto's maakt, vraagt het. {#foto variant=kort}\n4. Foto's vragen toestemming. {#foto variant=lang}\n`,
  )
const [ONE, TWO] = [model('1.0.0', 'Meld een lek.'), model('1.1.0', 'Meld een lek bij {{wie}}.')]

const PATH = 'policies/linde/protocol.md'
const NAME = 'linde/protocol'

/** A school that adapted the first edition and says in its own words what the second says otherwise. */
async function school(): Promise<string> {
  const root = folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n', ...sector(ONE, TWO) })
  await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde'])
  put(root, PATH, text(root).replace('Meld een lek.', 'Meld een datalek.'))
  return root
}

const text = (root: string): string => readFileSync(join(root, PATH), 'utf8')
const put = (root: string, path: string, source: string): void => writeFileSync(join(root, path), source)
const everything = (root: string) => filesIn(root).map((path) => [path, readFileSync(join(root, path), 'utf8')])
const TERMINAL = { in: true, out: true, err: true }

describe('two decisions on one clause', () => {
  it.each([
    [
      'in two entries',
      'decisions: [{ clause: lek, choice: keep }, { clause: lek, choice: template }]\n',
      'second decision on the clause "lek"',
    ],
    [
      'in two entries that are alike',
      'decisions: [{ clause: lek, choice: keep }, { clause: lek, choice: keep }]\n',
      'second decision on the clause "lek"',
    ],
    [
      'under a key that stands twice in an entry',
      'decisions:\n  - clause: lek\n    choice: keep\n    choice: template\n',
      /same key .* a second time/,
    ],
    [
      'under two lists of decisions',
      'decisions: [{ clause: lek, choice: keep }]\ndecisions: [{ clause: lek, choice: template }]\n',
      /same key .* a second time/,
    ],
  ])('are an error and write nothing: %s', async (_, sheet, said) => {
    const root = await school()
    put(root, 'd.yaml', sheet)
    const before = everything(root)
    const { code, err } = await clausule(root, ['upgrade', NAME, '--decisions', 'd.yaml', '--apply'])
    expect(code).toBe(1)
    expect(err).toMatch(said)
    expect(err).toMatch(/^d\.yaml\n/m)
    expect(everything(root)).toEqual(before)
  })

  it('are an error where one stands in a file and one was taken when it was asked', async () => {
    const root = await school()
    put(root, 'd.yaml', 'decisions:\n  - { clause: lek, choice: keep }\n')
    const before = everything(root)
    const workspace = findWorkspace(root)
    const taken = new Map([['lek', { way: 'template' as const }]])
    const outcome = await upgrade({ cwd: root, ...(workspace ? { workspace } : {}) }, NAME, {
      decisions: 'd.yaml',
      taken,
      apply: true,
    })
    expect(outcome.messages.map(({ rule, form, place }) => [rule, form, place?.file, place?.line])).toEqual([
      ['decision/value', 'twice', 'd.yaml', 2],
    ])
    expect(everything(root)).toEqual(before)
  })

  it('in the front matter of a policy are one too many, and nothing is upgraded', async () => {
    const root = await school()
    const one = `  lek: { choice: keep, from: 1.0.0, to: 1.1.0, provision: "sha256:${'0'.repeat(64)}" }\n`
    put(root, PATH, text(root).replace('extends:', `decisions:\n${one}${one}extends:`))
    const before = everything(root)
    const { code, err } = await clausule(root, ['upgrade', NAME, '--apply'])
    expect(code).toBe(1)
    expect(err).toMatch(/same key .* a second time/)
    expect(everything(root)).toEqual(before)
  })
})

describe('a policy that is edited between plan and apply', () => {
  const editedAt = (root: string, at: number, answers: readonly string[]) => {
    let count = 0
    return {
      terminal: TERMINAL,
      ask: async () => {
        if (count === at) put(root, PATH, text(root).replace('Meld een datalek.', 'Meld elk datalek meteen.'))
        return answers[count++] ?? ''
      },
    }
  }

  it('while somebody answers on a terminal is left as it is', async () => {
    const root = await school()
    const { code, err } = await clausule(root, ['upgrade', NAME, '--apply'], editedAt(root, 0, ['template', 'Zo is het.']))
    expect(code).toBe(1)
    expect(err).toContain('since it was read, expected nobody else to write it')
    expect(text(root)).toContain('Meld elk datalek meteen.')
    expect(text(root)).toContain('version: 1.0.0')
    expect(text(root)).not.toContain('decisions:')
  })

  it('by a file of decisions, and an edition that is another by then, are left as they are', async () => {
    const root = await school()
    put(root, 'd.yaml', (await clausule(root, ['upgrade', NAME, '--decisions', '-'])).out.replace('choice:', 'choice: template'))
    put(root, 'templates/bond/releases/protocol@1.1.0.md', TWO.replace('Meld een lek bij', 'Meld elk lek bij'))
    const before = everything(root)
    const { code, err } = await clausule(root, ['upgrade', NAME, '--decisions', 'd.yaml', '--apply'])
    expect([code, err.includes('expected one that was made of the texts as they are now')]).toEqual([1, true])
    expect(everything(root)).toEqual(before)
  })
})

describe('an edition that is gone', () => {
  it.each([
    ['the one the school has', '1.0.0', ['upgrade', NAME, '--apply']],
    ['the one the school has', '1.0.0', ['deviations', NAME]],
    ['the one the school has', '1.0.0', ['adapt', NAME, '--again']],
    ['the one it would go to', '1.1.0', ['upgrade', NAME, '--to', '1.1.0', '--apply']],
    ['the one that is adapted', '1.1.0', ['adapt', 'bond/protocol@1.1.0', '--organisation', 'linde', '--as', 'tweede']],
    ['the one a text is attached to', '1.1.0', ['attach', NAME, '--template', 'bond/protocol@1.1.0', '--apply']],
  ])('is named and nothing is written: %s (%s), by %j', async (_, version, argv) => {
    const root = await school()
    rmSync(join(root, `templates/bond/releases/protocol@${version}.md`))
    const before = everything(root)
    const { code, err } = await clausule(root, argv)
    expect(code).toBe(1)
    expect(err).toContain(`bond/protocol@${version}`)
    expect(everything(root)).toEqual(before)
  })
})

describe('a value with markup', () => {
  const VALUES = [
    '**vet**',
    '_schuin_',
    '[hier](https://elders.example)',
    '`code`',
    '<b>vet</b>',
    '<script>x()</script>',
    '{{wie}}',
    '# Kop',
    'a\n\nb',
  ]

  it.each(VALUES.filter((value) => value !== '# Kop'))(
    'is refused as an answer, given in a file or on a terminal, and nothing is written: %j',
    async (value) => {
      const root = folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n', ...sector(ONE, TWO) })
      put(root, 'a.yaml', `parameters: { school: ${JSON.stringify(value)} }\n`)
      const before = everything(root)
      const argv = ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde']
      const file = await clausule(root, [...argv, '--answers', 'a.yaml'])
      expect([file.code, file.err.includes('Unexpected markup in the answer')]).toEqual([1, true])
      expect(everything(root)).toEqual(before)
      if (value.includes('\n')) return
      const answers = [value, 'De Linde']
      const asked = await clausule(root, argv, { terminal: TERMINAL, ask: async () => answers.shift() ?? '' })
      expect(asked.err).toContain('Unexpected markup in the answer')
      expect(text(root)).toContain('school: De Linde')
    },
  )

  it.each(VALUES)('is no markup in what is printed, where somebody writes it in the front matter: %j', async (value) => {
    const root = await school()
    put(root, PATH, text(root).replace('school: De Linde', `school: ${JSON.stringify(value)}`))
    await clausule(root, ['build', NAME, '--format', 'html'])
    const pages = filesIn(root).filter((path) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) {
      const html = readFileSync(join(root, page), 'utf8')
      expect(html).not.toMatch(/<b>vet|<script>x|<strong>vet|<em>schuin|<a href="https:\/\/elders|<code>code/)
      expect(html).not.toContain('de directie antwoordt')
    }
    await clausule(root, ['upgrade', NAME, '--apply'])
    expect(text(root)).toContain('1. {{school}} antwoordt binnen {{termijn}}. {#termijn}')
  })
})

describe('an answer or a decision on nothing', () => {
  it.each([
    ['an unknown parameter', 'answers: { kleur: groen }\n', 'Unexpected answer to "kleur"'],
    ['a wrong type', 'answers: { termijn: gauw }\n', 'Unexpected answer "gauw" to "termijn"'],
    ['a clause that does not exist', 'decisions: [{ clause: film, choice: keep }]\n', 'Unexpected decision on the clause "film"'],
  ])('writes nothing: %s', async (_, sheet, said) => {
    const root = await school()
    put(root, 'd.yaml', sheet)
    const before = everything(root)
    const { code, err } = await clausule(root, ['upgrade', NAME, '--decisions', 'd.yaml', '--apply'])
    expect(code).toBe(1)
    expect(err).toContain(said)
    expect(everything(root)).toEqual(before)
  })
})
