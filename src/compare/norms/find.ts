import { type Sentence, sentencesOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'
import { ENGLISH } from './grammar-en.js'
import { DUTCH } from './grammar-nl.js'
import type { Modality, NormGrammar, NormRule, Stance } from './stance.js'

export const GRAMMARS: Readonly<Record<Language, NormGrammar>> = { nl: DUTCH, en: ENGLISH }

interface Compiled {
  readonly rules: readonly { readonly rule: NormRule; readonly pattern: RegExp }[]
  readonly restriction: RegExp
  readonly condition: RegExp
  readonly exceptions: RegExp
  readonly conditions: RegExp
  readonly addressee: RegExp
}

/** Fills in the named parts of a pattern, those in parts too. */
function expand(source: string, parts: Readonly<Record<string, string>>): string {
  const names = Object.keys(parts).reverse()
  return names.reduce((text, name) => text.replaceAll(`<${name}>`, () => closed(parts[name] as string)), source)
}

// V8 compiles what follows a choice once for every length its alternatives have, up to ten times, and again for every choice in a
// row. Behind a loop it starts anew, also behind one that never turns: the patterns are made in a third of the time.
const closed = (part: string): string => (/^\(\?:.*\|.*\)$/.test(part) ? `(?:${part}\\0*)` : part)

// The letters of Dutch and English in lower case. The patterns see lower case only: matching without regard to case over all of
// Unicode takes a regular expression ten times as long to make and to run.
const LETTERS = 'a-zß-öø-ÿœšžĳ'

function compile(grammar: NormGrammar): Compiled {
  const lettered = (source: string) =>
    expand(source, grammar.parts).replaceAll('[\\p{L}', `[${LETTERS}`).replaceAll('\\p{L}', `[${LETTERS}]`)
  const pattern = (source: string, flags = '') => new RegExp(lettered(source), flags)
  return {
    rules: grammar.rules.map((rule) => ({ rule, pattern: pattern(rule.pattern, 'g') })),
    restriction: pattern(grammar.restriction),
    condition: pattern(grammar.condition),
    exceptions: pattern(grammar.exceptions),
    conditions: pattern(grammar.conditions),
    addressee: pattern(grammar.addressee, 'g'),
  }
}

/** The text in lower case, letter for letter: offsets stay what they were. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-ZÀ-ÖØ-Þ]/g, (letter) => letter.toLowerCase())
}

const COMPILED: Readonly<Record<Language, Compiled>> = { nl: compile(DUTCH), en: compile(ENGLISH) }

/**
 * The norms of a text in reading order; empty when the text only states. `lead` is the words a list item completes
 * ("It is not allowed to:"): an item without a norm of its own has the last norm of its lead-in.
 */
export function stancesOf(text: string, lang: Language, lead?: string): readonly Stance[] {
  const grammar = COMPILED[lang]
  const own = sentencesOf(text, lang).flatMap((sentence) => inSentence(sentence, grammar))
  if (lead === undefined || !/:\s*$/.test(lead) || own.some((stance) => stance.from < text.length / 2)) return own
  const inherited = stancesOf(lead, lang).at(-1)
  return inherited ? [completed(inherited, text, lowerCase(lead), grammar), ...own] : own
}

/** The norm of a lead-in as an item completes it: the item says what is forbidden or asked, or when that does not hold or only holds. */
function completed(inherited: Stance, item: string, lead: string, { exceptions, conditions }: Compiled): Stance {
  const norm = { ...inherited, from: 0, to: 0 }
  const condition = item.replace(/[.;,]$/, '')
  if (exceptions.test(lead)) return { ...norm, modality: 'conditional-permission', condition }
  if (!conditions.test(lead)) return norm
  return { ...norm, modality: norm.modality === 'permission' ? 'conditional-permission' : norm.modality, condition }
}

/** The clause's main modality: that of its first norm, `statement` without one. */
export const modalityOf = (text: string, lang: Language, lead?: string): Modality =>
  stancesOf(text, lang, lead)[0]?.modality ?? 'statement'

function inSentence(sentence: Sentence, grammar: Compiled): Stance[] {
  const text = lowerCase(sentence.text)
  let found: { rule: NormRule; from: number; to: number }[] = []
  for (const fallback of [undefined, true] as const) {
    if (found.length > 0) break
    for (const { rule, pattern } of grammar.rules) {
      if (rule.fallback !== fallback) continue
      for (const match of text.matchAll(pattern)) {
        const [from, to] = [match.index, match.index + match[0].length]
        if (to > from && found.every((other) => to <= other.from || from >= other.to)) found.push({ rule, from, to })
      }
    }
  }
  found = found.sort((a, b) => a.from - b.from)
  const restricted = found.some(({ rule }) => rule.modality === 'permission') && grammar.restriction.test(text)
  const conditional = found.length > 0 ? grammar.condition.exec(text) : null
  const condition = conditional
    ? sentence.text.slice(conditional.index, conditional.index + conditional[0].length).trim()
    : undefined
  return found.map(({ rule, from, to }) => {
    const addressee = addresseeOf(sentence.text, text, from, to, grammar)
    return {
      modality: rule.modality === 'permission' && restricted ? 'conditional-permission' : rule.modality,
      cue: sentence.text.slice(from, to),
      from: sentence.from + from,
      to: sentence.from + to,
      ...(addressee === undefined ? {} : { addressee }),
      ...(condition === undefined ? {} : { condition }),
    }
  })
}

/** Whom the norm addresses: the one named in the cue, else the last one named before it, else the first one after it. */
function addresseeOf(written: string, text: string, from: number, to: number, grammar: Compiled): string | undefined {
  let before: string | undefined
  for (const match of text.matchAll(grammar.addressee)) {
    const words = written.slice(match.index, match.index + match[0].length)
    if (match.index >= from && match.index < to) return words
    if (match.index < from) before = words
    else return before ?? words
  }
  return before
}
