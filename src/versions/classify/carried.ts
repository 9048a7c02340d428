import type { Token, TokenEdit } from '../../compare/index.js'
import { valueOf } from '../../compare/index.js'
import type { Words } from '../../language/changes/index.js'
import { isFunctionWord, meaningsOf, stem } from '../../language/index.js'

/** What became of the words of all edits of a change together. */
export interface Ledger {
  /** The edits without words that only went from one of them to another. */
  readonly edits: readonly TokenEdit[]
  /** Words of matter that came or went for good: they stand nowhere on the other side, nor does a form of them. */
  readonly gone: readonly Token[]
  readonly come: readonly Token[]
  /** Words changed places or forms: the clause was written anew, and a word on one side alone may be another on the other. */
  readonly rewritten: boolean
}

const lower = ({ key }: Token): string => key.toLowerCase()

/** Words and numbers that are no mere means of a sentence. */
const hasMatter = (token: Token): boolean =>
  token.kind === 'number' || (token.kind === 'word' && token.key.length > 2 && !isFunctionWord(lower(token)))

/** Words and numbers that carry matter of their own. */
export const isWeighty = (token: Token, { shells }: Pick<Words, 'shells'>): boolean =>
  hasMatter(token) && !shells.has(lower(token))

/** What a token counts as: its value, what it denies, the plain word of its row, or its stem. */
function keyOf(token: Token, words: Words): string {
  const value = valueOf(token, words.lang)
  if (value !== undefined) return `value ${value}`
  if (token.kind !== 'word') return token.key.toLowerCase()
  const word = lower(token)
  if (meaningsOf('negation', words.lang).has(word)) return 'not'
  const plain = words.phrases.get(word)?.find((phrase) => phrase.words.length === 1 && phrase.plain.length === 1)
  return stem(plain?.plain[0] ?? word, words.lang)
}

interface Place {
  readonly token: Token
  readonly edit: number
  readonly key: string
}

/** Reads all edits of a clause as one: what only stands elsewhere in it neither came nor went. */
export function ledgerOf(edits: readonly TokenEdit[], words: Words): Ledger {
  const places = (side: 'old' | 'next') =>
    edits.flatMap((each, edit) =>
      each[side].flatMap((token): readonly Place[] =>
        token.kind === 'mark' || token.kind === 'break' ? [] : [{ token, edit, key: keyOf(token, words) }],
      ),
    )
  const [old, next] = [places('old'), places('next')]
  const carried = carriedIn(old, next)
  const stays = (token: Token) => !carried.has(token)
  const ofMatter = (list: readonly Place[]) => list.filter(({ token }) => stays(token) && hasMatter(token))
  const { gone, come, forms } = apart(ofMatter(old), ofMatter(next), words)
  return {
    edits: edits.map((each) => ({ ...each, old: each.old.filter(stays), next: each.next.filter(stays) })),
    gone,
    come,
    rewritten: forms || [...carried].some(hasMatter),
  }
}

function carriedIn(old: readonly Place[], next: readonly Place[]): ReadonlySet<Token> {
  const carried = new Set<Token>()
  for (const place of old) {
    const to = next.find(({ token, edit, key }) => key === place.key && edit !== place.edit && !carried.has(token))
    if (!to || isExchange(place, to, old, next)) continue
    carried.add(place.token)
    carried.add(to.token)
  }
  return carried
}

/** Whether two words took each other's place: the nine for the ten, and the ten for the nine. */
const isExchange = (from: Place, to: Place, old: readonly Place[], next: readonly Place[]): boolean =>
  next.some(
    (came) =>
      came.edit === from.edit && came.key !== from.key && old.some((went) => went.edit === to.edit && went.key === came.key),
  )

/** What is left of both sides once words of one matter are struck out, and whether some were formed otherwise: assess, assessment. */
function apart(
  old: readonly Place[],
  next: readonly Place[],
  words: Words,
): Pick<Ledger, 'gone' | 'come'> & { readonly forms: boolean } {
  const rest = [...next]
  let forms = false
  const gone = old.filter((place) => {
    const { key, token } = place
    const same = rest.findIndex((other) => other.key === key)
    const at = same >= 0 ? same : rest.findIndex((other) => isRelated(lower(token), lower(other.token), words))
    forms ||= at >= 0 && same < 0 && rest[at]?.edit !== place.edit
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return { gone: gone.map(({ token }) => token), come: rest.map(({ token }) => token), forms }
}

/** Letters that forms of one word have in common at least. */
const SHARED = 4

/** Whether two words begin alike, with what was parted from a verb or without: payment and pays, uitgeschakeld and schakelt. */
export function isRelated(a: string, b: string, { lang, separable }: Pick<Words, 'lang' | 'separable'>): boolean {
  const roots = (word: string) => [word, ...partsOf(word, separable)].map((each) => stem(each, lang))
  return roots(a).some((x) =>
    roots(b).some((y) => x === y || sharedStart(x, y) >= Math.max(SHARED, Math.min(x.length, y.length) * 0.7)),
  )
}

function partsOf(word: string, separable: ReadonlySet<string>): readonly string[] {
  for (const part of separable) if (word.startsWith(part) && word.length > part.length + SHARED) return [word.slice(part.length)]
  return []
}

function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
