import { oneOf } from '../language/index.js'
import { isDeniedTogether, isJoin, isRelative, type WordTables } from '../rewording/index.js'
import { isContainer, isFollowing, withoutCount, withoutLabels } from './list-marks.js'
import { areToldOf, asksAll, standApart } from './members.js'
import { isAnd, isBe } from './small-words.js'
import type { ProofContext, Unit } from './unit.js'

/** What stands between two words: nothing, a comma, a colon, the end of an item; and whether "and" or "or" does. */
interface Gap {
  readonly sign: '' | ',' | ':' | ';'
  readonly join: string
}

export interface Row {
  readonly words: readonly string[]
  /** Before each word. */
  readonly gaps: readonly Gap[]
}

const isArticle = oneOf('the', 'a')
/** Words of a sentence in which the order of a list tells something. */
export const isRanked = oneOf('ranked')

export function rowOf(units: readonly Unit[], known: WordTables): Row {
  const words: string[] = []
  const gaps: Gap[] = []
  let open: { sign: Gap['sign']; join: string } = { sign: '', join: '' }
  for (const { kind, value } of units) {
    if (kind === 'comma') open.sign = ','
    else if (kind === 'end' || kind === 'break') open.sign = ';'
    else if (kind === 'mark' && value === ':') open.sign = ':'
    else if (isJoin(value, known)) open.join = value
    else {
      words.push(value)
      gaps.push(open)
      open = { sign: '', join: '' }
    }
  }
  return { words, gaps }
}

/**
 * Whether one text is the other with its list set out in items: "holds a torch, a rope and a map" · "holds: a torch; a rope; and a map". Every
 * member must be whole by itself, so that what stands before the first or behind the last belongs to no other.
 */
export function isSetOut(a: readonly Unit[], b: readonly Unit[], { words }: ProofContext): boolean {
  if (
    [a, b].some((units) =>
      isDeniedTogether(
        units.map(({ value }) => value),
        words,
      ),
    )
  )
    return false
  const [bareA, bareB] = [withoutLabels(a, words), withoutLabels(b, words)]
  const [lettersA, lettersB] = [bareA.length < a.length, bareB.length < b.length]
  const labelled = lettersA && lettersB
  const [own, other] = withoutClosing(bareA, bareB, words)
  const [bareOwn, bareOther] = [withoutCount(own, words), withoutCount(other, words)]
  const follows = bareOwn.length < own.length || bareOther.length < other.length
  const [x, y] = [rowOf(bareOwn, words), rowOf(bareOther, words)]
  if (x.words.length !== y.words.length || !x.words.every((word, k) => word === y.words[k])) return false
  const [list, sentence] = x.gaps.some(({ sign }) => sign === ':') ? [x, y] : [y, x]
  const start = list.gaps.findIndex(({ sign }) => sign === ':')
  if (start < 1 || sentence.gaps.some(({ sign }) => sign === ':' || sign === ';')) return false
  const same = ({ sign, join }: Gap, other: Gap) => sign === other.sign && join === other.join
  if (!list.gaps.slice(0, start).every((gap, k) => same(gap, sentence.gaps[k] as Gap)) || sentence.gaps[start]?.sign !== '')
    return false
  const starts = list.gaps.flatMap(({ sign }, k) => (k > start && sign === ';' ? [k] : []))
  const parted = sentence.gaps.flatMap(({ sign, join }, k) => (k > start && (sign === ',' || join !== '') ? [k] : []))
  const last = starts.at(-1)
  if (last === undefined || starts.join() !== parted.join()) return false
  const joins = [list.gaps[last]?.join ?? '', sentence.gaps[last]?.join ?? '']
  const others = [...list.gaps.slice(start, last), ...sentence.gaps.slice(start, last)].filter(({ join }) => join !== '')
  const allMeant = joins[0] === '' && isAnd(joins[1], words) && asksAll(list.words.slice(0, start), words, follows)
  if (joins[1] === '' || others.length > 0 || (joins[0] !== joins[1] && !allMeant)) return false
  const bounds = [start, ...starts, list.words.length]
  const members = bounds.slice(0, -1).map((from, k) => list.words.slice(from, bounds[k + 1]))
  const before = list.words[start - 1]
  return (
    labelled ||
    areWhole(members, words) ||
    ((lettersA || lettersB) && areOwn(members, before, words)) ||
    areToldOf(members, before, words) ||
    standApart(members, before, words)
  )
}

