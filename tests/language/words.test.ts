import { describe, expect, it, test } from 'vitest'
import {
  areAlike,
  closesSentence,
  deniesByPrefix,
  editDistance,
  endsSentence,
  functionWords,
  isCalendarDay,
  isConnective,
  isFunctionWord,
  isKnownAbbreviation,
  isLightWord,
  meaningsOf,
  monthNames,
  monthNumber,
  neverTwice,
  numeralsOf,
  opensSentence,
  ordinalWords,
  roleWords,
  sentenceStart,
  sentencesOf,
  separableVerbs,
  spelledOut,
  weekdays,
} from '../../src/language/index.js'

describe('months and days', () => {
  test.each([
    ['maart', 3],
    ['mrt.', 3],
    ['March', 3],
    ['mei', 5],
    ['May', 5],
    ['OKTOBER', 10],
    ['oct', 10],
    ['sept.', 9],
    ['marter', undefined],
    ['', undefined],
  ])('%s is month %s', (name, number) => {
    expect(monthNumber(name)).toBe(number)
  })

  it('names months as a text has them', () => {
    expect(monthNames('nl')[7]).toBe('augustus')
    expect(monthNames('en')[7]).toBe('August')
    expect(weekdays('nl')[0]).toEqual(['maandag', 'maandags'])
  })

  it('knows the calendar', () => {
    expect(isCalendarDay(2024, 2, 29)).toBe(true)
    expect(isCalendarDay(2023, 2, 29)).toBe(false)
    expect(isCalendarDay(2024, 13, 1)).toBe(false)
    expect(isCalendarDay(2024, 4, 0)).toBe(false)
  })
})

describe('numbers in words', () => {
  test.each([
    ['nul', '0'],
    ['tien', '10'],
    ['vijfentwintig', '25'],
    ['tweeëntwintig', '22'],
    ['drieëndertig', '33'],
    ['honderdvijf', '105'],
    ['driehonderdzesenzestig', '366'],
    ['één', '1'],
    ['eerste', '1e'],
    ['derde', '3e'],
    ['achtste', '8e'],
    ['twaalfde', '12e'],
    ['twintigste', '20e'],
    ['honderdeerste', '101e'],
    ['anderhalf', '1,5'],
    ['tweemaal', '2x'],
    ['een', undefined],
  ])('%s is %s', (word, value) => {
    expect(numeralsOf('nl').get(word)).toBe(value)
  })

  test.each([
    ['zero', '0'],
    ['ten', '10'],
    ['thirteen', '13'],
    ['ninety', '90'],
    ['first', '1e'],
    ['fifth', '5e'],
    ['sixth', '6e'],
    ['twelfth', '12e'],
    ['nineteenth', '19e'],
    ['twentieth', '20e'],
    ['hundredth', '100e'],
    ['dozen', '12'],
    ['twice', '2x'],
    ['zeroth', undefined],
  ])('%s is %s', (word, value) => {
    expect(numeralsOf('en').get(word)).toBe(value)
  })

  it('gives ordinals in their order', () => {
    expect(ordinalWords('nl', 4)).toEqual(['eerste', 'tweede', 'derde', 'vierde'])
    expect(ordinalWords('en', 3)).toEqual(['first', 'second', 'third'])
  })
})

test.each([
  ['school', 'school', 0],
  ['schol', 'school', 1],
  ['leerlign', 'leerling', 1],
  ['ab', 'ba', 1],
  ['', 'mr', 2],
  ['Wilgenhoek', 'Wilgehoeck', 2],
])('from %s to %s are %i edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits)
  expect(editDistance(b, a)).toBe(edits)
})

describe('sentences', () => {
  const texts = (text: string, lang: 'nl' | 'en') => sentencesOf(text, lang).map(({ text }) => text)

  test.each([
    ['nl', 'Bel de mentor. Hij komt.', ['Bel de mentor.', 'Hij komt.']],
    ['nl', 'Dit geldt o.a. Op dinsdag niet.', ['Dit geldt o.a. Op dinsdag niet.']],
    ['nl', 'Volgens dhr. J. Bakker mag het. Zie art. 5.', ['Volgens dhr. J. Bakker mag het.', 'Zie art. 5.']],
    ['nl', '‘Mag het?’ Ja! 3 keer.', ['‘Mag het?’', 'Ja!', '3 keer.']],
    ['en', 'Ask Dr. Smith. She knows, e.g. About keys.', ['Ask Dr. Smith.', 'She knows, e.g. About keys.']],
    [
      'nl',
      'Mw. mr. A. Bakker zit voor. Dit geldt van 1 jan. 2024.',
      ['Mw. mr. A. Bakker zit voor.', 'Dit geldt van 1 jan. 2024.'],
    ],
    ['en', 'One line\nanother line', ['One line', 'another line']],
  ] as const)('%s: %s', (lang, text, expected) => {
    expect(texts(text, lang)).toEqual(expected)
  })

  it('says where each starts', () => {
    const text = '  Eerst dit.  Dan dat. '
    for (const sentence of sentencesOf(text, 'nl')) expect(text.startsWith(sentence.text, sentence.from)).toBe(true)
    expect(sentencesOf(text, 'nl').map(({ from }) => from)).toEqual([2, 14])
  })
})

