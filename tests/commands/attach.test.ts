import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { filesIn, folder } from '../support/workspace.js'

const model = (version: string, body: string) =>
  edition(version, ['school: { type: text, example: Basisschool De Eik }', 'dagen: { type: number, default: 5 }'], body)

const ONE = model(
  '1.0.0',
  '1. {{school}} antwoordt een ouder binnen {{dagen}} schooldagen. {#antwoord}\n2. Vraag toestemming voor elke foto van een leerling. {#foto variant=streng}\n3. Vraag eenmaal per jaar toestemming voor foto’s van een leerling. {#foto variant=ruim}\n4. Meld een lek van gegevens dezelfde dag. {#lek .locked}\n',
)
const TWO = model(
  '1.1.0',
  '1. {{school}} antwoordt een ouder binnen {{dagen}} schooldagen, ook in een toetsweek. {#antwoord}\n2. Vraag schriftelijk toestemming voor elke foto van een leerling. {#foto variant=streng}\n3. Vraag eenmaal per jaar schriftelijk toestemming voor foto’s van een leerling. {#foto variant=ruim}\n4. Meld een lek van gegevens dezelfde dag. {#lek .locked}\n',
)
const SCHOOL = `---
title: Protocol van De Linde
organisation: linde
version: 1.0.0
status: draft
lang: nl
---

# Onze regels {#lek}

1. De Linde antwoordt een ouder binnen 3 schooldagen. {#ouder}
2. Vraag eenmaal per jaar toestemming voor foto’s van een leerling. {#beeld}
3. Meld een lek van gegevens dezelfde dag, zie [](#beeld). {#melden}
4. De fietsen staan in het rek. {#foto}
`

const path = 'policies/linde/protocol.md'
const NAME = 'linde/protocol'
const text = (root: string): string => readFileSync(join(root, path), 'utf8')
const put = (root: string, name: string, source: string): void => writeFileSync(join(root, name), source)
const run = (root: string, ...argv: string[]) => clausule(root, argv)
const workspace = (more: Readonly<Record<string, string>> = {}) =>
  folder({
    'policies/linde/organisation.yaml': 'name: De Linde\n',
    [path]: SCHOOL,
    ...sector(ONE, TWO),
    ...more,
  })
const TEMPLATE = ['--template', 'bond/protocol@1.0.0'] as const
const proposed = async (root: string): Promise<string> => (await run(root, 'attach', NAME, ...TEMPLATE, '--decisions', '-')).out

