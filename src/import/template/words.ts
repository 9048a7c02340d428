import { modelWords, once } from '../../language/index.js'

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
/** One of some words, the longest first. */
const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')

const OPEN = '[([<]?\\s*'
const CLOSE = '\\s*[)\\]>]?'
const END = '(?![\\p{L}\\p{N}])'

/** "Variant A", "Or option 2:", "[Alternatief I] –" at the beginning of a text. */
export const variantMark = once(() => {
  const { variants, either } = modelWords()
  return new RegExp(
    `^(?<open>${OPEN})(?:(?:${oneOf(either)})\\s+)?(?<word>${oneOf(variants)})\\s+(?<count>[A-H]|\\d{1,2}|[IVX]{1,4})${END}${CLOSE}\\s*[:.–—-]?\\s*`,
    'iu',
  )
})

/** A line that stands between two wordings: "OF", "- or -". */
export const orLine = once(() => new RegExp(`^[\\s([–—-]*(?:${oneOf(modelWords().either)})[\\s)\\]:–—-]*$`, 'iu'))

/** "(facultatief)", "Keuzebepaling:", "[Optional: …]" at the beginning of a text: between brackets, or with a stop behind it. */
export const optionalMark = once(
  () =>
    new RegExp(
      `^(?:(?<open>[([<])\\s*(?:${oneOf(modelWords().optional)})${END}\\s*(?:[)\\]>]\\s*[:.–—-]?|[:–—-])|(?:${oneOf(modelWords().optional)})${END}\\s*(?:[:–—-]|$))\\s*`,
      'iu',
    ),
)

/** The same at the end of a text. */
export const optionalEnd = once(() => new RegExp(`\\s*[([](?:${oneOf(modelWords().optional)})[)\\]]\\s*$`, 'iu'))

/** "Toelichting:", "Guidance for schools:", "NB " at the beginning of a text, or all of it. */
export const guidanceMark = once(
  () =>
    new RegExp(`^${OPEN}(?:${oneOf(modelWords().guidance)})${END}(?:\\s+[\\p{L}\\d.]+){0,4}?\\s*(?:[:–—]|[.](?=\\s|$)|$)`, 'iu'),
)
