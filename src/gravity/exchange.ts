import type { Token, TokenEdit } from '../compare/index.js'
import { valueOf } from '../compare/index.js'
import { fold, isFunctionWord, meaningsOf, oneOf, stem } from '../language/index.js'
import type { Rows } from '../rewording/index.js'
import { type Change, changedWords, type Imbalance, listed, type Mention, perEdit, slip, unbalanced, wordsOf } from './change.js'
import type { Reason, ReasonKind } from './reasons.js'
import { turnedAround } from './turned.js'

const lower = ({ key }: Token): string => key.toLowerCase()
const wordsIn = (tokens: readonly Token[]): readonly Token[] => tokens.filter(({ kind }) => kind === 'word')

/** Words that took the place of others of their row. */
export function exchanged(change: Change, kind: ReasonKind, rows: Rows): readonly Reason[] {
  return change.edits.flatMap((edit): Reason[] => {
    const [old, next] = [wordsIn(edit.old), wordsIn(edit.next)]
    const [before, after] = [new Set(old.map(lower)), new Set(next.map(lower))]
    for (const a of old) {
      if (after.has(lower(a))) continue
      for (const b of next) {
        if (before.has(lower(b)) || !(exclude(rows, lower(a), lower(b)) || beginsOtherwise(rows, lower(a), lower(b)))) continue
        return [{ kind, old: changedWords(change.old.text, [a]), next: changedWords(change.next.text, [b]) }]
      }
    }
    return []
  })
}

const exclude = (rows: Rows, a: string, b: string): boolean =>
  fold(a) !== fold(b) &&
  (rows.get(a) ?? []).some((one) => (rows.get(b) ?? []).some((other) => one.row === other.row && one.value !== other.value))

/** Letters of the part that two compounds share. */
const SHARED = 4

/** Two compounds whose first parts exclude each other: the east side and the west side, in Dutch in one word. */
function beginsOtherwise(rows: Rows, a: string, b: string): boolean {
  for (let length = SHARED; length < Math.min(a.length, b.length) - 2; length++) {
    if (a.at(-length) !== b.at(-length)) return false
    if (a.slice(-length) === b.slice(-length) && exclude(rows, a.slice(0, -length), b.slice(0, -length))) return true
  }
  return false
}

/** Words of effort that came or went. */
export const efforts = (change: Change): readonly Reason[] =>
  perEdit(
    change,
    'binding',
    (tokens) =>
      wordsIn(tokens)
        .filter((token) => change.proof.words.effort.has(lower(token)))
        .map((token) => ({ token, value: 'effort' })),
    slip,
  )

/** The roles of the list among tokens. "Ouder dan" is older, and "het tweede lid" no member. */
export const roles =
  ({ lang }: Change) =>
  (tokens: readonly Token[], text: Change['old']): readonly Mention[] =>
    listed(
      'roles',
      lang,
    )(tokens).filter(({ token }) => {
      const at = placeOf(token, text)
      const older = text.tokens.slice(at + 1, at + 3).some(({ key }) => grows(key, { lang }))
      const numbered = isParagraph(lower(token), { lang }) && /^\d+e?$/.test(valueOf(text.tokens[at - 1] ?? token, lang) ?? '')
      return !((namesByAge(lower(token), { lang }) && older) || numbered)
    })

const places = new WeakMap<Change['old'], ReadonlyMap<Token, number>>()

/** Where a token stands in its text: to look for each from the front would take the square of their number. */
function placeOf(token: Token, text: Change['old']): number {
  const known = places.get(text) ?? new Map(text.tokens.map((each, at) => [each, at]))
  places.set(text, known)
  return known.get(token) ?? -1
}

/** A row of a table that moved names the same persons in another place. */
export const sameRow =
  ({ edits }: Change) =>
  (imbalance: Imbalance): boolean => {
    if (slip(imbalance)) return true
    const { edit, old, next } = imbalance
    if (![...edit.old, ...edit.next].some(({ kind }) => kind === 'break')) return false
    const elsewhere = (side: 'old' | 'next') =>
      edits.filter((other) => other !== edit).flatMap((other) => wordsIn(other[side]).map(lower))
    const [before, after] = [elsewhere('old'), elsewhere('next')]
    return old.every(({ token }) => after.includes(lower(token))) && next.every(({ token }) => before.includes(lower(token)))
  }

/** Before one of these a noun is who acts. */
const actsBehind = oneOf('actsBehind', 'be', 'has', 'may', 'mayMany')
const isBy = oneOf('by')

