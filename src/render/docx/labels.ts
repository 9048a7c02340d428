/** Word's names for the ways in which numbers are printed. */
export const FORMATS = {
  decimal: 'decimal',
  'lower-alpha': 'lowerLetter',
  'lower-roman': 'lowerRoman',
  'upper-alpha': 'upperLetter',
  'upper-roman': 'upperRoman',
} as const
export type Format = keyof typeof FORMATS
/** In the order in which they are tried where a label fits several. */
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[]

/** A label as words before a count, the count, and what is behind it. */
export function cut(label: string): { before: string; core: string; after: string } | undefined {
  const [, before = '', core = '', after = ''] = /^(.{0,80}?)(\p{L}{1,80}|\d{1,80})([^\p{L}\d]*)$/u.exec(label) ?? []
  return core === '' || /%/.test(label) ? undefined : { before, core, after }
}
