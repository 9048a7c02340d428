import type { DocBlock, DocInline } from '../src/present/index.js'

/** What a bench document says, before it is anybody's format: chapters of articles of paragraphs and numbered items. */
export interface BenchArticle {
  readonly title: string
  readonly paragraph: string
  readonly items: readonly string[]
}

const SYLLABLES =
  'be ge ver ont her school leer ling ou der per so neel stu ring raad com mis sie toe stem ming ge ge vens pri va cy be waar ter mijn ver zoek be sluit ar ti kel lid in stel ling'.split(
    ' ',
  )

/** About as many A4 pages of text as asked, always the same. */
export function benchText(pages: number): BenchArticle[] {
  let seed = 42
  const random = (): number => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const word = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 3.4) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
  const vocabulary = Array.from({ length: 5000 }, word)
  const sentence = (length: number): string =>
    `${Array.from({ length }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]).join(' ')}.`
  return Array.from({ length: Math.max(1, Math.round(pages * 1.95)) }, () => ({
    title: sentence(5),
    paragraph: [sentence(18), sentence(22), sentence(25)].join(' '),
    items: Array.from({ length: 4 }, () => `${sentence(12)} ${sentence(11)}`),
  }))
}

const text = (value: string): DocInline => ({ type: 'text', value })
const paragraph = (value: string): DocBlock => ({ type: 'paragraph', content: [text(value)] })

export const benchBlocks = (articles: readonly BenchArticle[]): DocBlock[] =>
  articles.flatMap(({ title, paragraph: body, items }, index): DocBlock[] => [
    { type: 'heading', level: 1, id: `a${index}`, label: `${index + 1}`, content: [text(title)], listed: true },
    paragraph(body),
    {
      type: 'list',
      ordered: true,
      items: items.map((words, at) => ({
        type: 'item',
        id: `a${index}-${at}`,
        label: `${at + 1}.`,
        number: `${index + 1}.${at + 1}`,
        children: [paragraph(words)],
      })),
    },
  ])
