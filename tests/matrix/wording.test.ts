import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { presentMatrix, presentSheets } from '../../src/matrix/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { linesOf, matrixOf, settingOf } from './support.js'

const table = (lang: string): Record<string, string> =>
  parse(readFileSync(new URL(`../../templates/wording/schools.${lang}.yaml`, import.meta.url), 'utf8'))

test('both languages have the same keys, with the same values to fill in', () => {
  const [nl, en] = [table('nl'), table('en')]
  const blanks = (text: string) => text.match(/\{\{\w+\}\}/g)?.sort() ?? []
  expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort())
  for (const key of Object.keys(nl)) expect(blanks(en[key] ?? ''), key).toEqual(blanks(nl[key] ?? ''))
})

test('an English comparison has no Dutch words of ours', () => {
  const matrix = matrixOf()
  const setting = settingOf(matrix, { lang: 'en', wording: loadWording(undefined, 'en'), topics: new Map() })
  const said = (['screen', 'paper'] as const)
    .flatMap((form) => linesOf(presentMatrix(matrix, { ...setting, form }).children))
    .join('\n')
  expect(said).toContain('Forbidden here, not there')
  expect(said).toContain('2 rules that most other schools have were not found here:')
  expect(presentSheets(matrix, setting).sheets.map(({ name }) => name)).toEqual(['Rules', 'Pairs'])
  const dutch = Object.values(table('nl')).filter((text) => !text.includes('{{') && text.length > 12)
  expect(dutch.filter((text) => said.includes(text))).toEqual([])
})
