import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { folder } from '../support/workspace.js'

const MODEL = edition(
  '1.0.0',
  ['school: { type: text, description: Naam van de school }'],
  `1. {{school}} antwoordt binnen vijf dagen. {#antwoord}
2. Elke foto vraagt toestemming. {#foto variant=streng}
3. Een herkenbare foto vraagt toestemming. {#foto variant=ruim}
4. De pers belt de directie. {#pers .optional}
5. Pesten is verboden. {#pesten .locked}
`,
)

/** A workspace with schools made from the model, each with its own change. */
async function foundation(changes: Readonly<Record<string, (text: string) => string>>): Promise<string> {
  const root = folder({
    ...sector(MODEL),
    'policies/los/organisation.yaml': 'name: Los\n',
    'policies/los/regels.md': '---\ntitle: Regels\norganisation: los\nversion: 0.1.0\nlang: nl\n---\n\nEen regel. {#regel}\n',
    ...Object.fromEntries(Object.keys(changes).map((name) => [`policies/${name}/organisation.yaml`, `name: School ${name}\n`])),
  })
  for (const [name, change] of Object.entries(changes)) {
    writeFileSync(join(root, 'a.yaml'), `parameters:\n  school: ${name}\n`)
    await clausule(root, ['adapt', 'bond/protocol', '--organisation', name, '--answers', 'a.yaml'])
    const path = join(root, 'policies', name, 'protocol.md')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
  }
  return root
}

const because = (id: string, why: string) => (text: string) =>
  text.replace('parameters:\n', `deviations:\n  ${id}: ${why}\nparameters:\n`)

const SCHOOLS = {
  beuk: (text: string) => text,
  eik: (text: string) => because('antwoord', 'Wij zijn klein.')(text.replace('vijf dagen', 'twee dagen')),
  es: (text: string) => because('antwoord', 'Wij zijn klein.')(text.replace('vijf dagen', 'twee dagen')),
  linde: (text: string) =>
    text
      .replace(
        'Elke foto vraagt toestemming. {#foto variant=streng}',
        'Een herkenbare foto vraagt toestemming. {#foto variant=ruim}',
      )
      .replace(/^3\. De pers.*\n4/m, '3')
      .concat('4. Wij eten samen. {#eten}\n'),
}

interface Stand {
  readonly school: string
  readonly kind: string
  readonly reason: string | null
  readonly filled: object
}

