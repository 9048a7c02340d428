import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LANGUAGES } from '../../src/model/index.js'
import { surroundingsOf } from '../../src/rewording/contexts.js'

describe('what must stand around words', () => {
  it('is read part by part, words and classes apart', () => {
    expect(surroundingsOf('not near: <person> court; sentence: may can')).toEqual([
      { place: 'near', wanted: false, words: new Set(['court']), classes: new Set(['person']) },
      { place: 'sentence', wanted: true, words: new Set(['may', 'can']), classes: new Set() },
    ])
  })

  it.each(LANGUAGES)('is given in %s for every name that a row has, and asks something of a place', (lang) => {
    const text = readFileSync(`templates/language/changes/${lang}.yaml`, 'utf8')
    const { contexts } = parse(text) as { contexts: Record<string, string> }
    const named = [...new Set([...text.matchAll(/ @(\w+)/g)].map(([, name]) => name ?? ''))].filter((name) => name !== '')
    expect(named.filter((name) => contexts[name] === undefined)).toEqual([])
    for (const asked of Object.values(contexts)) {
      for (const { place, words, classes } of surroundingsOf(asked)) {
        expect(place).toBeDefined()
        expect(words.size + classes.size).toBeGreaterThan(0)
      }
    }
  })
})