test.each([
  ["don't", 'do not'],
  ["can't", 'can not'],
  ['cannot', 'can not'],
  ["they're", 'they are'],
  ["it's", 'it is'],
  ["school's", "school's"],
  ["'t", 'het'],
  ["z'n", 'zijn'],
  ["foto's", "foto's"],
  ['school', 'school'],
])('%s stands for %s', (word, words) => {
  expect(spelledOut(word)).toBe(words)
})

describe('what words mean', () => {
  it('gives words of one row one value', () => {
    const roles = meaningsOf('roles', 'nl')
    expect(roles.get('leraren')).toBe(roles.get('docent'))
    expect(roles.get('ouders')).not.toBe(roles.get('verzorgers'))
    expect(meaningsOf('modals', 'en').get('shall')).toBe('must')
    expect(meaningsOf('calendar', 'nl').get('maandags')).toBe('maandag')
    expect(meaningsOf('calendar', 'en').get('may')).toBe('may')
    expect(meaningsOf('negation', 'en').get('some')).toBeUndefined()
  })

  it('sees a prefix that denies', () => {
    expect(deniesByPrefix('onbevoegd', 'bevoegd', 'nl')).toBe(true)
    expect(deniesByPrefix('bevoegd', 'onbevoegd', 'nl')).toBe(false)
    expect(deniesByPrefix('nonbinding', 'binding', 'en')).toBe(true)
    expect(deniesByPrefix('onbevoegd', 'bevoegd', 'en')).toBe(false)
  })

  it('tells function words and light words of both languages', () => {
    expect(['de', 'the', 'wordt', 'with'].map(isFunctionWord)).toEqual([true, true, true, true])
    expect(['moeten', 'school'].map(isFunctionWord)).toEqual([false, false])
    expect(['de', 'moeten', 'should', 'school'].map(isLightWord)).toEqual([true, true, true, false])
  })
})

describe('the parts of a sentence', () => {
  it('start where the sentence starts', () => {
    const text = 'Dit is art. 5. Bel de mentor. Hij komt.'
    expect(sentenceStart(text, text.indexOf('mentor'), 'nl')).toBe(text.indexOf('Bel'))
    expect(sentenceStart(text, text.indexOf('Bel'), 'nl')).toBe(text.indexOf('Bel'))
    expect(sentenceStart(text, 0, 'nl')).toBe(0)
  })

  test.each([
    ['Dat mag.', true, true],
    ['Dat mag niet:', true, true],
    ['een foto;', false, true],
    ['“Nee!”', true, true],
    ['een foto', false, false],
    ['een foto,', false, false],
  ])('%s', (text, closes, ends) => {
    expect([closesSentence(text), endsSentence(text)]).toEqual([closes, ends])
  })

  test.each([
    ['', true],
    ['Dat mag. ', true],
    ['Let op: “', true],
    ['Dat mag ', false],
  ])('behind %j a sentence opens: %s', (before, opens) => {
    expect(opensSentence(before)).toBe(opens)
  })
})

describe('lists of words', () => {
  it('tell conjunctions, and abbreviations that need no explanation', () => {
    expect(['en', 'tenzij', 'unless', 'with'].map(isConnective)).toEqual([true, true, true, false])
    expect(['AVG', 'VPN', 'LKS'].map(isKnownAbbreviation)).toEqual([true, true, false])
  })

  it('hold each role in all its forms', () => {
    expect(roleWords('nl')).toEqual(expect.arrayContaining(['leerling', 'leerlingen', 'docenten']))
    expect(roleWords('en')).toContain('headteachers')
  })

  it('part what is said for both languages from what is said for one', () => {
    expect(functionWords('nl')).not.toContain('the')
    expect(neverTwice()).toEqual(expect.arrayContaining(['de', 'the']))
    expect(neverTwice()).not.toContain('die')
    expect(separableVerbs().every((verb) => verb.includes(' '))).toBe(true)
  })
})

test.each([
  ['d', 't', true],
  ['a', 'e', true],
  ['e', 'é', true],
  ['f', 'g', true],
  ['n', 'c', false],
  ['p', 'q', false],
])('%s and %s are easily mistaken for one another: %s', (a, b, alike) => {
  expect(areAlike(a, b, 'nl')).toBe(alike)
  expect(areAlike(b, a, 'nl')).toBe(alike)
})
