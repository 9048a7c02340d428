import type { Edit } from '../compare/index.js'
import { fold, isFunctionWord, isLightWord, stem, wordsOf } from '../language/index.js'
import { kinship } from '../language/kindred/index.js'
import type { Language } from '../model/index.js'
import { actorIn, isAnybody, isDeterminer } from '../norms/index.js'
import { isRelated, wordTablesOf } from '../rewording/index.js'
import { judgeTexts, type Reason, type ReasonKind, significanceOf } from '../versions/index.js'
import type { Found } from './compare-norms.js'
import type { PairRead, TextsRead } from './texts-read.js'
import { type PlacedValue, placedValues } from './values.js'

export type Judge = (a: string, b: string, lang: Language, sameRole: (one: string, other: string) => boolean) => Judged

/** In what two versions of a sentence differ. */
export interface Judged {
  /** Values and persons that take each other's place. */
  readonly differences: readonly Found[]
  /** What else changes what is asked. */
  readonly told: readonly Found[]
  /** Words in the place of others of which nobody knows whether they say the same. */
  readonly read: readonly Found['words'][]
  /** All that is not proved harmless stands in one place. */
  readonly single: boolean
  readonly same: boolean
}

/**
 * Judges two versions of one sentence: the values and the persons that take each other's place, and whether all that differs is proved harmless.
 * The same two texts are read once: of schools that took over one text many say the same.
 */
export function createJudge({ pairs }: Pick<TextsRead, 'pairs'>): Judge {
  return (a, b, lang, sameRole) => {
    const { same, found, told, read: open, single } = pairs.of([lang, a, b], () => read(a, b, lang))
    const apart = (all: PairRead['found']): readonly Found[] =>
      all.flatMap(({ kind, words, roles }) => (roles && sameRole(...roles) ? [] : [{ kind, words }]))
    // A word for several roles of one kind ("medewerkers", "docenten") may leave some of them out.
    const alike = found.filter(({ roles }) => roles && sameRole(...roles) && isOtherKind(...roles, lang))
    const left = [...open.filter((words) => !sameRole(...words)), ...alike.map(({ words }) => words)]
    return { differences: apart(found), told: apart(told), read: left, single, same }
  }
}

function read(a: string, b: string, lang: Language): PairRead {
  const { same, proved, reasons, edits } = judgeTexts(a, b, lang)
  if (same) return { found: [], told: [], read: [], single: false, same: true }
  const harmless = new Set(proved.map(({ old, next }) => `${old}\n${next}`))
  const [ones, others] = [placedValues(a, lang), placedValues(b, lang)]
  const wordsAt = ({ old, next }: Edit) => [a.slice(...old).trim(), b.slice(...next).trim()] as const
  const hasValues = ({ old, next }: Edit): boolean => within(ones, old).length > 0 && within(others, next).length > 0
  const open = edits.filter((edit) => !harmless.has(wordsAt(edit).join('\n')))
  const placed = open.map((edit): PairRead['found'][number] | undefined => {
    const { old, next } = edit
    const words: Found['words'] = wordsAt(edit)
    const [x, y] = [within(ones, old), within(others, next)]
    if (x.length > 0 && y.length > 0)
      return { kind: 'value', words: isMore(words, [x, y]) ? words : [quoted(a, x), quoted(b, y)] }
    if (!words.every(isName)) return undefined
    const [who, whom] = words.map((each) => actorIn(each, lang))
    const named = [who, whom].filter((each) => each !== undefined)
    if (named.some((each) => isAnybody(each, lang))) return undefined
    if (named.length > 0) return { kind: 'who', words, roles: [who ?? words[0], whom ?? words[1]] }
    return standsFor(words, lang, [before(a, old), before(b, next)]) ? { kind: 'value', words } : undefined
  })
  // A thing in the place of another is told where nothing else is left to be read.
  const isAll = placed.every((each) => each !== undefined)
  const stood = placed.flatMap((each, at) =>
    each && (isAll || each.kind !== 'value' || hasValues(open[at] as Edit)) ? [each] : [],
  )
  // What was put wholly otherwise is another sentence, and nothing of it is told.
  const known = isAll || open.length > MOST ? [] : reasons()
  const told = known.flatMap(({ kind, old, next }): PairRead['found'] => {
    const as = TOLD[kind]
    // What one says more is told where it changes the norm: with anything else it may only say more of the same.
    if (as === undefined || (as !== 'stance' && as !== 'condition' && (old === '' || next === ''))) return []
    const words = [old, next] as const
    const names = kind === 'name' ? words : [actorIn(old, lang), actorIn(next, lang)]
    const [who, whom] = names
    if (as === 'who' && (who === undefined || whom === undefined)) return []
    return [{ kind: as, words, ...(who && whom ? { roles: [who, whom] as const } : {}) }]
  })
  const read = known.flatMap(({ kind, old, next }) =>
    isHarmless({ kind }) || kind === 'reference' || ![old, next].every((words) => isWeighty(words) && isShort(words))
      ? []
      : [[old, next] as const],
  )
  return { found: stood, told, read, single: open.length === 1, same: false }
}

