import { findDate } from '../../blocks/index.js'
import {
  fitsType,
  fold,
  isLightWord,
  isPeriod,
  modelWords,
  roleWords,
  sentencesOf,
  timeUnits,
  valueInWords,
} from '../../language/index.js'
import { clipped, type Declaration, LANGUAGES, type Language, slug } from '../../model/index.js'
import type { Gap } from '../../pieces/index.js'

// As long as names stay that one reads at a glance: `naam-van-school`.
const NAME_WORDS = 3
const SHOWN = 120

/** The parameters that a model turns out to have, each declared when it is first met. */
export class Declared {
  readonly declarations: Record<string, Declaration> = {}
  // What a prompt was named, with the word before it where one word says too little.
  readonly #known = new Map<string, string>()
  readonly #lang: Language

  constructor(lang: Language) {
    this.#lang = lang
  }

  /** A choice between wordings that cannot stand as variants. */
  choice(name: string, values: readonly string[], description: string): void {
    this.declarations[name] = { type: 'choice', description, values: [...values], default: values[0] as string }
  }

  /** The name of the parameter that stands for a gap in a text. The same prompt is the same parameter. */
  nameOf(gap: Gap, text: string): string {
    const key = keyOf(gap, text)
    const known = key === undefined ? undefined : this.#known.get(key)
    if (known !== undefined) return known
    const declaration = declarationOf(gap, text, this.#lang)
    const name = this.#free(nameWords(gap, declaration, text))
    this.declarations[name] = declaration
    if (key !== undefined) this.#known.set(key, name)
    return name
  }

  #free(words: readonly string[]): string {
    const made = slug(words.join(' '))
    const base = /^[a-z]/.test(made) ? made : made === '' ? 'blank' : `blank-${made}`
    if (!Object.hasOwn(this.declarations, base)) return base
    for (let count = 2; ; count++) if (!Object.hasOwn(this.declarations, `${base}-${count}`)) return `${base}-${count}`
  }
}

