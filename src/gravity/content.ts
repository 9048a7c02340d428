import { lettersAlike, type Token, type TokenEdit } from '../compare/index.js'
import { deniesByPrefix, editDistance, isFunctionWord, oneOf, startsWithOneOf, stem } from '../language/index.js'
import { isJoin, isRelated } from '../rewording/index.js'
import { isWeighty } from './carried.js'
import { type Change, examples, type ReasonRule, wordsOf } from './change.js'
import { isMeans } from './matter.js'
import type { Reason } from './reasons.js'

const lower = ({ key }: Token): string => key.toLowerCase()

/** Whether an edit stands among the members of a list: between commas, or beside the last "and". */
function listed(edit: TokenEdit, change: Change): boolean {
  const [side, text] = edit.old.length > 0 ? [edit.old, change.old] : [edit.next, change.next]
  const [first, last] = [side[0], side.at(-1)]
  if (!first || !last) return false
  const [before, after] = [text.tokens[text.tokens.indexOf(first) - 1], text.tokens[text.tokens.indexOf(last) + 1]]
  const near = [before, first, last, after].filter((token) => token?.key === ',' || isJoin(token?.key, change.proof.words))
  return near.length > 0 && text.tokens.some(({ key }) => key === ',') === true
}

/** Whether words of weight came or went in an edit, and none in all the clause that may say the same. */
function oneSided({ old, next }: TokenEdit, change: Change): boolean {
  const { gone, come, rewritten, proof } = change
  const { words } = proof
  const says = (token: Token) => !isMeans(lower(token), change)
  // A word that stands in the other text as well may be told once more and no more be meant: the tenant pays and the tenant repairs.
  const some = (tokens: readonly Token[], list: readonly Token[], other: Change['old']) =>
    tokens.some((token) => list.includes(token) && isWeighty(token, words) && !isIn(other, lower(token)))
  return (
    (!come.some(says) && some(old, gone, change.next) && saysNoMore(next, old, rewritten)) ||
    (!gone.some(says) && some(next, come, change.old) && saysNoMore(old, next, rewritten))
  )
}

const isIn = ({ tokens }: Change['old'], word: string): boolean => tokens.some((token) => lower(token) === word)

/** Whether one side of an edit has no word that the other has not; in a clause put otherwise, none of matter. */
function saysNoMore(fewer: readonly Token[], more: readonly Token[], rewritten: boolean): boolean {
  const words = new Set(more.map(lower))
  return fewer.every((token) => token.kind === 'mark' || words.has(lower(token)) || (rewritten && isFunctionWord(lower(token))))
}

export const contentRules: readonly ReasonRule[] = [
  {
    kind: 'list',
    limits: 'Members between commas or beside "and"; a member that another took the place of is not seen.',
    examples: examples(
      'nl | Op tafel liggen een pen, een gum en een liniaal. | Op tafel liggen een pen en een liniaal. | een gum →',
      'en | We share data with hotels, airlines and agents. | We share data with hotels and agents. | airlines →',
    ),
    find: (change) =>
      change.edits.flatMap((edit) =>
        (edit.old.length === 0 || edit.next.length === 0) && oneSided(edit, change) && listed(edit, change)
          ? [wordsOf(change, edit, 'list')]
          : [],
      ),
  },
  {
    kind: 'name',
    limits: 'Words with a capital inside a sentence or a figure in them, one in the place of another.',
    examples: examples(
      'nl | De rechter in Utrecht is bevoegd. | De rechter in Zwolle is bevoegd. | Utrecht → Zwolle',
      'en | The courts of Leeds have jurisdiction. | The courts of Dublin have jurisdiction. | Leeds → Dublin',
      'nl | Het staat in het Woon-Register. | Het staat in het WoonRegister.',
    ),
    find: (change) =>
      change.edits.flatMap((edit): Reason[] => {
        const [old, next] = [named(edit.old, change.old), named(edit.next, change.next)]
        return old.length > 0 &&
          next.length > 0 &&
          old.join(' ').toLowerCase() !== next.join(' ').toLowerCase() &&
          !lettersAlike(edit) &&
          !isShortFor(edit.old, edit.next) &&
          !isShortFor(edit.next, edit.old)
          ? [{ kind: 'name', old: old.join(' '), next: next.join(' ') }]
          : []
      }),
  },
  {
    kind: 'lookalike',
    limits:
      'Two words of five letters or more, both in the dictionary, that differ in one or two letters and are no forms of one word.',
    examples: examples(
      'nl | De raad kan dit opzeggen. | De raad kan dit ontzeggen. | opzeggen → ontzeggen',
      'nl | De foto wordt geplaatst. | De foto wordt getoond.',
      'en | The auditor may assess the files. | The auditor may access the files. | assess → access',
    ),
    find: (change) => change.edits.flatMap((edit) => lookalikes(edit, change)),
  },
  {
    kind: 'content',
    limits: 'One word of weight is enough where none took its place; words that took the place of others are to be read.',
    examples: examples(
      'nl | De school bewaart de foto. | De school bewaart de foto in een beveiligde map. | → in een beveiligde map',
      'nl | De school plaatst een foto. | De school toont een foto.',
      'en | Keys are returned. | Keys are returned to reception. | → to reception',
      'en | The members vote. | The voting members vote. | → voting',
      'en | Keys are returned | Keys are returned. Reception is locked at night | → Reception is locked at night',
      'nl | De ouder tekent; | De ouder tekent. De handtekening wordt geregistreerd; | → De handtekening wordt geregistreerd',
    ),
    find: (change) =>
      change.edits
        .filter((edit) => !isJoinedAnew(edit, change) && oneSided(edit, change) && !isWrittenOut(edit, change))
        .map((edit) => wordsOf(change, edit, 'content')),
  },
]

