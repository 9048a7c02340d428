import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../../src/cli/program.js'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { filesIn, folder } from '../support/workspace.js'

const model = (version: string, body: string, ...more: readonly string[]) =>
  edition(version, ['dagen: { type: number, default: 5 }', ...more], body)

const ONE = model(
  '1.0.0',
  '1. Antwoord binnen {{dagen}} dagen. {#dagen}\n2. Vraag toestemming. {#foto}\n3. Meld een lek. {#lek}\n4. Pesten is verboden. {#pesten .locked}\n',
)
const TWO = model(
  '1.1.0',
  '1. Antwoord binnen {{dagen}} dagen. {#dagen}\n2. Vraag schriftelijk toestemming. {#foto}\n3. Meld een lek bij {{wie}}. {#lek}\n4. Pesten is verboden. {#pesten .locked}\n',
  'wie: { type: role, description: Wie een lek hoort }',
)

/** A school that adapted the first edition, and what it changed afterwards. */
async function school(change: (text: string) => string = (text) => text): Promise<string> {
  const root = folder({
    'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n',
    ...sector(ONE, TWO),
  })
  await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde'])
  put(root, change(text(root)))
  return root
}

const path = 'policies/linde/protocol.md'
const text = (root: string): string => readFileSync(join(root, path), 'utf8')
const put = (root: string, source: string): void => writeFileSync(join(root, path), source)
const edited = (source: string) => source.replace('Meld een lek.', 'Meld een datalek.')
const run = (root: string, ...argv: string[]) => clausule(root, argv)
const NAME = 'linde/protocol'
const ANSWERS = 'answers: { wie: de directie }\n'

