import { randomFrom, sentences } from './random.js'

/** A model in two editions and the texts of schools that adapted the first. */
export interface Adapted {
  readonly first: string
  readonly second: string
  /** The school's text, each with other words of its own. */
  readonly school: (index: number) => string
}

/**
 * Chapters of ten clauses of three sentences: the second edition has another word in one clause of ten, a school in another of ten, so that both edited one
 * in a hundred; a school says of every second why.
 */
export function adaptedModel(clauses: number): Adapted {
  const sentence = sentences(randomFrom(7))
  const texts = Array.from({ length: clauses }, () => Array.from({ length: 3 }, () => sentence(12)))
  const edited = (seed: number, word: string) => {
    const random = randomFrom(seed)
    return texts.map((each) => {
      if (random() >= 0.1) return each.join(' ')
      const at = Math.floor(random() * each.length)
      return each.map((words, i) => (i === at ? words.replace(/ \S+ /, ` ${word} `) : words)).join(' ')
    })
  }
  const plain = texts.map((each) => each.join(' '))
  return {
    first: edition('1.0.0', plain),
    second: edition('1.1.0', edited(11, 'herzien')),
    school: (index) => {
      const own = edited(13 + index, 'eigen')
      const reasons = own.flatMap((words, i) => (words !== plain[i] && i % 2 === 0 ? [`  c${i}: Zo doen wij dat.`] : []))
      const front = ['organisation: school', 'version: 0.1.0', 'status: draft', 'extends: bond/protocol@1.0.0', ANSWER]
      return page([...front, ...(reasons.length > 0 ? ['deviations:', ...reasons] : [])], own)
    },
  }
}

const ANSWER = 'parameters:\n  school: De Linde'
const QUESTION = 'parameters:\n  school: { type: text, description: De naam, default: De Linde }'

const edition = (version: string, clauses: readonly string[]): string =>
  page(['organisation: bond', `version: ${version}`, 'status: adopted', 'date: 2026-01-01', QUESTION], clauses)

function page(front: readonly string[], clauses: readonly string[]): string {
  const chapters = Array.from({ length: Math.ceil(clauses.length / 10) }, (_, chapter) => {
    const items = clauses.slice(chapter * 10, chapter * 10 + 10)
    const lines = items.map((words, item) => `${item + 1}. {{school}}: ${words} {#c${chapter * 10 + item}}`)
    return `# Hoofdstuk ${chapter + 1} {#h${chapter}}\n\n${lines.join('\n')}\n`
  })
  return `---\ntitle: Protocol\nlang: nl\n${front.join('\n')}\n---\n\n${chapters.join('\n')}`
}
