import { oneOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { Token } from './tokens.js'

type Tokens = readonly Token[]

/** Every mark of quotation is read as this one. */
const QUOTE = "'"
const SPACED = /^[([\n\t]$/

const opens = (tokens: Tokens, at: number): boolean => {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const isFree = before === undefined || before.to < (mark?.from ?? 0) || SPACED.test(before.key)
  return isFree && after !== undefined && after.from === mark?.to && after.key.length > 1
}
/** "'s Avonds": an apostrophe before one letter opens nothing. */
const closes = (tokens: Tokens, at: number): boolean =>
  tokens[at - 1]?.to === tokens[at]?.from && tokens[at + 1]?.from !== tokens[at]?.to

interface Quotation {
  /** The marks. */
  readonly open: number
  readonly close: number
  readonly words: readonly string[]
}

/** What stands between marks of quotation in a text, none within another. */
function quotationsIn(tokens: Tokens): readonly Quotation[] {
  const found: Quotation[] = []
  let open = -1
  tokens.forEach(({ key }, at) => {
    if (key !== QUOTE) return
    if (open < 0 && opens(tokens, at)) open = at
    else if (open >= 0 && (closes(tokens, at) || tokens[at + 1]?.kind === 'mark')) {
      const words = tokens.slice(open + 1, at).flatMap(({ kind, key: word }) => (kind === 'mark' ? [] : [word.toLowerCase()]))
      found.push({ open, close: at, words })
      open = -1
    }
  })
  return found
}

const binds = oneOf('no', 'not', 'never', 'neither', 'nobody', 'only', 'solely', 'and', 'or', 'if', 'unless')

/**
 * The marks of quotation that tell what is said, by their tokens, in either text: all of them where a quotation of one text is none of the other and one of the
 * other none of the first, so that marks may have moved, or where one denies or joins: guests who say "no".
 */
export function tellingQuotes(old: Tokens, next: Tokens, words: { readonly lang: Language }): ReadonlySet<Token> {
  const [before, after] = [quotationsIn(old), quotationsIn(next)]
  const lacks = (some: readonly Quotation[], others: readonly Quotation[]) => {
    const texts = new Set(others.map((other) => other.words.join(' ')))
    return some.filter((quotation) => !texts.has(quotation.words.join(' ')))
  }
  const [gone, come] = [lacks(before, after), lacks(after, before)]
  const moved = gone.length > 0 && come.length > 0
  if (!moved && ![...gone, ...come].some((quotation) => quotation.words.some((word) => binds(word, words)))) return new Set()
  const marks = (tokens: Tokens, quotations: readonly Quotation[]) =>
    quotations.flatMap(({ open, close }) => [tokens[open] as Token, tokens[close] as Token])
  return new Set([...marks(old, before), ...marks(next, after)])
}
