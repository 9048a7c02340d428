import { gravest, type Reason, type ReasonKind, significanceOf } from '../gravity/index.js'
import { isFunctionWord, once } from '../language/index.js'
import type { Alignment } from './align/index.js'
import type { Entry, Replacement } from './comparison.js'

/** Places below which the same exchange of words is no replacement throughout, but as many changes. */
const FEWEST = 3
/** Words of a term, without signs between them. */
const TERM = /^\p{L}[\p{L}\p{N}'’-]*(?: [\p{L}\p{N}'’-]+){0,4}$/u

interface Place {
  readonly entry: Entry
  readonly was: string
  readonly is: string
  /** The word behind, where it is the same on both sides. */
  readonly behind: string
}

/**
 * Words that others took the place of wherever they stood: one finding instead of one per clause. Each entry they stand in says so in the
 * place of what its rules made of them; it is editorial where the term only bears another name, and else of substance.
 */
export function replacedThroughout(
  entries: readonly Entry[],
  { old, next }: Alignment,
): { readonly entries: readonly Entry[]; readonly replaced: readonly Replacement[] } {
  const groups = new Map<string, Place[]>()
  for (const entry of entries) {
    for (const place of placesIn(entry)) {
      const name = `${place.was}\n${place.is}`.toLowerCase()
      const group = groups.get(name)
      if (group) group.push(place)
      else groups.set(name, [place])
    }
  }
  const repeated = [...groups.values()].filter((places) => places.length >= FEWEST && places.every(isName))
  if (repeated.length === 0) return { entries, replaced: [] }
  const texts = once(() =>
    [old, next].map((side) =>
      side
        .map(({ text }) => text)
        .join('\n')
        .toLowerCase(),
    ),
  )
  const isIn = (term: string, side: 0 | 1): boolean => stands(term, texts()[side] ?? '')
  const found = repeated.flatMap((places) => {
    const isWhole = (each: Terms | undefined) => each && !isIn(each.old, 1) && !isIn(each.next, 0)
    const terms = [grown(places), bare(places)].find(isWhole)
    return terms ? [{ ...terms, places }] : []
  })
  const grave = new Map<Entry, Reason[]>()
  const replaced = found.flatMap(({ old: was, next: is, places }): readonly Replacement[] => {
    const open = places.filter(({ entry }) => isOpen(entry))
    const named = places.some(({ entry }) => entry.reasons.some(({ kind }) => kind === 'renamed'))
    if (open.length === 0 && !named) return []
    for (const { entry } of open) grave.set(entry, [...(grave.get(entry) ?? []), { kind: 'throughout', old: was, next: is }])
    const clauses = [...new Set(places.map(({ entry }) => entry.next[0]?.clause ?? entry.old[0]?.clause))]
    return [
      {
        old: was,
        next: is,
        times: places.length,
        significance: open.length > 0 ? 'substantive' : 'editorial',
        clauses: clauses.flatMap((clause) => clause ?? []),
      },
    ]
  })
  return { entries: entries.map((entry) => saying(entry, grave.get(entry) ?? [])), replaced }
}

/** What a rule may make of one name in the place of another; a number, norm or opposite that changed often is told each time. */
const NAMES: ReadonlySet<ReasonKind> = new Set(['wording', 'term', 'addressee', 'name', 'lookalike', 'renamed'])

const isName = ({ entry, was, is }: Place): boolean =>
  entry.reasons.every(({ kind, old, next }) => NAMES.has(kind) || old !== was || next !== is)

const isOpen = ({ significance }: Entry): boolean => significance === 'to-read' || significance === 'substantive'

/** Words that took the place of others in one entry, each as a term alone. */
function placesIn(entry: Entry): readonly Place[] {
  const { old, next, edits, fate } = entry
  if (fate === 'added' || fate === 'removed') return []
  const [before, after] = [old, next].map((pieces) => pieces.map(({ text }) => text).join('\n')) as [string, string]
  return edits.flatMap((edit): readonly Place[] => {
    const [was, is] = [before.slice(...edit.old).trim(), after.slice(...edit.next).trim()]
    if (!TERM.test(was) || !TERM.test(is) || [was, is].every((words) => isFunctionWord(words.toLowerCase()))) return []
    const [x, y] = [wordBehind(before, edit.old[1]), wordBehind(after, edit.next[1])]
    return [{ entry, was, is, behind: x === y ? x : '' }]
  })
}

const wordBehind = (text: string, at: number): string => /^ ?(\p{L}[\p{L}'’-]*)/u.exec(text.slice(at, at + 40))?.[1] ?? ''

interface Terms {
  readonly old: string
  readonly next: string
}

const bare = ([first]: readonly Place[]): Terms | undefined => first && { old: first.was, next: first.is }

/** With the word behind, where that is always the same and has a capital, too: "Protected" is a part of "Protected Data". */
function grown(places: readonly Place[]): Terms | undefined {
  const [first] = places
  const [word, ...others] = new Set(places.map(({ behind }) => behind))
  return first && word && /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(first.was) && others.length === 0
    ? { old: `${first.was} ${word}`, next: `${first.is} ${word}` }
    : undefined
}

/** Whether words stand in a text, both in lower case, as words of their own. */
function stands(words: string, text: string): boolean {
  const sought = words.toLowerCase()
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + sought.length)]
    if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) return true
  }
  return false
}

/** An entry that tells of a replacement in the place of what its rules made of the same words. */
function saying(entry: Entry, told: readonly Reason[]): Entry {
  if (told.length === 0) return entry
  const within = (words: string, term: string): boolean => words === '' || stands(words, term.toLowerCase())
  const others = entry.reasons.filter(({ old, next }) => {
    const known = old !== '' || next !== ''
    return !(known && told.some((one) => within(old, one.old) && within(next, one.next)))
  })
  const reasons = [...told, ...others]
  return { ...entry, reasons, significance: gravest(reasons.map(({ kind }) => significanceOf(kind))) }
}
