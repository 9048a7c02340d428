import { child, type Xml } from '../files/xml.js'

/**
 * Signs of fonts that draw pictures in the place of letters, by their codes, as the signs that everybody's fonts have: ticks, crosses,
 * boxes, bullets and arrows.
 */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Wingdings: {
    108: '●',
    110: '■',
    111: '□',
    113: '❑',
    114: '❒',
    118: '❖',
    159: '•',
    167: '▪',
    168: '□',
    216: '➢',
    223: '←',
    224: '→',
    232: '➔',
    240: '⇨',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'Wingdings 2': { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 84: '☒', 163: '□' },
  Symbol: { 163: '≤', 165: '∞', 174: '→', 176: '°', 177: '±', 179: '≥', 180: '×', 183: '•', 185: '≠', 187: '≈' },
}

/** What is set for a sign that is not known. */
const UNKNOWN = '\u25A1'

// Fonts of signs have their codes from F000 on.
const signIn = (font: string, code: number): string => SIGNS[font]?.[code & 0xff] ?? UNKNOWN

/** The sign that a `w:sym` draws. */
export function signOf(attributes: Readonly<Record<string, string | undefined>>): string {
  const [font, code] = [attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '', 16)]
  if (SIGNS[font] !== undefined || Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff)) return signIn(font, code)
  return String.fromCodePoint(code)
}

/** Text as its run prints it: in a font of signs every letter is one. */
export function signsIn(text: string, properties: Xml | undefined): string {
  const font = child(properties, 'w:rFonts')?.attributes['w:ascii'] ?? ''
  if (SIGNS[font] === undefined) return text
  return [...text].map((letter) => (/\s/.test(letter) ? letter : signIn(font, letter.codePointAt(0) ?? 0))).join('')
}
