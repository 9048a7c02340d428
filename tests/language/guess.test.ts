import { describe, expect, it, test } from 'vitest'
import { guessLanguage } from '../../src/language/index.js'
import { DUTCH, DUTCH_UNSEEN, ENGLISH, ENGLISH_UNSEEN, OTHER, OTHER_UNSEEN } from './texts.js'

type Case = readonly [tag: string, text: string]
const casesOf = (dutch: readonly string[], english: readonly string[], other: readonly Case[]): Case[] => [
  ...dutch.map((text): Case => ['nl', text]),
  ...english.map((text): Case => ['en', text]),
  ...other,
]
const SEEN = casesOf(DUTCH, ENGLISH, OTHER)
const UNSEEN = casesOf(DUTCH_UNSEEN, ENGLISH_UNSEEN, OTHER_UNSEEN)
const languageOf = (tag: string) => (tag === 'nl' || tag === 'en' ? tag : 'other')

/** Parts of so many words, one behind the other; a shorter text is one part. */
function parts([tag, text]: Case, count: number): Case[] {
  const words = text.split(/\s+/)
  if (words.length <= count) return [[tag, text]]
  return Array.from({ length: Math.floor(words.length / count) }, (_, i) => [
    tag,
    words.slice(i * count, (i + 1) * count).join(' '),
  ])
}

const wrong = (cases: readonly Case[]) =>
  cases.filter(([tag, text]) => guessLanguage(text).language !== languageOf(tag)).map(([tag, text]) => `${tag}: ${text}`)

describe('the language of a text', () => {
  test.each(SEEN)('is told: %s', (tag, text) => {
    const { language, sureness } = guessLanguage(text)
    expect(language).toBe(languageOf(tag))
    expect(sureness).toBeGreaterThan(0.99)
  })

  test.each(UNSEEN)('is told of a text written later: %s', (tag, text) => {
    expect(guessLanguage(text).language).toBe(languageOf(tag))
  })

  it('covers many languages that are neither', () => {
    expect(new Set([...OTHER, ...OTHER_UNSEEN].map(([tag]) => tag)).size).toBeGreaterThan(30)
  })

  it('is told of thirty words nearly always, and of fifteen mostly', () => {
    const thirty = UNSEEN.flatMap((each) => parts(each, 30))
    expect(wrong(SEEN.flatMap((each) => parts(each, 30)))).toEqual([])
    expect(wrong(thirty).length / thirty.length).toBeLessThan(0.1)
    const fifteen = [...SEEN, ...UNSEEN].flatMap((each) => parts(each, 15))
    expect(wrong(fifteen).length / fifteen.length).toBeLessThan(0.06)
  })

  it('is never surely the wrong one', () => {
    for (const [tag, text] of [...SEEN, ...UNSEEN].flatMap((each) => parts(each, 30))) {
      const { language, sureness } = guessLanguage(text)
      if (language !== languageOf(tag)) expect([text, sureness < 0.5]).toEqual([text, true])
    }
  })
})

describe('a text that does not tell', () => {
  test.each(['', '42', 'Rookprotocol', '---'])('is taken for the first language, and not surely: %j', (text) => {
    const { language, sureness } = guessLanguage(text)
    expect(language).toBe('nl')
    expect(sureness).toBeLessThan(0.9)
  })

  it('is a list of names', () => {
    expect(guessLanguage('Jansen, Pietersen, El Amrani, Yilmaz, Kowalska, Nguyen, Van der Berg').sureness).toBeLessThan(0.99)
  })

  it('is in another language when it is in other letters', () => {
    expect(guessLanguage('学校的规则').language).toBe('other')
    expect(guessLanguage('Школа').sureness).toBe(1)
  })
})

it('looks no further than a sample', () => {
  const start = ENGLISH.join(' ').repeat(12)
  expect(guessLanguage(start + DUTCH.join(' ').repeat(100))).toEqual(guessLanguage(start))
})
