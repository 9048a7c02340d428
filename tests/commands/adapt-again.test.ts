import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { edition, sector } from '../support/template.js'
import { folder } from '../support/workspace.js'

const MODEL = edition(
  '1.0.0',
  ['school: { type: text, default: De Linde }', 'dagen: { type: number, default: 5 }', 'filmt: { type: flag, default: true }'],
  `1. {{school}} antwoordt binnen {{dagen}} dagen. {#antwoord}
2. Elke foto vraagt toestemming van een ouder. {#foto variant=streng}
3. Een herkenbare foto vraagt eenmaal per jaar toestemming. {#foto variant=ruim}
4. Wie filmt, zegt waarvoor. {#filmen when=filmt}
5. De pers belt de directie. {#pers .optional}
6. Pesten is verboden. {#pesten}
`,
)
const path = 'policies/linde/protocol.md'
const NAME = 'linde/protocol'
const text = (root: string): string => readFileSync(join(root, path), 'utf8')
const body = (root: string): readonly string[] =>
  text(root)
    .split('\n')
    .filter((line) => /^\d\./.test(line))
const put = (root: string, name: string, source: string): void => writeFileSync(join(root, name), source)
const again = (root: string, ...argv: string[]) => clausule(root, ['adapt', NAME, '--again', ...argv])

/** A school that adapted the model, and what it changed afterwards. */
async function school(change: (source: string) => string = (source) => source): Promise<string> {
  const root = folder({
    'policies/linde/organisation.yaml': 'name: Basisschool De Linde\n',
    ...sector(MODEL),
  })
  await clausule(root, ['adapt', 'bond/protocol@1.0.0', '--organisation', 'linde'])
  put(root, path, change(text(root)))
  return root
}

