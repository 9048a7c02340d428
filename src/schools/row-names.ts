import { fold, isFunctionWord, isLightWord, wordsOf } from '../language/index.js'
import type { Feature } from './features.js'

/** A sentence of no more words names its row as it stands. */
const SHORT = 7
/** Words that name a row whose sentence is longer. */
const NAMED = 3
/** Letters of the shortest word that names something. */
const SHORTEST = 4

/** What people call each row: the name of its topic, and where several rows have one, what is ruled besides. */
export function rowNames(
  rows: readonly { readonly centre: Feature; readonly topic: string | undefined }[],
  labels: ReadonlyMap<string, string>,
): readonly string[] {
  const perTopic = new Map<string, number>()
  for (const { topic } of rows) if (topic !== undefined) perTopic.set(topic, (perTopic.get(topic) ?? 0) + 1)
  return rows.map(({ centre, topic }) => {
    const name = topic === undefined ? undefined : (labels.get(topic) ?? topic)
    if (name !== undefined && perTopic.get(topic as string) === 1) return name
    const words = nameOf(centre.sentence.text, name ?? '')
    return name === undefined ? words : `${name}: ${words}`
  })
}

/** The first words of a sentence that carry its matter and do not stand in the name already; the whole of a short one. */
function nameOf(text: string, name: string): string {
  const words = text.split(/\s+/)
  if (words.length <= SHORT) return text
  const known = new Set(wordsOf(name))
  const found = words
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => {
      const folded = fold(word)
      if (word.length < SHORTEST || isFunctionWord(folded) || isLightWord(folded) || known.has(folded)) return false
      known.add(folded)
      return true
    })
    .slice(0, NAMED)
  return found.length === 0 ? words.slice(0, SHORT).join(' ') : found.join(', ')
}