/**
 * Both without the Dutch word that closes the act, where it stands before the colon of the one and behind the row of the other: "nemen mee: een
 * pen; een map" · "nemen een pen en een map mee".
 */
function withoutClosing(
  a: readonly Unit[],
  b: readonly Unit[],
  { separable }: WordTables,
): readonly [readonly Unit[], readonly Unit[]] {
  const colons = [a, b].map((units) => units.findIndex(({ value }) => value === ':'))
  const [inA = -1, inB = -1] = colons
  if (separable.size === 0 || inA < 0 === inB < 0) return [a, b]
  const [list, colon, row] = inA > 0 ? [a, inA, b] : [b, inB, a]
  const last = row.at(-1)?.kind === 'end' ? row.length - 2 : row.length - 1
  const closing = list[colon - 1]?.value ?? ''
  if (!separable.has(closing) || row[last]?.value !== closing) return [a, b]
  const [x, y] = [list.filter((_, k) => k !== colon - 1), row.filter((_, k) => k !== last)]
  return inA > 0 ? [x, y] : [y, x]
}

/** Whether a list behind a colon has lost its letters or its items: "needs: (a) a pen; and (b) a map" · "needs: a pen and a map". */
export function isUnlabelled(a: readonly Unit[], b: readonly Unit[], { words }: ProofContext): boolean {
  const [bareA, bareB] = [withoutLabels(a, words), withoutLabels(b, words)]
  if (bareA.length < a.length && bareB.length < b.length) return false
  const [x, y] = [rowOf(bareA, words), rowOf(bareB, words)]
  if (x.words.length !== y.words.length || !x.words.every((word, k) => word === y.words[k])) return false
  const start = x.gaps.findIndex(({ sign }) => sign === ':')
  const parts = ({ sign, join }: Gap) => sign !== '' || join !== ''
  const agree = x.gaps.every((gap, k) => {
    const other = y.gaps[k] as Gap
    return k <= start ? gap.sign === other.sign && gap.join === other.join : parts(gap) === parts(other)
  })
  const starts = x.gaps.flatMap((gap, k) => (k > start && parts(gap) ? [k] : []))
  const last = starts.length - 1
  const joins = [x, y].map(({ gaps }) => gaps[starts[last] ?? -1]?.join ?? '')
  const allMeant = joins[0] === joins[1] || asksAll(x.words.slice(0, Math.max(start, 0)), words)
  const joined = [x, y].every(({ gaps }) => {
    const items = starts.every((k) => gaps[k]?.sign === ';')
    return starts.every((k, n) => {
      const join = gaps[k]?.join ?? ''
      return join === '' ? n < last || items : n === last && isAnd(join, words)
    })
  })
  const members = [start, ...starts].map((from, k) => x.words.slice(from, starts[k]))
  const before = x.words[start - 1]
  return (
    start > 0 &&
    agree &&
    last >= 0 &&
    allMeant &&
    joined &&
    (areWhole(members, words) || areOwn(members, before, words) || standApart(members, before, words))
  )
}

/**
 * Whether a list behind its rule stands before it in the other text: "The following must be on: (a) the lights; (b) the radio." · "The lights and
 * the radio must be on.", "In de hal zijn verboden: a. vuur; b. drones." · "Vuur en drones zijn in de hal verboden."
 */
export function isListTurned(a: readonly Unit[], b: readonly Unit[], { words }: ProofContext): boolean {
  const [own, other] = [withoutLabels(a, words), withoutLabels(b, words)]
  const [list, sentence] = own.some(({ value }) => value === ':') ? [own, other] : [other, own]
  const colon = list.findIndex(({ value }) => value === ':')
  if (
    own.length + other.length === a.length + b.length ||
    colon < 2 ||
    sentence.some(({ value, kind }) => value === ':' || (kind === 'end' && value !== '.'))
  )
    return false
  const rule = list.slice(0, colon)
  const { words: told, gaps } = rowOf(list.slice(colon + 1), words)
  const { words: said, gaps: parted } = rowOf(sentence, words)
  const starts = (row: Row['gaps']) => row.flatMap(({ sign, join }, k) => (k > 0 && (sign !== '' || join !== '') ? [k] : []))
  const items = starts(gaps)
  const last = items.at(-1)
  if (last === undefined || rule.some(({ kind }) => kind !== 'word' && kind !== 'value')) return false
  const open = items.every(
    (k) => gaps[k]?.sign === ';' && (gaps[k]?.join === '' || (k === last && isAnd(gaps[k]?.join ?? '', words))),
  )
  const inRow = starts(parted.slice(0, told.length))
  const joined =
    inRow.every((k) => (k === last ? isAnd(parted[k]?.join ?? '', words) : parted[k]?.join === '')) &&
    inRow.join() === items.join()
  if (!open || !joined || !told.every((word, k) => word === said[k])) return false
  const members = [0, ...items].map((from, k) => told.slice(from, items[k]))
  if (!areOwn(members, undefined, words)) return false
  if (parted.slice(told.length).some(({ sign, join }) => sign !== '' || join !== '')) return false
  return rulesOf(
    rule.map(({ value }) => value),
    words,
  ).some((row) => row.join(' ') === said.slice(told.length).join(' '))
}

