import { knowledge, listed } from './data.js'

/** The words that a word with an apostrophe stands for, in either language: "don't" is "do not". Any other word is given back. */
export function spelledOut(word: string): string {
  const { whole, endings, shortIs } = tables()
  const words = whole.get(word)
  if (words !== undefined || !word.includes("'")) return words ?? word
  for (const [ending, full] of endings) if (word.endsWith(ending)) return `${word.slice(0, -ending.length)} ${full}`
  return word.endsWith("'s") && shortIs.has(word.slice(0, -2)) ? `${word.slice(0, -2)} is` : word
}

interface Tables {
  readonly whole: ReadonlyMap<string, string>
  readonly endings: readonly (readonly [string, string])[]
  readonly shortIs: ReadonlySet<string>
}
let made: Tables | undefined

function tables(): Tables {
  const all = () => Object.values(knowledge)
  made ??= {
    whole: new Map(all().flatMap(({ contractions }) => Object.entries(contractions))),
    endings: all().flatMap(({ contractionEndings }) => Object.entries(contractionEndings)),
    shortIs: new Set(all().flatMap(({ shortIs }) => listed(shortIs))),
  }
  return made
}
