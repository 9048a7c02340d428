import { diffTokens, tokenise } from '../../compare/index.js'
import { fitsType, monthNumber, wordsOfAll } from '../../language/index.js'
import {
  conditionHolds,
  type Declaration,
  isDeclared,
  type Language,
  type ParameterValue,
  type Policy,
  parseCondition,
  plainText,
} from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { blanksIn } from '../written-out.js'
import { valuesOfKind } from './of-kind.js'
import type { Provision } from './provisions.js'

/** What a school seems to have filled in. */
export interface Filled {
  readonly name: string
  readonly value: ParameterValue
  /** In how many clauses it stands so. */
  readonly count: number
}

/** Reads from clauses, and the provisions they are, what was put in each blank; and from which there are, what conditions ask. */
export function filledIn(
  template: Policy,
  found: readonly { readonly clause: ResolvedClause; readonly provision: Provision }[],
  names: readonly string[],
): readonly Filled[] {
  const { lang, parameters = {} } = template.metadata
  const said = new Map<string, Map<string, Filled & { readonly alone: boolean }>>()
  const say = (name: string, value: ParameterValue, alone: boolean) => {
    const known = said.get(name) ?? new Map<string, Filled & { readonly alone: boolean }>()
    said.set(name, known)
    const key = JSON.stringify(value).toLowerCase()
    const before = known.get(key)
    known.set(key, {
      name,
      value: before?.value ?? value,
      count: (before?.count ?? 0) + 1,
      alone: (before?.alone ?? false) || alone,
    })
  }
  for (const { clause, provision } of found) {
    const read = new Set<string>()
    for (const { name, words, alone, held } of blanksOf(plainText(provision.node), plainText(clause.node))) {
      const declared = parameters[name]
      // Any words are a text: those between others that differ may be what was reworded.
      if (isDeclared(declared) && declared.type === 'text' && !(alone && held)) continue
      const value = isDeclared(declared) ? readValue(words, declared, lang) : undefined
      if (value !== undefined) say(name, value, alone)
      if (value !== undefined) read.add(name)
    }
    const [its, own] = [plainText(provision.node), plainText(clause.node)]
    for (const { name, words } of valuesOfKind(its, own, blanksIn(provision.node), parameters, lang)) {
      const declared = parameters[name]
      const value = isDeclared(declared) && !read.has(name) ? readValue(words, declared, lang) : undefined
      if (value !== undefined) say(name, value, false)
    }
    const condition = provision.when === undefined ? undefined : parseCondition(provision.when)
    const declared = condition && parameters[condition.parameter]
    if (!condition || !isDeclared(declared)) continue
    const values = declared.type === 'flag' ? [true, false] : declared.type === 'choice' ? (declared.values ?? []) : []
    const holding = values.filter((value) => conditionHolds(condition, value))
    const [only, ...others] = holding
    if (only !== undefined && others.length === 0) say(condition.parameter, only, true)
  }
  const named = nameOfSchool(template, found, names)
  if (named && !said.has(named.name)) said.set(named.name, new Map([['', { ...named, alone: false }]]))
  return Object.keys(parameters).flatMap((name) => {
    const [best] = [...(said.get(name)?.values() ?? [])].sort((a, b) => Number(b.alone) - Number(a.alone) || b.count - a.count)
    return best ? [{ name, value: best.value, count: best.count }] : []
  })
}

/** The parameter that holds the school's name: the text whose provisions name the school most. */
function nameOfSchool(
  { metadata }: Policy,
  found: readonly { readonly clause: ResolvedClause; readonly provision: Provision }[],
  names: readonly string[],
): Filled | undefined {
  const counts = new Map<string, Filled>()
  for (const { clause, provision } of found) {
    const text = plainText(clause.node)
    const value = names.filter((name) => text.includes(name)).sort((a, b) => b.length - a.length)[0]
    if (value === undefined) continue
    for (const name of blanksIn(provision.node)) {
      const declared = metadata.parameters?.[name]
      if (isDeclared(declared) && declared.type === 'text')
        counts.set(name, { name, value, count: (counts.get(name)?.count ?? 0) + 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]
}

const BLANK = /^\{\{\s*([^{}\s]+)\s*\}\}$/
/** The most words a blank is taken to hold where what stands behind it differs, too. */
const FEW_WORDS = 5

/** As many words beside a blank must be the same for what stands in it to be taken for any text. */
const HELD = 2

/** Words that stand where a provision has a blank. `alone`: nothing beside the blank differs. */
interface Blank {
  readonly name: string
  readonly words: string
  readonly alone: boolean
  /** Words beside it are the same. */
  readonly held: boolean
}

/** What parts the members of a list in words. */
const JOINED = new RegExp(`\\s*,\\s*|\\s+(?:${wordsOfAll('and')}|&)\\s+`)

/** The words of a clause that stand where its provision has a blank; where more differs, those up to the next mark. */
export function blanksOf(provision: string, clause: string): readonly Blank[] {
  const [theirs, ours] = [tokenise(provision), tokenise(clause)]
  const nameAt = (at: number): string | undefined => BLANK.exec(provision.slice(theirs[at]?.from, theirs[at]?.to))?.[1]
  const { hunks } = diffTokens(theirs, ours)
  return hunks.flatMap(({ a, b }, at): Blank[] => {
    const name = nameAt(a[0])
    const beside = [...theirs.slice(hunks[at - 1]?.a[1] ?? 0, a[0]), ...theirs.slice(a[1], hunks[at + 1]?.a[0])]
    // Where a clause begins says as much as a word.
    const held = beside.filter(({ kind }) => kind === 'word').length + (a[0] === 0 ? 1 : 0) >= HELD
    const alone = a[1] - a[0] === 1
    const inside = ours.slice(...b)
    const mark = inside.findIndex(({ kind }) => kind === 'mark')
    const words = alone ? inside : inside.slice(0, Math.max(mark, 0))
    const [first, last] = [words[0], words.at(-1)]
    if (name === undefined || !first || !last || (!alone && words.length > FEW_WORDS)) return []
    return [{ name, words: clause.slice(first.from, last.to), alone, held }]
  })
}

/** Words of a text as a value of the type that is declared; nothing where they are none. */
function readValue(words: string, declared: Declaration, lang: Language): ParameterValue | undefined {
  const value = valueOf(words.trim(), declared)
  return value !== undefined && fitsType(value, declared, lang) ? value : undefined
}

function valueOf(words: string, { type, values = [] }: Declaration): ParameterValue | undefined {
  switch (type) {
    case 'number':
      return /^\d+(?:[.,]\d+)?$/.test(words) ? Number(words.replace(',', '.')) : undefined
    case 'date':
      return dayOf(words)
    case 'list':
      return words.split(JOINED).filter((each) => each !== '')
    case 'choice':
      return values.find((value) => String(value).toLowerCase() === words.toLowerCase())
    case 'flag':
      return undefined
    default:
      return words
  }
}

/** "1 augustus 2026" as `2026-08-01`. */
function dayOf(words: string): string | undefined {
  const [, day = '', name = '', year = ''] = /^(\d{1,2})\s+(\p{L}+)\.?\s+(\d{4})$/u.exec(words) ?? []
  const month = monthNumber(name)
  return month === undefined ? undefined : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}
