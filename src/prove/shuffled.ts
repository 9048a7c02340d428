import { isFunctionWord, oneOf } from '../language/index.js'
import type { WordTables } from '../rewording/index.js'
import { areWhole, isRanked, opensMember, type Row, rowOf } from './lists.js'
import type { ProofContext, Unit } from './unit.js'

/** The same members of a list in another order, where nothing tells that the order counts: "on death, resignation or expulsion". */
export function isShuffled(a: readonly Unit[], b: readonly Unit[], { words: known }: ProofContext): boolean {
  const [x, y] = [listAtEnd(a, known), listAtEnd(b, known)]
  if (!x || !y || x.join !== y.join || x.before.join(' ') !== y.before.join(' ')) return false
  if (
    x.before.some((word) => isRanked(word.replace(/^[,:;]/, ''), known)) ||
    [...x.members, ...y.members].some((member) => /\d/.test(member) || known.isActor(member))
  )
    return false
  return [...x.members].sort().join('|') === [...y.members].sort().join('|')
}

/** A list of three or more that closes a sentence, and what stands before it. */
function listAtEnd(units: readonly Unit[], known: WordTables) {
  const { words, gaps } = rowOf(units, known)
  const last = gaps.length - 1
  const size = gaps[last]?.join ? 1 : 2
  const at = words.length - size
  const join = gaps[at]?.join ?? ''
  if (join === '' || gaps.slice(0, at).some((gap) => gap.join !== '')) return undefined
  const starts = gaps.flatMap(({ sign }, k) => (sign === ',' && k < at ? [k] : []))
  const [first] = starts
  if (first === undefined || starts.some((k, n) => (starts[n + 1] ?? at) - k !== size)) return undefined
  const from = first - size
  const members = [from, ...starts, at].map((k) => words.slice(k, k + size))
  // What ends a sentence or parts words is told, too: a part of one sentence may come to stand in the other.
  const before = words.slice(0, from).map((word, k) => `${gaps[k]?.sign}${word}`)
  // A word before the first that is no verb or preposition may be said of it alone, or of all.
  if (
    from < 1 ||
    !(areWhole(members, known) || areAlike(members, known)) ||
    (size === 1 && !opensMember(words[from - 1] ?? '', known))
  )
    return undefined
  return { before, join, members: members.map((member) => member.join(' ')) }
}
/** Each behind the same preposition: "by letter, by phone or by email". */
const areAlike = (members: readonly (readonly string[])[], { movable }: WordTables): boolean =>
  members.every(([first = '', ...own]) => own.length === 1 && first === members[0]?.[0] && movable.has(first))

/** Members of one word each that open a sentence as its subject, in another order: "Leden, ereleden en donateurs hebben …". */
export function isSubjectShuffled(a: readonly Unit[], b: readonly Unit[], { words: known }: ProofContext): boolean {
  const [x, y] = [rowOf(a, known), rowOf(b, known)]
  const size = x.gaps.findIndex(({ join }) => join !== '') + 1
  if (size < 2 || size !== y.gaps.findIndex(({ join }) => join !== '') + 1 || x.words.length !== y.words.length) return false
  const opens = ({ gaps }: Row) => gaps.slice(1, size - 1).every(({ sign, join }) => sign === ',' && join === '')
  if (!opens(x) || !opens(y) || x.gaps[size - 1]?.join !== y.gaps[size - 1]?.join || !isVerb(x.words[size] ?? '', known))
    return false
  const behind = ({ words, gaps }: Row) =>
    words.slice(size).map((word, k) => `${gaps[size + k]?.sign}${gaps[size + k]?.join}${word}`)
  const members = ({ words }: Row) => words.slice(0, size).sort()
  if (members(x).some((member) => /\d/.test(member) || isFunctionWord(member)) || x.words.some((word) => isRanked(word, known)))
    return false
  return members(x).join('|') === members(y).join('|') && behind(x).join(' ') === behind(y).join(' ')
}
const isVerb = oneOf('be', 'becomes', 'has', 'may', 'owns')
