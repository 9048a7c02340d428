import type { Language } from '../model/index.js'
import { knowledge } from './data.js'

/** Spellings by those that sound the same, "sk" by "sch", in the order in which they are replaced; `$` is the end of a word. */
export const sounds = (lang: Language): Readonly<Record<string, string>> => knowledge[lang].sounds

/** Tells how folded words sound, by `sounds` of their language: what is spelled by ear meets how it is spelled. A sound is a key and no word. */
export function soundsBy(spellings: Readonly<Record<string, string>>): (word: string) => string {
  const steps = Object.entries(spellings).map(([from, to]) => ({ from: from.replace('$', ''), to, ends: from.endsWith('$') }))
  return (word) => {
    let sound = word
    for (const { from, to, ends } of steps) {
      if (!ends) sound = sound.replaceAll(from, to)
      else if (sound.endsWith(from)) sound = sound.slice(0, -from.length) + to
    }
    return sound.replace(/(.)\1+/gu, '$1')
  }
}
