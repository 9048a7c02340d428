import { describe, expect, test } from 'vitest'
import { type CompareOptions, compareCommand } from '../../src/commands/compare.js'
import { UsageError } from '../../src/secretariat/context.js'
import { findWorkspace } from '../../src/workspace/index.js'
import { filesIn, folder } from '../support/workspace.js'

const policy = (organisation: string, title: string, rule: string, more = '') =>
  `---\ntitle: ${title}\norganisation: ${organisation}\nversion: 1.0.0\nstatus: draft\nlang: nl\n${more}---\n\n# Regels {#regels}\n\n1. ${rule} {#regel}\n`
const MEDIA = 'Een foto van een leerling wordt alleen geplaatst na toestemming van de ouders.'
const ABSENCE = 'Ouders moeten een zieke leerling voor half negen telefonisch ziek melden.'

const workspace = (more: Readonly<Record<string, string>> = {}) =>
  folder({
    ...Object.fromEntries(
      ['linde', 'wilg'].flatMap((name) => [
        [`policies/${name}/organisation.yaml`, `name: Basisschool ${name}\nshort: ${name}\n`],
        [`policies/${name}/media.md`, policy(name, 'Protocol sociale media', MEDIA)],
        [`policies/${name}/ziek.md`, policy(name, 'Verzuimprotocol', ABSENCE)],
      ]),
    ),
    'policies/linde/kleding.md': policy('linde', 'Kledingvoorschrift', 'Een leerling moet in de gymzaal gymschoenen dragen.'),
    ...more,
  })

const say = ({
  phrase,
  values = {},
}: {
  readonly phrase: string
  readonly values?: Readonly<Record<string, unknown>> | undefined
}) => `${phrase} ${Object.values(values).join(' ')}`

async function compare(cwd: string, names: readonly string[], options: CompareOptions = {}) {
  const found = findWorkspace(cwd)
  const outcome = await compareCommand({ cwd, ...(found ? { workspace: found } : {}) }, names, options)
  return { ...outcome, text: outcome.text((_style, words) => words, say) }
}
const made = (root: string) => filesIn(root).filter((file) => file.startsWith('out/'))

describe('subjects', () => {
  test('have a table each where no policy is named, and what is guessed is said', async () => {
    const root = workspace()
    const { text, data } = await compare(root, [], { format: 'html' })
    expect(made(root)).toEqual(['out/comparison/absence.html', 'out/comparison/social-media.html'])
    expect(text).toMatch(/done\.subjects-guessed .*social-media: linde\/media, wilg\/media/)
    expect(text).toMatch(/done\.subjects-left-out linde\/kleding \(kleding\)/)
    if (data.schema !== 'clausule/matrices@1') throw new Error('one table')
    expect(
      data.matrices.map(({ subject, matrix }) => [
        subject,
        matrix.schema === 'clausule/matrix@1' && matrix.policies.map(({ ref }) => ref),
      ]),
    ).toEqual([
      ['social-media', ['linde/media', 'wilg/media']],
      ['absence', ['linde/ziek', 'wilg/ziek']],
    ])
  })

  test.each(['absence', 'verzuim', 'Verzuim'])('are names: %s', async (name) => {
    const root = workspace()
    const { data } = await compare(root, [name], { format: 'html' })
    if (data.schema !== 'clausule/matrix@1') throw new Error('no matrix')
    expect(data.policies.map(({ ref }) => ref)).toEqual(['linde/ziek', 'wilg/ziek'])
    expect(made(root)).toEqual(['out/comparison/absence.html'])
  })

  test('never share a table, also where policies are named', async () => {
    const root = workspace()
    await expect(compare(root, ['linde/media', 'wilg/ziek'])).rejects.toThrow(UsageError)
    const { data } = await compare(root, ['linde/media', 'wilg/ziek', 'wilg/media'])
    expect(data).toMatchObject({ schema: 'clausule/matrix@1', policies: [{ ref: 'linde/media' }, { ref: 'wilg/media' }] })
  })

  test('are what the front matter says, whatever the title', async () => {
    const told = 'subject: Verzuim\n'
    const root = workspace({
      'policies/linde/ziek.md': policy('linde', 'Regeling afspraken', ABSENCE, told),
      'policies/wilg/ziek.md': policy('wilg', 'Wat te doen bij griep', ABSENCE, told),
    })
    const { data, messages } = await compare(root, ['absence'])
    expect(messages).toEqual([])
    expect(data).toMatchObject({ policies: [{ ref: 'linde/ziek' }, { ref: 'wilg/ziek' }] })
  })

  test('of which there is one only need no word, nor do texts that nothing is known of', async () => {
    const root = folder({ 'a.md': `# Regels\n\n1. ${MEDIA}\n`, 'b.md': `# Sociale media\n\n1. ${MEDIA}\n` })
    const { data, text } = await compare(root, ['a.md', 'b.md'], { format: 'csv' })
    expect(data.schema === 'clausule/matrix@1' && data.policies).toHaveLength(2)
    expect(text).not.toContain('subjects')
  })

  test('of which there are several need a file each', async () => {
    await expect(compare(workspace(), [], { output: 'alles.html' })).rejects.toThrow(UsageError)
  })

  test('follow the reference, and the one that is asked about', async () => {
    const { data } = await compare(workspace(), [], { for: 'wilg/ziek' })
    expect(data).toMatchObject({ schema: 'clausule/outlier@1', policy: 'wilg/ziek' })
  })

  test('are proposed to the concordance together', async () => {
    const root = workspace()
    const { text } = await compare(root, [], { propose: true })
    expect(text).toMatch(/done\.proposed 2 policies\/concordance\.yaml/)
  })
})
