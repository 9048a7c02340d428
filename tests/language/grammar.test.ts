import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { grammar, oneOf, SENTENCES, WORD_CLASSES } from '../../src/language/grammar.js'
import { asSubject, firstOf, pairsOf, startsWithOneOf } from '../../src/language/index.js'
import { LANGUAGES } from '../../src/model/index.js'

describe.each(LANGUAGES)('the small words of %s', (lang) => {
  const file: Record<string, unknown> = parse(readFileSync(`templates/language/grammar/${lang}.yaml`, 'utf8'))

  it('are what the file says, in the classes the program asks for', () => {
    expect(grammar[lang]).toEqual(file)
    expect(Object.keys(file).sort()).toEqual([...WORD_CLASSES, 'lang', 'sentences'].sort())
    expect(file.lang).toBe(lang)
    expect(SENTENCES).toContain(file.sentences)
  })

  it('stand in lower case, apart by one blank, once in each class', () => {
    for (const name of WORD_CLASSES) {
      const words = grammar[lang][name]
      expect(words, name).toMatch(/^(?:\S+(?: \S+)*)?$/u)
      expect(words, name).toBe(words.toLowerCase())
      expect(new Set(words.split(' ')).size, name).toBe(words.split(' ').length)
    }
  })
})

describe('a small word', () => {
  it('is asked for in one language alone', () => {
    const isOf = oneOf('of')
    const isOr = oneOf('or')
    expect([isOf('of', { lang: 'en' }), isOf('of', { lang: 'nl' }), isOf('van', { lang: 'nl' })]).toEqual([true, false, true])
    expect([isOr('of', { lang: 'nl' }), isOr('of', { lang: 'en' })]).toEqual([true, false])
    expect(oneOf('the', 'a')(undefined, { lang: 'en' })).toBe(false)
  })

  it('has the word beside it, or the first of its class', () => {
    expect(asSubject('him', { lang: 'en' })).toBe('he')
    expect(asSubject('hem', { lang: 'nl' })).toBe('hij')
    expect(asSubject('tree', { lang: 'en' })).toBe('tree')
    expect(pairsOf('closed')('met', { lang: 'nl' })).toBe('zonder')
    expect(firstOf('spanTo', { lang: 'en' })).toBe('until')
  })

  it('begins a longer one', () => {
    const points = startsWithOneOf('pointing')
    expect(points('daarmee', { lang: 'nl' })).toBe(true)
    expect(points('daar', { lang: 'nl' })).toBe(false)
    expect(points('daarmee', { lang: 'en' })).toBe(false)
  })
})
