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
    [{ LC_ALL: 'nl_NL.UTF-8', LANG: 'en_GB.UTF-8' }, '2 fouten'],
    [{ LC_ALL: '', LC_MESSAGES: 'nl', LANG: 'en_GB.UTF-8' }, '2 fouten'],
    [{ LC_ALL: 'C', LANG: 'nl_NL.UTF-8' }, '2 errors'],
    [{ LANG: 'nld' }, '2 errors'],
  ])('of the system where there is no policy: %j', async (env, count) => {
    expect(await said(folder(), ['diff', 'weg.md', 'weg.md'], env)).toContain(count)
  })

  it('in JSON too, where values and form tell programs what was found', async () => {
    const found = JSON.parse((await said(workspace(dutch), ['lint', '--json'])).replace(/^\}$[\s\S]*/m, '}'))
    expect(found.messages).toEqual([
      {
        rule: 'placeholder/unfilled',
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
