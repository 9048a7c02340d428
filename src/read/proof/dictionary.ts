/** The two files of a Hunspell dictionary, as text. */
export interface DictionaryFiles {
  readonly affixes: string
  readonly words: string
}

/** A spelling dictionary that answers for one word at a time. Words are in lower case. */
export interface Dictionary {
  /** The word itself, or a form of it by the dictionary's affixes. */
  readonly has: (word: string) => boolean
  /** Also a compound of two words the dictionary has. */
  readonly knows: (word: string) => boolean
}

interface Affix {
  readonly flag: string
  readonly strip: string
  readonly condition: RegExp
}

/** Parts of a compound are at least this long: shorter ones make a word of almost anything. */
const SHORTEST_PART = 4
const LONGEST_AFFIX = 12

/**
 * Reads a Hunspell dictionary. Of its affix file only prefixes, suffixes and the form of flags are read: forms are looked up by taking
 * affixes off, which takes a tenth of the time and memory that writing out all forms of a Dutch dictionary takes. Compounds are any two
 * words, joined by nothing, `s`, `e` or `en`: more than Dutch allows, so that a rare compound is not taken for a mistake.
 */
export function createDictionary({ affixes, words }: DictionaryFiles, { compounds }: { compounds: boolean }): Dictionary {
  const entries = readWords(words)
  const flagLength = /^FLAG long/m.test(affixes) ? 2 : 1
  const suffixes = readAffixes(affixes, 'SFX')
  const prefixes = readAffixes(affixes, 'PFX')
  const carries = (base: string, flag: string): boolean => hasFlag(entries.get(base) ?? '', flag, flagLength)

  /** With a prefix before it, a word must carry the flag of that prefix, too. */
  const isForm = (word: string, prefix?: string): boolean => {
    if (prefix === undefined ? entries.has(word) : carries(word, prefix)) return true
    for (let length = 0; length <= Math.min(LONGEST_AFFIX, word.length - 1); length++) {
      const stem = word.slice(0, word.length - length)
      for (const { flag, strip, condition } of suffixes.get(word.slice(word.length - length)) ?? []) {
        const base = stem + strip
        if (condition.test(base) && carries(base, flag) && (prefix === undefined || carries(base, prefix))) return true
      }
    }
    return false
  }
  const hasPrefix = (word: string): boolean => {
    for (let length = 1; length <= Math.min(LONGEST_AFFIX, word.length - 2); length++) {
      for (const { flag, strip, condition } of prefixes.get(word.slice(0, length)) ?? []) {
        const rest = strip + word.slice(length)
        if (condition.test(rest) && isForm(rest, flag)) return true
      }
    }
    return false
  }
  const has = (word: string): boolean => isForm(word) || hasPrefix(word)
  const isCompound = (word: string): boolean => {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
      const first = word.slice(0, at)
      if (!isForm(word.slice(at))) continue
      if (['', 's', 'e', 'en'].some((link) => first.endsWith(link) && has(first.slice(0, at - link.length)))) return true
    }
    return false
  }
  return { has, knows: (word) => has(word) || (compounds && isCompound(word)) }
}

/** Flags by word. Flags of a word that stands twice are put together: all have the same length, so that they can be told apart. */
function readWords(source: string): Map<string, string> {
  const entries = new Map<string, string>()
  const text = plain(source, false)
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = text.slice(start, end)
    start = end + 1
    const tab = line.indexOf('\t')
    const entry = tab < 0 ? line : line.slice(0, tab)
    const slash = entry.indexOf('/')
    const word = (slash < 0 ? entry : entry.slice(0, slash)).toLowerCase()
    const flags = slash < 0 ? '' : entry.slice(slash + 1)
    // Words that Dutch forbids stand in the list, too.
    if (word !== '' && !flags.includes(FORBIDDEN)) entries.set(word, (entries.get(word) ?? '') + flags)
  }
  return entries
}

const FORBIDDEN = 'Fw'

const plain = (text: string, lower = true): string => (lower ? text.toLowerCase() : text).replaceAll('ĳ', 'ij')

/** By what they add. */
function readAffixes(source: string, kind: 'SFX' | 'PFX'): Map<string, Affix[]> {
  const found = new Map<string, Affix[]>()
  for (const line of source.split('\n')) {
    const [name, flag = '', strip = '0', added = '', condition = '.'] = line.trim().split(/\s+/)
    if (name !== kind || /^[YN]$/.test(strip)) continue
    const add = plain((added.split('/')[0] ?? '').replace(/^0$/, ''))
    const pattern = plain(condition)
    const affix = {
      flag,
      strip: plain(strip.replace(/^0$/, '')),
      condition: new RegExp(kind === 'SFX' ? `${pattern}$` : `^${pattern}`, 'u'),
    }
    const known = found.get(add)
    if (known) known.push(affix)
    else found.set(add, [affix])
  }
  return found
}

function hasFlag(flags: string, flag: string, length: number): boolean {
  for (let at = 0; at < flags.length; at += length) if (flags.startsWith(flag, at)) return true
  return false
}
