import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { importDocument } from '../../../src/import/index.js'
import { type Declaration, isDeclared, type Policy } from '../../../src/model/index.js'
import { clausule } from '../../support/cli.js'
import { folder } from '../../support/workspace.js'
import * as models from './documents.js'
import { EXPECTED, FITTED, HELD_BACK } from './expected.js'
import { score } from './score.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const DOCUMENTS: Readonly<Record<string, readonly [file: string, bytes: Uint8Array]>> = {
  klachten: ['klachten.docx', models.klachten()],
  attendance: ['attendance.docx', models.attendance()],
  telefoons: ['telefoons.html', bytesOf(models.telefoons)],
  safety: ['safety.html', bytesOf(models.safety)],
  verzuim: ['verzuim.txt', bytesOf(models.verzuim)],
  volunteers: ['volunteers.txt', bytesOf(models.volunteers)],
}

const imported = async (name: string) => {
  const [file, bytes] = DOCUMENTS[name] as (typeof DOCUMENTS)[string]
  const { value } = await importDocument(bytes, file, { asTemplate: true, organisation: 'bond', version: '1.0.0' })
  if (!value) throw new Error(`${name} was not imported`)
  return value
}

describe.each([...FITTED, ...HELD_BACK])('the model %s', (name) => {
  it('becomes what a careful editor makes of it', async () => {
    const { missed, wrong } = score(await imported(name), EXPECTED[name] as (typeof EXPECTED)[string])
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] })
  })

  it('keeps its words: with the blanks and marks put back, the template prints the model', async () => {
    const { receipt } = await imported(name)
    expect(receipt.unaccounted).toEqual([])
    expect(receipt.findings.filter(({ rule }) => rule.startsWith('import/') && rule !== 'import/missing')).toEqual([])
  })

  it('is linted and adapted at once, and built by the school', async () => {
    const [file, bytes] = DOCUMENTS[name] as (typeof DOCUMENTS)[string]
    const root = folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n' })
    writeFileSync(join(root, file), bytes)
    const made = await clausule(root, ['import', '--as-template', file, '--as', 'model', '--organisation', 'De Bond', '--json'])
    expect(made.code).toBe(0)
    expect(JSON.parse(made.out).receipt.guesses.length).toBeGreaterThan(5)
    expect((await clausule(root, ['lint', 'de-bond/model'])).code).toBe(0)
    writeFileSync(join(root, 'a.yaml'), answers((await imported(name)).policy))
    const adapted = await clausule(root, ['adapt', 'de-bond/model', '--organisation', 'linde', '--answers', 'a.yaml'])
    expect(adapted).toMatchObject({ code: 0, err: '' })
    expect((await clausule(root, ['lint', 'linde/model'])).code).toBe(0)
    expect((await clausule(root, ['build', 'linde/model', '--format', 'markdown'])).code).toBe(0)
    expect((await clausule(root, ['deviations', 'linde/model', '--json'])).out).not.toContain('"reworded"')
  })
})

describe('a template of ours as a Word file', () => {
  it('comes back as a template: variants, optional and locked provisions, guidance and blanks', async () => {
    const root = folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n' })
    expect((await clausule(root, ['build', 'sector/absence@1.0.0', '--format', 'docx'])).code).toBe(0)
    const file = 'out/sector/absence-1.0.0.docx'
    const made = await clausule(root, ['import', '--as-template', file, '--as', 'verzuim', '--organisation', 'De Bond', '--json'])
    expect(made.code).toBe(0)
    const found = JSON.parse(made.out).receipt.guesses as readonly { kind: string; stood: string }[]
    const of = (kind: string) => found.filter((guess) => guess.kind === kind).map(({ stood }) => stood)
    expect(of('variant')).toHaveLength(2)
    expect(of('optional')).toHaveLength(2)
    expect(of('guidance')).toHaveLength(1)
    expect(of('parameter')).toEqual(expect.arrayContaining(['[school]', '[8.15 uur]', '[4 weken]']))
    expect((await clausule(root, ['lint', 'de-bond/verzuim'])).code).toBe(0)
  })
})

const ANSWERS = { text: 'het antwoord', role: 'de directeur', number: 5, date: '2026-09-01', flag: true, list: ['een', 'twee'] }

/** A sheet with an answer to every question that has no usual one. */
function answers({ metadata: { lang, parameters = {} } }: Policy): string {
  const asked = Object.entries(parameters).filter(([, parameter]) => isDeclared(parameter) && parameter.default === undefined)
  return stringify({
    parameters: Object.fromEntries(
      (asked as [string, Declaration][]).map(([name, { type, values }]) => {
        if (type === 'choice') return [name, values?.[0]]
        return [name, type === 'period' ? { nl: '2 weken', en: '2 weeks' }[lang] : ANSWERS[type]]
      }),
    ),
  })
}
