import { describe, expect, it } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { runProgram } from '../../src/cli/program.js'
import { folder } from '../support/workspace.js'

const policy = (lang: string, words: string) =>
  `---\ntitle: T\norganisation: linde\nversion: 1.0.0\n${lang}---\n\n${words} {#a}\n`
const workspace = (files: Readonly<Record<string, string>>) =>
  folder({ 'policies/linde/organisation.yaml': 'name: De Linde\n', ...files })

const dutch = { 'policies/linde/media.md': policy('', 'Vraag het [...] eerst.') }
const english = { 'policies/linde/absence.md': policy('lang: en\n', 'Call [...] first.') }

/** What is said, as people read it. */
async function said(root: string, argv: readonly string[], env: Io['env'] = {}): Promise<string> {
  let text = ''
  const write = (part: string) => {
    text += part
  }
  const terminal = { out: false, err: false, in: false }
  await runProgram(argv, { out: write, err: write, cwd: root, env, now: () => 0, terminal, ask: () => Promise.reject() }, '9.9.9')
  return text
}

const DUTCH = /waarschuwing +“\[\.\.\.\]” is niet ingevuld/
const ENGLISH = /warning +Unexpected blank "\[\.\.\.\]", expected the words that belong there/

describe('messages are in the language', () => {
  it.each([
    ['of the policy', dutch, ['lint'], { LANG: 'en_GB.UTF-8' }, DUTCH, '1 waarschuwing'],
    ['of the policy', english, ['lint'], { LANG: 'nl_NL.UTF-8' }, ENGLISH, '1 warning'],
    ['that is asked for', dutch, ['lint', '--lang', 'en'], {}, ENGLISH, '1 warning'],
    ['that is asked for', english, ['lint', '--lang', 'nl'], {}, DUTCH, '1 waarschuwing'],
    ['of the system where policies are in two', { ...dutch, ...english }, ['lint'], { LANG: 'nl_NL' }, DUTCH, '2 waarschuwingen'],
    ['of the tool where nothing tells', { ...dutch, ...english }, ['lint'], {}, ENGLISH, '2 warnings'],
  ] as const)('%s: %#', async (_, files, argv, env, sentence, count) => {
    const text = await said(workspace(files), argv, env)
    expect(text).toMatch(sentence)
    expect(text.trimEnd().endsWith(count)).toBe(true)
  })

  it.each([
    ['of all policies', dutch, { LANG: 'en_GB.UTF-8' }, 'concept'],
    ['of all policies', english, { LANG: 'nl_NL.UTF-8' }, 'draft'],
    ['of the system where policies are in two', { ...dutch, ...english }, { LANG: 'nl_NL.UTF-8' }, 'concept'],
  ] as const)('in a list, %s: %#', async (_, files, env, standing) => {
    expect((await said(workspace(files), ['list'], env)).split('\n')[0]).toContain(` ${standing} `)
  })

  it('of the policy of which a step is refused', async () => {
    const files = { 'policies/linde/media.md': policy('lang: nl\n', 'Vraag het eerst.') }
    for (const step of ['propose', 'release', 'withdraw'])
      expect(await said(workspace(files), [step, 'linde/media'], { LANG: 'en_GB.UTF-8' })).toMatch(/\n1 fout\n/)
  })

  it.each([
    [{ LC_ALL: 'nl_NL.UTF-8', LANG: 'en_GB.UTF-8' }, '2 fouten'],
    [{ LC_ALL: '', LC_MESSAGES: 'nl', LANG: 'en_GB.UTF-8' }, '2 fouten'],
    [{ LC_ALL: 'C', LANG: 'nl_NL.UTF-8' }, '2 errors'],
    [{ LANG: 'nld' }, '2 errors'],
  ])('of the system where there is no policy: %j', async (env, count) => {
    expect(await said(folder(), ['diff', 'weg.md', 'ook-weg.md'], env)).toContain(count)
  })

  it('in JSON too, where values and form tell programs what was found', async () => {
    const found = JSON.parse((await said(workspace(dutch), ['lint', '--json'])).replace(/^\}$[\s\S]*/m, '}'))
    expect(found.messages).toEqual([
      {
        rule: 'placeholder/unfilled',
        form: 'blank',
        severity: 'warning',
        reason: '“[...]” is niet ingevuld',
        values: { blank: '[...]' },
        place: { file: 'policies/linde/media.md', line: 7, column: 11 },
      },
    ])
  })

  it('and no other', async () => {
    expect(await said(workspace(dutch), ['lint', '--lang', 'de'])).toContain('Allowed choices are nl, en')
  })

  it.each([
    ['what was made', ['build', '--format', 'json'], dutch, 'gemaakt out/linde/media-1.0.0.json\n'],
    [
      'that nothing was written',
      ['build'],
      { 'policies/linde/media.md': '# Regels {#a}\n\nDe leerling houdt zich aan [](#c) van deze regels. {#b}\n' },
      'Er is niets geschreven.\n',
    ],
    ['wrong usage', ['compare', 'linde/media'], dutch, 'fout: Noem ten minste twee beleidsstukken om te vergelijken.\n'],
    [
      'a rule that is not there',
      ['explain', 'id/mising'],
      {},
      'fout: De regel “id/mising” bestaat niet; is id/missing bedoeld?\n',
    ],
    [
      'a hint beside it',
      ['lint', 'een', 'stuk.md'],
      { 'een stuk.md': 'Tekst' },
      'Een naam met een spatie hoort tussen aanhalingstekens',
    ],
  ] as const)('of the reader, for what stands beside messages, too: %s', async (_, argv, files, words) => {
    expect(await said(workspace(files), argv, { LANG: 'nl_NL.UTF-8' })).toContain(words)
  })
})

