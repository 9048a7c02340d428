import { describe, expect, it } from 'vitest'
import { createDictionary, packDictionary } from '../../src/language/index.js'
import { createWordList, packWords } from '../../src/language/spelling/word-list.js'
import { findTypos, inflectionVariants, slips, spellingVariants } from '../../src/proof/index.js'
import { growth, TOO_FAST } from '../support/growth.js'

const AFFIXES = `FLAG long
PFX Pv Y 1
PFX Pv 0 ver .
SFX Mv Y 2
SFX Mv 0 en [^f]
SFX Mv f ven f
`
const dutch = createDictionary(
  packDictionary({
    affixes: AFFIXES,
    words: '9\nschool/Mv\nleiding/MvCb\nleiding/Pv\nbrief/Mv\nouder/Mv\nouders\ntegen\nteamleider\nstamleider\nschoolgits/Fw\n',
  }),
  'nl',
)
const english = createDictionary(packDictionary({ affixes: '', words: '1\ntimeline\n' }), 'en')
const speller = { lang: 'nl', own: dutch, others: () => [english] } as const

describe('a dictionary', () => {
  it.each([
    ['school', true],
    ['brieven', true],
    ['briefen', false],
    ['leidingen', true],
    ['verleiding', true],
    ['verschool', false],
    ['schoolgits', false],
  ])('has %s: %s', (word, expected) => expect(dutch.has(word)).toBe(expected))

  it.each([
    ['schoolleiding', true],
    ['schoolsleiding', true],
    ['briefschool', true],
    ['xyzleiding', false],
  ])('knows the compound %s: %s', (word, expected) => expect(dutch.knows(word)).toBe(expected))
})

describe('a list of words', () => {
  const list = createWordList(packWords('4\nSchool/AbCd\nschool/Ef\nschoolgits/Fw\nÉcole\nĲsbaan/Gh\nbrug\tpo:noun\n'))

  it.each([
    ['school', 'EfAbCd'],
    ['schoolgits', undefined],
    ['schoolgit', undefined],
    ['école', ''],
    ['ijsbaan', 'Gh'],
    ['brug', ''],
    ['', undefined],
  ])('gives the flags of %s', (word, flags) => {
    expect(list.entry(word)?.flags).toBe(flags)
    expect(list.entry(word)?.flags).toBe(flags)
  })

  it.each([
    ['schoolgi', true],
    ['schoolga', false],
  ])('knows whether a word begins with %s', (letters, expected) => expect(list.begins(letters)).toBe(expected))
})

describe('typos', () => {
  it('are sought until too many words are in no dictionary, and the first that is not looked for is said', () => {
    const letter = (n: number) => String.fromCharCode(97 + n)
    const words = Array.from({ length: 600 }, (_, i) => `qx${letter(i % 26)}q${letter(Math.floor(i / 26))}zqxwvzqxwvzqxw`)
    const typos = findTypos([`De ${words.join(' ')} teamleidr ${words[599]}.`], speller)
    expect(typos).toEqual([{ text: 0, index: typos[0]?.index, word: expect.stringMatching(/^qx/) }])
  })

  const found = (text: string, learned: readonly string[] = []) =>
    findTypos([text], speller, learned).map(({ word, expected }) => [word, expected])

  it.each([
    ['De teamleidr schrijft brieven.', [['teamleidr', 'teamleider']]],
    ['Een gesprek met ouderstegen het eind.', [['ouderstegen', 'ouders tegen']]],
    ['De tamleider twijfelt.', []],
    ['De tamleider vraagt de teamleider.', [['tamleider', 'teamleider']]],
    ['Op de timelines en timeline van timelin_2 en teamleidr.nl en @teamleidr.', []],
    ['Teamleidr mailt. Mevrouw Teamleidr belt.', []],
    ['Teamleidr mailt.', []],
    ['Teamleidr mailt, zegt de teamleider.', [['Teamleidr', 'teamleider']]],
    ['teamleidr en teamleidr', []],
    ['Een teamleifer, een teamleiver en een geamleider.', [['teamleifer', 'teamleider']]],
    ['Een teamleiver: de teamleider.', [['teamleiver', 'teamleider']]],
    ['De schoole in Ermeloo.', []],
    ['teamleidr en teamleidr en teamleidr', []],
  ])('in: %s', (text, expected) => expect(found(text)).toEqual(expected))

  it('leaves names and terms alone', () => {
    expect(found('De teamleidr schrijft.', ['Teamleidr De Linde'])).toEqual([])
  })
})

describe('slips', () => {
  it.each([
    ['Kom in de de klas.', ['de de']],
    ['Wie die die regel kent, heeft had had.', []],
    ['De school-en sporttijden, de school- en sportdag.', ['school-en']],
    ['De leerlingen/ ouders en/of /docenten.', ['leerlingen/ ouders']],
    ['Kom op tijd,anders niet.', ['tijd,anders']],
    ['Mail naar a,b of www.school.Nl.', []],
    ['Een zin zonder blank.Nog een.', ['blank.Nog']],
    ['Een (haakje te weinig.', ['(']],
    ['Kies a) dit of b) dat (niet beide) :)', []],
    ['Een haakje te veel) hier.', [')']],
  ])('in: %s', (text, words) => expect(slips(text).map((slip) => slip.words)).toEqual(words))
})

describe('names with a capital inside', () => {
  it('are spelled in one way', () => {
    const texts = [
      'Op YouTube staat een film.',
      'Een Youtubekanaal, You Tube, YOUTUBE en youtube.com. WhatsApp en WhatsAppgroep.',
    ]
    expect(spellingVariants(texts).map(({ text, word, expected }) => [text, word, expected])).toEqual([
      [1, 'Youtube', 'YouTube'],
      [1, 'You Tube', 'YouTube'],
    ])
  })

  it.each([
    ['names', (i: number) => `Op Film${word(i)} staat een les. `.replace(/m([a-z])/, (_, first) => `m${first.toUpperCase()}`)],
    ['doubled words', (i: number) => `De ouder ${word(i)}regel ${word(i)}regel van de school meldt dat. `],
  ])('take the time of the text, however many %s it has', (_, sentence) => {
    const texts = (times: number) => Array.from({ length: times * 10 }, (_, i) => sentence(i))
    const find = (all: readonly string[]) => [...spellingVariants(all), ...inflectionVariants(all)]
    expect(growth(texts, find, 30)).toBeLessThan(TOO_FAST)
  })
})

/** Another word for every number, in letters. */
const word = (number: number): string => String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] as string)
