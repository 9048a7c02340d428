import { describe, expect, it } from 'vitest'
import { isFormOf } from '../../../src/language/kindred/forms.js'

describe('forms of a word in the lexicon', () => {
  it.each([
    ['brieven', 'brief'],
    ['loopt', 'lopen'],
    ['gemeld', 'melden'],
    ['geinformeerd', 'informeren'],
    ['groepsapps', 'groepsapp'],
    ['afgemeld', 'afmelden'],
    ['schorst', 'schorsen'],
    ['huizen', 'huis'],
    ['kluisjes', 'kluisje'],
    ['leerkrachten', 'leerkracht'],
  ])('%s is one of %s', (word, entry) => expect(isFormOf(word, entry, 'nl')).toBe(true))

  it.each([
    ['beelden', 'bellen'],
    ['niet', 'niezen'],
    ['stelt', 'stelen'],
    ['haal', 'hal'],
    ['gegevens', 'geven'],
    ['tweede', 'tweet'],
    ['school', 'geschoold'],
    ['nodigt', 'nodig'],
  ])('%s is none of %s', (word, entry) => expect(isFormOf(word, entry, 'nl')).toBe(false))

  it.each([
    ['policies', 'policy', true],
    ['noted', 'note', true],
    ['stopped', 'stop', true],
    ['meetings', 'meeting', true],
    ['not', 'note', false],
    ['cater', 'cat', false],
    ['latest', 'late', false],
  ])('%s of %s in English: %s', (word, entry, is) => expect(isFormOf(word, entry, 'en')).toBe(is))
})