/** Whether no more came or went than the word that joins two sentences, or contrasts them: "…. Dogs", "…, but dogs". */
const isJoinedAnew = ({ old, next }: TokenEdit, { proof: { words } }: Change): boolean =>
  [...old, ...next].every((token) => token.kind !== 'word' || isBut(lower(token), words) || isJoin(token.key, words))
const isBut = oneOf('but')

/** Words with a capital that begin no sentence. */
function named(tokens: readonly Token[], { tokens: all }: Change['old']): readonly string[] {
  return tokens
    .filter((token) => {
      const before = all[all.indexOf(token) - 1]
      if (token.kind === 'word' && /\d/.test(token.key)) return true
      return token.kind === 'word' && /^\p{Lu}/u.test(token.key) && before !== undefined && !/^[.;:!?'\n\t]$/.test(before.key)
    })
    .map(({ key }) => key)
}

/** Whether one side is the first letters of the words of the other: EEA, European Economic Area. What else they may stand for is to be read. */
function isShortFor(short: readonly Token[], long: readonly Token[]): boolean {
  const letters = (tokens: readonly Token[]) =>
    tokens
      .filter(({ kind, key }) => kind === 'word' && /^\p{Lu}/u.test(key))
      .map(({ key }) => key[0])
      .join('')
  return short.some(({ key }) => /^\p{Lu}{2,}$/u.test(key) && letters(long) === key)
}

/** Words of what an abbreviation stands for. */
const LONGEST_NAME = 8

/** Whether what came or went is what an abbreviation of both texts stands for, which one text defines: "the daily board (DB)". */
function isWrittenOut({ old, next }: TokenEdit, change: Change): boolean {
  const [side, own, other] = old.length > 0 ? [old, change.old, change.next] : [next, change.next, change.old]
  const at = side[0] ? own.tokens.indexOf(side[0]) : -1
  const open = own.tokens.findIndex(({ key }, k) => k >= at && key === '(')
  const [short, close] = own.tokens.slice(open + 1, open + 3)
  if (at < 0 || open < at || open > at + LONGEST_NAME || close?.key !== ')' || !/^\p{Lu}{2,}$/u.test(short?.key ?? ''))
    return false
  const named = own.tokens.slice(at, open).every(({ kind, key }) => kind === 'word' || key === '-')
  return named && other.tokens.some(({ key }, k) => key === short?.key && other.tokens[k - 1]?.key !== '(')
}

/** Waarbij, daarbij, hierbij: one that joins sentences and one that points back. */
const isJoining = startsWithOneOf('whereof')
const pointsBack = startsWithOneOf('pointing')

function lookalikes({ old, next }: TokenEdit, { lang, proof }: Change): readonly Reason[] {
  const real = (tokens: readonly Token[]) => tokens.filter((token) => token.kind === 'word' && token.key.length > 4)
  const knows = (word: string) => !proof.words.shells.has(word) && proof.dictionary()?.has(word) === true
  return real(old).flatMap((a): readonly Reason[] =>
    real(next).flatMap((b): readonly Reason[] => {
      const [x, y] = [lower(a), lower(b)]
      if (
        x === y ||
        ((isJoining(x, { lang }) || pointsBack(x, { lang })) && (isJoining(y, { lang }) || pointsBack(y, { lang }))) ||
        Math.abs(x.length - y.length) > 2 ||
        editDistance(x, y) > 2
      )
        return []
      if (deniesByPrefix(x, y, lang) || deniesByPrefix(y, x, lang)) return []
      return stem(x, lang) !== stem(y, lang) && !isRelated(x, y, proof.words) && knows(x) && knows(y)
        ? [{ kind: 'lookalike', old: a.key, next: b.key }]
        : []
    }),
  )
}