/** Persons of no list: words that end as the names of persons do, one in the place of another. */
export function actors(change: Change): readonly Reason[] {
  const named = (tokens: readonly Token[]): readonly Mention[] =>
    wordsIn(tokens)
      .filter((token) => isPerson(token, change))
      .map((token) => ({ token, value: stem(plainOf(token), change.lang) }))
  return change.edits.flatMap((edit): Reason[] => {
    if (isDoer(edit, change) || isOtherDoer(edit, change)) return [wordsOf(change, edit, 'addressee')]
    const { old, next } = unbalanced(named(edit.old), named(edit.next))
    const both = old.length > 0 && next.length > 0
    const one = old.length > 0 || next.length > 0
    if (!both && !(one && ((replaced(edit) && acts(edit, change)) || isOfPerson(edit, change)))) return []
    // No more than "and" or "they" in the place of a person is nobody else.
    const others = (tokens: readonly Token[]) =>
      wordsIn(tokens).every((token) => isFunctionWord(lower(token))) ? [] : wordsIn(tokens)
    const said = (text: string, mentions: readonly Mention[], tokens: readonly Token[]) =>
      changedWords(text, mentions.length > 0 ? mentions.map(({ token }) => token) : others(tokens))
    return [{ kind: 'addressee', old: said(change.old.text, old, edit.old), next: said(change.next.text, next, edit.next) }]
  })
}

const grows = oneOf('grows')
const namesByAge = oneOf('parentOrOlder')
const isParagraph = oneOf('paragraph')
const isOf = oneOf('of', 'by', 'from')
const isArticle = oneOf('the', 'a')
const isWhose = oneOf('his', 'our')

/** By whom it is done, come or gone: "by the general meeting". */
function isDoer({ old, next }: TokenEdit, change: Change): boolean {
  const side = old.length > 0 ? old : next
  const words = wordsIn(side).map(lower)
  return (
    (old.length === 0) !== (next.length === 0) &&
    words.length === side.length &&
    words.length <= LONGEST_DOER &&
    isDone(words[0], change) &&
    isArticle(words[1], change) &&
    !words.some((word) => meaningsOf('measures', change.lang).has(word) || isMoment(word, change))
  )
}
const LONGEST_DOER = 5

/** One noun for another behind the words by which a sentence names who acts, pays or is spoken for: "voor rekening van het asiel". */
function isOtherDoer({ old, next }: TokenEdit, change: Change): boolean {
  const sides = [old, next].map((tokens) => wordsIn(tokens).map(lower))
  const isNamed = (words: readonly string[], tokens: readonly Token[]) =>
    words.length > 0 &&
    words.length === tokens.length &&
    words.length <= LONGEST_NAME &&
    !words.some((word) => isFunctionWord(word) || isMoment(word, change) || meaningsOf('measures', change.lang).has(word))
  const before = change.old.text
    .slice(0, old[0]?.from ?? 0)
    .toLowerCase()
    .trimEnd()
  const [article = '', ...cue] = before.split(/\s+/).reverse()
  const told = cue.slice(0, LONGEST_NAME).reverse().join(' ')
  return (
    isNamed(sides[0] ?? [], old) &&
    isNamed(sides[1] ?? [], next) &&
    isArticle(article, change) &&
    change.proof.words.naming.some((words) => told === words || told.endsWith(` ${words}`))
  )
}
const LONGEST_NAME = 3
const isDone = oneOf('by')
const isMoment = oneOf('moments')

/** Whose it is, come or gone: "of the consumer". */
function isOfPerson({ old, next }: TokenEdit, change: Change): boolean {
  const words = wordsIn(old.length > 0 ? old : next).map(lower)
  return (
    (old.length === 0) !== (next.length === 0) && isOf(words[0], change) && words.length <= (isArticle(words[1], change) ? 3 : 2)
  )
}

/** Endings of the two who stand in one relation: insurer and insured, lessor and lessee. */
const PARTIES = /(?:er|or|ee|ed|gever|nemer)s?$/

/** The two sides of one relation, one in the place of the other. */
export const parties = (change: Change): readonly Reason[] =>
  change.edits.flatMap((edit): readonly Reason[] =>
    wordsIn(edit.old).flatMap((a) =>
      wordsIn(edit.next).flatMap((b): readonly Reason[] => {
        const [x, y] = [lower(a), lower(b)]
        const [base, other] = [x.replace(PARTIES, ''), y.replace(PARTIES, '')]
        return x.replace(/s$/, '') !== y.replace(/s$/, '') && base === other && base.length > 2 && base !== x && other !== y
          ? [{ kind: 'addressee', old: a.key, next: b.key }]
          : []
      }),
    ),
  )

/** A person where it stands, and the preposition before it. */
interface Role {
  readonly name: string
  readonly at: number
  readonly by: string
  /** Known to be a person or a body, and not only a noun behind its article. */
  readonly person: boolean
}

/** By whom something is done says as much as who does it. */
const acting = ({ by }: Role, change: Change): string => (isBy(by, change) ? '' : by)