describe('all schools of a template against it', () => {
  it('say who deviates where and why, provision by provision', async () => {
    const root = await foundation(SCHOOLS)
    const run = await clausule(root, ['compare', '--reference', 'bond/protocol', '--json'])
    expect(run.code).toBe(0)
    const { schema, schools, provisions, own } = JSON.parse(run.out)
    expect({ schema, schools: schools.map(({ name }: { name: string }) => name) }).toEqual({
      schema: 'clausule/deviation-matrix@1',
      schools: ['School beuk', 'School eik', 'School es', 'School linde'],
    })
    const kinds = Object.fromEntries(
      provisions.map(({ id, stands }: { id: string; stands: Stand[] }) => [id, stands.map(({ kind }) => kind)]),
    )
    expect(kinds).toEqual({
      regels: ['kept', 'kept', 'kept', 'kept'],
      antwoord: ['filled', 'reworded', 'reworded', 'filled'],
      foto: ['kept', 'kept', 'kept', 'variant'],
      pers: ['kept', 'kept', 'kept', 'declined'],
      pesten: ['kept', 'kept', 'kept', 'kept'],
    })
    const answer = provisions.find(({ id }: { id: string }) => id === 'antwoord').stands as Stand[]
    expect(answer.map(({ reason }) => reason)).toEqual([null, 'Wij zijn klein.', 'Wij zijn klein.', null])
    expect(answer[0]?.filled).toEqual({ school: 'beuk' })
    expect(own).toMatchObject([{ school: 'linde/protocol', id: 'eten', kind: 'added', words: 'Wij eten samen.' }])
  })

  it('take those together that changed the same for the same reason, whatever they filled in', async () => {
    const root = await foundation(SCHOOLS)
    const run = await clausule(root, ['compare', '--reference', 'bond/protocol', '--lang', 'nl'])
    expect(run.out).toContain('School eik, School es')
    expect(run.out).toContain(
      'Scholen: 4. Bepalingen van het model: 5. Afwijkingen: 2, waarvan zonder reden: 0. Keuzes die het model biedt, anders gemaakt dan gebruikelijk: 2. Eigen bepalingen: 1.',
    )
    expect(run.out).toContain('Niet van bond/protocol gemaakt, en niet vergeleken: los/regels')
  })

  it('says of each school against which edition it is held, and who is behind the newest', async () => {
    const all = (root: string) => clausule(root, ['compare', '--reference', 'bond/protocol'])
    const root = await foundation({ beuk: SCHOOLS.beuk, eik: SCHOOLS.eik })
    const { out } = await all(root)
    expect(out).toContain('Held against: bond/protocol, each school against the edition it has')
    expect(out).not.toContain('older edition')
    // A locked provision has other words in the next edition: nobody has it yet.
    const next = readFileSync(join(root, 'templates/bond/protocol.md'), 'utf8')
      .replace('version: 1.0.0', 'version: 1.1.0')
      .replace('Pesten is verboden', 'Pesten en uitsluiten is verboden')
    for (const file of ['protocol.md', 'releases/protocol@1.1.0.md']) writeFileSync(join(root, 'templates/bond', file), next)
    const later = (await all(root)).out
    expect(later).toContain(
      'than the newest (1.1.0), of which it is not told how they stand to that: 2. School beuk (1.0.0), School eik (1.0.0).',
    )
    const { newest } = JSON.parse((await clausule(root, ['compare', '--reference', 'bond/protocol', '--json'])).out)
    expect(newest).toBe('1.1.0')
  })

  it('are written in every format, and name a locked provision that was changed as an error', async () => {
    const root = await foundation({ ...SCHOOLS, iep: (text) => text.replace('Pesten is verboden', 'Pesten mag niet') })
    for (const format of ['html', 'pdf', 'xlsx', 'docx', 'csv']) {
      const run = await clausule(root, ['compare', '--reference', 'bond/protocol', '--format', format])
      expect(run.code).toBe(1)
      expect(run.err).toContain('clause/locked')
      expect(run.out).toContain(`out/comparison/bond-protocol-deviations.${format}`)
    }
    const page = readFileSync(join(root, 'out/comparison/bond-protocol-deviations.html'), 'utf8')
    expect(page).toContain('Wij zijn klein.')
  })

  it('leave a school out whose edition is gone, and say so', async () => {
    const root = await foundation({ ...SCHOOLS, iep: (text) => text.replace('version: 1.0.0', 'version: 9.0.0') })
    const run = await clausule(root, ['compare', '--reference', 'bond/protocol', '--json'])
    expect(run.err).toContain('extends/missing')
    expect(JSON.parse(run.out).schools).toHaveLength(4)
  })

  it('are asked of one edition where it is named, and not beside what compares schools', async () => {
    const root = await foundation(SCHOOLS)
    const run = await clausule(root, ['compare', 'eik', 'es', '--reference', 'bond/protocol@1.0.0', '--json'])
    expect(JSON.parse(run.out).schools).toHaveLength(2)
    const older = await clausule(root, ['compare', '--reference', 'bond/protocol@1.0.0'])
    // Of another edition is not the same as of no edition.
    expect(older.out).toContain('Not made from bond/protocol@1.0.0, and not compared: los/regels')
    const wrong = await clausule(root, ['compare', '--reference', 'bond/protocol', '--for', 'eik'])
    expect(wrong).toMatchObject({ code: 2 })
  })

  it('have a column for each text, told apart by its name where a school has two', async () => {
    const root = await foundation({ beuk: SCHOOLS.beuk, eik: SCHOOLS.eik })
    await clausule(root, ['adapt', 'bond/protocol', '--organisation', 'eik', '--as', 'bovenbouw', '--answers', 'a.yaml'])
    const { schools } = JSON.parse((await clausule(root, ['compare', '--reference', 'bond/protocol', '--json'])).out)
    expect(schools.map(({ name }: { readonly name: string }) => name)).toEqual([
      'School beuk',
      'School eik, bovenbouw',
      'School eik, protocol',
    ])
  })

  it('say in which clause a provision stands that is in another, and which others a clause of the school covers', async () => {
    const moved = (text: string) =>
      text.replace(/^3\. De pers.*\n4/m, '3').concat('4. De directie spreekt de pers. {#woord covers=pers}\n')
    const root = await foundation({ wilg: moved })
    const { provisions, own } = JSON.parse((await clausule(root, ['compare', '--reference', 'bond/protocol', '--json'])).out)
    const press = provisions.find(({ id }: { id: string }) => id === 'pers')
    expect(press.stands).toMatchObject([{ kind: 'covered', covers: ['woord'] }])
    expect(own).toMatchObject([{ id: 'woord', covers: ['pers'] }])
    const page = await clausule(root, ['compare', '--reference', 'bond/protocol', '--format', 'markdown'])
    expect(page.out).toContain('stands in: woord')
    expect(page.out).toContain('also says: pers')
  })
})

test('the register of one school says that its text is a draft, and the matrix of all says of none', async () => {
  const root = await foundation({ eik: SCHOOLS.eik })
  const page = async (name: string) => {
    await clausule(root, ['deviations', name, '--format', 'html', '--output', 'page.html'])
    return readFileSync(join(root, 'page.html'), 'utf8')
  }
  expect(await page('eik/protocol')).toContain('<title>Draft – ')
  const path = join(root, 'policies/eik/protocol.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^status: .*$/m, 'status: adopted'))
  expect(await page('eik/protocol')).not.toContain('<title>Draft – ')
  expect(await page('bond/protocol')).not.toContain('<title>Draft – ')
})
