import type { NumberStyle } from './metadata.js'

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

// Letters write no more: of a list that starts at 900,000,000 each item would print as many m's as a book has letters.
const MOST_ROMAN = 3999

function roman(count: number): string {
  if (count > MOST_ROMAN) return String(count)
  let rest = count
  let text = ''
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}

function parseRoman(text: string): number | undefined {
  let at = 0
  let value = 0
  for (const [worth, letters] of ROMAN) {
    while (text.startsWith(letters, at)) {
      value += worth
      at += letters.length
    }
  }
  return at === text.length && value > 0 && roman(value) === text ? value : undefined
}

// a … z, aa … zz: as spreadsheets count their columns.
function alpha(count: number): string {
  let text = ''
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

const parseAlpha = (text: string): number | undefined =>
  /^[a-z]{1,4}$/.test(text) ? [...text].reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 96, 0) : undefined

const parseDecimal = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined)

interface Style {
  readonly format: (count: number) => string
  /** The count a label stands for, where it is one of this style. */
  readonly parse: (label: string) => number | undefined
}

const decimal: Style = { format: String, parse: parseDecimal }

export const STYLES: Readonly<Record<Exclude<NumberStyle, 'none'>, Style>> = {
  decimal,
  path: decimal,
  'lower-alpha': { format: alpha, parse: parseAlpha },
  'upper-alpha': {
    format: (n) => alpha(n).toUpperCase(),
    parse: (t) => (t === t.toUpperCase() ? parseAlpha(t.toLowerCase()) : undefined),
  },
  'lower-roman': { format: roman, parse: parseRoman },
  'upper-roman': {
    format: (n) => roman(n).toUpperCase(),
    parse: (t) => (t === t.toUpperCase() ? parseRoman(t.toLowerCase()) : undefined),
  },
}
