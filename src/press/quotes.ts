/**
 * A straight quotation mark that is drawn as a curled one and read as it was written: where it opens, where it closes. Each is a code point
 * that stands for no character, with what is drawn and what is read.
 */
export const CURLS: ReadonlyMap<string, string> = new Map([
  ['\u{10fff0}', '“"'],
  ['\u{10fff1}', '”"'],
  ['\u{10fff2}', "‘'"],
  ['\u{10fff3}', "’'"],
])
const OPENS = /[\s([{<\u2013\u2014/“‘]/
/** "'s Middags" and "de jaren '90" begin with an apostrophe. */
const APOSTROPHE = /^(?:s[ -]|[tnkmr] |\d\d)/

/** Words with their straight quotation marks as the curled ones that belong there. `before` is the letter right before them, if any. */
export function curled(text: string, before = ''): string {
  if (!/["']/.test(text)) return text
  let around = before
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (char !== '"' && char !== "'") {
      around = char
      result += char
      continue
    }
    const opens = around === '' || OPENS.test(around)
    if (char === '"') result += opens ? '\u{10fff0}' : '\u{10fff1}'
    else result += opens && !APOSTROPHE.test(text.slice(at + 1, at + 4)) ? '\u{10fff2}' : '\u{10fff3}'
  }
  return result
}
