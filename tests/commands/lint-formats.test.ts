import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { RULES } from '../../src/model/index.js'
import { clausule } from '../support/cli.js'
import { folder, front, workspace } from '../support/workspace.js'

const BLANKS = `${front()}# Foto's, 100% {#fotos}\n\nVraag [...] eerst. {#fotos}\n`
const WARNS = `${front()}# Foto's {#fotos}\n\nVraag [...] eerst. {#vraag}\n`

/** What is used here of SARIF 2.1.0, as its schema has it: no other properties, and these values. */
const place = z.strictObject({
  artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s\\]+$/) }),
  region: z.strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1) }),
})
const text = z.strictObject({ text: z.string().min(1) })
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal('Clausule'),
          rules: z.array(z.strictObject({ id: z.enum(Object.keys(RULES)), shortDescription: text })),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message: text,
          locations: z.array(z.strictObject({ physicalLocation: place })).optional(),
          relatedLocations: z.array(z.strictObject({ id: z.int().min(0), message: text, physicalLocation: place })).optional(),
        }),
      ),
    }),
  ]),
})

describe('lint --format github', () => {
  it('gives a command for each message, at its line, and lists nothing twice', async () => {
    const { code, out, err } = await clausule(workspace(BLANKS), ['lint', '--format', 'github'])
    expect(out.split('\n')).toEqual([
      '::error file=policies/linde/media.md,line=10,col=1,title=id/duplicate::Unexpected second clause with the id "fotos", expected an id of its own',
      '::warning file=policies/linde/media.md,line=10,col=7,title=placeholder/unfilled::Unexpected blank "[...]", expected the words that belong there',
      '',
    ])
    expect([code, err]).toEqual([1, ''])
  })

  it('names files from where it is run, in the language of the reader, with what commands cannot hold escaped', async () => {
    const root = workspace(WARNS.replace('Vraag [...] eerst.', 'Vraag het bij TODO, of 100%.').replace('TODO', '[naam: 5%, x]'))
    const { out } = await clausule(join(root, 'policies/linde'), ['lint', '--format', 'github', '--lang', 'nl'])
    expect(out).toBe('::warning file=media.md,line=10,col=15,title=placeholder/unfilled::“[naam: 5%25, x]” is niet ingevuld\n')
  })

  it('says nothing where nothing was found', async () => {
    const { code, out, err } = await clausule(workspace(WARNS.replace(' [...]', '')), ['lint', '--format', 'github'])
    expect([code, out, err]).toEqual([0, '', ''])
  })
})

describe('lint --format sarif', () => {
  it('is a log as the standard has it', async () => {
    const { code, out, err } = await clausule(workspace(BLANKS), ['lint', '--format', 'sarif'])
    const log = sarif.parse(JSON.parse(out))
    const [run] = log.runs
    expect(run.results.map(({ ruleId, level, ruleIndex }) => [ruleId, level, run.tool.driver.rules[ruleIndex]?.id])).toEqual([
      ['id/duplicate', 'error', 'id/duplicate'],
      ['placeholder/unfilled', 'warning', 'placeholder/unfilled'],
    ])
    expect(run.results[0]?.relatedLocations).toEqual([
      {
        id: 0,
        message: { text: 'The first clause with this id' },
        physicalLocation: {
          artifactLocation: { uri: 'policies/linde/media.md' },
          region: { startLine: 8, startColumn: 1 },
        },
      },
    ])
    expect([code, err]).toEqual([1, ''])
  })

  it('is a log without results where nothing was found', async () => {
    const { out } = await clausule(workspace(WARNS.replace(' [...]', '')), ['lint', '--format', 'sarif'])
    expect(sarif.parse(JSON.parse(out)).runs[0].results).toEqual([])
  })
})

describe('lint --strict', () => {
  it.each([
    ['a warning', WARNS, 1],
    ['nothing', WARNS.replace(' [...]', ''), 0],
    ['a remark', WARNS.replace('Vraag [...] eerst.', 'De mentor bewaart het verslag in LKS.'), 0],
  ])('ends with findings for a warning, and for no less: %s', async (_, policy, expected) => {
    const root = workspace(policy)
    expect((await clausule(root, ['lint'])).code).toBe(0)
    expect((await clausule(root, ['lint', '--strict'])).code).toBe(expected)
    expect((await clausule(root, ['lint', '--strict', '--json'])).code).toBe(expected)
  })
})

describe('clauses without an id', () => {
  it('are counted once, with the command that gives them one', async () => {
    const { err } = await clausule(workspace(`${front()}# Een\n\nTwee.\n\nDrie.\n`), ['lint'])
    expect(err).toContain('8:1      warning  Unexpected 3 clauses without an id, expected {#id} on each of them  id/missing')
    expect(err).toContain('"clausule ids" gives every clause one.')
    expect(err).toContain('\n1 warning\n')
  })
})

describe('control characters', () => {
  // CSI in one byte, an escape, a bell, DEL, and a sign that turns the direction of writing.
  const HOSTILE = '\u009b31m\u001b[2J\u0007\u007f\u202e'
  const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

  it.each([
    ['a clause', ['lint']],
    ['a clause, in JSON', ['lint', '--json']],
    ['a clause, for GitHub', ['lint', '--format', 'github']],
    ['a clause, as SARIF', ['lint', '--format', 'sarif']],
    ['a title', ['list']],
    ['a title, in JSON', ['list', '--json']],
    ['a name that is asked for', ['lint', `weg${HOSTILE}.md`]],
    ['an option', ['import', 'weg.md', '--into', `weg${HOSTILE}`]],
  ])('of %s are shown and not sent', async (_, argv) => {
    const title = front().replace('Protocol sociale media', `Protocol \\u009b31m${HOSTILE}`)
    const root = workspace(`${title}Vraag {{naam${HOSTILE}}} en [naam ${HOSTILE}]. {#vraag}\n`)
    for (const terminal of [true, false]) {
      const { out, err } = await clausule(root, argv, { terminal: { out: terminal, err: terminal, in: false } })
      expect(out + err).not.toBe('')
      expect((out + err).replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(UNSEEN)
    }
  })

  it('leave JSON what it says', async () => {
    const root = workspace(`${front()}Zie [naam \u009b31m]. {#vraag}\n`)
    const { out } = await clausule(root, ['lint', '--json'])
    expect(out).toContain('\\u009b31m')
    expect(JSON.parse(out).messages[0].values).toEqual({ blank: '[naam \u009b31m]' })
  })

  it('are nowhere but in the colours of a terminal', async () => {
    const terminal = { out: true, err: true, in: false }
    const root = folder({ 'policies/linde/organisation.yaml': 'name: x\n' })
    expect((await clausule(root, ['lint'], { terminal })).out).toBe('\u001b[32m0 policies, no findings\u001b[39m\n')
  })
})
