import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { knowledge } from '../../src/language/data.js'
import { LANGUAGES } from '../../src/model/index.js'

const list = z.string().regex(/^(?:\S+(?: \S+)*)?$/u)
const rows = z.array(list).min(1)
const table = z.record(z.string(), z.string())
const schema = z.strictObject({
  months: rows.length(12),
  weekdays: rows.length(7),
  numbers: z.strictObject({
    ...{ units: list, tens: list, hundred: list, ordinals: table, others: table, lengths: table },
    ...{
      decimal: z.enum([',', '.']),
      joined: list,
      between: list,
      ordinalEnds: list,
      mixed: table,
      halves: z.array(z.string().min(1)),
      monthFirst: z.boolean(),
    },
  }),
  units: z.strictObject({
    ...{ percent: list, cents: list, cent: list, pence: list, penny: list, times: list, often: list, oftenEnds: list },
    ...{ currencies: table, large: table, largeLetters: table, parts: table },
    ...{ lengths: table, shortLengths: list, joinedLengths: list },
  }),
  functionWords: list,
  lightWords: list,
  askingWords: list,
  commonWords: list,
  questions: z.strictObject({ count: rows, norm: rows }),
  diminutives: list,
  abbreviations: list,
  knownAbbreviations: list,
  neverTwice: list,
  leadIns: z.strictObject({ ends: list, tells: list, goesOn: list, asks: list }),
  connectives: list,
  hyphened: list,
  separableVerbs: z.array(list),
  compoundLinks: z.array(list),
  endings: rows,
  irregularEndings: table,
  alikeLetters: rows,
  keyboard: rows,
  sounds: z.record(z.string(), z.string()),
  contractions: table,
  contractionEndings: table,
  shortIs: list,
  negation: rows,
  negatingPrefixes: rows,
  condition: rows,
  exception: rows,
  joins: rows,
  answers: list,
  measures: rows,
  scope: rows,
  swaps: rows,
  modals: rows,
  periods: rows,
  dayKinds: rows,
  dayParts: rows,
  persons: rows,
  articles: table,
  articleEnds: list,
  quantifiers: table,
  roles: rows,
  models: z.strictObject({
    ...{ variants: list, either: list, fillIn: list, names: list, dates: list, counts: list },
    ...{ terms: list, persons: list, at: list, clock: list },
    ...{ optional: z.array(z.string()).min(1), guidance: z.array(z.string()).min(1), examples: z.array(z.string()).min(1) },
  }),
})

describe.each(LANGUAGES)('what is known of %s', (lang) => {
  it('has the shape the program takes it for', () => {
    expect(schema.safeParse(knowledge[lang]).error).toBeUndefined()
  })

  it('is what the file says', () => {
    expect(parse(readFileSync(`templates/language/${lang}.yaml`, 'utf8'))).toEqual(knowledge[lang])
  })

  it('says each thing once: no word twice in a list, none both a function word and a light one', () => {
    const { functionWords, lightWords, ...others } = knowledge[lang]
    const twice = (words: readonly string[]) => words.filter((word, i) => words.indexOf(word) !== i)
    expect(twice(`${functionWords} ${lightWords}`.split(' '))).toEqual([])
    for (const [name, value] of Object.entries(others)) {
      if (Array.isArray(value)) expect({ name, twice: twice(value.join(' ').split(' ')) }).toEqual({ name, twice: [] })
    }
  })
})

it('has a file of each language wherever there is one of any', () => {
  const named = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\b[a-z]{2}\.(?:yaml|md)$/.test(file),
  )
  for (const lang of LANGUAGES)
    expect(named).toEqual(expect.arrayContaining(named.map((file) => file.replace(/\b[a-z]{2}(?=\.(?:yaml|md)$)/, lang))))
  expect(named.length).toBeGreaterThan(40)
})
