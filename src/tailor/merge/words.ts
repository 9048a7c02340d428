import { diffTokens, type Hunk, type Token } from '../../compare/index.js'
import { sentencesOf } from '../../language/index.js'
import { type Language, maximum } from '../../model/index.js'

/** Two edits of one text as one text. */
interface MergedText {
  readonly text: string
  /** Both changed the same sentence, in other words of it: more worth reading than two sentences. */
  readonly inSentence: boolean
}

/** Words that must be the same between two edits of one sentence. */
const WORDS_BETWEEN = 3

/**
 * Both edits of a text together, or nothing where they are about the same words. Sentences are merged first; where both changed one sentence,
 * its words are. Two edits of a sentence lie some words apart: beside each other they are one thought, and "binnen 5 dagen" must not become
 * "binnen 10 schooldagen" of "10 dagen" and "5 schooldagen".
 */
export function mergeTexts(base: string, theirs: string, ours: string, lang: Language): MergedText | undefined {
  let inSentence = false
  const inWords = (texts: Three): string | undefined => {
    inSentence = true
    const [o, t, u] = texts.map((pieces) => wordPieces(pieces.join('')))
    return o && t && u ? merged([o, t, u], WORDS_BETWEEN, () => undefined) : undefined
  }
  const [o, t, u] = [base, theirs, ours].map((text) => sentencePieces(text, lang))
  const text = o && t && u ? merged([o, t, u], 0, inWords) : undefined
  return text === undefined ? undefined : { text, inSentence }
}

type Pieces = readonly string[]
/** Of the base, of theirs and of ours. */
type Three = readonly [base: Pieces, theirs: Pieces, ours: Pieces]

interface Edit extends Hunk {
  readonly side: 1 | 2
}

function merged(texts: Three, apart: number, conflict: (texts: Three) => string | undefined): string | undefined {
  const [base] = texts
  const edits = ([1, 2] as const)
    .flatMap((side) => diffTokens(tokensOf(base), tokensOf(texts[side])).hunks.map((hunk): Edit => ({ ...hunk, side })))
    .sort((x, y) => x.a[0] - y.a[0] || x.a[1] - y.a[1])
  let text = ''
  let at = 0
  for (let i = 0; i < edits.length; ) {
    const group = [edits[i++] as Edit]
    while (i < edits.length && meets(base, group, edits[i] as Edit, apart)) group.push(edits[i++] as Edit)
    const [start, end] = [(group[0] as Edit).a[0], maximum(group.map(({ a }) => a[1]))]
    const [theirs, ours] = ([1, 2] as const).map((side) => {
      const own = group.filter((edit) => edit.side === side)
      return own.length === 0 ? undefined : spanned(own, start, end, texts[side])
    })
    const same = theirs && ours && theirs.join('') === ours.join('')
    const made = !theirs || !ours || same ? (ours ?? theirs ?? []).join('') : conflict([base.slice(start, end), theirs, ours])
    if (made === undefined) return undefined
    text += base.slice(at, start).join('') + made
    at = end
  }
  return text + base.slice(at).join('')
}

/** Whether an edit is about the same pieces as those before it, or too near to one of the other side. */
function meets(base: Pieces, group: readonly Edit[], next: Edit, apart: number): boolean {
  const end = maximum(group.map(({ a }) => a[1]))
  const last = group.at(-1) as Edit
  if (next.a[0] < end) return true
  if (last.side === next.side) return false
  // Both put something in at one place: which comes first is for a person to say.
  if (next.a[1] === end && group.some(({ a, side }) => side !== next.side && a[0] === end)) return true
  return base.slice(end, next.a[0]).filter(isWord).length < apart
}

const isWord = (piece: string): boolean => /[\p{L}\p{N}]/u.test(piece)

/** The pieces of one side that stand for a stretch of the base. */
function spanned(edits: readonly Edit[], start: number, end: number, pieces: Pieces): Pieces {
  const [first, last] = [edits[0] as Edit, edits.at(-1) as Edit]
  return pieces.slice(first.b[0] - (first.a[0] - start), last.b[1] + (end - last.a[1]))
}

function tokensOf(pieces: Pieces): readonly Token[] {
  let at = 0
  return pieces.map((piece): Token => {
    const from = at
    at += piece.length
    return { from, to: at, key: piece, kind: 'word' }
  })
}

/** Every sentence, and the blanks between two as pieces of their own: the last sentence has none behind it. */
function sentencePieces(text: string, lang: Language): string[] {
  let at = 0
  const pieces: string[] = []
  for (const sentence of sentencesOf(text, lang)) {
    if (sentence.from > at) pieces.push(text.slice(at, sentence.from))
    pieces.push(sentence.text)
    at = sentence.from + sentence.text.length
  }
  return at < text.length ? [...pieces, text.slice(at)] : pieces
}

// A link, a mark of a note and a blank to fill in are one piece: half of one is none.
const PIECE = /\{\{[^{}]*\}\}|\[[^\]]*\]\([^)]*\)|\[\^[^\]]*\]|[\p{L}\p{M}\p{N}]+|\s+|[\s\S]/gu

const wordPieces = (text: string): string[] => text.match(PIECE) ?? []