/** The same persons, one in the place of the other: who informs whom, who pays for whom. A passive form turns them around and says the same. */
export function changedPlaces(change: Change): readonly Reason[] {
  const turned = turnedAround(change)
  if (turned?.some(({ kind }) => kind === 'amount')) return [{ kind: 'amount', old: turned[0].key, next: turned[1].key }]
  if (turned?.every(({ kind }) => kind === 'word')) return [{ kind: 'addressee', old: turned[0].key, next: turned[1].key }]
  // Who changed places otherwise is among the words that moved.
  if (!change.rewritten) return []
  const old = rolesIn(change.old, change)
  const next = new Map(
    rolesIn(change.next, change)
      .toReversed()
      .map((role) => [role.name, role]),
  )
  for (const [k, a] of old.entries()) {
    for (const b of old.slice(k + 1)) {
      const [x, y] = [next.get(a.name), next.get(b.name)]
      if (a.name === b.name || !x || !y) continue
      const persons = [a, b].every(({ person }) => person)
      const turned =
        a.by === b.by
          ? persons && x.by === y.by && a.by === '' && y.at < x.at && isOneAct(change, [a, b], [y, x])
          : acting(x, change) === acting(b, change) &&
            acting(y, change) === acting(a, change) &&
            acting(a, change) !== acting(b, change)
      if (turned)
        return [{ kind: 'addressee', old: change.old.tokens[a.at]?.key ?? '', next: change.next.tokens[y.at]?.key ?? '' }]
    }
  }
  return []
}

/** What was found in a text of a change: every reason asks for it. */
const found = new WeakMap<Change['old'], readonly Role[]>()

/** Persons of a text of a change, those of the list and those whose names end so. */
export function rolesIn(text: Change['old'], change: Change): readonly Role[] {
  const known = found.get(text) ?? findRoles(text, change)
  found.set(text, known)
  return known
}

function findRoles(text: Change['old'], change: Change): readonly Role[] {
  const { tokens } = text
  const {
    lang,
    proof: { words },
  } = change
  const inList = roles(change)
  return tokens.flatMap((token, at): readonly Role[] => {
    if (token.kind !== 'word') return []
    const known = inList([token], text)[0]?.value ?? (isPerson(token, change) ? stem(plainOf(token), lang) : undefined)
    const before = tokens.slice(Math.max(0, at - 3), at).map(lower)
    if (known === undefined && !isArticle(before.at(-1), words)) return []
    while (isArticle(before.at(-1), words) || isWhose(before.at(-1), words)) before.pop()
    const last = before.at(-1) ?? ''
    const by = words.movable.has(last) || (isFunctionWord(last) && isPreposition(last, words)) ? last : ''
    return [{ name: known ?? stem(lower(token), lang), at, by, person: known !== undefined }]
  })
}

/** Whether a word names a person or a body, by the list of roles or by its ending. */
export const isPerson = (token: Token, { lang, proof: { words } }: Change): boolean => {
  const word = plainOf(token)
  return token.kind === 'word' && (meaningsOf('roles', lang).has(word) || words.isActor(word) || words.isBody(word))
}

/** A word without the sign of whose something is: the visitor's risk. */
const plainOf = (token: Token): string => lower(token).replace(/['’]s?$/, '')

const isPreposition = oneOf('opensRow', 'of', 'by', 'with', 'for', 'from')

/** Whether two persons without a preposition take part in one act of one form in both texts: nothing begins or joins a clause between them. */
export function isOneAct({ old, next, lang }: Change, was: readonly [Role, Role], is: readonly [Role, Role]): boolean {
  const joined = (text: Change['old'], [a, b]: readonly [Role, Role]) =>
    text.tokens.slice(a.at + 1, b.at).some(({ key }) => CLAUSE_MARK.test(key) || beginsClause(key.toLowerCase(), { lang }))
  return doersIn(old, lang) === doersIn(next, lang) && !joined(old, was) && !joined(next, is)
}

/** How often a text names who did something behind "by", which every two persons of it ask for. */
const doers = new WeakMap<Change['old'], number>()
function doersIn(text: Change['old'], lang: Change['lang']): number {
  const known = doers.get(text) ?? text.tokens.filter(({ key }) => isBy(key, { lang })).length
  doers.set(text, known)
  return known
}
const CLAUSE_MARK = /^[,;.:]$/
const beginsClause = oneOf('and', 'or', 'who', 'which', 'if', 'when', 'asSoonAs', 'unless', 'clauseTime', 'as')

const replaced = ({ old, next }: TokenEdit): boolean => wordsIn(old).length > 0 && wordsIn(next).length > 0

/** Whether what changed stands where the one who acts stands: before a verb that binds, or behind "by". */
function acts({ old }: TokenEdit, change: Change): boolean {
  const text = change.old
  const [first, last] = [old[0], old.at(-1)]
  if (!first || !last) return false
  const after = text.tokens[text.tokens.indexOf(last) + 1]
  const at = text.tokens.indexOf(first)
  const before = text.tokens.slice(Math.max(0, at - 2), at)
  return actsBehind(after?.key, change) || before.some(({ key }) => isBy(key, change))
}
