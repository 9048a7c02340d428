import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { clausule } from '../support/cli.js'
import { filesIn, front, workspace } from '../support/workspace.js'

const BOTH = '<<<<<<< HEAD\nOuders betalen vooraf.\n=======\nOuders betalen achteraf.\n>>>>>>> anja\n'

it.each([
  ['in the text', `${front()}# Kamp {#kamp}\n\n${BOTH}`, BOTH],
  [
    'in the front matter',
    `---\ntitle: Kamp\n<<<<<<< HEAD\nversion: 1.1.0\n=======\nversion: 1.2.0\n>>>>>>> anja\n---\n\n# Kamp {#kamp}\n`,
    '<<<',
  ],
])('two versions that git could not join are one finding: %s', (_, text, marks) => {
  const line = text.slice(0, text.indexOf(marks)).split('\n').length
  const { messages } = readPolicy(text.replaceAll('\n', '\r\n'), 'a.md')
  expect(messages.map(({ rule, severity, place }) => [rule, severity, place?.line])).toEqual([['file/conflict', 'error', line]])
})

it('what only looks like it is text: a heading that is underlined, a quotation in a quotation', () => {
  const text = `${front()}Kamp\n=======\n\nOuders betalen vooraf. {#betalen}\n\n>>>>>>> Zo is het altijd geweest. {#altijd}\n`
  expect(readPolicy(text, 'a.md').messages.filter(({ rule }) => rule === 'file/conflict')).toEqual([])
})

it('is not made clauses of, and not put forward', async () => {
  const root = workspace(`${front('route:\n  - { body: Bestuur, right: adoption }')}# Kamp {#kamp}\n\n${BOTH}`)
  const all = () => filesIn(root).map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`)
  const before = all()
  for (const argv of [['ids'], ['propose', 'linde/media'], ['build']]) {
    const { code, err } = await clausule(root, [...argv, '--lang', 'nl'])
    expect([argv[0], code]).toEqual([argv[0], 1])
    expect(err).toContain('twee versies van een passage')
  }
  expect(all()).toEqual(before)
})
