import type { Language } from '../model/index.js'
import { knowledge } from './data.js'

/** Spellings by those that sound the same, "sk" by "sch", in the order in which they are replaced; `$` is the end of a word. */
export const sounds = (lang: Language): Readonly<Record<string, string>> => knowledge[lang].sounds

/** A folded word as it sounds, by `sounds` of its language: what is spelled by ear meets how it is spelled. A key and no word. */
export function soundBy(word: string, spellings: Readonly<Record<string, string>>): string {
  const heard = Object.entries(spellings).reduce((sound, [from, to]) => {
    if (!from.endsWith('$')) return sound.replaceAll(from, to)
    const ending = from.slice(0, -1)
    return sound.endsWith(ending) ? sound.slice(0, -ending.length) + to : sound
  }, word)
  return heard.replace(/(.)\1+/gu, '$1')
}