const isHarmless = ({ kind }: Pick<Reason, 'kind'>): boolean => ['typographical', 'editorial'].includes(significanceOf(kind))

const isShort = (words: string): boolean => words.split(/\s+/).length <= LONGEST_NAME
const isWeighty = (words: string): boolean => wordsOf(words).some((word) => !isFunctionWord(word) && !isLightWord(word))

/** As what a reason of two versions is told between two schools. What refers to another clause is numbered otherwise in every text. */
const TOLD: Readonly<Partial<Record<ReasonKind, Found['kind']>>> = {
  norm: 'stance',
  negation: 'stance',
  opposite: 'value',
  binding: 'condition',
  number: 'value',
  amount: 'value',
  period: 'value',
  date: 'value',
  addressee: 'who',
  term: 'value',
  condition: 'condition',
  exception: 'condition',
  scope: 'value',
  list: 'value',
  name: 'value',
  content: 'value',
}

/** Places in which two versions of a sentence differ, at most, for the words of each to be held against those of the other. */
const MOST = 4
/** Words of a name of somebody: "het bevoegd gezag van de stichting". */
const LONGEST_NAME = 6
/** Words of a value with what it belongs to. */
const LONGEST_VALUE = 10
/** Whether words can be such a name: none ends as "Op", "of" and "te" do, which begin a sentence or go on. */
const isName = (words: string): boolean =>
  words !== '' && !/[,.;:/]/.test(words) && isShort(words) && !isFunctionWord(fold(words.split(/\s+/).at(-1) ?? ''))

/**
 * Whether words stand in the place of others, where all else of two sentences is alike: labels with a figure in them (form C1, article 5), units
 * (hours), ways of one kind (in writing, by telephone), or a thing behind an article, a preposition or a number.
 */
function standsFor(pair: readonly [string, string], lang: Language, before: readonly (string | undefined)[]): boolean {
  if (pair.every((each) => LABEL.test(each))) return true
  const opens =
    before.every((each) => each === undefined || isFunctionWord(fold(each)) || /^\d/.test(each)) ||
    pair.every((each) => /\s/.test(each) && isDeterminer(wordsOf(each)[0] ?? '', lang))
  const [one, other] = pair.map((each) => wordsOf(each).filter((word) => !isFunctionWord(word))) as [string[], string[]]
  if (pair.some((each) => /\s/.test(each))) return opens && !one.some((word) => other.some((each) => isAkin(word, each, lang)))
  const { kinds } = wordTablesOf(lang)
  const [mine = [], theirs = []] = pair.map((each) => kinds.get(fold(each)) ?? [])
  return (
    mine.some(({ row }) => theirs.some((each) => each.row === row)) ||
    pair.every((each) => placedValues(`2 ${each}`, lang).some(({ kind }) => kind === 'period')) ||
    opens
  )
}

/** Whether two words for people are no words for one, as far as is known, and no names: one may be a kind of the other. */
const isOtherKind = (one: string, other: string, lang: Language): boolean =>
  ![one, other].some((each) => /\p{Lu}/u.test(each)) &&
  kinship(one, other, lang) !== 'same' &&
  stem(one, lang) !== stem(other, lang)

/** Whether two words may name one thing. */
const isAkin = (one: string, other: string, lang: Language): boolean =>
  kinship(one, other, lang) !== undefined || isRelated(one, other, { lang })

const LABEL = /^(?:\p{L}+ )?\p{L}{0,2}\d+\p{L}?$/u

const before = (text: string, [from]: readonly [number, number]): string | undefined =>
  text.slice(0, from).trim().split(/\s+/).at(-1)

/** Whether both sides of a short edit say more than their values: "five working days after the result". */
const isMore = (words: readonly string[], values: readonly (readonly PlacedValue[])[]): boolean =>
  words.every(
    (each, side) =>
      each.split(/\s+/).length <= LONGEST_VALUE &&
      isWeighty(each) &&
      values[side]?.every(({ text }) => each.includes(text)) === true &&
      isWeighty(values[side]?.reduce((left, { text }) => left.replace(text, ''), each) ?? ''),
  )

/** The values that an edit touches. */
const within = (values: readonly PlacedValue[], [from, to]: readonly [number, number]): readonly PlacedValue[] =>
  values.filter((value) => (from === to ? value.from < from && value.to > from : value.from < to && value.to > from))

const quoted = (text: string, values: readonly PlacedValue[]): string => text.slice(values[0]?.from ?? 0, values.at(-1)?.to ?? 0)
