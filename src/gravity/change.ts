import { lettersAlike, spelledOtherwise, type Token, type TokenEdit, type Tokenised } from '../compare/index.js'
import { type Meaning, meaningsOf, sentencesOf, spelledOut } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { ProofContext, Unit } from '../prove/index.js'
import type { Ledger } from './carried.js'
import type { Reason, ReasonKind } from './reasons.js'

/** A change of words. */
export interface ChangedWords {
  readonly old: Tokenised
  readonly next: Tokenised
  readonly edits: readonly TokenEdit[]
  readonly lang: Language
  /** The clause is a heading, which names what is ruled and rules nothing. */
  readonly heading: boolean
  /** The clause is the definition of a term. */
  readonly defines: boolean
  /** What is known of the words of both texts. */
  readonly proof: ProofContext
}

/** What of a change is not proved, as the rules see it. */
export interface Change extends ChangedWords, Ledger {
  /** Both texts as the proofs read them: what is said otherwise is the same there. */
  readonly read: { readonly old: readonly Unit[]; readonly next: readonly Unit[] }
}

/** One way in which a change can matter. The examples are executed by the tests and are its documentation. */
export interface ReasonRule {
  readonly kind: ReasonKind
  /** What the rule does not see, or sees wrongly. */
  readonly limits: string
  readonly examples: readonly Example[]
  readonly find: (change: Change) => readonly Reason[]
}

/** `old → next` gives the reason with these words, or, without `because`, no reason of this rule. */
interface Example {
  readonly lang: Language
  readonly old: string
  readonly next: string
  readonly because?: readonly [old: string, next: string]
}

/** An example in one line: `nl | Hij mag gaan. | Hij mag niet gaan. | → niet`; without the last part the rule must be silent. */
export function examples(...lines: readonly string[]): readonly Example[] {
  return lines.map((line) => {
    const [lang, old = '', next = '', because] = line.split('|').map((part) => part.trim())
    const words = because?.split('→').map((part) => part.trim())
    return {
      lang: lang === 'en' ? 'en' : 'nl',
      old,
      next,
      ...(words ? { because: [words[0] ?? '', words[1] ?? ''] as const } : {}),
    }
  })
}

/** The text of a few tokens of one edit, in reading order. */
export const changedWords = (text: string, tokens: readonly Token[]): string =>
  tokens.map((token) => text.slice(token.from, token.to)).join(' ')

/** All words of an edit. A mark in front of them ends what stood there before: of ". De ouder tekent" the sentence is quoted. */
export function wordsOf({ old, next }: ChangedWords, { edit }: TokenEdit, kind: ReasonKind): Reason {
  const quoted = (text: string) => text.trim().replace(BEFORE, '')
  return { kind, old: quoted(old.text.slice(...edit.old)), next: quoted(next.text.slice(...edit.next)) }
}
const BEFORE = /^[.;:,!?]\s+(?=[\p{L}\p{N}])/u

/** A token that means something to a rule, and what it means: synonyms have the same value. */
export interface Mention {
  readonly token: Token
  readonly value: string
}

/** What is left of two lists once the values common to both are struck out, one for one. */
export function unbalanced<T extends { readonly value: string }>(
  old: readonly T[],
  next: readonly T[],
): { old: readonly T[]; next: readonly T[] } {
  const strike = (from: readonly T[], by: readonly T[]) => {
    const values = by.map((mention) => mention.value)
    return from.filter(({ value }) => {
      const at = values.indexOf(value)
      if (at >= 0) values.splice(at, 1)
      return at < 0
    })
  }
  return { old: strike(old, next), next: strike(next, old) }
}

/** What a rule finds in the words of one side of an edit. */
export type Finder = (tokens: readonly Token[], text: Tokenised) => readonly Mention[]

/** The tokens of each sentence of a text, in one pass over both. */
export function inSentences({ text, tokens }: Tokenised, lang: Language): readonly (readonly Token[])[] {
  let at = 0
  return sentencesOf(text, lang).map(({ from, text: { length } }) => {
    while (at < tokens.length && (tokens[at] as Token).from < from) at++
    const start = at
    while (at < tokens.length && (tokens[at] as Token).to <= from + length) at++
    return tokens.slice(start, at)
  })
}

/** What is left of the mentions of one edit when the two sides are struck against each other. */
export interface Imbalance {
  readonly edit: TokenEdit
  readonly old: readonly Mention[]
  readonly next: readonly Mention[]
}

/** A word of the vocabulary that was or becomes another spelling came from nowhere or went nowhere; it was the same word. */
export const slip = ({ edit, old, next }: Imbalance): boolean =>
  lettersAlike(edit) || ((old.length === 0 || next.length === 0) && spelledOtherwise(edit))

/** One reason per edit in which the mentions do not balance, but for those that `excuse` lets go. */
export function perEdit(
  change: Change,
  kind: ReasonKind,
  mentions: Finder,
  excuse: (imbalance: Imbalance) => boolean = slip,
): readonly Reason[] {
  return change.edits.flatMap((edit): Reason[] => {
    const imbalance = { edit, ...unbalanced(mentions(edit.old, change.old), mentions(edit.next, change.next)) }
    return reasonOf(change, kind, imbalance, excuse)
  })
}

/** The reason an imbalance gives, with the words of both sides; none when there is no imbalance or it is excused. */
export function reasonOf(
  change: Change,
  kind: ReasonKind,
  imbalance: Imbalance,
  excuse: (imbalance: Imbalance) => boolean,
): Reason[] {
  const { old, next } = imbalance
  if ((old.length === 0 && next.length === 0) || excuse(imbalance)) return []
  const words = (text: string, list: readonly Mention[]) =>
    changedWords(
      text,
      list.map((mention) => mention.token),
    )
  return [{ kind, old: words(change.old.text, old), next: words(change.next.text, next) }]
}

/** The words of a vocabulary among tokens. English "don't" holds its "not". */
export const listed = (meaning: Meaning, lang: Language) => {
  const values = meaningsOf(meaning, lang)
  return (tokens: readonly Token[]): readonly Mention[] =>
    tokens.flatMap((token): Mention[] => {
      if (token.kind !== 'word') return []
      return spelledOut(token.key.toLowerCase())
        .split(' ')
        .flatMap((word) => values.get(word) ?? [])
        .map((value) => ({ token, value }))
    })
}
