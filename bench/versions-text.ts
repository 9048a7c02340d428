import { randomFrom, sentences } from './random.js'

export interface Pair {
  readonly old: string
  readonly next: string
}

/**
 * Two versions of a policy in plain Markdown without ids: chapters of numbered items; in one clause of fifty a word is replaced, `moves`
 * clauses stand elsewhere.
 */
export function versionPair(clauses: number, moves: number): Pair {
  const random = randomFrom(7)
  const sentence = sentences(random)
  const clause = (): string => Array.from({ length: 3 }, () => sentence(10 + Math.floor(random() * 9))).join(' ')
  const old = Array.from({ length: clauses }, clause)
  const next = old.map((words, index) => (index % 50 === 25 ? words.replace(/ \S+ /, ' gewijzigd ') : words))
  for (let move = 0; move < moves; move++) {
    const [taken = ''] = next.splice(Math.floor(random() * next.length), 1)
    next.splice(Math.floor(random() * next.length), 0, taken)
  }
  const title = sentences(randomFrom(3))
  const titles = Array.from({ length: Math.ceil(clauses / 12) }, () => title(4).slice(0, -1))
  const asMarkdown = (list: readonly string[]): string =>
    titles
      .map((name, chapter) => {
        const items = list.slice(chapter * 12, chapter * 12 + 12).map((words, item) => `${item + 1}. ${words}`)
        return `# ${name}\n\n${items.join('\n')}\n`
      })
      .join('\n')
  return { old: asMarkdown(old), next: asMarkdown(next) }
}
