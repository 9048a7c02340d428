import { neverTwice, readOnce, seek, separableVerbs, wordsOfAll } from '../language/index.js'
import type { Unruled } from '../model/index.js'

const JOINS = wordsOfAll('and', 'or')

/** Words that hold a slip. `say` is given them as they are to be shown. */
export interface Slip<Rule extends 'word/slip' | 'word/grammar' = 'word/slip'> {
  readonly index: number
  readonly words: string
  readonly say: (words: string) => Unruled<Rule>
  /** What the words are certainly meant to be, where nothing else can be meant. */
  readonly mend?: string
}

interface Kind {
  readonly find: ReturnType<typeof seek>
  readonly say: (words: string, match: RegExpExecArray) => Unruled<'word/slip'>
  readonly mend?: (match: RegExpExecArray) => string | undefined
}

/** Words that should read otherwise. */
const instead = (words: string, expected: string): Unruled<'word/slip'> => ({ form: 'instead', values: { words, expected } })

const SMALL = neverTwice().join('|')
const SEPARATED = separableVerbs()
/** "De plaats vinden wij goed" is right. */
const PARTED = SEPARATED.join('|').replace(/plaats vinden$/, '$&(?=[.,;]|$)')

/** What may stand before "gerelateerde" on its own. */
const NO_NOUN = String.raw`een|het|alle|onze|deze|zijn|haar|hun|andere|overige|enige|nauw|sterk|direct|indirect|onderling|rechtstreeks|mogelijk|niet|wel|\p{L}*(?:aan|mee|en)`

const KINDS: readonly Kind[] = [
  {
    find: seek(
      /(?<![A-Za-z-])([A-Za-z]+)\s+\1(?![A-Za-z-])/iu,
      () => new RegExp(`(?<![\\p{L}-])(${SMALL})\\s+\\1(?![\\p{L}-])`, 'giu'),
    ),
    say: (words, [, word = '']) => ({ form: 'once', values: { words, word } }),
    mend: ([, word]) => word,
  },
  {
    find: seek(new RegExp(`-(?:${JOINS})\\s`), () => new RegExp(`(?<![\\p{L}-])(\\p{Ll}{3,})-(${JOINS})(?=\\s+\\p{Ll})`, 'gu')),
    say: (words, [, first = '', second = '']) => instead(words, `${first}- ${second}`),
  },
  {
    find: seek(/\/\s|\s\//, () => /(?<![\p{L}\p{N}/])(\p{L}{2,})(?:\/\s+|\s+\/)(\p{Ll}{2,})/gu),
    say: (words) => ({ form: 'slash', values: { words } }),
  },
  {
    find: seek(/[,;][^\s\d]/, () => /(?<![\p{L}.@/])(\p{Ll}{3,})([,;])(\p{L}{2,})/gu),
    say: (words, [, a = '', mark = '', b = '']) => instead(words, `${a}${mark} ${b}`),
    mend: ([, a = '', mark = '', b = '']) => `${a}${mark} ${b}`,
  },
  {
    find: seek(/\S\.[^\s\d]/, () => /(?<![\p{L}.@/-])(\p{Ll}{4,})\.(\p{Lu}\p{Ll}+)(?![\p{L}.@])/gu),
    say: (words, [, a = '', b = '']) => instead(words, `${a}. ${b}`),
  },
  {
    // "aan school gerelateerde" is right, "school gerelateerde" is one word.
    find: seek(
      / gerelateerde/iu,
      () =>
        new RegExp(
          `(?<!(?<!\\p{L})aan (?:[\\p{L}-]+ ){0,3})(?<![\\p{L}-])(?!(?:${NO_NOUN})(?!\\p{L}))(\\p{Ll}{3,}) gerelateerde(?!\\p{L})`,
          'giu',
        ),
    ),
    say: (words, [whole]) => instead(words, whole.replace(' ', '')),
  },
  {
    // Infinitives behind a verb that asks for one; "er iets op leggen" is right.
    find: seek(
      new RegExp(SEPARATED.join('|'), 'iu'),
      () =>
        new RegExp(`(?:${PARTED})(?!\\p{L})(?<!(?<!\\p{L})(?:er|hier|daar|waar)(?!\\p{L})[^.;]*)(?<!\\p{L}(?:${PARTED}))`, 'giu'),
    ),
    say: (words, [whole]) => instead(words, whole.replace(' ', '')),
  },
  {
    find: seek(/ [,;.](?:\s|$)/, () => /(\p{Ll}{2,}) ([,;.])(?=\s|$)/gu),
    say: (words, [, word = '', mark = '']) => instead(words, `${word}${mark}`),
    // A point with a blank before it may be the first of several that stand for words to come.
    mend: ([, word = '', mark = '']) => (mark === '.' ? undefined : `${word}${mark}`),
  },
]

/** Finds words that stand twice, and blanks that are missing or too many. */
export const slips: (text: string) => readonly Slip[] = readOnce((text) => {
  const found = KINDS.flatMap(({ find, say, mend: mendOf }) =>
    find(text).map((match): Slip => {
      const mend = mendOf?.(match)
      return { index: match.index, words: match[0], say: (words) => say(words, match), ...(mend === undefined ? {} : { mend }) }
    }),
  )
  const lone = loneBracket(text)
  if (lone >= 0)
    found.push({ index: lone, words: text[lone] ?? '', say: (bracket) => ({ form: 'bracket', values: { bracket } }) })
  return found.sort((a, b) => a.index - b.index)
})

/** The first bracket without its other half; -1 when there is none. Labels ("b)") and faces (":)") are no brackets. */
function loneBracket(text: string): number {
  const open: number[] = []
  for (const { 0: mark, index } of text.matchAll(/[()]/g)) {
    const before = text.slice(0, index)
    if (/[:;]-?$/.test(before)) continue
    if (mark === '(') open.push(index)
    else if (open.length > 0) open.pop()
    else if (!/(?:^|\s)(?:\p{L}|\d{1,2}|[ivx]{2,4})\.?$/u.test(before)) return index
  }
  return open[0] ?? -1
}
