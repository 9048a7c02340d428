import type { Token, Tokenised } from '../compare/index.js'
import { isFunctionWord, oneOf } from '../language/index.js'
import { kinship } from '../language/kindred/index.js'
import { isJoin, isRelated } from '../rewording/index.js'
import { type Change, changedWords } from './change.js'
import { isAct, isThing, newIn } from './matter.js'
import type { Reason } from './reasons.js'

const lower = ({ key }: Token): string => key.toLowerCase()

/** A thing in the place of another, of which the lexicon of kindred words knows both and no matter that they share: the pass, the tent. */
const otherMatters = (change: Change): readonly Reason[] =>
  change.edits.flatMap(({ old, next }): readonly Reason[] => {
    const [a, b] = [old[0], next[0]]
    if (!a || !b || old.length !== 1 || next.length !== 1 || a.kind !== 'word' || b.kind !== 'word') return []
    const [x, y] = [lower(a), lower(b)]
    const known = [x, y].every((word) => kinship(word, word, change.lang) !== undefined)
    const isOther = known && kinship(x, y, change.lang) === undefined && !isRelated(x, y, change.proof.words)
    return isOther && isThing(a, change.old, change) && isThing(b, change.next, change)
      ? [{ kind: 'content', old: a.key, next: b.key }]
      : []
  })

/** Letters of each part of a compound. */
const LONGEST_HEAD = 14
const SHORTEST_HEAD = 5
const SHORTEST_FIRST = 4

/**
 * A compound in the place of another of the same last part, "inkomensverklaring", "werkgeversverklaring", where the lexicon of kindred words knows no matter that
 * their first parts share. Only where languages write them as one word, and all else of a clause stayed as it was.
 */
function otherCompounds({ edits, rewritten, lang, proof }: Change): readonly Reason[] {
  const worded = edits.filter((edit) => [...edit.old, ...edit.next].some(({ kind }) => kind === 'word'))
  const [a, b, ...more] = worded.flatMap((edit) => [edit.old, edit.next])
  const [x, y] = [a?.[0], b?.[0]]
  if (!proof.words.verbSecond || rewritten || more.length > 0 || a?.length !== 1 || b?.length !== 1 || !x || !y) return []
  const [one, other] = [lower(x), lower(y)]
  const knows = (word: string) => proof.dictionary()?.knows(word) === true
  for (
    let length = Math.min(LONGEST_HEAD, one.length - SHORTEST_FIRST, other.length - SHORTEST_FIRST);
    length >= SHORTEST_HEAD;
    length--
  ) {
    const head = one.slice(-length)
    if (head !== other.slice(-length) || !knows(head)) continue
    const firsts = [one, other].map((word) => word.slice(0, -length)) as [string, string]
    const bare = firsts.map((part) => [part, part.replace(/s$/, ''), part.replace(/en$/, '')].find(knows))
    const [p, q] = bare
    const isOther =
      p !== undefined && q !== undefined && p !== q && !isRelated(p, q, proof.words) && kinship(p, q, lang) === undefined
    return isOther && knows(one) && knows(other) ? [{ kind: 'content', old: x.key, next: y.key }] : []
  }
  return []
}

/** Words of the name of a thing. */
const LONGEST_NAME = 4

/** Where all else of a clause stayed as it was: the name of one thing in the place of another's, or another word for how it is: the fish market, the east quay. */
function otherNames(change: Change): readonly Reason[] {
  const { old, next, rewritten, proof } = change
  const edits = change.edits.filter((edit) => [...edit.old, ...edit.next].some(({ kind }) => kind === 'word'))
  const [edit] = edits
  if (rewritten || !edit || edits.length > 1) return []
  const names = [nameOf(edit.old, old, change), nameOf(edit.next, next, change)]
  const [was, is] = names
  if (!was || !is) return []
  const [lost, won] = [newIn(was, next, change), newIn(is, old, change)]
  const akin = lost.some((a) => won.some((b) => areAkin(lower(a), lower(b), change)))
  const real = [...lost, ...won].every((token) => proof.dictionary()?.knows(lower(token)) === true)
  return lost.length > 0 && won.length > 0 && real && !akin
    ? [{ kind: 'content', old: changedWords(old.text, was), next: changedWords(next.text, is) }]
    : []
}

/** Whether two words may name one thing: of one matter, of one root, or by a list of things of one kind. */
const areAkin = (a: string, b: string, { lang, proof: { words } }: Change): boolean =>
  kinship(a, b, lang) !== undefined ||
  isRelated(a, b, words) ||
  (words.kinds.get(a) ?? []).some((one) =>
    (words.kinds.get(b) ?? []).some(({ row, value }) => row === one.row && value === one.value),
  )

/** The words of an edit, where they are no more than the name of a thing or a word for how one is, behind an article or a preposition. */
function nameOf(tokens: readonly Token[], text: Tokenised, change: Change): readonly Token[] | undefined {
  const [first] = tokens
  const { words } = change.proof
  if (!first || tokens.length > LONGEST_NAME || !isThing(first, text, change)) return undefined
  const before = text.tokens[text.tokens.indexOf(first) - 1]?.key.toLowerCase() ?? ''
  const plain = tokens.every((token) => token.kind === 'word' && (!isFunctionWord(lower(token)) || isOf(lower(token), words)))
  const acts = tokens.some((token) => isAct(lower(token)) || words.acts.has(lower(token)))
  // What excludes another word is told for that.
  const excludes = tokens.length === 1 && words.opposite.has(lower(first))
  return plain && !acts && !excludes && !isInfinitive(before, words) && !isJoin(before, words) ? tokens : undefined
}
const isOf = oneOf('of')
const isInfinitive = oneOf('to')

/** A thing that took the place of another. */
export const otherThings = (change: Change): readonly Reason[] => {
  const known = otherMatters(change)
  if (known.length > 0) return known
  const names = otherNames(change)
  return names.length > 0 ? names : otherCompounds(change)
}