/** What a rule before its list says of it when it stands behind: without "the following", or with its verb first. */
function rulesOf(rule: readonly string[], words: WordTables): readonly (readonly string[])[] {
  const [first = '', second = ''] = rule
  const follows = isArticle(first, words) && isFollowing(second, words)
  if (follows) return [rule.slice(isContainer(rule[2], words) ? 3 : 2)]
  const verb = rule.findIndex((word) => isBe(word, words))
  return verb > 0 ? [[rule[verb] as string, ...rule.slice(0, verb), ...rule.slice(verb + 1)]] : []
}

/**
 * Members of one word each, or each with an article and without a preposition, "a laptop, a phone and a security pass": nothing of one can be meant
 * of another.
 */
export const areWhole = (members: readonly (readonly string[])[], words: WordTables): boolean =>
  members.every((member) => member.length === 1 && !isArticle(member[0], words)) ||
  members.every(
    (member) =>
      member.length > 1 &&
      member.length <= LONGEST_MEMBER &&
      isArticle(member[0], words) &&
      !member.some((word) => opensMember(word, words)),
  )
const isBeforeList = oneOf('beforeList')
/** Prepositions, and verbs told of one by their ending. */
export const opensMember = (word: string, words: WordTables): boolean => isBeforeList(word, words) || /^[a-z]+[^sui]s$/.test(word)
// "leerlingen van groep 8" may already bind otherwise; three words name a thing.
const LONGEST_MEMBER = 3

const isDeterminer = oneOf('the', 'a', 'each', 'any', 'all', 'his', 'our')
const COUNTED = /^number \d+$/
const opensAct = oneOf('actOpeners')
const isOfWhich = oneOf('of')

/**
 * Whether the members of a lettered list are whole in a row, too: no part of the last may be told of all, and what stands before the noun of one
 * not of those behind it, which have their own article. Behind a modal each is an act.
 */
const areOwn = (members: readonly (readonly string[])[], before: string | undefined, known: WordTables): boolean =>
  (!members.some((member) => member.slice(1).some((word) => opensMore(word, known))) ||
    areParallel(members, known) ||
    haveOwnArticles(members, known)) &&
  members.every(
    (member, k) =>
      member.length === 1 ||
      opensAct(before, known) ||
      members.slice(k + 1).every(([first = '']) => isDeterminer(first, known) || COUNTED.test(first)),
  )

const opensMore = (word: string, known: WordTables): boolean =>
  known.movable.has(word) || isRelative(word, known) || isOfWhich(word, known) || known.bounds.has(word) || known.ages.has(word)

/** Three or more that have each their own article: what the last one is of or for is told of it alone: "a ticket, a label and a seat for the deck". */
const haveOwnArticles = (members: readonly (readonly string[])[], known: WordTables): boolean =>
  members.length > 2 &&
  members.every(([first]) => isArticle(first, known)) &&
  members.slice(0, -1).every((member) => !member.slice(1).some((word) => opensMore(word, known))) &&
  (members.at(-1) ?? []).slice(1).every((word) => !opensMore(word, known) || isOfWhich(word, known) || isFor(word, known))
const isFor = oneOf('for')

/** "Het vegen van de hal, het sluiten van de deuren": each member has what belongs to it, behind the same word. */
function areParallel(members: readonly (readonly string[])[], known: WordTables): boolean {
  const opened = members.map((member) => member.slice(1).filter((word) => opensMore(word, known)))
  const [word] = opened[0] ?? []
  return word !== undefined && isOfWhich(word, known) && opened.every((list) => list.length === 1 && list[0] === word)
}
