import type { Token, TokenEdit, Tokenised } from '../compare/index.js'
import { meaningsOf } from '../language/index.js'
import type { ChangedWords } from './change.js'
import type { Reason } from './reasons.js'

const lower = ({ key }: Token): string => key.toLowerCase()
const STOPS = /^[.;:!?\n\t]$/
const CLOSES = /^[,.;:!?\n\t]$/

/**
 * That a condition or an exception is another because words within it came or went: "provided that the test is negative and the results are known". Only the first
 * clause of a sentence ends at its comma; behind what is ruled it ends with the sentence.
 */
export function conditionsIn(open: readonly TokenEdit[], { old, next, lang }: ChangedWords): readonly Reason[] {
  return open.flatMap((edit): readonly Reason[] => {
    const [text, tokens] = edit.old.length > 0 ? [old, edit.old] : [next, edit.next]
    const kind = clauseAround(text, tokens, lang)
    return kind ? [{ kind, old: old.text.slice(...edit.edit.old).trim(), next: next.text.slice(...edit.edit.next).trim() }] : []
  })
}

function clauseAround({ tokens }: Tokenised, words: readonly Token[], lang: ChangedWords['lang']) {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return undefined
  const [from, to] = [tokens.indexOf(first), tokens.indexOf(last)]
  // What opens a condition itself is told by the rules.
  const lists = (['condition', 'exception'] as const).map((kind) => ({ kind, words: meaningsOf(kind, lang) }))
  const kindOf = (token: Token | undefined) => token && lists.find((list) => list.words.has(lower(token)))?.kind
  if (from < 0 || words.some((token) => kindOf(token) !== undefined)) return undefined
  let start = from
  while (start > 0 && !STOPS.test(tokens[start - 1]?.key ?? '')) start--
  for (let at = from - 1; at >= start; at--) {
    const kind = kindOf(tokens[at])
    if (kind === undefined) continue
    const close = tokens.findIndex(({ key }, k) => k > at && CLOSES.test(key))
    return at > start || close < 0 || to < close ? kind : undefined
  }
  return undefined
}
