import { describe, expect, it, test } from 'vitest'
import { compoundParts, formsAmong, stem } from '../../src/language/index.js'

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
    expect(formsAmong([word])(term).has(word)).toBe(expected)
  })

  it('are found among others, once each, also where other terms were asked for before', () => {
    const words = [
      'school',
      'leerling',
      'leerlingen',
      'basisschool',
      'scholen',
      'leerlingenstatuut',
      'leerling',
      'leraar',
      'schol',
    ]
    const among = formsAmong(words)
    expect([...among('leraren')]).toEqual(['leraar'])
    expect([...among('leerling')].sort()).toEqual(['leerling', 'leerlingen', 'leerlingenstatuut'])
    expect([...among('school')].sort()).toEqual(['basisschool', 'schol', 'scholen', 'school'])
    expect([...among('ouder')]).toEqual([])
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
