import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hashPolicy } from '../../src/decide/index.js'
import { lintPolicy } from '../../src/lint/index.js'
import { clauses, hasErrors, organisationSchema } from '../../src/model/index.js'
import { sideOf } from '../../src/papers/index.js'
import { parseYaml, readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { compareVersions } from '../../src/versions/index.js'
import { dictionaryOf } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'

const root = fileURLToPath(new URL('../../policies', import.meta.url))
const load = (name: string) => {
  const read = readPolicy(readFileSync(join(root, `${name}.md`)), `${name}.md`)
  const { value, messages } = resolve(read.value)
  return { ...value, messages: [...read.messages, ...messages, ...lintPolicy(value)] }
}

const organisations = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  // Made with `adapt`: no restatement of what an organisation has.
  .filter((name) => name !== 'voorbeeldschool')
const REVISED = ['allure', 'flex-college'] as const
const names = [
  ...organisations.map((name) => `${name}/social-media`),
  ...REVISED.map((name) => `${name}/releases/social-media@1.0.0`),
]

describe('the founding policies', () => {
  it('are five', () => {
    expect(organisations).toEqual(['aeres', 'allure', 'aloysius', 'casparus', 'flex-college'])
  })

  it.each(names)('%s reads, resolves and lints without an error, and every clause has its id', (name) => {
    const policy = load(name)
    expect(hasErrors(policy.messages)).toBe(false)
    expect(policy.clauses.filter(({ id, kind }) => id === undefined && kind !== 'note')).toEqual([])
  })

  it.each(organisations)('%s has an organisation with a mark of its own', (name) => {
    const file = join(root, name, 'organisation.yaml')
    const rules = {
      syntax: 'organisation/value',
      unknown: 'organisation/value',
      missing: 'organisation/value',
      value: 'organisation/value',
    } as const
    const { value, messages } = parseYaml(readFileSync(file, 'utf8'), organisationSchema, rules, { file, firstLine: 1 })
    expect(messages).toEqual([])
    expect(readFileSync(join(root, name, value?.brand?.mark ?? ''), 'utf8')).toMatch(/^<svg[^>]*viewBox="0 0 120 120"/)
  })

  // Counted by hand in the originals: clauses without their headings.
  it.each([
    ['aeres/social-media', 32],
    ['allure/releases/social-media@1.0.0', 25],
    ['casparus/social-media', 27],
    ['flex-college/releases/social-media@1.0.0', 48],
  ])('%s has as many clauses as its original', (name, count) => {
    expect(load(name).clauses.filter(({ kind }) => kind !== 'section')).toHaveLength(count)
  })

  it('keep the four decisions of Allure', () => {
    expect(load('allure/releases/social-media@1.0.0').policy.metadata.approvals).toMatchObject([
      { date: '2019-06-06', name: 'ICT netwerk' },
      { date: '2019-09-19', name: 'directieboard' },
      { date: '2019-10-01', name: 'D. van Zon', role: 'Vz. GMR' },
      { date: '2019-10-16', name: 'G. J. O. Meskers', role: 'Vz. College van Bestuur' },
    ])
  })

  it('print the labels their originals print, the skipped letter too', () => {
    const labels = load('flex-college/releases/social-media@1.0.0').clauses.flatMap(({ number }) =>
      number?.startsWith('5.1') ? [number] : [],
    )
    expect(labels).toEqual([
      '5.1',
      ...'abcdefgh'.split('').map((letter) => `5.1.${letter}`),
      ...['I', 'II', 'III', 'IV', 'V'].map((roman) => `5.1.h.${roman}`),
      '5.1.i',
      '5.1.k',
    ])
  })

  it.each(REVISED)('%s 1.1.0 names the exact words of the release it goes on from', (name) => {
    const former = readPolicy(readFileSync(join(root, name, 'releases/social-media@1.0.0.md')), name).value
    expect(load(`${name}/social-media`).policy.metadata.predecessor).toEqual({ version: '1.0.0', hash: hashPolicy(former) })
  })
})

// What the two revisions change, written down when they were written: the comparison must find exactly this.
describe('the example revisions', () => {
  const entries = (name: string) => {
    const [old, next] = [`${name}/releases/social-media@1.0.0`, `${name}/social-media`].map((file) => sideOf(load(file), file))
    if (!old || !next) throw new Error('unreachable')
    return compareVersions(old, next, dictionaryOf).value.entries
  }
  const told = (name: string) =>
    entries(name)
      .filter(({ fate, moved, significance }) => fate !== 'unchanged' || moved || significance !== 'none')
      .map(({ fate, moved, old, next }) => {
        const ids = (side: typeof old) => side.map(({ clause }) => clause.id ?? clause.kind).join('+')
        return [moved ? 'moved' : fate, ids(old), ids(next)].filter(Boolean).join(' ')
      })
      .sort()

  it('of FLEX-College are told as they were made', () => {
    expect(told('flex-college')).toEqual(
      [
        'edited afwegingen afwegingen',
        'moved voorkomen-en-herstellen voorkomen-en-herstellen',
        'added ai-beelden',
        'added ai-beeld',
        'added ai-herkenbaar',
        'added ai-vermelden',
        'added ai-melden',
        'edited whatsapp-groep whatsapp-groep',
        'split eigen-kanalen eigen-kanalen+eigen-kanalen-inhoud',
        'edited geen-beelden geen-beelden',
        'edited note note',
        'removed geen-gegevens-anderen',
        'edited twijfel twijfel',
        'unchanged vrienden-met-leerlingen vrienden-met-leerlingen',
        // Their references print "hoofdstuk 5" now: the chapter they point at was renumbered.
        'unchanged account-op-schoolnaam account-op-schoolnaam',
        'unchanged tijdens-de-les tijdens-de-les',
      ].sort(),
    )
  })

  it('of Allure are told as they were made', () => {
    expect(told('allure')).toEqual(
      [
        'edited kernwaarden kernwaarden',
        'edited deel-van-de-samenleving deel-van-de-samenleving',
        'moved foto-toestemming foto-toestemming',
        'split eigen-inschatting eigen-inschatting+ambassadeurs',
        'added accounts',
        'added accountlijst',
        'added account-openen',
        'added account-beelden',
        'added account-overdragen',
        'removed positieve-berichten',
        'edited gesprek-over-ervaringen gesprek-over-ervaringen',
        'edited aanspreken-medewerker aanspreken-medewerker',
        'unchanged melding-vertrouwensinspecteur melding-vertrouwensinspecteur',
      ].sort(),
    )
  })

  it('make the prohibitions they introduce substantive', () => {
    const one = (name: string, id: string) => entries(name).find(({ next }) => next[0]?.clause.id === id)
    for (const entry of [one('flex-college', 'whatsapp-groep'), one('allure', 'gesprek-over-ervaringen')]) {
      expect(entry).toMatchObject({
        significance: 'substantive',
        // Forbidden by another norm, or by a negation of the same.
        reasons: expect.arrayContaining([expect.objectContaining({ kind: expect.stringMatching(/^(?:norm|negation)$/) })]),
      })
    }
  })

  it('take references to renumbered chapters for no edit', () => {
    const same = entries('flex-college').find(({ next }) => next[0]?.clause.id === 'account-op-schoolnaam')
    expect(same).toMatchObject({ fate: 'unchanged', renumbered: true, edits: [] })
    expect(clauses(load('flex-college/social-media').policy).length).toBe(62)
  })
})

describe('the Voorbeeldschool', () => {
  const at = fileURLToPath(new URL('../..', import.meta.url))

  it('adapted a template, gives reasons, and is asked what it and the next edition both changed, and of what is new and optional', async () => {
    expect((await clausule(at, ['lint', 'voorbeeldschool/social-media'])).out).toContain('no findings')
    const data = async (verb: string) => JSON.parse((await clausule(at, [verb, 'voorbeeldschool/social-media', '--json'])).out)
    const { provisions } = await data('deviations')
    const reasons = provisions.flatMap(({ id, kind, reason }: Record<string, unknown>) =>
      kind === 'kept' || kind === 'filled' ? [] : [[id, kind, reason !== null]],
    )
    // By what was changed by hand in the adapted text.
    expect(reasons).toEqual([
      ['verantwoordelijk', 'reworded', false],
      ['in-de-les', 'variant', false],
      ['toestemming', 'reworded', true],
      ['privecontact', 'variant', true],
      ['pers', 'declined', false],
      ['melden', 'reworded', false],
      ['aangifte', 'dropped', true],
      ['mentor-bespreekt', 'added', true],
    ])
    const { steps } = await data('upgrade')
    const asked = steps.flatMap(({ id, asks }: Record<string, unknown>) => (asks ? [id] : []))
    // The second is new in the next edition, and optional.
    expect(asked).toEqual(['toestemming', 'gemaakt-beeld-hulp', 'melden', 'antwoord-op-melding'])
  })
})

describe('Casparus', () => {
  const at = fileURLToPath(new URL('../..', import.meta.url))

  it('is attached to the template, which somebody else wrote: what it covers in other clauses is not called dropped', async () => {
    const { out, code } = await clausule(at, ['deviations', 'casparus/social-media', '--json'])
    const { provisions, messages } = JSON.parse(out)
    const kinds = new Map(provisions.map(({ id, kind, covers }: Record<string, unknown>) => [id, [kind, covers]]))
    // By reading both texts.
    expect(
      ['toestemming', 'privecontact', 'maatregel-medewerker', 'pers', 'lessen', 'veilig-klimaat', 'eigen-mening'].map((id) =>
        kinds.get(id),
      ),
    ).toEqual([
      ['reworded', []],
      ['covered', ['professioneel']],
      ['covered', ['maatregel-leerling']],
      ['unconfirmed', []],
      ['unconfirmed', []],
      ['added', []],
      ['added', ['eigen-naam']],
    ])
    // Words that are locked in the template, which this text never had, are told of and stop nothing.
    expect([
      code,
      messages.map(
        (each: { readonly form: string; readonly values: { readonly id: string } }) => `${each.form} ${each.values.id}`,
      ),
    ]).toEqual([0, ['other fatsoen', 'absent pesten']])
  })
})
