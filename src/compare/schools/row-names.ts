import type { Feature } from './features.js'

/** Words of a sentence that name a row without a topic, or one of several with the same. */
const LABEL_WORDS = 7

/** What people call each row: the name of its topic, and where several rows have one, what is ruled besides. */
export function rowNames(
  rows: readonly { readonly centre: Feature; readonly topic: string | undefined }[],
  labels: ReadonlyMap<string, string>,
): readonly string[] {
  const perTopic = new Map<string, number>()
  for (const { topic } of rows) if (topic !== undefined) perTopic.set(topic, (perTopic.get(topic) ?? 0) + 1)
  return rows.map(({ centre, topic }) => {
    const words = centre.sentence.text.split(/\s+/)
    const start = words.slice(0, LABEL_WORDS).join(' ') + (words.length > LABEL_WORDS ? ' …' : '')
    const name = topic === undefined ? undefined : (labels.get(topic) ?? topic)
    return name === undefined ? start : perTopic.get(topic as string) === 1 ? name : `${name}: ${start}`
  })
}
