import { countedWords, type Finding, type Source, textOf } from '../blocks/index.js'
import { clipped, type Language } from '../model/index.js'
import { modalityOf } from '../norms/index.js'
import type { Piece } from '../pieces/index.js'
import type { Fragment, Printed, WordCount } from './types.js'

/** More words than these parted or joined by the end of a line are none. */
const MOST_PARTS = 4
/** Letters of them that a message shows: two lines of a terminal or so. */
const LONGEST = 240
// In the words of a cell the labels of its lists are words.
const CELL_LABEL = /(?<!\S)(?:\d{1,3}|\p{L}|[ivx]{2,5})[.)](?=\s)/gu

/**
 * The words of the file, as a walk over it finds them, against those of the policy as it is printed and of what is said not to be in it:
 * every word of the one is in the other, as often. `clauses` are those of the policy as read back from its file, notes among them.
 */
export function countWords(
  source: Source,
  pieces: readonly Piece[],
  fragments: readonly Fragment[],
  clauses: readonly Printed[],
): { readonly count: WordCount; readonly findings: readonly Finding[] } | undefined {
  if (source.words === undefined) return undefined
  const file = countedWords(source.words)
  const printed = clauses.flatMap(({ words }) => countedWords(words))
  const aside = (fate: Fragment['fate']) =>
    fragments.filter((fragment) => fragment.fate === fate).flatMap(({ text }) => countedWords(text))
  const [metadata, dropped] = [aside('metadata'), aside('dropped')]
  const balance = new Balance(file, printed)
  // What a program computes stands in some files as text and in others not at all: labels, and the marks of notes.
  const computed = [
    ...clauses.flatMap(({ clause }) => clause.label ?? []),
    ...pieces.flatMap(({ label, blocks }) => [
      // A ring is printed as the letter it was set with.
      ...(label?.bullet === undefined ? [] : [label.printed, 'o']),
      ...blocks.flatMap((block) => (block.note === undefined ? [] : [block.note, block.note])),
    ]),
  ]
  balance.forgive([...metadata, ...dropped, ...computed.flatMap(countedWords)])
  balance.allow(
    pieces.flatMap(({ rows = [] }) => rows.flat().flatMap((cell) => textOf(cell).match(CELL_LABEL) ?? [])).flatMap(countedWords),
  )
  balance.unmark()
  balance.join()
  const { lost, added } = balance
  return {
    count: { source: file.length, printed: printed.length, metadata: metadata.length, dropped: dropped.length },
    findings: [...(lost.length > 0 ? [said('lost', lost)] : []), ...(added.length > 0 ? [said('added', added)] : [])],
  }
}

/** What a file shows, or holds unseen, that is left out in the middle of its text: by why it is. */
const BESIDE = { 'hidden text': 'hidden', 'words in a drawing or formula': 'drawn' } as const

/** Words that are left out and stand in the text, or in a picture beside it: whoever does not read the receipt is told of them, too. */
export const besideFindings = (fragments: readonly Fragment[]): Finding[] =>
  Object.entries(BESIDE).flatMap(([reason, form]) => {
    const left = fragments.filter((fragment) => fragment.fate === 'dropped' && fragment.reason === reason)
    return left.length > 0
      ? [
          said(
            form,
            left.map(({ text }) => [text]),
          ),
        ]
      : []
  })

/** Sentences that say a rule at the top or foot of pages, where they are left out. */
export function marginFindings(fragments: readonly Fragment[], lang: Language): Finding[] {
  const rules = fragments.filter(
    ({ fate, reason, text }) => fate === 'dropped' && isRunning(reason) && modalityOf(text, lang) !== 'statement',
  )
  return rules.length > 0
    ? [
        said(
          'margin',
          [...new Set(rules.map(({ text }) => text))].map((text) => [text]),
        ),
      ]
    : []
}

const isRunning = (reason: string | undefined): boolean => reason?.startsWith('running ') ?? false

function said(form: 'lost' | 'added' | 'hidden' | 'drawn' | 'margin', runs: readonly (readonly string[])[]): Finding {
  const words = runs.map((run) => run.join(' ')).join(' … ')
  const count = runs.reduce((sum, run) => sum + run.length, 0)
  return {
    rule: 'import/words',
    form,
    values: { count, words: clipped(words, LONGEST) },
    line: 1,
  }
}

