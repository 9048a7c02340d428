import files from '../../templates/language/asked/*.yaml'
import type { Language } from '../model/index.js'
import { byLanguage } from './data.js'
import { functionWords } from './function-words.js'
import { wordsOf } from './stem.js'

/** The files of `templates/language/asked/`: lines by the part of life they are of. The comment of the Dutch one says how a line is read. */
type AskedData = Readonly<Record<string, string>>

const data = byLanguage<AskedData>(files)
/** What people type, and by which words rules speak of it. It claims of no two words that they are the same. */
export interface Asked {
  /** Folded words; several stand for an expression, in any order. */
  readonly typed: readonly (readonly string[])[]
  /** Folded words, one by one. */
  readonly rules: readonly string[]
}

function read(lang: Language): readonly Asked[] {
  const small = new Set(functionWords(lang))
  const list = (text: string) => text.split(',').map(wordsOf)
  return Object.values(data[lang])
    .flatMap((text) => text.trim().split('\n'))
    .map((line) => {
      const [typed = '', rules = ''] = line.split('>')
      return { typed: list(typed).map((words) => telling(words, small)), rules: list(rules).flat() }
    })
}

/** An expression without its small words, where two others are left. */
function telling(words: readonly string[], small: ReadonlySet<string>): readonly string[] {
  const own = words.filter((word) => !small.has(word))
  return own.length > 1 ? own : words
}

const made = new Map<Language, readonly Asked[]>()

/** What is known of how people ask in a language: made when it is first asked for. */
export function askedIn(lang: Language): readonly Asked[] {
  const known = made.get(lang) ?? read(lang)
  made.set(lang, known)
  return known
}
