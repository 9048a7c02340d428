import type { Token } from '../compare/index.js'
import { meaningsOf, oneOf } from '../language/index.js'
import { isJoin } from '../rewording/index.js'
import type { Change } from './change.js'
import type { Reason } from './reasons.js'

const lower = ({ key }: Token): string => key.toLowerCase()
const isArticle = oneOf('the', 'a')

/** The words of a text without articles and marks. */
const bareWords = ({ tokens }: Change['old'], { lang }: Pick<Change, 'lang'>): readonly Token[] =>
  tokens.filter((token) => token.kind !== 'mark' && token.kind !== 'break' && !isArticle(lower(token), { lang }))

/** Two words of which each stands where the other stood, and all others where they were: who pays whom, or nine to ten. */
export function turnedAround({ old, next, proof, lang }: Change): readonly [Token, Token] | undefined {
  const [before, after] = [bareWords(old, { lang }), bareWords(next, { lang })]
  if (before.length !== after.length) return undefined
  const at = before.findIndex((token, k) => lower(token) !== lower(after[k] as Token))
  const [x, y] = [before[at], after[at]]
  if (!x || !y) return undefined
  const turned = (word: string) => (word === lower(x) ? lower(y) : word === lower(y) ? lower(x) : word)
  if (!before.every((token, k) => turned(lower(token)) === lower(after[k] as Token))) return undefined
  // Members of one list stand in any order.
  const to = old.tokens.findIndex((token, k) => k > old.tokens.indexOf(x) && lower(token) === lower(y))
  const between = old.tokens.slice(old.tokens.indexOf(x) + 1, to).filter((token) => !isArticle(lower(token), proof.words))
  return to >= 0 && !between.every((token) => lower(token) === ',' || isJoin(lower(token), proof.words)) ? [x, y] : undefined
}

/** A word that reaches over others, and that alone stands in another place: the treasurer only, may only; not every, every … no. */
export function reachesElsewhere({ old, next, lang }: Change): readonly Reason[] {
  const [negation, scope] = [meaningsOf('negation', lang), meaningsOf('scope', lang)]
  const words = ({ tokens }: Change['old']) =>
    tokens.filter(({ kind, key }) => kind !== 'mark' && kind !== 'break' && !isArticle(key.toLowerCase(), { lang }))
  const [before, after] = [words(old), words(next)]
  if (before.length !== after.length) return []
  for (const [list, kind] of [
    [negation, 'negation'],
    [scope, 'scope'],
  ] as const) {
    const valueAt = (token: Token) => list.get(lower(token))
    const reaching = [before, after].map((side) => side.filter((token) => valueAt(token) !== undefined)) as [Token[], Token[]]
    const rest = (side: readonly Token[]) =>
      side
        .filter((token) => valueAt(token) === undefined)
        .map(lower)
        .join(' ')
    const order = (side: readonly Token[]) => side.map((token) => valueAt(token) ?? '').join(' ')
    if (reaching[0].length > 0 && rest(before) === rest(after) && order(before) !== order(after)) {
      const [a, b] = reaching.map((side) => side.map(({ key }) => key).join(' … ')) as [string, string]
      return [{ kind, old: a, next: b }]
    }
  }
  return []
}
