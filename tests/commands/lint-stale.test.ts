import { expect, test } from 'vitest'
import { clausule } from '../support/cli.js'
import { workspace } from '../support/workspace.js'

const page = (version: string, status: string, words: string) =>
  `---\ntitle: Gebouw\norganisation: linde\nversion: ${version}\nstatus: ${status}\nlang: nl\nnumbering: { headings: [decimal], items: [decimal, lower-alpha] }\n---\n\n${words}`

const gebouw = (more: { readonly item?: string; readonly member?: string; readonly section?: string }, slot: readonly string[]) =>
  `# Sleutels {#sleutels}

1. De sleutel hangt in de hal. {#hal}
${more.item ?? ''}1. Wie hem leent, tekent: {#leent}
   1. met naam; {#naam}
${more.member ?? ''}   1. met datum. {#datum}

${more.section ?? ''}# Fietsen {#fietsen}

1. De stalling is dicht. {#dicht}

# Slot {#slot}

${slot.map((line, at) => `1. ${line} {#slot-${at}}`).join('\n')}
`

const found = async (before: string, after: string) => {
  const root = workspace(page('1.1.0', 'draft', after), {
    'policies/linde/releases/media@1.0.0.md': page('1.0.0', 'draft', before),
  })
  const { out } = await clausule(root, ['lint', 'linde/media', '--json'])
  const { messages } = JSON.parse(out) as {
    messages: { rule: string; form: string; values: { text?: string; number?: string } }[]
  }
  return messages
    .filter(({ rule }) => rule === 'reference/printed')
    .map(({ form, values }) => `${form}: ${values.text ?? values.number}`)
}

const TYPED = [
  'Zie artikel 2 voor de stalling.',
  'Tekenen gaat volgens artikel 1, lid 2.',
  'Tekenen gaat volgens lid 2 van artikel 1.',
  'De datum staat in artikel 1, lid 2, onder b.',
  'De datum staat in § 1(2)(b).',
  'De bel staat naast artikel 2 van de Huurwet.',
  'De hal staat in artikel 1, lid 1.',
]

test('typed references that led elsewhere in the release before are found, in every form they are written', async () => {
  const after = gebouw(
    {
      item: '1. Een kopie ligt bij de buren. {#kopie}\n',
      member: '   1. met adres; {#adres}\n',
      section: '# Bezoek {#bezoek}\n\n1. Bezoek meldt zich. {#meldt}\n\n',
    },
    TYPED,
  )
  expect(await found(gebouw({}, TYPED), after)).toEqual([
    'elsewhere: artikel 2',
    'elsewhere: artikel 1, lid 2',
    'elsewhere: lid 2 van artikel 1',
    'gone: artikel 1, lid 2, onder b',
    'gone: § 1(2)(b)',
  ])
})

test('none is found where nothing was renumbered, or where there is no release', async () => {
  expect(await found(gebouw({}, TYPED), gebouw({}, [...TYPED, 'De poort is dicht.']))).toEqual([])
  const { out } = await clausule(workspace(page('1.1.0', 'draft', gebouw({}, TYPED))), ['lint', '--json'])
  expect(out).not.toContain('elsewhere')
})

test('a number that no clause has is told once', async () => {
  const before = gebouw({}, ['Zie artikel 1.2.b voor de datum.'])
  const after = gebouw({}, ['Zie artikel 1.2.b voor de datum.']).replace('   1. met datum. {#datum}\n', '')
  expect(await found(before, after)).toHaveLength(1)
})
