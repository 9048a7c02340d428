import { LANGUAGES, type Language } from '../model/index.js'
import type { Io } from './io.js'

/** The language of the messages of a system (POSIX: the first of three variables that says one); English for C. */
export function usualLanguage({ env }: Pick<Io, 'env'>): Language | undefined {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return LANGUAGES.find((lang) => new RegExp(`^${lang}(?![a-z])`, 'i').test(locale))
}
