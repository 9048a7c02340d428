import { numeralsOf, oneOf, phrasesByKey, phrasesOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import type { Token } from './tokens.js'

/** What a reference names, however it is written, as its parts from the whole to the smallest: "reference article 6 2 b". The tokens half-open. */
interface Named {
  readonly value: string
  readonly from: number
  readonly to: number
}

interface Part {
  readonly value: string
  readonly to: number
}

/** A word of a reference, with the one that all ways to write it are read as. */
const WHOLES: readonly (readonly [RegExp, string])[] = Object.entries(phrasesByKey('wholes')).map(([name, words]) => [
  new RegExp(`^(?:${words})$`),
  name,
])
const SMALLER = new RegExp(`,?\\s?(?:${phrasesOf('partsSmall')})\\s(\\d+|[a-z])|\\(([a-z\\d]{1,4})\\)`, 'g')
const PARAGRAPH_BEFORE = new RegExp(`^(?:${phrasesOf('paragraphsBefore')})$`)
const PARAGRAPH_BEHIND = new RegExp(`^(?:${phrasesOf('paragraphsBehind')})$`)
const RANK = new RegExp(`^(\\d+)(?:${phrasesOf('ordinalSigns')})$`)
const isParagraph = oneOf('paragraph')
const isPoint = oneOf('point')
const isOf = oneOf('of')

/**
 * The reference that begins at `at`, read as its parts, nothing where none does or where no part of a smaller kind goes with it:
 *
 *     artikel 6, derde lid · artikel 6 lid 3 · Article 6(3) · paragraph 3 of article 6
 */
export function referenceAt(tokens: readonly Token[], at: number, lang: Language): Named | undefined {
  const small = smallAt(tokens, at, lang)
  if (small) {
    const the = isOf(tokens[small.to]?.key, { lang }) ? wholeAt(tokens, small.to + 1) : undefined
    return the && the.parts.length === 0
      ? { value: `reference ${the.name} ${the.number} ${small.value}`, from: at, to: the.to }
      : undefined
  }
  const whole = wholeAt(tokens, at)
  if (!whole) return undefined
  const parts = [...whole.parts]
  let { to } = whole
  let commas = 0
  for (;;) {
    const comma = tokens[to]?.key === ',' ? 1 : 0
    const more = smallAt(tokens, to + comma, lang) ?? pointAt(tokens, to + comma, lang)
    if (!more) break
    parts.push(more.value)
    to = more.to
    commas += comma
  }
  // "Artikel 6, derde lid, is": the comma closes what another opened.
  if (commas > 0 && tokens[to]?.key === ',' && tokens[to + 1]?.kind === 'word') to++
  return parts.length === 0 ? undefined : { value: ['reference', whole.name, whole.number, ...parts].join(' '), from: at, to }
}

/** The greatest part: a word and its number, with the parts that stand in brackets or in the same token. */
function wholeAt(tokens: readonly Token[], at: number) {
  const token = tokens[at]
  if (!token) return undefined
  const written = token.kind === 'reference' ? token.key : token.key.toLowerCase() === 'rule' ? `rule ${tokens[at + 1]?.key}` : ''
  const [named = '', word = '', number = ''] =
    /^([^\d\s]{1,12})\s?(\d{1,4}[a-z]?(?:[.:]\d{1,4}){0,4})/.exec(written.toLowerCase()) ?? []
  const rest = written.toLowerCase().slice(named.length)
  const name = WHOLES.find(([pattern]) => pattern.test(word))?.[1]
  if (name === undefined) return undefined
  const parts: string[] = []
  for (const [, label, bracketed] of rest.matchAll(SMALLER)) parts.push((label ?? bracketed) as string)
  let to = at + (token.kind === 'reference' ? 1 : 2)
  while (tokens[to]?.key === '(' && tokens[to + 2]?.key === ')' && tokens[to]?.from === tokens[to - 1]?.to) {
    parts.push((tokens[to + 1] as Token).key.toLowerCase())
    to += 3
  }
  return { name, number, parts, to }
}

/** A numbered paragraph: lid 3, derde lid, het derde lid, paragraph (3), subsection 2. */
function smallAt(tokens: readonly Token[], at: number, lang: Language): Part | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const [, word = '', number = ''] = /^(\p{L}+)\.?\s?\(?(\d+)\)?$/u.exec(token.key.toLowerCase()) ?? []
  if (token.kind === 'reference' && isParagraph(word, { lang })) return { value: number, to: at + 1 }
  if (PARAGRAPH_BEFORE.test(token.key.toLowerCase())) {
    const [next, inner, close] = tokens.slice(at + 1, at + 4)
    const dot = next?.key === '.' ? 1 : 0
    if (next?.key === '(' && close?.key === ')' && inner?.kind === 'number') return { value: inner.key, to: at + 4 }
    const own = tokens[at + 1 + dot]
    return own?.kind === 'number' && /^\d+$/.test(own.key) ? { value: own.key, to: at + 2 + dot } : undefined
  }
  if (!PARAGRAPH_BEHIND.test(tokens[at + 1]?.key ?? '')) return undefined
  const rank = RANK.exec(token.key)?.[1] ?? /^(\d+)e$/.exec(numeralsOf(lang).get(token.key.toLowerCase()) ?? '')?.[1]
  return rank === undefined ? undefined : { value: rank, to: at + 2 }
}

/** A lettered part: onder b, onderdeel b, point (b). */
function pointAt(tokens: readonly Token[], at: number, lang: Language): Part | undefined {
  const [token, next, inner, close] = tokens.slice(at, at + 4)
  if (!token) return undefined
  const own = token.kind === 'reference' ? /^(\p{L}+)\s\(?([a-z])\)?$/u.exec(token.key.toLowerCase()) : null
  if (own && isPoint(own[1], { lang })) return { value: own[2] as string, to: at + 1 }
  if (!isPoint(token.key.toLowerCase(), { lang })) return undefined
  if (next?.key === '(' && inner && close?.key === ')' && /^[a-z]$/.test(inner.key)) return { value: inner.key, to: at + 4 }
  return next && /^[a-z]$/.test(next.key) ? { value: next.key, to: at + 2 } : undefined
}
