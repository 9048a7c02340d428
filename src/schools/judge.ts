import type { Edit } from '../compare/index.js'
import { fold, isFunctionWord } from '../language/index.js'
import type { Language } from '../model/index.js'
import { actorIn, isAnybody } from '../norms/index.js'
import { wordTablesOf } from '../rewording/index.js'
import { judgeTexts } from '../versions/index.js'
import type { Found } from './compare-norms.js'
import type { PairRead, TextsRead } from './texts-read.js'
import { type PlacedValue, placedValues } from './values.js'

export type Judge = (
  a: string,
  b: string,
  lang: Language,
  sameRole: (one: string, other: string) => boolean,
) => { readonly differences: readonly Found[]; readonly same: boolean }

/**
 * Judges two versions of one sentence: the values and the persons that take each other's place, and whether all that differs is proved harmless.
 * The same two texts are read once: of schools that took over one text many say the same.
 */
export function createJudge({ pairs }: Pick<TextsRead, 'pairs'>): Judge {
  return (a, b, lang, sameRole) => {
    const { same, found } = pairs.of([lang, a, b], () => read(a, b, lang))
    const differences = found.flatMap(({ kind, words, roles }) => (roles && sameRole(...roles) ? [] : [{ kind, words }]))
    return { differences, same }
  }
}

function read(a: string, b: string, lang: Language): PairRead {
  const { same, proved, edits } = judgeTexts(a, b, lang)
  if (same) return { found: [], same: true }
  const harmless = new Set(proved.map(({ old, next }) => `${old}\n${next}`))
  const [ones, others] = [placedValues(a, lang), placedValues(b, lang)]
  const wordsAt = ({ old, next }: Edit) => [a.slice(...old).trim(), b.slice(...next).trim()] as const
  const open = edits.filter((edit) => !harmless.has(wordsAt(edit).join('\n')))
  const found = open.flatMap((edit): PairRead['found'] => {
    const { old, next } = edit
    const [one, other] = wordsAt(edit)
    const [x, y] = [within(ones, old), within(others, next)]
    if (x.length > 0 && y.length > 0) return [{ kind: 'value', words: [quoted(a, x), quoted(b, y)] }]
    if (!isName(one) || !isName(other)) return []
    const [who, whom] = [actorIn(one, lang), actorIn(other, lang)]
    const named = [who, whom].filter((each) => each !== undefined)
    if (named.length === 0)
      return open.length === 1 && standsFor(wordsAt(edit), lang, [before(a, old), before(b, next)])
        ? [{ kind: 'value', words: [one, other] }]
        : []
    if (named.some((each) => isAnybody(each, lang))) return []
    return [{ kind: 'who', words: [one, other], roles: [who ?? one, whom ?? other] }]
  })
  return { found, same: false }
}

/** Words of a name of somebody: "het bevoegd gezag van de stichting". */
const LONGEST_NAME = 6
/** Whether words can be such a name: none ends as "Op", "of" and "te" do, which begin a sentence or go on. */
const isName = (words: string): boolean =>
  words !== '' &&
  !/[,.;:/]/.test(words) &&
  words.split(/\s+/).length <= LONGEST_NAME &&
  !isFunctionWord(fold(words.split(/\s+/).at(-1) ?? ''))

/**
 * Whether words stand in the place of others, where all else of two sentences is alike: labels with a figure in them (form C1, article 5), units
 * (hours), ways of one kind (in writing, by telephone), or a thing behind an article, a preposition or a number.
 */
function standsFor(pair: readonly [string, string], lang: Language, before: readonly (string | undefined)[]): boolean {
  if (pair.every((each) => LABEL.test(each))) return true
  if (pair.some((each) => /\s/.test(each))) return false
  const { kinds } = wordTablesOf(lang)
  const [one = [], other = []] = pair.map((each) => kinds.get(fold(each)) ?? [])
  return (
    one.some(({ row }) => other.some((each) => each.row === row)) ||
    pair.every((each) => placedValues(`2 ${each}`, lang).some(({ kind }) => kind === 'period')) ||
    before.every((each) => each !== undefined && (isFunctionWord(fold(each)) || /^\d/.test(each)))
  )
}

const LABEL = /^(?:\p{L}+ )?\p{L}{0,2}\d+\p{L}?$/u

const before = (text: string, [from]: readonly [number, number]): string | undefined =>
  text.slice(0, from).trim().split(/\s+/).at(-1)

/** The values that an edit touches. */
const within = (values: readonly PlacedValue[], [from, to]: readonly [number, number]): readonly PlacedValue[] =>
  values.filter((value) => (from === to ? value.from < from && value.to > from : value.from < to && value.to > from))

const quoted = (text: string, values: readonly PlacedValue[]): string => text.slice(values[0]?.from ?? 0, values.at(-1)?.to ?? 0)
