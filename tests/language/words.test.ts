import { describe, expect, it, test } from 'vitest'
import {
  closesSentence,
  compoundParts,
  deniesByPrefix,
  editDistance,
  endsSentence,
  formsOf,
  isCalendarDay,
  isFunctionWord,
  isLightWord,
  meaningsOf,
  monthNames,
  monthNumber,
  numeralsOf,
  opensSentence,
  ordinalWords,
  sentenceStart,
  sentencesOf,
  spelledOut,
  stem,
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

describe('compounds', () => {
  const words = new Set(['school', 'regel', 'arbeid', 'contract', 'groep', 'systeem', 'leerling'])
  const parts = (word: string, lang: 'nl' | 'en' = 'nl') => compoundParts(word, lang, (part) => words.has(part))

  test.each([
    ['schoolregel', ['school', 'regel']],
    ['arbeidscontract', ['arbeid', 'contract']],
    ['groepensysteem', ['groep', 'systeem']],
    ['leerling', undefined],
    ['schoolxyz', undefined],
  ])('%s', (word, expected) => {
    expect(parts(word)).toEqual(expected)
  })

  it('are written apart in English', () => {
    expect(parts('schoolregel', 'en')).toBeUndefined()
  })
})

describe('forms of a word', () => {
  test.each([
    ['leerling', 'leerlingen', true],
    ['leerling', 'leerlingenstatuut', true],
    ['school', 'scholen', true],
    ['brief', 'brieven', true],
    ['lid', 'leden', true],
    ['stad', 'steden', true],
    ['policy', 'policies', true],
    ['child', 'children', true],
    ['school', 'schaal', false],
    ['ouder', 'docent', false],
  ])('%s and %s: %s', (term, word, expected) => {
    expect(formsOf(term)(word)).toBe(expected)
  })
})

describe('stems', () => {
  const meet = (pairs: string, lang: 'nl' | 'en') =>
    pairs.split(' ').map((pair) => {
      const [a = '', b = ''] = pair.split('/')
      return [pair, stem(a, lang) === stem(b, lang)]
    })

  it('bring the forms of a word together', () => {
    const dutch =
      'melden/gemeld weghalen/weggehaald lid/leden brief/brieven foto/fotos kind/kinderen stad/steden schorsen/geschorst'
    const english = 'policy/policies report/reported box/boxes child/children apply/applied photo/photos'
    for (const [pair, found] of [...meet(dutch, 'nl'), ...meet(english, 'en')]) expect([pair, found]).toEqual([pair, true])
  })

  it('leave other words apart', () => {
    const dutch = 'kast/kasteel regel/regeling bestuur/besturing plaats/plaat personeel/persoon bewaren/beweren klas/klacht'
    const english = 'office/officer person/personal author/authority import/important universe/university'
    for (const [pair, found] of [...meet(dutch, 'nl'), ...meet(english, 'en')]) expect([pair, found]).toEqual([pair, false])
  })
})