describe('upgrade', () => {
  it('shows what will happen and what is asked, and writes nothing', async () => {
    const root = await school(edited)
    const before = [filesIn(root), text(root)]
    const { code, out } = await run(root, 'upgrade', NAME)
    expect(code).toBe(0)
    expect(out).toContain('From edition: 1.0.0 · To edition: 1.1.0')
    expect(out).toContain('Provisions that the school has to decide on: 1;')
    expect(out).toContain('The template asks something new that needs an answer: wie')
    expect(out).toContain('Vraag {+schriftelijk +}toestemming.')
    expect([filesIn(root), text(root)]).toEqual(before)
  })

  it('counts what stays out with a heading that the school left out among what stays', async () => {
    const with_ = (version: string, more: string) =>
      model(version, `1. Antwoord binnen {{dagen}} dagen. {#dagen}\n\n# Klachten {#klachten}\n\n1. Klaag snel. {#klaag}\n${more}`)
    const root = folder({
      'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n',
      ...sector(with_('1.0.0', ''), with_('1.1.0', '2. Er is een register. {#register}\n')),
    })
    await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde'])
    put(root, text(root).replace(/# Klachten[\s\S]*/, ''))
    const { out } = await run(root, 'upgrade', NAME)
    expect(out).toContain('Provisions that change: 0; that stay as the school wrote them: 3;')
    expect(out).not.toContain('What changes')
    expect(out).toContain('Belongs to klachten and is decided with it.')
  })

  it('takes decisions and answers from a file, keeps them, and has nothing to do a second time', async () => {
    const root = await school(edited)
    const sheet = (await run(root, 'upgrade', NAME, '--decisions', '-')).out
    expect(sheet).toContain('- clause: lek\n    # Het model was: Meld een lek.\n')
    writeFileSync(
      join(root, 'd.yaml'),
      sheet
        .replace('wie:', 'wie: de directie')
        .replace(/choice: #.*/, 'choice: own')
        .replace('why:', 'why: Zo heet het.')
        .replace('words:', 'words: Meld een datalek bij {{wie}}.'),
    )
    const done = await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(text(root)).toContain('2. Vraag schriftelijk toestemming. {#foto}\n3. Meld een datalek bij {{wie}}. {#lek}\n')
    expect(text(root)).toMatch(
      /lek:\n +choice: own\n +from: 1\.0\.0\n +to: 1\.1\.0\n +provision: sha256:[0-9a-f]{64}\n +date: \d{4}-\d{2}-\d{2}\n +why: Zo heet het\.\n +text: sha256:[0-9a-f]{64}/,
    )
    expect(text(root)).toContain('wie: de directie')
    expect((await run(root, 'lint')).out).toContain('no findings')
    const after = text(root)
    await run(root, 'upgrade', NAME, '--apply')
    expect(text(root)).toBe(after)
    // The file that was applied, once more: all of it is there.
    const again = await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toContain('Nothing is asked. Provisions that change: 0;')
    expect(text(root)).toBe(after)
  })

  it.each([
    ['other words', (sheet: string) => sheet.replace('datalek bij', 'lek bij')],
    ['another choice', (sheet: string) => sheet.replace('choice: own', 'choice: keep')],
    ['another reason', (sheet: string) => sheet.replace('why: Zo', 'why: Omdat zo')],
    ['another answer', (sheet: string) => sheet.replace('wie: de directie', 'wie: de mentor')],
    ['a clause that was not decided', (sheet: string) => `${sheet}  - { clause: foto, choice: keep }\n`],
  ])('refuses a file that was applied, with %s in it since', async (_, change) => {
    const root = await school(edited)
    const sheet = (await run(root, 'upgrade', NAME, '--decisions', '-')).out
      .replace('wie:', 'wie: de directie')
      .replace(/choice: #.*/, 'choice: own')
      .replace('why:', 'why: Zo heet het.')
      .replace('words:', 'words: Meld een datalek bij {{wie}}.')
    writeFileSync(join(root, 'd.yaml'), sheet)
    await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')
    const after = text(root)
    writeFileSync(join(root, 'd.yaml'), change(sheet))
    const again = await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')
    expect(again.err).toContain('expected one that was made of the texts as they are now')
    expect([again.code, text(root)]).toEqual([1, after])
  })

  it('keeps the words of the school where nobody decided, without any mark, and lint names them', async () => {
    const root = await school(edited)
    writeFileSync(join(root, 'd.yaml'), ANSWERS)
    const done = await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')
    expect(done.code).toBe(0)
    expect(text(root)).toContain('3. Meld een datalek. {#lek}')
    expect(text(root)).not.toMatch(/[<>=]{4}/)
    expect((await run(root, 'lint')).err).toContain('Unexpected open question about the clause "lek"')
    const asked: string[] = []
    const answers = ['template', 'Nu wel.']
    await clausule(root, ['upgrade', NAME, '--apply'], {
      terminal: { in: true, out: true, err: true },
      ask: async (question) => {
        asked.push(question)
        return answers.shift() ?? ''
      },
    })
    expect(asked[0]).toBe('keep, template, own []: ')
    expect(text(root)).toContain('3. Meld een lek bij {{wie}}. {#lek}')
    expect((await run(root, 'lint')).out).toContain('no findings')
  })

  it.each([
    [
      'a clause that is not there',
      `${ANSWERS}decisions: [{ clause: film, choice: keep }]\n`,
      'Unexpected decision on the clause "film"',
    ],
    [
      'a clause nothing is asked about',
      `${ANSWERS}decisions: [{ clause: dagen, choice: keep }]\n`,
      'Unexpected decision on the clause "dagen"',
    ],
    [
      'two decisions on one clause',
      `${ANSWERS}decisions: [{ clause: lek, choice: keep }, { clause: lek, choice: template }]\n`,
      'Unexpected second decision on the clause "lek"',
    ],
    [
      'a choice that is not offered',
      `${ANSWERS}decisions: [{ clause: lek, choice: merge }]\n`,
      'Unexpected decision "merge" on the clause "lek"',
    ],
    [
      'words that are no clause',
      `${ANSWERS}decisions: [{ clause: lek, choice: own, words: "# Kop {#x}" }]\n`,
      'Unexpected words for the clause "lek"',
    ],
    ['no words', `${ANSWERS}decisions: [{ clause: lek, choice: own }]\n`, 'Unexpected words for the clause "lek"'],
    ['an answer that is missing', 'decisions: []\n', 'absence of an answer to "wie"'],
    ['an answer to nothing', 'answers: { wie: a, kleur: b }\n', 'Unexpected answer to "kleur"'],
    ['an answer with markup', 'answers: { wie: "<b>x</b>" }\n', 'Unexpected markup in the answer'],
  ])('writes nothing for %s', async (_, sheet, expected) => {
    const root = await school(edited)
    writeFileSync(join(root, 'd.yaml'), sheet)
    const before = text(root)
    const done = await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')
    expect(done.code).not.toBe(0)
    expect(done.err).toContain(expected)
    expect(text(root)).toBe(before)
  })

  it('writes nothing that could not be read again: a clause that is longer on one line than a line may be', async () => {
    const half = 'Dit is er ook bij. '.repeat(600)
    const root = await school((source) => `${source}\n# Bijlage {#bijlage}\n\n${half}\n${half} {#lang}\n`)
    const before = text(root)
    expect((await run(root, 'lint', NAME)).err).not.toContain('error')
    writeFileSync(join(root, 'd.yaml'), ANSWERS)
    const { code, err } = await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')
    expect(code).toBe(1)
    expect(err).toContain('The clause "lang" would be one line of more than 20,000 characters')
    expect(err).toMatch(/^ +\d+:1 .* file\/line/m)
    expect(text(root)).toBe(before)
  })

  it('says where in the file of decisions a wrong one stands, in the language of the policy', async () => {
    const root = await school(edited)
    writeFileSync(
      join(root, 'd.yaml'),
      `${ANSWERS}decisions:\n  - { clause: lek, choice: keep }\n  - { clause: film, choice: keep }\n`,
    )
    const argv = ['upgrade', NAME, '--decisions', 'd.yaml', '--apply']
    expect((await run(root, ...argv)).err).toMatch(/^d\.yaml\n\s+4:5\s/m)
    let said = ''
    const err = (words: string): void => {
      said += words
    }
    // No language is asked for.
    const io = { out: () => {}, cwd: root, env: {}, now: () => 0, terminal: { in: false, out: false, err: false } }
    await runProgram(argv, { ...io, err, ask: () => Promise.resolve('') }, '9.9.9')
    expect(said).toContain('besluit over de bepaling “film”')
  })

  it('refuses a policy that changed after the plan, one that is no draft, and an edition that is gone or is another than it was', async () => {
    const root = await school(edited)
    const sheet = (await run(root, 'upgrade', NAME, '--decisions', '-')).out.replace('wie:', 'wie: ik')
    writeFileSync(join(root, 'd.yaml'), sheet)
    const whole = text(root)
    put(root, whole.replace('Vraag', 'Vraag eerst'))
    expect((await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')).err).toContain(
      'expected one that was made of the texts as they are now',
    )
    put(root, whole.replace('status: draft', 'status: proposed'))
    writeFileSync(join(root, 'e.yaml'), ANSWERS)
    expect((await run(root, 'upgrade', NAME, '--decisions', 'e.yaml', '--apply')).err).toContain('is no draft')
    put(root, whole)
    expect((await run(root, 'upgrade', NAME, '--to', '7.0.0')).err).toContain('extends/missing')
    writeFileSync(join(root, 'templates/bond/releases/protocol@1.0.0.md'), ONE.replace('Meld een lek', 'Meld elk lek'))
    expect((await run(root, 'upgrade', NAME)).err).toContain('extends/pinned')
    expect((await run(root, 'deviations', NAME)).err).toContain('extends/pinned')
    expect((await run(root, 'deviations', 'bond/protocol')).err).toContain('extends no template')
  })
})

describe('deviations', () => {
  it('gives the register in every format, and an error for what is locked', async () => {
    const root = await school((source) =>
      edited(source)
        .replace('Pesten is verboden', 'Pesten mag niet')
        .replace('parameters:', 'deviations:\n  lek: Zo heet het.\nparameters:'),
    )
    const { code, out, err } = await run(root, 'deviations', NAME)
    expect(code).toBe(1)
    expect(err).toContain('Unexpected words in the locked clause "pesten"')
    expect(out).toContain('Provisions of the template: 5. Deviations: 2, of which without a reason: 1.')
    expect(out).toContain('Meld een [-lek-]{+datalek+}.')
    expect(out).toContain('Reason: Zo heet het.')
    const data = JSON.parse((await run(root, 'deviations', NAME, '--json')).out)
    expect(data.provisions.map(({ id, kind, reason }: Record<string, unknown>) => [id, kind, reason])).toEqual([
      ['regels', 'kept', null],
      ['dagen', 'filled', null],
      ['foto', 'kept', null],
      ['lek', 'reworded', 'Zo heet het.'],
      ['pesten', 'locked', null],
    ])
    for (const ending of ['html', 'pdf', 'docx', 'xlsx', 'csv', 'md', 'txt', 'json']) {
      await run(root, 'deviations', NAME, '--output', `register.${ending}`)
      expect(filesIn(root)).toContain(`register.${ending}`)
    }
    for (const ending of ['html', 'pdf', 'docx', 'md', 'txt', 'json']) {
      expect((await run(root, 'upgrade', NAME, '--output', `plan.${ending}`)).code).toBe(0)
      expect(filesIn(root)).toContain(`plan.${ending}`)
    }
  })

  it('says of a reason whether it was given for the words that stand there now', async () => {
    const root = await school(edited)
    const sheet = (await run(root, 'upgrade', NAME, '--decisions', '-')).out
    const own = sheet.replace('choice:', 'choice: own').replace('words:', 'words: Meld een datalek bij de rector.')
    writeFileSync(join(root, 'd.yaml'), own.replace('why:', 'why: Zo heet het.').replace(/answers:\n {2}wie:/, ANSWERS.trim()))
    expect((await run(root, 'upgrade', NAME, '--decisions', 'd.yaml', '--apply')).code).toBe(0)
    const register = async () => {
      const { provisions } = JSON.parse((await run(root, 'deviations', NAME, '--json')).out)
      const { reason, reasonFor } = provisions.find(({ id }: { id: string }) => id === 'lek')
      return [reason, reasonFor, (await run(root, 'deviations', NAME)).out] as const
    }
    const [reason, given, shown] = await register()
    expect([reason, given]).toEqual(['Zo heet het.', 'these'])
    expect(shown).not.toMatch(/other words|it is not known/)
    put(root, text(root).replace('bij de rector', 'aan wie u wilt'))
    const [, later, told] = await register()
    expect(later).toBe('other')
    expect(told).toContain('given for other words than these')
    expect(told).toContain('Reasons given for other words: 1.')
    put(root, text(root).replace('parameters:', 'deviations:\n  lek: Met de hand.\nparameters:'))
    const [byHand, unbound, still] = await register()
    expect([byHand, unbound]).toEqual(['Met de hand.', 'unknown'])
    expect(still).toContain('Reasons of which it is not known whether they were given for the words as they stand now: 1.')
    expect(still).not.toContain('Reasons given for other words')
  })
})
