/** The words of a text in lower case, without accents. An apostrophe inside a word belongs to it: `foto's`. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/’/gu, "'")
    .match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []

// Endings of Dutch and English plurals and inflected adjectives; each is tried, and nothing is taken from short words.
const ENDINGS = [/'s$/u, /s$/u, /es$/u, /en$/u, /e$/u, /eren$/u, /n$/u]
const SHORTEST = 3
const IRREGULAR: readonly (readonly [RegExp, string])[] = [
  [/leden$/u, 'lid'],
  [/steden$/u, 'stad'],
  [/heden$/u, 'heid'],
  [/media$/u, 'medium'],
  [/children$/u, 'child'],
  [/people$/u, 'person'],
  [/ies$/u, 'y'],
]

/** What a word may be a form of. Doubled letters count once, a final z as s and v as f: scholen and school are both `schol`. */
function stems(word: string): ReadonlySet<string> {
  const roots = [word, ...IRREGULAR.filter(([ending]) => ending.test(word)).map(([ending, root]) => word.replace(ending, root))]
  const cut = roots.flatMap((root) => [root, ...ENDINGS.map((ending) => root.replace(ending, ''))])
  return new Set(cut.filter((root) => root.length >= Math.min(SHORTEST, word.length)).map(plainSpelling))
}

const plainSpelling = (word: string): string => word.replace(/(.)\1/gu, '$1').replace(/z$/u, 's').replace(/v$/u, 'f')

/** Tells whether words are forms or compounds of a term's word: leerlingen and leerlingenstatuut are of leerling. */
export function formsOf(term: string): (word: string, entry?: WordEntry) => boolean {
  const wanted = [...stems(term)]
  const long = wanted.filter((stem) => stem.length >= 4)
  return (word, { stems: found, spelling } = wordEntry(word)) =>
    wanted.some((stem) => found.has(stem)) || long.some((stem) => spelling.startsWith(stem) || spelling.endsWith(stem))
}

export interface WordEntry {
  readonly stems: ReadonlySet<string>
  readonly spelling: string
}

export const wordEntry = (word: string): WordEntry => ({ stems: stems(word), spelling: plainSpelling(word) })
