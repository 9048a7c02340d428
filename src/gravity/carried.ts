import type { Token, TokenEdit, Tokenised } from '../compare/index.js'
import { isFunctionWord, meaningsOf, stem } from '../language/index.js'
import type { Unit } from '../prove/index.js'
import { isRelated, type WordTables } from '../rewording/index.js'

/** What became of the words of all edits of a change together. */
export interface Ledger {
  /** The edits without words that only went from one of them to another. */
  readonly edits: readonly TokenEdit[]
  /** Words of matter that came or went for good: they stand nowhere on the other side, nor does a form of them. */
  readonly gone: readonly Token[]
  readonly come: readonly Token[]
  /** Words changed places or forms: the clause was written anew, and a word on one side alone may be another on the other. */
  readonly rewritten: boolean
  /** Words came back in another form: payable on collection, when it is collected. */
  readonly forms: boolean
}

const lower = ({ key }: Token): string => key.toLowerCase()

/** Words and numbers that are no mere means of a sentence. */
const hasMatter = (token: Token): boolean =>
  token.kind === 'number' || (token.kind === 'word' && token.key.length > 2 && !isFunctionWord(lower(token)))

/** Words and numbers that carry matter of their own. */
export const isWeighty = (token: Token, { shells }: Pick<WordTables, 'shells'>): boolean =>
  hasMatter(token) && !shells.has(lower(token))

/** What a piece counts as: its value, what it denies, or the stem of the plain word it is read as. */
function keyOf({ kind, value }: Pick<Unit, 'kind' | 'value'>, { lang, mannerEnding }: WordTables): string {
  if (kind !== 'word') return value
  // "Expressly consents" is express consent.
  const isManner = mannerEnding !== '' && value.length > SHORTEST + mannerEnding.length && value.endsWith(mannerEnding)
  const plain = isManner ? value.slice(0, -mannerEnding.length) : value
  return meaningsOf('negation', lang).has(value) ? 'not' : stem(plain, lang)
}
/** Letters of a word that tells how something is. */
const SHORTEST = 4

/** A piece of one side that an edit touches. */
interface Place {
  readonly tokens: readonly Token[]
  readonly edit: number
  readonly key: string
}

/** Both texts, and the pieces they were read in. */
interface Texts {
  readonly old: Tokenised
  readonly next: Tokenised
  readonly proof: { readonly words: WordTables }
}
type Reading = { readonly [side in 'old' | 'next']: readonly Unit[] }

/** Reads all edits of a clause as one: what only stands elsewhere in it neither came nor went. */
export function ledgerOf(edits: readonly TokenEdit[], { proof: { words }, ...texts }: Texts, read: Reading): Ledger {
  const places = (side: 'old' | 'next') => placesIn(edits, side, texts[side], read[side], words)
  const [old, next] = [places('old'), places('next')]
  const carried = carriedIn(old, next)
  const stays = (token: Token) => !carried.has(token)
  const ofMatter = (list: readonly Place[]) => list.filter(({ tokens }) => tokens.every(stays) && tokens.some(hasMatter))
  const { gone, come, forms, apartly } = apart(ofMatter(old), ofMatter(next), words)
  return {
    edits: edits.map((each) => ({ ...each, old: each.old.filter(stays), next: each.next.filter(stays) })),
    gone,
    come,
    rewritten: apartly || [...carried].some(hasMatter),
    forms,
  }
}

/** The pieces of a side that an edit touches; where it was not read in pieces, its tokens. */
function placesIn(
  edits: readonly TokenEdit[],
  side: 'old' | 'next',
  { tokens }: Tokenised,
  units: readonly Unit[],
  words: WordTables,
): readonly Place[] {
  const editOf = new Map(edits.flatMap((each, edit) => each[side].map((token) => [token, edit] as const)))
  const whole = (): readonly Unit[] =>
    tokens.map(({ key }, at) => ({ kind: 'word', value: key.toLowerCase(), from: at, to: at + 1 }))
  const places: (Place & { readonly from: number; readonly to: number })[] = []
  for (const unit of units.length > 0 ? units : whole()) {
    const { from, to } = unit
    const own = tokens.slice(from, to)
    const edit = own.map((token) => editOf.get(token)).find((each) => each !== undefined)
    if (edit === undefined || (unit.kind !== 'word' && unit.kind !== 'value')) continue
    // Words that are read as several are one piece: "a week" is no other "each" than that of "a month".
    const last = places.at(-1)
    const key = keyOf(unit, words)
    if (last?.from === from && last.to === to) places[places.length - 1] = { ...last, key: `${last.key} ${key}` }
    else places.push({ tokens: own, edit, key, from, to })
  }
  return places
}

function carriedIn(old: readonly Place[], next: readonly Place[]): ReadonlySet<Token> {
  const carried = new Set<Token>()
  const used = new Set<Place>()
  for (const place of old) {
    // The same word on both sides of one edit is struck there; what is read alike from other words, here.
    const isOther = (to: Place) => to.edit !== place.edit || wordsOf(to) !== wordsOf(place)
    const to = next.find((other) => other.key === place.key && !used.has(other) && isOther(other))
    if (!to || isExchange(place, to, old, next)) continue
    used.add(to)
    for (const token of [...place.tokens, ...to.tokens]) carried.add(token)
  }
  return carried
}
const wordsOf = ({ tokens }: Place): string => tokens.map(lower).join(' ')

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
  words: WordTables,
): Pick<Ledger, 'gone' | 'come' | 'forms'> & { readonly apartly: boolean } {
  const rest = [...next]
  let [forms, apartly] = [false, false]
  const related = (a: Place, b: Place) => a.tokens.some((x) => b.tokens.some((y) => isRelated(lower(x), lower(y), words)))
  const gone = old.filter((place) => {
    const same = rest.findIndex((other) => other.key === place.key)
    const at = same >= 0 ? same : rest.findIndex((other) => related(place, other))
    forms ||= at >= 0 && same < 0
    apartly ||= at >= 0 && same < 0 && rest[at]?.edit !== place.edit
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  const tokensOf = (list: readonly Place[]) => [...new Set(list.flatMap(({ tokens }) => tokens.filter(hasMatter)))]
  return { gone: tokensOf(gone), come: tokensOf(rest), forms, apartly }
}
