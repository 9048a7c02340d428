import type { Language } from '../../model/index.js'
import { compoundParts } from '../compounds.js'
import { isVerbSecond } from '../grammar.js'
import { remembered } from '../remembered.js'
import { stem, wordsOf } from '../stem.js'
import { isFormOf } from './forms.js'
import { groupsWith, type Lexicon, lexiconOf } from './groups.js'
import type { Expression } from './tables.js'

/** What a text speaks of, by names of groups: 1 where a word says just that, less where it may mean other things, too, or only touches it. */
type Matters = ReadonlyMap<string, number>

/** A part of a compound says less than the word alone: the care of "zorgplan" is not care. */
const OF_A_PART = 0.6
/** What is a kind of a matter, or speaks of it, is less than the matter itself. */
const OF_A_KIND = 0.5
/** Words that may stand between those of one expression. */
const BETWEEN = 4
/** Words between a verb and its part: "meldt de leerling zich dezelfde dag nog af". */
const APART = 8

/** What a text, or its folded words in order, speaks of. Words that no group has say nothing. */
export function mattersOf(text: string | readonly string[], lang: Language): Matters {
  const lexicon = lexiconOf(lang)
  const words = typeof text === 'string' ? wordsOf(text) : text
  const entries = words.map((word) => entryOf(word, lang))
  const found = new Map<string, number>()
  for (const [at, { isParticle, expressions, matters }] of entries.entries()) {
    const next = words[at + 1]
    if (isParticle && (next === undefined || lexicon.closing.has(next))) add(found, apartFrom(words, at, lexicon, lang))
    for (const expression of expressions) if (stands(expression, words, entries, at, lang)) put(found, expression.group, 1)
    if (matters) add(found, matters)
  }
  return withWider(found, lexicon)
}

/** What is looked up of a folded word, each once: texts are made of few words. */
interface Entry {
  readonly stem: string
  readonly isParticle: boolean
  /** Expressions of which it is the longest word. */
  readonly expressions: readonly Expression[]
  /** What it speaks of by itself; a small word speaks of nothing. */
  readonly matters: Matters | undefined
}
const NONE: readonly Expression[] = []

const entryOf = remembered((word, lang): Entry => {
  const { particles, expressions, small } = lexiconOf(lang)
  const own = stem(word, lang)
  return {
    stem: own,
    isParticle: particles.has(word),
    expressions: expressions.get(own) ?? NONE,
    matters: small.has(word) ? undefined : readWord(word, lang),
  }
})

/** What one folded word speaks of. */
function readWord(word: string, lang: Language): Matters {
  const found = new Map<string, number>()
  const groupsOf = (part: string): readonly string[] => {
    const names = groupsWith(part, lang)
    return names.length > 0 || !isVerbSecond({ lang }) ? names : groupsWith(undiminished(part), lang)
  }
  const whole = groupsOf(word)
  if (whole.length > 0) {
    for (const name of whole) put(found, name, 1 / whole.length)
    return found
  }
  for (const part of compoundParts(word, lang, (each) => groupsOf(each).length > 0) ?? []) {
    const names = groupsOf(part)
    for (const name of names) put(found, name, OF_A_PART / names.length)
  }
  return found
}

/** A Dutch word that is not small any more: kluisje as kluis, briefjes as brief, mobieltje as mobiel. */
const undiminished = (word: string): string => word.replace(/(?<=.{3})(?:(?<=[lnraeiouw])t|(?<=m)p)?jes?$/, '')

/** A verb whose part stands apart: before it ("meldt zich af") or with `te` between ("af te melden"). */
function apartFrom(words: readonly string[], at: number, { small }: Lexicon, lang: Language): Matters {
  const found = new Map<string, number>()
  const verbs = [...words.slice(Math.max(0, at - APART), at), ...(words[at + 1] === 'te' ? words.slice(at + 2, at + 3) : [])]
  for (const verb of verbs) {
    if (verb.length < 3 || small.has(verb)) continue
    const names = groupsWith(words[at] + verb, lang)
    for (const name of names) put(found, name, 1 / names.length)
  }
  return found
}

function stands(
  { stems: wanted, words: entries, isExact }: Expression,
  words: readonly string[],
  found: readonly Entry[],
  at: number,
  lang: Language,
): boolean {
  const isAt = (place: number, n: number): boolean =>
    found[place]?.stem === wanted[n] &&
    (words[place] === entries[n] || isFormOf(words[place] as string, entries[n] as string, lang))
  if (isExact) {
    const start = at - wanted.indexOf(found[at]?.stem ?? '')
    return wanted.every((_, n) => isAt(start + n, n))
  }
  const reach = wanted.length + BETWEEN
  const [from, to] = [Math.max(0, at - reach), Math.min(words.length - 1, at + reach)]
  return wanted.every((_, n) => {
    for (let place = from; place <= to; place++) if (isAt(place, n)) return true
    return false
  })
}

function withWider(found: ReadonlyMap<string, number>, { groups }: Lexicon): Matters {
  const all = new Map(found)
  for (const [name, weight] of found) {
    const group = groups.get(name)
    for (const wider of [...(group?.kindOf ?? []), ...(group?.speaksOf ?? [])]) put(all, wider, weight * OF_A_KIND)
  }
  return all
}

function add(to: Map<string, number>, more: Matters): void {
  for (const [name, weight] of more) put(to, name, weight)
}

const put = (to: Map<string, number>, name: string, weight: number): void =>
  void to.set(name, Math.max(weight, to.get(name) ?? 0))