describe('adapt --again', () => {
  it('gives the sheet with what was answered before', async () => {
    const root = await school((source) =>
      source
        .replace('dagen: 5', 'dagen: 7')
        .replace(/^.*\{#pers .*\n/m, '')
        .replace('5. Pesten', '4. Pesten'),
    )
    const { out, code } = await again(root, '--answers', '-')
    expect(code).toBe(0)
    expect(out).toContain('  dagen: 7\n')
    expect(out).toContain('  foto: streng\n')
    expect(out).toContain('  pers: false')
    put(root, 'a.yaml', out)
    const before = text(root)
    expect((await again(root, '--answers', 'a.yaml')).code).toBe(0)
    expect(text(root)).toBe(before)
  })

  it('calls what other answers change no new edition', async () => {
    const root = await school()
    put(root, 'a.yaml', 'parameters: { dagen: 7 }\n')
    for (const [lang, title, edition] of [
      ['en', 'Plan within the same edition', 'Edition of the template: 1.0.0, which the text had already'],
      ['nl', 'Plan binnen dezelfde uitgave', 'Uitgave van het model: 1.0.0, die de tekst al had'],
    ] as const) {
      const { out } = await again(root, '--answers', 'a.yaml', '--dry-run', '--lang', lang)
      expect(out).toContain(title)
      expect(out).toContain(edition)
      expect(out).not.toContain('1.0.0 ·')
    }
  })

  it('changes what depends on the new answers, and nothing else', async () => {
    const root = await school((source) => source.replace('Pesten is', 'Pesten en treiteren zijn'))
    put(root, 'a.yaml', 'parameters: { dagen: 3, filmt: nee }\nvariants: { foto: ruim }\noptional: { pers: nee }\n')
    expect(await again(root, '--answers', 'a.yaml')).toMatchObject({ code: 0, err: '' })
    expect(body(root)).toEqual([
      '1. {{school}} antwoordt binnen {{dagen}} dagen. {#antwoord}',
      '2. Een herkenbare foto vraagt eenmaal per jaar toestemming. {#foto variant=ruim}',
      '3. Pesten en treiteren zijn verboden. {#pesten}',
    ])
    expect(text(root)).toContain('dagen: 3\n  filmt: false\n')
    put(root, 'a.yaml', 'parameters: { dagen: 5, filmt: ja }\nvariants: { foto: streng }\noptional: { pers: ja }\n')
    await again(root, '--answers', 'a.yaml')
    expect(body(root).join('\n')).toContain('{#filmen}\n4. De pers belt de directie. {#pers .optional}\n5. Pesten en treiteren')
  })

  it('leaves a clause that was edited, says so, and takes a decision on it', async () => {
    const edited = '2. Elke foto en film vraagt toestemming van een ouder. {#foto variant=streng}'
    const root = await school((source) =>
      source.replace('Elke foto vraagt', 'Elke foto en film vraagt').replace('De pers belt', 'Wie van de pers is, belt'),
    )
    put(root, 'a.yaml', 'variants: { foto: ruim }\noptional: { pers: nee }\n')
    const kept = await again(root, '--answers', 'a.yaml')
    expect(kept.code).toBe(0)
    expect(kept.err).toContain('Unexpected words of your own in the clause "foto"')
    expect(kept.err).toContain('Unexpected words of your own in the clause "pers"')
    expect(body(root)).toContain(edited)
    expect(text(root)).not.toContain('decisions:')
    const sheet = (await again(root, '--answers', 'a.yaml', '--decisions', '-')).out
    expect(sheet).toContain('- clause: foto\n')
    put(root, 'd.yaml', sheet.replace('choice: # keep | template | own', 'choice: template'))
    const decided = await again(root, '--answers', 'a.yaml', '--decisions', 'd.yaml')
    expect(decided.err).not.toContain('"foto"')
    expect(body(root)[1]).toBe('2. Een herkenbare foto vraagt eenmaal per jaar toestemming. {#foto variant=ruim}')
    expect(body(root)[3]).toContain('Wie van de pers is')
  })

  it('names a clause that no longer prints what was answered', async () => {
    const root = await school((source) => source.replace('binnen {{dagen}} dagen', 'nog dezelfde dag'))
    put(root, 'a.yaml', 'parameters: { dagen: 3 }\n')
    const { err } = await again(root, '--answers', 'a.yaml')
    expect(err).toContain('Unexpected words in the clause "antwoord", expected the answer to "dagen" in them')
    expect(body(root)[0]).toBe('1. {{school}} antwoordt nog dezelfde dag. {#antwoord}')
  })

  it('puts a new value where the old one was written out', async () => {
    const root = await school((source) => source.replace('{{school}} antwoordt', 'De Linde antwoordt'))
    put(root, 'a.yaml', 'parameters: { school: de Eik }\n')
    expect(await again(root, '--answers', 'a.yaml')).toMatchObject({ code: 0, err: '' })
    expect(body(root)[0]).toBe('1. De Eik antwoordt binnen {{dagen}} dagen. {#antwoord}')
  })

  it('shows with --dry-run what it would do', async () => {
    const root = await school()
    const before = text(root)
    put(root, 'a.yaml', 'variants: { foto: ruim }\n')
    const { out } = await again(root, '--answers', 'a.yaml', '--dry-run')
    expect(out).toContain('herkenbare')
    expect(text(root)).toBe(before)
  })

  it('counts and shows a clause that prints another value, though its text stays', async () => {
    const root = await school()
    put(root, 'a.yaml', 'parameters: { dagen: 3 }\n')
    const { out, code } = await again(root, '--answers', 'a.yaml', '--dry-run', '--lang', 'nl')
    expect(code).toBe(0)
    expect(out).toMatch(/veranderen: 1; die blijven zoals de school ze schreef: 0; die overal gelijk zijn: 5\./)
    expect(out).toContain('een andere waarde wordt ingevuld')
    expect(out.replace(/\s+/g, ' ')).toContain('antwoordt binnen [-5-]{+3+} dagen')
  })

  it('asks on a terminal, with what was answered before', async () => {
    const root = await school((source) => source.replace('dagen: 5', 'dagen: 7').replace('Elke foto', 'Iedere foto'))
    const asked: string[] = []
    const answers = ['', '9', '', 'ruim', '', 'template', 'Toch wel.']
    await clausule(root, ['adapt', NAME, '--again'], {
      terminal: { in: true, out: true, err: true },
      ask: async (question) => {
        asked.push(question)
        return answers.shift() ?? ''
      },
    })
    expect(asked[1]).toContain('[7]')
    expect(asked[5]).toBe('keep, template, own []: ')
    expect(text(root)).toContain('dagen: 9')
    expect(body(root)[1]).toContain('variant=ruim')
  })

  it.each([
    ['an answer of the wrong type', 'parameters: { dagen: veel }', 'Unexpected answer "veel"'],
    ['an answer to nothing', 'variants: { film: ruim }', 'Unexpected answer to "film"'],
    ['a variant that is not there', 'variants: { foto: mild }', 'Unexpected answer "mild" to "foto"'],
    ['a value with markup', 'parameters: { school: "{{dagen}}" }', 'Unexpected markup'],
  ])('writes nothing for %s', async (_, sheet, expected) => {
    const root = await school()
    const before = text(root)
    put(root, 'a.yaml', `${sheet}\n`)
    const { code, err } = await again(root, '--answers', 'a.yaml')
    expect(code).toBe(1)
    expect(err).toContain(expected)
    expect(text(root)).toBe(before)
  })

  it('writes nothing for decisions that are about nothing, or about other answers', async () => {
    const root = await school((source) => source.replace('Elke foto', 'Iedere foto'))
    put(root, 'a.yaml', 'variants: { foto: ruim }\n')
    put(root, 'd.yaml', 'decisions: [{ clause: pesten, choice: template }]\n')
    expect((await again(root, '--answers', 'a.yaml', '--decisions', 'd.yaml')).err).toContain(
      'Unexpected decision on the clause "pesten"',
    )
    put(root, 'd.yaml', (await again(root, '--answers', 'a.yaml', '--decisions', '-')).out)
    put(root, 'a.yaml', 'variants: { foto: ruim }\nparameters: { dagen: 4 }\n')
    expect((await again(root, '--answers', 'a.yaml', '--decisions', 'd.yaml')).err).toContain('as they are now')
    expect(body(root)[1]).toContain('Iedere foto')
  })
})
