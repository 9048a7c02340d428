import type { Wording } from '../../present/index.js'
import { type Comparison, type Entry, type Replacement, summarise } from '../../versions/index.js'
import { toldOfItself } from './beside.js'

/** A count in words: `<key>.one` or `<key>.many`. */
export const counted = (wording: Wording, key: string, count: number): string =>
  wording(`${key}.${count === 1 ? 'one' : 'many'}`, { count })

/** Whether nothing but printed numbers may differ. */
export const isEmpty = ({ entries }: Comparison): boolean => entries.every(({ significance }) => significance === 'none')

/** Which clauses go by another id: links to the old one lead nowhere. */
function renamedText({ entries }: Comparison, wording: Wording): readonly string[] {
  const renamed = entries.flatMap(({ old: [before], next: [after] }) => {
    const [old, next] = [before?.clause.id, after?.clause.id]
    return old === undefined || next === undefined || old === next ? [] : [wording('versions.renamed.pair', { old, next })]
  })
  return renamed.length === 0 ? [] : [wording('versions.renamed', { pairs: listed(renamed, wording) })]
}

/** What changed, in one or two sentences. */
export function summaryText(comparison: Comparison, wording: Wording): string {
  const { significance, moved, renumbered, unchanged } = summarise(comparison)
  if (isEmpty(comparison)) {
    // Only the hash knows that two texts are one.
    const told = toldOfItself(comparison).length > 0 ? 'versions.none-but-about' : 'versions.none'
    const same = wording(comparison.old.hash === comparison.next.hash ? told : 'versions.same-words')
    const numbers = renumbered === 0 ? [] : [counted(wording, 'versions.count.renumbered', renumbered)]
    return [same, ...renamedText(comparison, wording), ...numbers].join(' ')
  }
  const levels = (['substantive', 'to-read', 'editorial', 'typographical'] as const)
    .filter((level) => significance[level] > 0)
    .map((level) => counted(wording, `versions.count.${level}`, significance[level]))
  const facts = [
    ...(moved > 0 ? [counted(wording, 'versions.count.moved', moved)] : []),
    ...(renumbered > 0 ? [counted(wording, 'versions.count.renumbered', renumbered)] : []),
    ...(unchanged > 0 ? [counted(wording, 'versions.count.unchanged', unchanged)] : []),
  ]
  const sentence = wording('versions.count', { changes: listed(levels, wording) })
  const first = isTranslation(comparison) ? [wording('versions.translation')] : []
  return [
    ...first,
    sentence,
    ...calledText(comparison, wording),
    ...comparison.replaced.map((one) => replacementText(one, wording)),
    ...facts,
  ].join(' ')
}

/** How many changes their author calls less than what was found, and that this proves nothing. */
export function calledText({ entries }: Comparison, wording: Wording): readonly string[] {
  const count = entries.filter(({ called }) => called !== undefined).length
  return count === 0 ? [] : [counted(wording, 'versions.count.called', count)]
}

/** "Protected Data" became "Personal Data", 31 times. */
export const replacementText = ({ old, next, times, significance }: Replacement, wording: Wording): string =>
  wording(`versions.replaced.${significance}`, { old, next, times })

/** Whether the two texts are in two languages: then every word differs, whatever became of what they say. */
const isTranslation = ({ old, next, entries }: Comparison): boolean =>
  old.lang !== next.lang && entries.some((entry) => entry.old.length > 0) && entries.some((entry) => entry.next.length > 0)

/** What a paper says where it lists no change of substance. Nothing is said to be absent while a change must still be read. */
export const nothingOfSubstance = ({ entries }: Comparison, wording: Wording): string =>
  wording(
    entries.some(({ significance }) => significance === 'to-read')
      ? 'versions.none-known-substantive'
      : 'versions.none-substantive',
  )

/** a, b en c */
export function listed(words: readonly string[], wording: Wording): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${wording('versions.and')} ${last}`
}

/** What happened to a clause, without whether it matters: "gewijzigd, verplaatst". */
export function fateText({ fate, moved, renumbered }: Entry, wording: Wording): string {
  const words = [
    ...(fate === 'unchanged' ? [] : [wording(`versions.fate.${fate}`)]),
    ...(moved ? [wording('versions.fate.moved')] : []),
    ...(renumbered ? [wording('versions.fate.renumbered')] : []),
  ]
  return words.length > 0 ? words.join(', ') : wording('versions.fate.unchanged')
}
