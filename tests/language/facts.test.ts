import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readField } from '../../src/blocks/index.js'
import { timePattern } from '../../src/language/index.js'

const LANGS = ['nl', 'en'] as const
const data = Object.fromEntries(
  LANGS.map((lang) => [lang, parse(readFileSync(`templates/language/facts/${lang}.yaml`, 'utf8')) as Record<string, unknown>]),
)

describe('how documents name what they say about themselves', () => {
  it('is told of both languages in the same parts', () => {
    expect(Object.keys(data.en ?? {})).toEqual(Object.keys(data.nl ?? {}))
    for (const part of ['labels', 'rights'])
      expect(Object.keys(data.nl?.[part] as object)).toEqual(expect.arrayContaining(Object.keys(data.en?.[part] as object)))
  })

  it.each(LANGS)('every label of %s is found by its own words', (lang) => {
    for (const [key, phrases] of Object.entries(data[lang]?.labels as Record<string, string[]>))
      for (const phrase of phrases) {
        const words = phrase.replace(/\(([^|)]*)[^)]*\)/g, '$1').replace(/\[([^|\]]*)[^\]]*\]/g, '$1')
        // What such a name holds: behind "revisie" a day is when it is due, and a number which it is.
        const held = ['effective', 'review', 'date'].includes(key) ? '2026-05-01' : '2'
        const line = `${words.replace(/[:=#~]+$/, '')}: ${held}`
        expect(readField(line)?.key, line).toBe(key)
      }
  })

  it.each(['maart 2026', 'voorjaar 2025', 'Autumn term 2025', 'Q3 2026', 'schooljaar 2024-2025', 'eerste kwartaal van 2028'])(
    '%s is a time and no day',
    (time) => {
      expect(timePattern().exec(time)?.[0]).toBe(time)
    },
  )
})
