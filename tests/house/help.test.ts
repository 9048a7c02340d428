import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { EVERY, nameOf } from '../../src/cli/described.js'
import { VERBS } from '../../src/cli/verbs.js'

const file = new URL('../../templates/wording/help.nl.yaml', import.meta.url)

it('says in Dutch what every command and option is for, and of nothing else', () => {
  const asked = [
    'program',
    ...VERBS.flatMap(({ name, options }) => [name, ...options.map(([flags]) => `${name}.${nameOf(flags)}`)]),
    ...['--version', '--help', ...EVERY.map(([flags]) => nameOf(flags))].map((name) => `every.${name}`),
  ]
  expect(Object.keys(parse(readFileSync(file, 'utf8'))).sort()).toEqual(asked.map((key) => `help.${key}`).sort())
})
