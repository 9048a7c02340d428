import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { functionWords, wordsOf } from '../../../src/language/index.js'
import { lexiconOf } from '../../../src/language/kindred/index.js'
import { kindredData } from '../../../src/language/kindred/tables.js'
import { LANGUAGES } from '../../../src/model/index.js'

const schema = z.strictObject({ particles: z.string(), closing: z.string(), groups: z.record(z.string(), z.string()) })
const twice = (all: readonly string[]) => all.filter((each, i) => all.indexOf(each) !== i)

describe.each(LANGUAGES)('the lexicon of kindred words of %s', (lang) => {
  const lines = Object.values(kindredData[lang].groups).flatMap((text) => text.trim().split('\n'))
  const groups = [...lexiconOf(lang).groups.values()]

  it('has the shape the program takes it for', () => {
    expect(schema.safeParse(kindredData[lang]).error).toBeUndefined()
    expect(groups.length).toBeGreaterThan(1000)
  })

  it('has one group on a line and no name twice', () => {
    expect(twice(lines.map((line) => line.split(/[,<~]/)[0]?.trim() ?? ''))).toEqual([])
    expect(groups.length).toBe(lines.length)
  })

  it('names only groups that are there', () => {
    const names = new Set(groups.map(({ name }) => name))
    const named = groups.flatMap(({ kindOf, speaksOf }) => [...kindOf, ...speaksOf])
    expect(named.filter((name) => !names.has(name))).toEqual([])
    expect(groups.filter(({ name, kindOf, speaksOf }) => [...kindOf, ...speaksOf].includes(name))).toEqual([])
  })

  it('has no word twice in a group, no group of one, and no small word by itself', () => {
    expect(groups.filter(({ words }) => twice(words).length > 0)).toEqual([])
    expect(groups.filter(({ words }) => words.length < 2)).toEqual([])
    expect(
      groups.flatMap(({ words }) => words.filter((word) => wordsOf(word).every((each) => functionWords(lang).includes(each)))),
    ).toEqual([])
  })
})
