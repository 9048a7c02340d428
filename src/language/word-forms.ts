import { knowledge } from './data.js'

/** A root is no shorter than this unless the word is. */
const SHORTEST = 3

interface Endings {
  readonly regular: readonly string[]
  readonly irregular: readonly (readonly [ending: string, root: string])[]
}
let made: Endings | undefined

// Of both languages: a policy takes words from the other.
function endings(): Endings {
  const all = () => Object.values(knowledge)
  made ??= {
    regular: [...new Set(all().flatMap((each) => each.endings))],
    irregular: all().flatMap((each) => Object.entries(each.irregularEndings)),
  }
  return made
}

const without = (word: string, ending: string): string => (word.endsWith(ending) ? word.slice(0, -ending.length) : word)

/** What a word may be a form of. Doubled letters count once, a final z as s and v as f: scholen and school are both `schol`. */
function rootsOf(word: string): ReadonlySet<string> {
  const { regular, irregular } = endings()
  const changed = irregular.flatMap(([ending, root]) => (word.endsWith(ending) ? [without(word, ending) + root] : []))
  const cut = [word, ...changed].flatMap((root) => [root, ...regular.map((ending) => without(root, ending))])
  return new Set(cut.filter((root) => root.length >= Math.min(SHORTEST, word.length)).map(plainSpelling))
}

const plainSpelling = (word: string): string => word.replace(/(.)\1/gu, '$1').replace(/z$/u, 's').replace(/v$/u, 'f')

/** Tells whether folded words are forms or compounds of a term's word: leerlingen and leerlingenstatuut are of leerling. */
export function formsOf(term: string): (word: string, entry?: WordEntry) => boolean {
  const wanted = [...rootsOf(term)]
  const long = wanted.filter((root) => root.length >= 4)
  return (word, { roots: found, spelling } = wordEntry(word)) =>
    wanted.some((root) => found.has(root)) || long.some((root) => spelling.startsWith(root) || spelling.endsWith(root))
}

/** A word prepared to be asked about by many terms. */
interface WordEntry {
  readonly roots: ReadonlySet<string>
  readonly spelling: string
}

export const wordEntry = (word: string): WordEntry => ({ roots: rootsOf(word), spelling: plainSpelling(word) })
