import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { grammar, WORD_CLASSES } from '../../src/language/grammar.js'
import { LANGUAGES } from '../../src/model/index.js'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** Stages that read sentences, and know small words by their classes alone (`oneOf`). */
const STAGES = ['prove', 'compare', 'versions', 'language/changes']

const small = new Set(LANGUAGES.flatMap((lang) => WORD_CLASSES.flatMap((name) => grammar[lang][name].split(' '))))

/** Expressions that are one of several words and nothing else, with what they choose from. */
const choices = (code: string): readonly (readonly string[])[] =>
  [...code.matchAll(/\/\^\(\?:([^()\n]+)\)\$\/[a-z]*/g)].map(([, words = '']) =>
    words.split('|').filter((word) => /^\p{L}{2,}\??$/u.test(word)),
  )

/** What stays, with why. */
const KEPT = new Map([
  ['compare/references.ts', 'names of parts of a law, of either language, and what they are read as'],
  ['versions/stale.ts', 'a reference to a law, in a text of either language'],
  ['versions/classify/figures.ts', 'units as they are read'],
  ['compare/slips.ts', 'titles before a name, of which two are small words: van, de'],
  ['prove/forms/relative.ts', 'an English form puts these two words back where it took them from'],
])

it('keeps small words out of the expressions of what reads sentences', () => {
  const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.ts') && STAGES.some((stage) => file.startsWith(`${stage}/`)) && !KEPT.has(file))
    .flatMap((file) =>
      choices(readFileSync(join(src, file), 'utf8').replace(/^ *(?:\/\/|\*).*$/gm, ''))
        .filter((words) => words.filter((word) => small.has(word)).length > 1)
        .map((words) => `${file}: ${words.join(' ')}`),
    )
  expect(found).toEqual([])
})

it('finds such an expression', () => {
  expect(choices('const ARTICLE = /^(?:the|een|het)$/i').flat()).toEqual(['the', 'een', 'het'])
  expect(choices('/^(?:comma|break)$/')[0]?.some((word) => small.has(word))).toBe(false)
})