/** By what a prompt is known again: its words, and where it is one word that names no one thing, the word before it too. */
function keyOf({ prompt, mark, from }: Gap, text: string): string | undefined {
  const said = fold(prompt || mark?.name || '')
  if (said === '') return undefined
  const [last = ''] = text.slice(0, from).match(/[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u) ?? []
  return telling(said).length > 1 || isSchool(said) ? said : `${fold(last)} ${said}`
}

const isSchool = (said: string): boolean => /school/.test(said)
const wordsIn = (said: string): string[] => said.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
const telling = (said: string): string[] => wordsIn(said).filter((word) => !isLightWord(fold(word)))

const plain = (said: string): string[] => telling(said).filter((word) => /^\p{L}+$/u.test(word))

function declarationOf(gap: Gap, text: string, lang: Language): Declaration {
  const { mark, stood, prompt } = gap
  if (mark?.kind === 'field') return fieldDeclaration(gap, text, lang)
  if (mark !== undefined) {
    const description = sentenceWith(gap, text, lang)
    for (const [type, value] of readings(stood, lang))
      if (fitsType(value, { type }, lang) && valueInWords(value, lang) === stood) return { type, description, default: value }
    return { type: 'text', description, default: stood }
  }
  const { said, example } = withoutExample(prompt)
  const values = said.split(/\s*[/|]\s*/).filter(Boolean)
  const description = said === '' ? sentenceWith(gap, text, lang) : capital(said)
  if (values.length > 1 && values.every((value) => /\p{L}{2}/u.test(value))) return { type: 'choice', description, values }
  const type = said === '' ? typeAround(gap, text) : typeOf(said, gap, text)
  const fits = example !== undefined && fitsType(type === 'number' ? Number(example) : example, { type }, lang)
  return { type, description, ...(fits ? { example: type === 'number' ? Number(example) : example } : {}) }
}

function fieldDeclaration(gap: Gap, text: string, lang: Language): Declaration {
  const { mark, stood } = gap
  const description = mark?.name ?? (mark?.prompt ? capital(stood) : sentenceWith(gap, text, lang))
  if (mark?.type === 'choice') {
    const { values = [] } = mark
    return {
      type: 'choice',
      description,
      values: [...values],
      ...(!mark.prompt && values.includes(stood) ? { default: stood } : {}),
    }
  }
  if (mark?.type === 'date') {
    if (mark.prompt) return { type: 'date', description }
    const day = mark.day ?? findDate(stood)?.date
    if (day !== undefined && valueInWords(day, lang) === stood) return { type: 'date', description, default: day }
  }
  return { type: 'text', description, ...(mark?.prompt ? {} : { default: stood }) }
}

/** What words that stand there already may be a value of. */
const readings = (stood: string, lang: Language): (readonly ['number' | 'date' | 'period', string | number])[] => [
  ...(/^\d+$/.test(stood) ? [['number', Number(stood)] as const] : []),
  ['date', findDate(stood)?.date ?? ''],
  // "8.15 uur" is a time of the day.
  ...(isPeriod(stood, lang) && !/^\d+[.:]\d\d\s/.test(stood) ? [['period', stood] as const] : []),
]

/** "bijvoorbeeld de mentor": an example is none of the question. */
function withoutExample(prompt: string): { said: string; example?: string } {
  const found = modelWords().examples.flatMap((words) => {
    const at = prompt.toLowerCase().search(new RegExp(`(?<!\\p{L})${words.replaceAll('.', '\\.')}(?!\\p{L})`, 'u'))
    return at < 0 ? [] : [{ at, words }]
  })[0]
  if (!found) return { said: prompt }
  const example = prompt.slice(found.at + found.words.length).replace(/^[\s:]+|[\s)]+$/g, '')
  return { said: prompt.slice(0, found.at).replace(/[\s,(:–-]+$/, ''), ...(example === '' ? {} : { example }) }
}

/** The type of value that the words of a prompt ask for. */
function typeOf(said: string, gap: Gap, text: string): Declaration['type'] {
  const words = modelWords()
  const all = wordsIn(fold(said)).filter((word) => !words.fillIn.some((verb) => verb.split('-').includes(word)))
  const has = (list: readonly string[]) => all.some((word) => list.some((known) => word === fold(known)))
  const [first = ''] = all
  if (words.names.some((known) => first === fold(known))) return 'text'
  if (all.some((word) => words.dates.some((known) => word === known || (known.length > 4 && word.endsWith(known))))) return 'date'
  if (first !== '' && words.counts.includes(first)) return 'number'
  if (/^(?:x{1,4}|n{1,2})$/.test(said.toLowerCase())) return 'number'
  if (has(words.terms)) return unitBehind(gap, text) ? 'number' : 'period'
  const roles = new Set(LANGUAGES.flatMap((lang) => roleWords(lang).map(fold)))
  const about = all.filter((word) => !isLightWord(word))
  return has(words.persons) || (about.length > 0 && about.every((word) => roles.has(word))) ? 'role' : typeAround(gap, text)
}

/** The type that the words around a gap ask for: a number before a unit of time, unless it is the time of a day. */
function typeAround(gap: Gap, text: string): Declaration['type'] {
  const unit = unitBehind(gap, text)
  if (unit === undefined) return 'text'
  const { at, clock } = modelWords()
  const [before = ''] = text.slice(0, gap.from).match(/\p{L}+(?=[^\p{L}]*$)/u) ?? []
  return clock.includes(unit) && at.includes(before.toLowerCase()) ? 'text' : 'number'
}

function unitBehind({ to }: Gap, text: string): string | undefined {
  const behind = (text.slice(to).match(/^\s*(?:\p{L}+\s+)?\p{L}+/u)?.[0] ?? '').trim().toLowerCase().split(/\s+/)
  return behind.find((word) => timeUnits().has(word))
}

/** The words that name a parameter: those of its prompt; without one, those before the gap. */
function nameWords({ prompt, mark, from, to }: Gap, { type }: Declaration, text: string): string[] {
  const { fillIn } = modelWords()
  const said = withoutExample(prompt).said || mark?.name || ''
  const own = telling(said).filter((word) => !fillIn.some((verb) => verb.split('-').includes(word.toLowerCase())))
  if (own.length > 0) return own.slice(0, NAME_WORDS)
  if (said !== '') return wordsIn(said).slice(0, NAME_WORDS)
  const unit = type === 'number' ? unitBehind({ prompt, from, to, stood: '', sign: 'signs' }, text) : undefined
  if (unit !== undefined) return [unit]
  const before = plain(text.slice(0, from)).slice(-2)
  return before.length > 0 ? before : plain(text.slice(to)).slice(0, 2)
}

/** The sentence that a gap stands in, with dots in its place. */
function sentenceWith({ from, to }: Gap, text: string, lang: Language): string {
  const holds = sentencesOf(text, lang).findLast((sentence) => sentence.from <= from)
  const [start, end] = holds ? [holds.from, Math.max(holds.from + holds.text.length, to)] : [0, text.length]
  const said = `${text.slice(start, from)}…${text.slice(to, end)}`.replace(/\s+/g, ' ').trim()
  return clipped(said, SHOWN)
}

const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1)