describe('the command line itself speaks to its reader', () => {
  it.each([
    ['an option nobody has', ['lint', '--strickt'], 'fout: De optie --strickt bestaat niet; is --strict bedoeld?\n'],
    ['an option like no other', ['lint', '--zzzzzzzz'], 'fout: De optie --zzzzzzzz bestaat niet.\n'],
    ['a command nobody has', ['lintt'], 'fout: De opdracht “lintt” bestaat niet; is lint bedoeld?\n'],
    ['a name that is missing', ['new'], 'fout: Deze opdracht vraagt om <policy>.\n'],
    ['a value that is missing', ['diff', 'a', '--output'], 'fout: Er ontbreekt een waarde: --output <file>\n'],
    [
      'a name too many',
      ['explain', 'a', 'b'],
      'fout: Meer namen dan explain aanneemt: het zijn er 2, en ten hoogste 1. Een naam van meer woorden hoort tussen aanhalingstekens: "a b".\n',
    ],
    ['a choice there is not', ['lint', '--format', 'x'], 'fout: Kies uit text, github, sarif: “x” hoort daar niet bij (--format'],
    ['one choice of several', ['build', '--format', 'pdf,x'], '“x” hoort daar niet bij'],
    ['its help', ['--help'], 'Gebruik: clausule [opties] [opdracht]\n\nBeleid als gestructureerde Markdown'],
    ['the help of a command', ['list', '--help'], 'Opties:\n  --lang <language>  de taal van meldingen'],
    ['an example', ['list', '--help'], '\nVoorbeeld:\n  $ clausule list'],
  ] as const)('of %s', async (_, argv, words) => {
    expect(await said(folder(), argv, { LANG: 'nl_NL.UTF-8' })).toContain(words)
  })

  it('in the language asked for before that of the system, wherever it stands', async () => {
    expect(await said(folder(), ['list', '--lang', 'en', '--foo'], { LANG: 'nl_NL.UTF-8' })).toMatch(
      /^error: There is no option --foo/,
    )
    expect(await said(folder(), ['list', '--help', '--lang=nl'])).toContain('Gebruik: clausule list [opties]')
    expect(await said(folder(), ['list', '--help'])).toContain('Usage: clausule list [options]')
  })
})
