import type { Language } from '../../model/index.js'
import { compoundParts } from '../compounds.js'
import { createWordList, HASHED, packWords } from './word-list.js'

/** The two files of a Hunspell dictionary, as text. */
interface DictionaryFiles {
  readonly affixes: string
  readonly words: string
}

/** A dictionary as it is looked up in: made of its files once, when the program is built. */
interface PackedDictionary {
  readonly affixes: PackedAffixes
  readonly words: Uint8Array
}

/** What the affix file says, fit for JSON. */
export interface PackedAffixes {
  /** Letters of a flag. */
  readonly flagLength: number
  /** By what they add. */
  readonly suffixes: Readonly<Record<string, readonly Affix[]>>
  readonly prefixes: Readonly<Record<string, readonly Affix[]>>
}

/** A spelling dictionary that answers for one word at a time. Words are in lower case. */
export interface Dictionary {
  /** The word itself, or a form of it by the dictionary's affixes. */
  readonly has: (word: string) => boolean
  /** A word that stands there with a capital alone: a place, a person. */
  readonly isName: (word: string) => boolean
  /** Also a compound of two words the dictionary has. */
  readonly knows: (word: string) => boolean
}

/** The condition is a pattern of the word without the affix. */
type Affix = readonly [flag: string, strip: string, condition: string]

// Longer than any affix of the two word lists.
const LONGEST_AFFIX = 12

/** Reads a Hunspell dictionary. Of its affix file only prefixes, suffixes and the form of flags are read. */
export const packDictionary = ({ affixes, words }: DictionaryFiles): PackedDictionary => ({
  affixes: {
    flagLength: /^FLAG long/m.test(affixes) ? 2 : 1,
    suffixes: readAffixes(affixes, 'SFX'),
    prefixes: readAffixes(affixes, 'PFX'),
  },
  words: packWords(words),
})

/**
 * A dictionary to ask. Forms are looked up by taking affixes off, which takes a tenth of the time and memory that writing out all forms
 * of a Dutch dictionary takes. Compounds are any two words with what may link them: more than Dutch allows, so that a rare compound is
 * not taken for a mistake.
 */
export function createDictionary({ affixes, words }: PackedDictionary, lang: Language): Dictionary {
  const { flagLength } = affixes
  const list = createWordList(words)
  const flagsOf = (word: string): string | undefined => list.entry(word)?.flags
  const suffixes = new Map(Object.entries(affixes.suffixes))
  const prefixes = new Map(Object.entries(affixes.prefixes))
  const longest = [...suffixes.keys()].reduce((most, { length }) => Math.max(most, length), 0)
  const conditions = new Map<string, RegExp>()
  const holds = (condition: string, word: string): boolean => {
    const pattern = conditions.get(condition) ?? new RegExp(condition, 'u')
    conditions.set(condition, pattern)
    return pattern.test(word)
  }
  const carries = (base: string, flag: string): boolean => hasFlag(flagsOf(base) ?? '', flag, flagLength)

  /** With a prefix before it, a word must carry the flag of that prefix, too. */
  const isForm = (word: string, prefix?: string): boolean => {
    // Whatever suffix is taken off, these letters stay: where no word begins with them, none of a long word's bases is one.
    if (word.length >= longest + HASHED && !list.begins(word.slice(0, HASHED))) return false
    if (prefix === undefined ? flagsOf(word) !== undefined : carries(word, prefix)) return true
    for (let length = 0; length <= Math.min(LONGEST_AFFIX, word.length - 1); length++) {
      const stem = word.slice(0, word.length - length)
      for (const [flag, strip, condition] of suffixes.get(word.slice(word.length - length)) ?? []) {
        const base = stem + strip
        // Few bases are words: asking that first leaves most conditions unasked, and their patterns uncompiled.
        if (carries(base, flag) && holds(condition, base) && (prefix === undefined || carries(base, prefix))) return true
      }
    }
    return false
  }
  const hasPrefix = (word: string): boolean => {
    for (let length = 1; length <= Math.min(LONGEST_AFFIX, word.length - 2); length++) {
      for (const [flag, strip, condition] of prefixes.get(word.slice(0, length)) ?? []) {
        const rest = strip + word.slice(length)
        if (isForm(rest, flag) && holds(condition, rest)) return true
      }
    }
    return false
  }
  const has = (word: string): boolean => isForm(word) || hasPrefix(word)
  const isName = (word: string): boolean => list.entry(word)?.isName === true
  return { has, isName, knows: (word) => has(word) || compoundParts(word, lang, has, (last) => isForm(last)) !== undefined }
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ĳ', 'ij')

function readAffixes(source: string, kind: 'SFX' | 'PFX'): Record<string, Affix[]> {
  const found = new Map<string, Affix[]>()
  for (const line of source.split('\n')) {
    const [name, flag = '', strip = '0', added = '', condition = '.'] = line.trim().split(/\s+/)
    if (name !== kind || /^[YN]$/.test(strip)) continue
    const add = plain((added.split('/')[0] ?? '').replace(/^0$/, ''))
    const pattern = kind === 'SFX' ? `${plain(condition)}$` : `^${plain(condition)}`
    found.set(add, [...(found.get(add) ?? []), [flag, plain(strip.replace(/^0$/, '')), pattern]])
  }
  return Object.fromEntries(found)
}

function hasFlag(flags: string, flag: string, length: number): boolean {
  for (let at = 0; at < flags.length; at += length) if (flags.startsWith(flag, at)) return true
  return false
}
