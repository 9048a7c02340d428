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

/** A root this long is looked for in compounds, too. */
const IN_COMPOUNDS = 4

/**
 * Which of some folded words are forms or compounds of a term's word: leerlingen and leerlingenstatuut are of leerling. Each word is looked at once,
 * however many terms are asked for.
 */
export function formsAmong(words: Iterable<string>): (term: string) => ReadonlySet<string> {
  const byRoot = new Map<string, string[]>()
  const [starts, ends] = [new Prefixes(), new Prefixes()]
  for (const word of new Set(words)) {
    for (const root of rootsOf(word)) {
      const known = byRoot.get(root)
      if (known) known.push(word)
      else byRoot.set(root, [word])
    }
    const spelling = plainSpelling(word)
    starts.add(spelling, word)
    ends.add(backwards(spelling), word)
  }
  const asked = new Map<string, ReadonlySet<string>>()
  return (term) => {
    const before = asked.get(term)
    if (before) return before
    const found = new Set<string>()
    for (const root of rootsOf(term)) {
      for (const word of byRoot.get(root) ?? []) found.add(word)
      if (root.length < IN_COMPOUNDS) continue
      for (const word of starts.of(root)) found.add(word)
      for (const word of ends.of(backwards(root))) found.add(word)
    }
    asked.set(term, found)
    return found
  }
}

const backwards = (text: string): string => text.split('').reverse().join('')

/** Words under what is written of them, in its order: those that start alike stand together. */
class Prefixes {
  private readonly all: { readonly key: string; readonly word: string }[] = []
  private isSorted = true

  add(key: string, word: string): void {
    this.all.push({ key, word })
    this.isSorted = false
  }

  *of(start: string): Generator<string> {
    if (!this.isSorted) this.all.sort((a, b) => (a.key < b.key ? -1 : 1))
    this.isSorted = true
    let [from, to] = [0, this.all.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.all[middle]?.key ?? '') < start) from = middle + 1
      else to = middle
    }
    for (let at = from; this.all[at]?.key.startsWith(start); at++) yield this.all[at]?.word ?? ''
  }
}
