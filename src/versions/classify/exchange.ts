import type { Token, TokenEdit } from '../../compare/index.js'
import { stem } from '../../language/index.js'
import type { Reason, ReasonKind } from '../comparison.js'
import type { Rows } from '../knowledge/index.js'
import { type Change, changedWords, type Imbalance, listed, type Mention, perEdit, slip, unbalanced } from './change.js'

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

/** The roles of the list among tokens. "Ouder dan" is older, and an initial no person. */
export const roles =
  ({ lang }: Change) =>
  (tokens: readonly Token[], text: Change['old']): readonly Mention[] =>
    listed(
      'roles',
      lang,
    )(tokens).filter(({ token }) => {
      const after = text.tokens[text.tokens.indexOf(token) + 1]
      return !(lang === 'nl' && lower(token) === 'ouder' && /^(?:dan|worden)$/.test(after?.key ?? ''))
    })

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
const ACTS =
  /^(?:is|are|must|may|can|shall|will|should|has|have|decides?|signs?|pays?|moet|moeten|mag|mogen|kan|kunnen|dient|is|heeft|beslist|besluit|zorgt|tekent)$/
const BY = /^(?:by|door)$/

/** Persons of no list: words that end as the names of persons do, one in the place of another. */
export function actors(change: Change): readonly Reason[] {
  const { words } = change.proof
  const named = (tokens: readonly Token[]): readonly Mention[] =>
    wordsIn(tokens)
      .filter((token) => words.isActor(lower(token)))
      .map((token) => ({ token, value: stem(lower(token), change.lang) }))
  return change.edits.flatMap((edit): Reason[] => {
    const { old, next } = unbalanced(named(edit.old), named(edit.next))
    const both = old.length > 0 && next.length > 0
    const one = old.length > 0 || next.length > 0
    if (!both && !(one && ((replaced(edit) && acts(edit, change)) || isOfPerson(edit)))) return []
    const said = (text: string, mentions: readonly Mention[], tokens: readonly Token[]) =>
      changedWords(text, mentions.length > 0 ? mentions.map(({ token }) => token) : wordsIn(tokens))
    return [{ kind: 'addressee', old: said(change.old.text, old, edit.old), next: said(change.next.text, next, edit.next) }]
  })
}

const OF = /^(?:of|van|by|door|from)$/
const ARTICLE = /^(?:the|an?|de|het|een)$/

/** Whose it is, come or gone: "of the consumer". */
function isOfPerson({ old, next }: TokenEdit): boolean {
  const words = wordsIn(old.length > 0 ? old : next).map(lower)
  return (
    (old.length === 0) !== (next.length === 0) &&
    OF.test(words[0] ?? '') &&
    words.length <= (ARTICLE.test(words[1] ?? '') ? 3 : 2)
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
        return x !== y && base === other && base.length > 2 && base !== x && other !== y
          ? [{ kind: 'addressee', old: a.key, next: b.key }]
          : []
      }),
    ),
  )

/** The same persons in another order: who informs whom. A passive form turns them around and says the same. */
export function changedPlaces(change: Change): readonly Reason[] {
  const { words } = change.proof
  const inList = listed('roles', change.lang)
  const nameOf = (token: Token): string | undefined => {
    if (token.kind !== 'word') return undefined
    return inList([token])[0]?.value ?? (words.isActor(lower(token)) ? stem(lower(token), change.lang) : undefined)
  }
  if (!change.edits.some(({ old, next }) => [...old, ...next].some((token) => nameOf(token) !== undefined))) return []
  const values = new Map<string, Token>()
  const order = ({ tokens }: Change['old']) =>
    tokens.flatMap((token): readonly string[] => {
      const name = nameOf(token)
      if (name !== undefined) values.set(name, token)
      return name === undefined ? [] : [name]
    })
  const [old, next] = [order(change.old), order(change.next)]
  const sorted = (list: readonly string[]) => [...list].sort().join(' ')
  if (old.length !== next.length || sorted(old) !== sorted(next) || old.join(' ') === next.join(' ')) return []
  const passive = ({ tokens }: Change['old']) => tokens.filter(({ key }) => BY.test(key)).length
  if (passive(change.old) !== passive(change.next)) return []
  const inEdits = change.edits.flatMap(({ old: a, next: b }) => [...a, ...b]).map(lower)
  const at = old.findIndex((name, k) => name !== next[k])
  const said = (name: string | undefined) => values.get(name ?? '')?.key ?? ''
  return inEdits.some((word) => word === said(old[at]).toLowerCase() || word === said(next[at]).toLowerCase())
    ? [{ kind: 'addressee', old: said(old[at]), next: said(next[at]) }]
    : []
}

const replaced = ({ old, next }: TokenEdit): boolean => wordsIn(old).length > 0 && wordsIn(next).length > 0

/** Whether what changed stands where the one who acts stands: before a verb that binds, or behind "by". */
function acts({ old }: TokenEdit, { old: text }: Change): boolean {
  const [first, last] = [old[0], old.at(-1)]
  if (!first || !last) return false
  const after = text.tokens[text.tokens.indexOf(last) + 1]
  const at = text.tokens.indexOf(first)
  const before = text.tokens.slice(Math.max(0, at - 2), at)
  return ACTS.test(after?.key ?? '') || before.some(({ key }) => BY.test(key))
}
