import { isMap, isScalar, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml'
import { withProposals } from './text.js'

/** What a person made of a row: what its sentences are, whether they make one rule, and what it is called. */
export interface Judgement {
  /** The sentences of the row as it was shown, by which it is found where it was asked or judged before. */
  readonly shown: readonly string[]
  /** Those that belong together, or do not; all names as the file has them (`linde/media#foto/2`). */
  readonly sentences: readonly string[]
  /** `open`: nothing is said of it any more. */
  readonly verdict: 'confirmed' | 'rejected' | 'open'
  readonly name?: string
}

/**
 * The text of the concordance with what a person judged. A row that stands there gets the verdict, and keeps its comments and the stances that were
 * corrected; another is added at the end. A sentence that is confirmed in one row leaves every other row that was confirmed with it.
 */
export function withJudgements(source: string | undefined, judgements: readonly Judgement[]): string {
  const document = parseDocument(source ?? withProposals(undefined, []), { stringKeys: true })
  const known = document.get('rows')
  const rows = isSeq(known) ? known : new YAMLSeq<unknown>()
  if (rows !== known) document.set('rows', rows)
  for (const { shown, sentences, verdict, name } of judgements) {
    const found = rows.items.find((item): item is YAMLMap => isMap(item) && isSame(namesIn(item), shown))
    if (verdict === 'confirmed') for (const item of rows.items) if (isMap(item) && item !== found) leave(item, sentences)
    if (!found) {
      if (verdict !== 'open') rows.add(document.createNode({ sentences, verdict, ...(name === undefined ? {} : { name }) }))
      continue
    }
    if (verdict === 'open') found.delete('verdict')
    else found.set('verdict', verdict)
    if (name === undefined) found.delete('name')
    else found.set('name', name)
    const list = found.get('sentences')
    if (!isSeq(list)) continue
    list.items = list.items.filter((item) => sentences.includes(nameOf(item)))
    const there = new Set(list.items.map(nameOf))
    for (const sentence of sentences) if (!there.has(sentence)) list.add(document.createNode(sentence))
  }
  rows.items = rows.items.filter((item) => !isMap(item) || namesIn(item).length > 0)
  return document.toString({ lineWidth: 0 })
}

/** A confirmed row without sentences that are confirmed elsewhere. */
function leave(row: YAMLMap, sentences: readonly string[]): void {
  const list = row.get('sentences')
  if (row.get('verdict') === 'confirmed' && isSeq(list))
    list.items = list.items.filter((item) => !sentences.includes(nameOf(item)))
}

const namesIn = (row: YAMLMap): readonly string[] => {
  const list = row.get('sentences')
  return isSeq(list) ? list.items.map(nameOf) : []
}

/** A sentence is a name, or one with the stance that a person says it has. */
const nameOf = (item: unknown): string =>
  isScalar(item) ? String(item.value) : isMap(item) ? String(item.get('sentence') ?? '') : String(item)

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name))
