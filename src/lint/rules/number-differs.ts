/**
 * A figure and the word that stands beside it in brackets are one number: where they differ, nobody knows which was meant.
 *
 * ```markdown ok
 * De school antwoordt binnen 14 (veertien) dagen, of drie (3) weken in de vakantie; wie in groep 8 (Bosrank) zit, belt 2 (of 3) keer. {#antwoord}
 * ```
 *
 * ```markdown
 * De school antwoordt binnen 14 (twaalf) dagen, en uiterlijk na drie (4) weken. {#antwoord}
 * ```
 *
 * ```messages
 * 1:28 warning number/differs Unexpected "14 (twaalf)", expected the figure and the word of one number
 * 1:63 warning number/differs Unexpected "drie (4)", expected the figure and the word of one number
 * ```
 *
 * ```markdown
 * ---
 * title: Complaints
 * lang: en
 * ---
 *
 * The school answers within 21 (twenty-two) days; it took thirty-one (31) before. {#answer}
 * ```
 *
 * ```messages
 * 6:27 warning number/differs Unexpected "21 (twenty-two)", expected the figure and the word of one number
 * ```
 *
 * To mend: write the number that was decided, in figures or in words.
 */
import { numeralsOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'
import type { Rule } from '../rule.js'
import { wholeTextsOf } from '../words.js'

const FIGURE = String.raw`(?<![\d.,/:-])\d{1,6}(?![\d/:-]|[.,]\d)`
const WORD = String.raw`(?<![\p{L}-])\p{L}{3,}(?:-\p{L}{3,})?(?![\p{L}-])`
const BESIDE = new RegExp(`(?<figure>${FIGURE}) ?\\((?<word>${WORD})\\)|(?<before>${WORD}) \\((?<after>${FIGURE})\\)`, 'gu')

export const numberDiffers: Rule<'number/differs'> = {
  id: 'number/differs',
  severity: 'warning',
  *check({ clauses, metadata: { lang } }) {
    for (const { value, placeOf } of wholeTextsOf(clauses)) {
      for (const match of value.includes('(') ? value.matchAll(BESIDE) : []) {
        const { figure, word = '', before = '', after } = match.groups ?? {}
        const said = numberOf(figure === undefined ? before : word, lang)
        if (said === undefined || said === Number(figure ?? after)) continue
        // "One (2)" may be whom the words speak of, and "two (1) … (2)" begins a list.
        if (figure === undefined && (said === 1 || isListed(Number(after), value))) continue
        yield { values: { words: match[0] }, place: placeOf(match.index) }
      }
    }
  },
}

/** A number in words, of one word or of a ten and a unit; undefined where they are none. */
function numberOf(words: string, lang: Language): number | undefined {
  const numerals = numeralsOf(lang)
  const whole = numerals.get(words.toLowerCase())
  if (whole !== undefined) return /^\d+$/.test(whole) ? Number(whole) : undefined
  const [ten, unit, ...others] = words
    .toLowerCase()
    .split('-')
    .map((part) => Number(numerals.get(part) ?? Number.NaN))
  const isPair =
    others.length === 0 &&
    ten !== undefined &&
    unit !== undefined &&
    ten % 10 === 0 &&
    ten >= 20 &&
    ten < 100 &&
    unit > 0 &&
    unit < 10
  return isPair ? ten + unit : undefined
}

/** Whether a figure in brackets is one of a list in the sentence: "(1) … (2)". */
const isListed = (figure: number, text: string): boolean => text.includes(`(${figure - 1})`) || text.includes(`(${figure + 1})`)
