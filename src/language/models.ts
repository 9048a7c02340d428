import { LANGUAGES } from '../model/index.js'
import { knowledge, listed, type ModelWords } from './data.js'
import { once } from './patterns.js'

/** Words of every language by which a model says what is to be filled in, chosen or left out. */
export const modelWords = once((): { readonly [Key in keyof ModelWords]: readonly string[] } => {
  const rows = LANGUAGES.flatMap((lang) => Object.entries(knowledge[lang].models) as [keyof ModelWords, string | string[]][])
  const all = new Map<keyof ModelWords, string[]>()
  for (const [key, words] of rows) all.set(key, [...(all.get(key) ?? []), ...(typeof words === 'string' ? listed(words) : words)])
  return Object.fromEntries(all) as { [Key in keyof ModelWords]: string[] }
})

/** Units of time in every language. */
export const timeUnits = once(
  (): ReadonlySet<string> => new Set(LANGUAGES.flatMap((lang) => knowledge[lang].periods.flatMap((row) => listed(row)))),
)
