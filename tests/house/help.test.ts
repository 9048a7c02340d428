import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { EVERY, nameOf, PROGRAM } from '../../src/cli/described.js'
import { VERBS } from '../../src/cli/verbs.js'

const words = (lang: string): Readonly<Record<string, string>> =>
  parse(readFileSync(new URL(`../../templates/wording/help.${lang}.yaml`, import.meta.url), 'utf8'))

const beside = [
  ['program', PROGRAM],
  ...VERBS.flatMap(({ name, description, options }) => [
    [name, description],
    ...options.map(([flags, use]) => [`${name}.${nameOf(flags)}`, use]),
  ]),
  ...EVERY.map(([flags, use]) => [`every.${nameOf(flags)}`, use]),
  ['every.--version', 'print the version'],
  ['every.--help', 'print help'],
].map(([key, use]) => [`help.${key}`, use])

it('says in English what stands beside every command and option, and nothing of any other', () => {
  expect(words('en')).toEqual(Object.fromEntries(beside))
})

it('and in Dutch what each of them is for', () => {
  expect(Object.keys(words('nl')).sort()).toEqual(beside.map(([key]) => key).sort())
})
