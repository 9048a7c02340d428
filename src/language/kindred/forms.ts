import type { Language } from '../../model/index.js'
import { isVerbSecond } from '../grammar.js'
import { PARTICLES } from '../stemming.js'

/**
 * Whether a folded word is an inflected form of another, as it stands in a lexicon. Stems bring forms together and now and then two words as
 * well ("beelden" and "bellen", "not" and "note"); this tells those apart by length of the vowel, by what an ending may follow, and by "ge-".
 */
export const isFormOf = (word: string, entry: string, lang: Language): boolean =>
  word === entry || (isVerbSecond({ lang }) ? isDutchForm(word, entry) : isEnglishForm(word, entry))

/** What a verb's root may end in, and what any other word's may. */
const OF_VERBS: ReadonlySet<string> = new Set(['', 'n', 'en', 't', 'te', 'ten', 'd', 'de', 'den', 'end', 'ende'])
const OF_OTHERS: ReadonlySet<string> = new Set(['', 's', 'n', 'en', 'e', 'es', 'eren', 'er', 'ste', 'je', 'jes'])
const PARTICLE = new RegExp(`^(${PARTICLES})(?=.{3})`)

function isDutchForm(word: string, entry: string): boolean {
  if (follows(word, entry)) return true
  // "Gemeld", "afgemeld": without its "ge" the root of the verb. What looks like a part may be none: "geïnformeerd".
  return ['', PARTICLE.exec(entry)?.[1] ?? ''].some((particle) => {
    const [, bare] = new RegExp(`^${particle}ge(.{2,}(?:d|t|en))e?$`).exec(word) ?? []
    return bare !== undefined && !entry.startsWith(`${particle}ge`) && follows(particle + bare, entry)
  })
}

function follows(word: string, entry: string): boolean {
  const [one, other] = [sounds(word), sounds(entry)]
  const infinitive = /^(.{2,}?)e?n$/.exec(other)?.[1]
  if (infinitive !== undefined && /n$/.test(entry) && ends(one, infinitive, OF_VERBS)) return true
  // A plural or an adjective with its ending stands in the lexicon now and then.
  const roots = [other, other.replace(/(?:en|s|e)$/, '')]
  return roots.some((root) => root.length >= 3 && ends(one, root, OF_OTHERS))
}

const ends = (word: string, root: string, endings: ReadonlySet<string>): boolean =>
  word.startsWith(root) && endings.has(word.slice(root.length))

/** A word as it sounds, so far as its spelling changes with an ending: lopen and loop, brieven and brief; the first vowel long as a capital. */
function sounds(word: string): string {
  const [, head = '', vowels = '', tail = ''] = /^([^aeiouy]*)([aeiouy]+)((?:[^aeiouy].*)?)$/.exec(word) ?? [
    undefined,
    '',
    '',
    word,
  ]
  const doubled = /^(?:aa|ee|oo|uu)$/.test(vowels)
  const open = vowels.length === 1 && /^[^aeiouy][aeiouy]/.test(tail)
  const first = doubled || open ? vowels.charAt(0).toUpperCase() : vowels
  const rest = tail
    .replace(/([^aeiouy])\1/g, '$1')
    .replace(/(aa|ee|oo|uu)/g, (pair) => pair.charAt(0))
    .replace(/v(?=e|$)/g, 'f')
    .replace(/z(?=e|$)/g, 's')
  return head + first + rest
}

function isEnglishForm(word: string, entry: string): boolean {
  const single = entry.replace(/(?:ing|ed)$/, '')
  return [entry, entry.replace(/s$/, ''), single].some((root) => root.length > 2 && inflections(root).has(word))
}

function inflections(root: string): ReadonlySet<string> {
  const last = root.charAt(root.length - 1)
  const bare = last === 'e' ? root.slice(0, -1) : root
  const found = [root, `${root}s`, `${root}es`, `${bare}ed`, `${bare}ing`, `${root}${last}ed`, `${root}${last}ing`]
  if (last === 'y') found.push(`${root.slice(0, -1)}ies`, `${root.slice(0, -1)}ied`)
  return new Set(found)
}
