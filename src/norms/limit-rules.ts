import { meaningsOf, numeralsOf } from '../language/index.js'
import { course, make, type NormRule } from './reading.js'
import type { View } from './view.js'
import type { Word } from './words.js'

/** Norms that a limit makes, whatever the verb: a time that is not passed, how many there are. Looked for last. */
export const LIMIT_RULES: readonly NormRule[] = [
  {
    name: 'a limit is kept',
    examples: {
      nl: [
        ['obligation', 'Een time-out duurt ten hoogste twee uur.'],
        ['obligation', 'De commissie beslist binnen drie weken.'],
        ['obligation', 'Facturen zijn uiterlijk de eerste van de maand binnen.'],
      ],
      en: [['obligation', 'The judgement is there within a month.']],
    },
    weak: true,
    read: (view) => {
      const bound = view.first('bound')
      if (!bound || view.ofDocument || !isTime(view, bound)) return undefined
      // "Aims to reply within a week" asks nothing, and "a ban of at most two days is …" is no limit that is set here.
      const meant = view.main.some(({ is, key, from }) =>
        from < bound.from ? is.has('to') && key !== 'om' : is.has('copula') && !is.has('passive'),
      )
      return meant ? undefined : course(view, bound)
    },
  },
  {
    name: 'a number is kept',
    examples: {
      nl: [
        ['obligation', 'Bij het zwemmen is er één begeleider op elke acht zwemmers.'],
        ['obligation', 'Een kaartje kost niet meer dan € 12.'],
        ['statement', 'De club heeft 300 leden.'],
      ],
      en: [
        ['obligation', 'On the water the ratio is one to eight.'],
        ['obligation', 'Deposits are no more than £12.'],
      ],
    },
    weak: true,
    read: (view) => {
      const quota = view.first('quota')
      return quota && !view.ofDocument && !view.first('describing') && isNumber(view, quota)
        ? make('obligation', quota)
        : undefined
    },
  },
]

/** Whether a number stands soon behind a word. */
function isNumber({ main, lexicon }: View, word: Word): boolean {
  const at = main.findIndex(({ from }) => from >= word.to)
  return (
    at >= 0 && main.slice(at, at + TO_NUMBER).some(({ key }) => /^(?:\d|[€$£])/.test(key) || numeralsOf(lexicon.lang).has(key))
  )
}
/** Words between how many there are and the number: "minimaal de eerste drie". */
const TO_NUMBER = 3

/** Words between a limit and its unit of time: "within ten full working days", "uiterlijk de eerste van de maand". */
const TO_UNIT = 5

/** A compound of a unit of time: "schooldagen". */
const COMPOUND_UNIT = /(?:dagen|dag|weken|week|maanden|uren|uur)$/

/** Whether a unit of time stands soon behind a word. */
export function isTime({ main, lexicon }: View, word: Word): boolean {
  const units = meaningsOf('periods', lexicon.lang)
  const at = main.findIndex(({ from }) => from >= word.to)
  const isUnit = (key: string): boolean => units.has(key) || (lexicon.verbSecond && COMPOUND_UNIT.test(key))
  return at >= 0 && main.slice(at, at + TO_UNIT).some(({ key }) => isUnit(key))
}
