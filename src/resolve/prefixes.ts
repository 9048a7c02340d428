import { type Inline, isReference, mapInlines, mapWords, type Policy } from '../model/index.js'
import { type ResolvedClause, referenceText } from './references.js'

/** Letters by which a word and its plural are known as one: "paragraaf" and "paragrafen". */
const STEM = 6
/** How much longer than the word a plural may be. */
const ENDING = 4
/** Letters of a word of a numbering, at most, and some more. */
const LONGEST = 60
// What stands between the numbers of "artikelen 3, 4 en 6".
const BETWEEN = new Set(['–', '-', 'en', 'of', 'and', 'or', 't/m', 'tot', 'met', 'to'])

/**
 * Writes the word of a numbering in front of each reference to what it numbers: "Zie [](#foto)" prints "Zie artikel 3". Where the
 * author wrote it, in the singular or the plural, it stands already.
 */
export function withPrefixes(policy: Policy, targets: ReadonlyMap<string, ResolvedClause>): Policy {
  if (![...targets.values()].some(({ prefix }) => prefix !== undefined)) return policy
  return mapWords(policy, (content) => {
    let before = ''
    // Whose word the last reference stands behind, and where the text after it starts.
    let last: { readonly prefix: string; readonly end: number } | undefined
    return mapInlines(content, (inline) => {
      if ('value' in inline) before += inline.value
      if (!isReference(inline) || inline.type !== 'link') return [inline]
      const target = targets.get(inline.url.slice(1))
      const prefix = target && prefixOf(target)
      if (prefix === undefined) {
        last = undefined
        return [inline]
      }
      const goesOn =
        last?.prefix === prefix &&
        before
          .slice(last.end)
          .split(/[\s,]+/)
          .every((word) => word === '' || BETWEEN.has(word))
      const stands = goesOn || endsWith(before, prefix)
      const word = stands ? '' : `${inSentence(prefix, before)} `
      before += `${word}0`
      last = { prefix, end: before.length }
      return word === '' ? [inline] : [{ type: 'text', value: word } as Inline, inline]
    })
  })
}

/** The word of the nearest depth that has one, for a clause whose reference prints a number. */
function prefixOf(clause: ResolvedClause): string | undefined {
  let numbered: ResolvedClause | undefined = clause
  while (numbered && numbered.number === undefined) numbered = numbered.kind === 'section' ? undefined : numbered.parent
  if (!numbered || referenceText(numbered) !== numbered.number) return undefined
  for (let up: ResolvedClause | undefined = numbered; up; up = up.parent) if (up.prefix !== undefined) return up.prefix
  return undefined
}

/** Whether a text ends in a word or its plural. */
function endsWith(text: string, word: string): boolean {
  const words = text
    .slice(-LONGEST)
    .trimEnd()
    .toLowerCase()
    .split(/[^\p{L}§.]+/u)
  const last = words.at(-1) ?? ''
  return last.startsWith(word.toLowerCase().slice(0, STEM)) && last.length <= word.length + ENDING
}

/** In a sentence a word has no capital of its own: "zie artikel 3". */
function inSentence(word: string, before: string): string {
  const starts = before.trim() === '' || /[.!?:]["”’)]?$/u.test(before.trimEnd())
  return starts || /^\p{Lu}{2}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1)
}
