import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauses } from '../../src/model/index.js'
import { mendIds, readPolicy } from '../../src/read/index.js'
import { documents } from '../read/documents.js'
import { clausule } from '../support/cli.js'
import { front, workspace } from '../support/workspace.js'

const FILE = 'policies/linde/media.md'
const NL = front('lang: nl   # een opmerking')

/** What is in the file after mending once, and that mending again changes nothing. */
async function mended(body: string, more = NL) {
  const root = workspace(more + body)
  const first = await clausule(root, ['lint', '--fix', '--lang', 'en'])
  const text = readFileSync(join(root, FILE), 'utf8')
  const { out } = await clausule(root, ['lint', '--fix', '--lang', 'en'])
  expect(readFileSync(join(root, FILE), 'utf8')).toBe(text)
  expect(out).not.toContain('mended')
  expect(text.startsWith(more)).toBe(true)
  return { ...first, body: text.slice(more.length) }
}

describe('lint --fix', () => {
  it('mends what can only be meant otherwise, says what, and keeps the rest character by character', async () => {
    const { body, out, code } = await mended(
      `Regels {#regels}
======

*   De ouder meld dit aan de mentor , en  de de school. {#ouder}
*   Wie opa,oma of de *de de* buren ophaalt. {#opa}

    Nog de de de alinea. {#nog}

    Zie \\*. {#zie}
`,
    )
    expect(body).toBe(`Regels {#regels}
======

*   De ouder meldt dit aan de mentor, en  de school. {#ouder}
*   Wie opa, oma of de *de* buren ophaalt. {#opa}

    Nog de alinea. {#nog}

    Zie \\*. {#zie}
`)
    expect(out.split('\n')).toContain(`mended ${FILE}:12:14 "meld" to "meldt"`)
    expect(code).toBe(0)
  })

  it.each([
    ['points that stand for words', 'Zie ook . . . op school. {#zie}\n'],
    ['two words that may be meant', 'Wie die die regel leert, kent de schoollieding en de school-en sporttijden. {#die}\n'],
    ['a subject that may be wrong', 'De leerlingen moet wachten. {#wachten}\n'],
    ['code', '```\nde de\n```\n{#code}\n'],
    ['a locked clause', 'Dit is de de school. {#slot .locked}\n'],
    ['another language', 'This is de de school. {#engels lang=en}\n'],
    ['words parted by a line', 'Dit is de\nde school. {#regel}\n'],
    ['attributes without an id', 'Dit is de school. {.eigen}\n'],
    ['a heading under a line or with closing marks', 'Kop\n---\n\n# Kop ##\n'],
  ])('leaves alone %s', async (_, body) => expect((await mended(body)).body).toBe(body))

  it('writes ids where clauses have none, with the line ends of the file', async () => {
    const body =
      '# Regels\n\n- Een mobiel blijft thuis.\n  1. Of in het kluisje\n     bij de deur.\n\n| a | b |\n|---|---|\n| c | d |\n'
    const root = workspace((NL + body).replaceAll('\n', '\r\n'))
    await clausule(root, ['lint', '--fix'])
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(
      `${NL}# Regels {#regels}

- Een mobiel blijft thuis. {#mobiel-blijft-thuis}
  1. Of in het kluisje
     bij de deur. {#kluisje-deur}

| a | b |
|---|---|
| c | d |
{#b-c-d}
`.replaceAll('\n', '\r\n'),
    )
  })

  it('changes nothing of what was decided, and nothing at all where one file cannot be read', async () => {
    const body = 'Dit is de de school. {#zin}\n'
    const adopted = NL.replace('status: draft', 'status: adopted')
    expect((await mended(body, adopted)).body).toBe(body)
    const root = workspace(NL + body, { 'policies/linde/kapot.md': '---\ntitle: [\n---\n\nTekst.\n' })
    const stopped = await clausule(root, ['lint', '--fix', '--lang', 'nl'])
    expect([stopped.code, stopped.out]).toEqual([1, expect.stringContaining('Er is niets hersteld')])
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(NL + body)
  })

  it('tells what it would mend, and gives data', async () => {
    const root = workspace(`${NL}Dit is de de school. {#zin}\n`)
    const { out } = await clausule(root, ['lint', '--fix', '--dry-run', '--lang', 'nl'])
    expect(out).toContain(`zou herstellen ${FILE}:9:8: “de de” wordt “de”`)
    const { out: json } = await clausule(root, ['lint', '--fix', '--json'])
    expect(JSON.parse(json).mended).toEqual([{ file: FILE, rule: 'word/slip', line: 9, column: 8, was: 'de de', becomes: 'de' }])
  })
})

describe('ids written into any text', () => {
  it('leave every other character and every word as it was', () => {
    let written = 0
    fc.assert(
      fc.property(documents, (source) => {
        const { text, edits, read } = mendIds(source, readPolicy(source, 'a.md'))
        expect(read).toEqual(readPolicy(text, 'a.md'))
        written += edits.length
        const without = edits.reduce((rest, { becomes }) => rest.replace(becomes, ''), text)
        expect(without).toBe(source)
        const words = (from: string) => clauses(readPolicy(from, 'a.md').value).map(({ kind }) => kind)
        expect(words(text)).toEqual(words(source))
      }),
      { seed: 15, numRuns: 60 },
    )
    expect(written).toBeGreaterThan(20)
  })
})
