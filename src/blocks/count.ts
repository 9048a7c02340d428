// Of a word only its letters and figures count: signs between and around them go with labels, bullets and the ends of lines.
const WORD = /[\p{L}\p{M}\p{Nd}\p{Nl}]+/gu
// Raised figures are marks of notes, which are numbered again.
const UNCOUNTED = /[\u00AD\u200B-\u200D\u2060\uFEFF]|\p{No}/gu

/** The words of a text as they are counted when a file is held against what became of it. */
export const countedWords = (text: string): string[] =>
  text
    .replace(UNCOUNTED, (sign) => (/\p{No}/u.test(sign) ? ' ' : ''))
    .normalize('NFKC')
    .match(WORD) ?? []
