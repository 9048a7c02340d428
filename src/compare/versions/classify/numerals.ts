import type { Language } from '../../../model/index.js'

/**
 * Numbers in words, as what they stand for: `5` for five, `5e` for fifth, `2x` for twice. Dutch writes a number below a thousand as one
 * word, so those are made; English puts a hyphen or a space between, and each part is a word of its own.
 */
export function numeralsOf(lang: Language): ReadonlyMap<string, string> {
  made[lang] ??= new Map([...(lang === 'nl' ? dutch() : english()), ...pairs(OTHERS[lang])])
  return made[lang]
}
const made: { nl?: ReadonlyMap<string, string>; en?: ReadonlyMap<string, string> } = {}

type Numeral = readonly [word: string, value: string]

// "Een" is an article and "ten" a preposition in Dutch; neither is a number by itself.
const OTHERS: Readonly<Record<Language, string>> = {
  nl: 'één=1 anderhalf=1,5 anderhalve=1,5 half=0,5 halve=0,5 helft=0,5 kwart=0,25 driekwart=0,75 duizend=1000 miljoen=1000000 miljard=1000000000 eenmaal=1x eenmalig=1x tweemaal=2x dubbel=2x dubbele=2x driemaal=3x drievoudig=3x drievoudige=3x viermaal=4x vijfmaal=5x',
  en: 'half=0,5 dozen=12 thousand=1000 million=1000000 billion=1000000000 once=1x single=1x twice=2x double=2x thrice=3x triple=3x',
}
const pairs = (list: string): readonly Numeral[] => list.split(' ').map((pair) => pair.split('=') as [string, string])

const NL =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  )
const NL_TENS = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ')

function dutch(): readonly Numeral[] {
  const word = (n: number): string => {
    if (n >= 100) return `${n < 200 ? '' : NL[Math.floor(n / 100)]}honderd${n % 100 === 0 ? '' : word(n % 100)}`
    const unit = NL[n < 20 ? n : n % 10] as string
    const ten = NL_TENS[Math.floor(n / 10) - 2] as string
    return n < 20 ? unit : n % 10 === 0 ? ten : `${unit}${unit.endsWith('e') ? 'ën' : 'en'}${ten}`
  }
  const ordinal = (n: number): string => {
    const rest = n % 100
    if (n >= 100 && rest > 0 && rest < 20) return word(n - rest) + ordinal(rest)
    if (n === 1) return 'eerste'
    if (n === 3) return 'derde'
    return word(n) + (n < 20 && n !== 8 ? 'de' : 'ste')
  }
  const numbers = Array.from({ length: 1000 }, (_, n) => n)
  return numbers.flatMap((n): readonly Numeral[] => [
    ...(n === 1 ? [] : [[word(n), String(n)] as const]),
    ...(n === 0 ? [] : [[ordinal(n), `${n}e`] as const]),
  ])
}

const EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const EN_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )

function english(): readonly Numeral[] {
  return [
    ...EN.map((word, n) => [word, String(n)] as const),
    ...EN_ORDINALS.map((word, n) => [word, `${n + 1}e`] as const),
    ...EN_TENS.flatMap((word, n): readonly Numeral[] => [
      [word, String((n + 2) * 10)],
      [word.replace(/y$/, 'ieth'), `${(n + 2) * 10}e`],
    ]),
    ['hundred', '100'],
    ['hundredth', '100e'],
  ]
}