describe('attach', () => {
  it('shows what it proposes, and writes nothing', async () => {
    const root = workspace()
    const before = [filesIn(root), text(root)]
    const { code, out } = await run(root, 'attach', NAME, ...TEMPLATE)
    expect(code).toBe(0)
    expect(out).toContain('Clauses of the school: 5. Surely a provision of the template: 4;')
    expect(out).toContain("The school's own\n\n4 De fietsen staan in het rek. #foto")
    const { clauses, filled } = JSON.parse((await run(root, 'attach', NAME, ...TEMPLATE, '--json')).out)
    expect(clauses.map((each: Record<string, unknown>) => `${each.clause} ${each.provision} ${each.variant}`)).toEqual([
      'lek regels null',
      'ouder antwoord null',
      'beeld foto ruim',
      'melden lek null',
      'foto null null',
    ])
    expect(filled).toEqual({ school: 'De Linde', dagen: 3 })
    expect([filesIn(root), text(root)]).toEqual(before)
  })

  it('knows a clause by other words that stand beside the template, and refuses words that it cannot take', async () => {
    const school = SCHOOL.replace('Meld een lek van gegevens dezelfde dag', 'Wie iets kwijt is, belt nog vandaag de functionaris')
    const beside = 'templates/bond/protocol.wordings.yaml'
    const known = async (wordings: string): Promise<string | null> => {
      const root = workspace({ [path]: school, [beside]: wordings })
      const { clauses } = JSON.parse((await run(root, 'attach', NAME, ...TEMPLATE, '--json')).out)
      return clauses.find(({ clause }: Record<string, unknown>) => clause === 'melden').provision
    }
    expect(await known('{}\n')).not.toBe('lek')
    expect(await known('lek: ["Wie iets kwijt is, belt nog vandaag de functionaris."]\n')).toBe('lek')
    const root = workspace({ [beside]: 'antwoord: [Bel terug.]\nlekkage: [Meld het.]\n' })
    const before = [filesIn(root), text(root)]
    const wrong = await run(root, 'attach', NAME, ...TEMPLATE)
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(/protocol\.wordings\.yaml\n +2:1 +error +.*"lekkage".* wording\/value\n/)
    expect([filesIn(root), text(root)]).toEqual(before)
  })

  it('gives confirmed clauses the ids of the template, and is then like a text that was adapted', async () => {
    const root = workspace({
      'policies/concordance.yaml': 'pairs:\n  - { a: linde/protocol#beeld, b: eik/protocol#beeld, grade: same }\n',
    })
    put(root, 'd.yaml', await proposed(root))
    const done = await run(root, 'attach', NAME, '--decisions', 'd.yaml', '--apply')
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toContain('Attached clauses: 4 of 5.')
    expect(text(root).slice(text(root).indexOf('# Onze'))).toBe(`# Onze regels {#regels}

1. De Linde antwoordt een ouder binnen 3 schooldagen. {#antwoord}
2. Vraag eenmaal per jaar toestemming voor foto’s van een leerling. {#foto variant=ruim}
3. Meld een lek van gegevens dezelfde dag, zie [](#foto). {#lek}
4. De fietsen staan in het rek. {#foto-2}
`)
    expect(readFileSync(join(root, 'policies/concordance.yaml'), 'utf8')).toContain(
      'a: linde/protocol#foto, b: eik/protocol#beeld',
    )
    // Words that it never had are no words that it changed.
    const linted = await run(root, 'lint', NAME)
    expect([
      linted.code,
      linted.err
        .match(/(?:error|warning) +Unexpected words in the clause "lek", expected those that the template has locked/)?.[0]
        .slice(0, 7),
    ]).toEqual([0, 'warning'])
    const register = JSON.parse((await run(root, 'deviations', NAME, '--json')).out).provisions
    const kinds = register.map(({ id, kind, filled }: Record<string, unknown>) => [id, kind, filled])
    expect(kinds).toEqual([
      ['regels', 'reworded', {}],
      ['antwoord', 'filled', { school: 'De Linde', dagen: 3 }],
      ['foto', 'variant', {}],
      ['lek', 'locked', {}],
      ['foto-2', 'added', {}],
    ])
    const upgraded = await run(root, 'upgrade', NAME, '--to', '1.1.0', '--apply')
    expect(upgraded.code).toBe(0)
    expect(text(root)).toContain('1. De Linde antwoordt een ouder binnen 3 schooldagen, ook in een toetsweek. {#antwoord}')
    expect(text(root)).toContain('2. Vraag eenmaal per jaar schriftelijk toestemming')
    expect(text(root)).toContain('4. De fietsen staan in het rek. {#foto-2}')
  })

  it('keeps what a clause covers beside its own provision, so that the register does not call that dropped', async () => {
    const root = workspace()
    put(
      root,
      'd.yaml',
      'clauses: [{ clause: beeld, provision: foto, variant: ruim, covers: [antwoord] }, { clause: ouder, covers: [antwoord] }]\n',
    )
    await run(root, 'attach', NAME, ...TEMPLATE, '--decisions', 'd.yaml', '--apply')
    expect(text(root)).toContain('{#foto variant=ruim covers=antwoord}')
    expect(text(root)).toContain('{#ouder covers=antwoord}')
    const register = JSON.parse((await run(root, 'deviations', NAME, '--json')).out).provisions
    const about = register.find(({ id }: { readonly id: string }) => id === 'antwoord')
    expect(about).toMatchObject({ kind: 'covered', covers: ['ouder', 'foto'] })
    expect((await run(root, 'deviations', NAME)).out).toContain('said to stand in another clause\n  stands in: ouder, foto')
  })

  it('leaves a release as it is, and versions are compared as before', async () => {
    const released = SCHOOL.replace('status: draft', 'status: adopted').replace(
      'lang: nl\n',
      'lang: nl\napprovals:\n  - { body: Bestuur, date: 2026-01-01, right: adoption }\n',
    )
    const draft = SCHOOL.replace('version: 1.0.0', 'version: 1.1.0').replace('3 schooldagen', '4 schooldagen')
    const root = workspace({ [path]: draft, 'policies/linde/releases/protocol@1.0.0.md': released })
    put(root, 'd.yaml', await proposed(root))
    await run(root, 'attach', NAME, '--decisions', 'd.yaml', '--apply')
    expect(readFileSync(join(root, 'policies/linde/releases/protocol@1.0.0.md'), 'utf8')).toBe(released)
    const { summary } = JSON.parse((await run(root, 'diff', `${NAME}@1.0.0`, NAME, '--json')).out)
    expect(summary).toMatchObject({ unchanged: 4, edited: 1, added: 0, removed: 0, moved: 0 })
  })

  it('asks one by one on a terminal', async () => {
    const root = workspace()
    const asked: string[] = []
    const answers = ['nee', 'ja', 'nergens', 'foto', 'nee', '']
    await clausule(root, ['attach', NAME, ...TEMPLATE, '--apply'], {
      terminal: { in: true, out: true, err: true },
      ask: async (question) => {
        asked.push(question)
        return answers.shift() ?? ''
      },
    })
    expect(asked[0]).toBe('Sure clauses: 4. Take them all (yes), or ask one by one (no) []: ')
    expect(asked).toHaveLength(6)
    expect(text(root).match(/\{#.*\}/g)).toHaveLength(5)
  })

  it('asks which provision a clause is where none is likely: a yes to nothing is no answer', async () => {
    const faint = SCHOOL.replace('De fietsen staan in het rek. {#foto}', 'De leraar meldt vragen van leerlingen. {#vraag}')
    const root = workspace({ [path]: faint })
    const asked: string[] = []
    const told: string[] = []
    const answers = ['ja', 'ja', 'foto']
    await clausule(root, ['attach', NAME, ...TEMPLATE, '--apply'], {
      terminal: { in: true, out: true, err: true },
      err: (words) => void told.push(words),
      ask: async (question) => {
        asked.push(question)
        return answers.shift() ?? ''
      },
    })
    expect(told.join('')).toContain('Perhaps foto, streng: Vraag')
    expect(told.join('')).not.toContain('Another clause')
    const open = "Which provision is it (a name; empty: the school's own) []: "
    // What was answered second was no name, so it is asked again; the third names one that another clause is.
    expect(asked.slice(1, 3)).toEqual([open, open])
    expect(text(root)).toContain('De leraar meldt vragen van leerlingen. {#vraag covers=foto}')
    expect(text(root)).toContain('foto’s van een leerling. {#foto variant=ruim}')
  })

  it('asks on a terminal of what is proposed before what only may be a provision, and of what is sure last', async () => {
    const mixed = SCHOOL.replace(
      '4. De fietsen staan in het rek. {#foto}',
      '4. De leraar meldt vragen van leerlingen. {#vraag}\n5. Een lek van gegevens melden wij ook. {#nog-eens}',
    )
    const root = workspace({ [path]: mixed })
    const proposal = JSON.parse((await run(root, 'attach', NAME, ...TEMPLATE, '--json')).out).clauses
    const of = (name: string) => proposal.find(({ clause }: { readonly clause: string }) => clause === name)
    const told: string[] = []
    const asked: string[] = []
    await clausule(root, ['attach', NAME, ...TEMPLATE, '--apply'], {
      terminal: { in: true, out: true, err: true },
      err: (words) => void told.push(words),
      ask: async (question) => {
        asked.push(question)
        return 'nee'
      },
    })
    const order = [...told.join('').matchAll(/^\d+\/\d+ (\S+)$/gm)].map(([, name]) => name)
    const sure = proposal.filter((each: { readonly sure: boolean }) => each.sure).map(({ clause }: { clause: string }) => clause)
    expect(of('nog-eens')).toMatchObject({ sure: false, covers: ['lek'] })
    expect(of('vraag')).toMatchObject({ sure: false, provision: null, covers: [] })
    expect(order.slice(0, 2)).toEqual(['nog-eens', 'vraag'])
    expect(order.slice(2).sort()).toEqual(sure.sort())
  })

  it('writes nothing where a person says no to every clause, not even that the text belongs to the template', async () => {
    const root = workspace()
    const before = [filesIn(root), text(root)]
    let asked = 0
    const { code, err } = await clausule(root, ['attach', NAME, ...TEMPLATE, '--apply'], {
      terminal: { in: true, out: true, err: true },
      ask: async () => {
        asked++
        return 'nee'
      },
    })
    expect([asked, code]).toEqual([5, 1])
    expect(err).toContain('No clause is confirmed to be or to say a provision, so nothing is attached')
    expect([filesIn(root), text(root)]).toEqual(before)
  })

  it('takes in no more of a text that is attached where a person says no to what is asked, and loses nothing of it', async () => {
    const root = workspace()
    put(root, 'd.yaml', 'clauses: [{ clause: beeld, provision: foto, variant: ruim }]\n')
    await run(root, 'attach', NAME, ...TEMPLATE, '--decisions', 'd.yaml', '--apply')
    const before = text(root)
    const { code } = await clausule(root, ['attach', NAME, '--apply'], {
      terminal: { in: true, out: true, err: true },
      ask: async () => 'nee',
    })
    expect([code, text(root)]).toEqual([0, before])
  })

  it('writes no value on a terminal that nobody confirmed, and none of a clause that was refused', async () => {
    const at = async (...answers: readonly string[]) => {
      const root = workspace()
      const asked: string[] = []
      const { err } = await clausule(root, ['attach', NAME, ...TEMPLATE, '--apply'], {
        terminal: { in: true, out: true, err: true },
        ask: async (question) => {
          asked.push(question)
          return answers[asked.length - 1] ?? ''
        },
      })
      return {
        asked: asked.map((each) => each.replace(/\. .*/, '')),
        err,
        parameters: /parameters:\n( .*\n)*/.exec(text(root))?.[0],
      }
    }
    const refused = await at('nee', 'nee', 'nee', 'nee', 'nee')
    expect([refused.asked.length, refused.parameters]).toEqual([5, undefined])
    expect(refused.err).toContain('Template, foto, ruim (')
    const half = await at('ja', 'ja', 'nee')
    expect(half.asked.slice(1)).toEqual(['Filled in for school: De Linde', 'Filled in for dagen: 3'])
    expect(half.parameters).toBe('parameters:\n  school: De Linde\n')
    const mended = await at('ja', 'De Lindeschool', 'drie', '4')
    expect(mended.err).toContain('Unexpected answer "drie" to "dagen"')
    expect(mended.parameters).toBe('parameters:\n  school: De Lindeschool\n  dagen: 4\n')
  })

  it.each([
    ['a clause that is not there', 'clauses: [{ clause: film, provision: foto }]', 'Unexpected decision on the clause "film"'],
    [
      'two decisions on one clause',
      'clauses: [{ clause: beeld, provision: foto }, { clause: beeld, provision: lek }]',
      'Unexpected second decision on the clause "beeld"',
    ],
    [
      'two clauses for one provision',
      'clauses: [{ clause: beeld, provision: foto }, { clause: foto, provision: foto }]',
      'Unexpected provision "foto" for the clause "foto", expected one that no other clause is: "beeld" is already',
    ],
    [
      'a provision that is not there',
      'clauses: [{ clause: beeld, provision: fotos }]',
      'Unexpected decision "fotos" on the clause "beeld"',
    ],
    [
      'a variant that is not there',
      'clauses: [{ clause: beeld, provision: foto, variant: mild }]',
      'Unexpected decision "mild" on the clause "beeld"',
    ],
    ['a heading for a rule', 'clauses: [{ clause: lek, provision: foto }]', 'Unexpected provision "foto" for the clause "lek"'],
    [
      'a provision it covers that is not there',
      'clauses: [{ clause: beeld, provision: foto, covers: [x] }]',
      'Unexpected decision "x"',
    ],
    ['an answer of the wrong type', 'parameters: { dagen: veel }', 'Unexpected answer "veel" to "dagen"'],
    ['an answer to nothing', 'parameters: { kleur: blauw }', 'Unexpected answer to "kleur"'],
    ['a file of another text', `plan: sha256:${'0'.repeat(64)}`, 'expected one that was made of the texts as they are now'],
    [
      'what confirms nothing',
      'parameters: { dagen: 3 }\nclauses: [{ clause: beeld }]',
      'No clause is confirmed to be or to say a provision',
    ],
    ['what is no sheet', 'besluiten: []', 'Unexpected key "besluiten"'],
  ])('writes nothing for %s', async (_, sheet, expected) => {
    const root = workspace()
    const before = [filesIn(root), text(root)]
    put(root, 'd.yaml', `${sheet}\n`)
    const { code, err } = await run(root, 'attach', NAME, ...TEMPLATE, '--decisions', 'd.yaml', '--apply')
    expect(code).toBe(1)
    expect(err).toContain(expected)
    expect([filesIn(root).filter((file) => file !== 'd.yaml'), text(root)]).toEqual(before)
  })

  it('holds the texts of other schools beside it that are attached to the template, and says whose', async () => {
    const said = 'Wat een gezin vraagt, blijft bij ons geen week liggen.'
    const others = {
      'policies/berk/organisation.yaml': 'name: De Berk\n',
      'policies/berk/protocol.md': SCHOOL.replace('organisation: linde', 'organisation: berk').replace(
        /1\. De Linde .*? \{/,
        `1. ${said} {`,
      ),
    }
    const root = workspace({
      ...others,
      [path]: SCHOOL.replace(/1\. De Linde .*? \{/, `1. ${said.replace('geen week', 'geen volle week')} {`),
    })
    const seen = async () => JSON.parse((await run(root, 'attach', NAME, ...TEMPLATE, '--json')).out)
    const before = await seen()
    expect(before.beside).toEqual([])
    expect(before.clauses[1]).toMatchObject({ clause: 'ouder', provision: null })
    put(root, 'd.yaml', 'template: bond/protocol@1.0.0\nclauses:\n  - { clause: ouder, provision: antwoord }\n')
    expect(await run(root, 'attach', 'berk/protocol', '--decisions', 'd.yaml', '--apply')).toMatchObject({ code: 0, err: '' })
    const after = await seen()
    expect(after.beside).toEqual(['De Berk'])
    expect(after.clauses[1]).toMatchObject({ clause: 'ouder', provision: 'antwoord' })
    expect((await run(root, 'attach', NAME, ...TEMPLATE)).out).toContain('for it is attached to this template already: De Berk')
  })

  it('writes nothing when the policy was edited after the proposal', async () => {
    const root = workspace()
    put(root, 'd.yaml', await proposed(root))
    put(root, path, SCHOOL.replace('fietsen', 'rijwielen'))
    const { code, err } = await run(root, 'attach', NAME, '--decisions', 'd.yaml', '--apply')
    expect(code).toBe(1)
    expect(err).toContain('expected one that was made of the texts as they are now')
    expect(text(root)).toContain('rijwielen staan in het rek. {#foto}')
  })

  it.each([
    ['an unknown template', ['--template', 'bond/protocool@1.0.0'], 1, 'bond/protocool'],
    ['an edition that is gone', ['--template', 'bond/protocol@0.9.0'], 1, '0.9.0'],
    ['no template', [], 2, 'Say with --template'],
    ['nothing that is confirmed', [...TEMPLATE, '--apply'], 2, 'Say with --decisions'],
    ['a file that is not there', [...TEMPLATE, '--decisions', 'weg.yaml'], 2, 'There is no file weg.yaml'],
  ] as const)('says what is wrong for %s', async (_, argv, code, expected) => {
    const root = workspace()
    const done = await run(root, 'attach', NAME, ...argv)
    expect(done.err).toContain(expected)
    expect(done.code).toBe(code)
    expect(text(root)).toBe(SCHOOL)
  })

  it('refuses a text that is no draft, and one that belongs to another template', async () => {
    const adopted = workspace({ [path]: SCHOOL.replace('status: draft', 'status: adopted') })
    put(adopted, 'd.yaml', await proposed(adopted))
    expect((await run(adopted, 'attach', NAME, '--decisions', 'd.yaml', '--apply')).err).toContain('is no draft')
    const other = workspace({
      [path]: SCHOOL.replace(
        'lang: nl',
        `lang: nl\nextends: { template: eik/protocol, version: 1.0.0, hash: "sha256:${'0'.repeat(64)}" }`,
      ),
    })
    expect((await run(other, 'attach', NAME, ...TEMPLATE)).err).toContain('belongs to eik/protocol@1.0.0 already')
  })
})