/** How often a word stands in the file more than in print, or less. */
class Balance {
  readonly #file: readonly string[]
  readonly #print: readonly string[]
  readonly #over = new Map<string, number>()
  readonly #aside = new Map<string, number>()

  constructor(file: readonly string[], print: readonly string[]) {
    this.#file = file
    this.#print = print
    for (const word of file) this.#add(word, 1)
    for (const word of print) this.#add(word, -1)
  }

  /** Words that account for what the file has over, and for nothing else. */
  forgive(words: readonly string[]): void {
    for (const word of words) {
      if (this.#of(word) > 0) this.#add(word, -1)
      else this.#aside.set(word, (this.#aside.get(word) ?? 0) + 1)
    }
  }

  /** Words that the policy may have over. */
  allow(words: readonly string[]): void {
    for (const word of words) if (this.#of(word) < 0) this.#add(word, 1)
  }

  /** The mark of a note that stands right behind a word: "lenen2". */
  unmark(): void {
    for (const word of this.#file) {
      const [, base = '', mark = ''] = /^(.*\p{L})(\d{1,3})$/u.exec(word) ?? []
      const aside = this.#aside.get(mark) ?? 0
      if (base === '' || aside === 0 || this.#of(word) <= 0 || this.#of(base) >= 0) continue
      this.#aside.set(mark, aside - 1)
      this.#add(word, -1)
      this.#add(base, 1)
    }
  }

  /** Words that one side parts, at the end of a line or between two runs, and the other does not. */
  join(): void {
    this.#joinIn(this.#file, 1)
    this.#joinIn(this.#print, -1)
    const before = new Map(this.#over)
    const size = this.#size
    // A part may be a word that another place has as two: "bestuur-/schap" beside "be-/stuur".
    this.#joinIn(this.#file, 1, 'some')
    this.#joinIn(this.#file, 1)
    this.#joinIn(this.#print, -1)
    if (this.#size < size) return
    this.#over.clear()
    for (const [word, count] of before) this.#over.set(word, count)
  }

  /** How many words one side has over. */
  get #size(): number {
    return [...this.#over.values()].reduce((sum, count) => sum + Math.abs(count), 0)
  }

  /** What stands in the file only, in runs of words that stand together. */
  get lost(): readonly (readonly string[])[] {
    return this.#runs(this.#file, 1)
  }

  get added(): readonly (readonly string[])[] {
    return this.#runs(this.#print, -1)
  }

  #of(word: string): number {
    return this.#over.get(word) ?? 0
  }

  #add(word: string, by: number): void {
    this.#over.set(word, this.#of(word) + by)
  }

  #joinIn(words: readonly string[], side: 1 | -1, over: 'every' | 'some' = 'every'): void {
    for (let i = 0; i < words.length; i++) {
      for (let end = i + 2; end <= Math.min(i + MOST_PARTS, words.length); end++) {
        const parts = words.slice(i, end)
        if (!parts[over]((part) => this.#of(part) * side > 0)) break
        const whole = parts.join('')
        const aside = side === 1 ? (this.#aside.get(whole) ?? 0) : 0
        if (this.#of(whole) * side < 0) this.#add(whole, side)
        else if (aside > 0) this.#aside.set(whole, aside - 1)
        else continue
        for (const part of parts) this.#add(part, -side)
      }
    }
  }

  /** Nobody knows which of several equal words is missing: rather those among others that are. */
  #runs(words: readonly string[], side: 1 | -1): string[][] {
    const left = new Map([...this.#over].filter(([, count]) => count * side > 0).map(([word, count]) => [word, count * side]))
    if (left.size === 0) return []
    const runs: { readonly start: number; readonly end: number }[] = []
    for (let i = 0; i < words.length; i++) {
      if (!left.has(words[i] as string)) continue
      const start = i
      while (i < words.length && left.has(words[i] as string)) i++
      runs.push({ start, end: i })
    }
    const taken: { readonly start: number; readonly words: string[] }[] = []
    for (const { start, end } of runs.sort((a, b) => b.end - b.start - (a.end - a.start))) {
      const run = words.slice(start, end).filter((word) => {
        const count = left.get(word) ?? 0
        left.set(word, count - 1)
        return count > 0
      })
      if (run.length > 0) taken.push({ start, words: run })
    }
    return taken.sort((a, b) => a.start - b.start).map((run) => run.words)
  }
}
