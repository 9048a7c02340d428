import type { Reason } from '../gravity/index.js'
import { wordsOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import { wordTablesOf } from '../rewording/index.js'
import type { Alignment, Subject } from './align/index.js'
import { bare } from './form.js'

/** What a clause's place says of it: one that left a quotation, or came into one, is no more said by the same person. */
export function placeReasons(
  moved: boolean,
  first: Subject,
  other: Subject,
  alignment: Alignment,
  lang: Language,
): readonly Reason[] {
  const same = first.clause.quoted === other.clause.quoted
  if (moved) {
    const isAlike = same && sameSurroundings(first, other, alignment) && !breaksOff(first, other, alignment, lang)
    return [bare(isAlike ? 'moved' : 'replaced')]
  }
  return same ? [] : [bare('replaced')]
}

/**
 * Whether what a clause stands under is the same: its section, the item around it, and for an item the words that introduce its list. Under
 * other words the same words may be allowed that were forbidden.
 */
function sameSurroundings(first: Subject, other: Subject, { old, next, toNext }: Alignment): boolean {
  const follows = (a: number, b: number) => (a < 0 ? b < 0 : toNext[a] === b)
  return follows(first.parent, other.parent) && follows(leadIn(first, old), leadIn(other, next))
}

/** The clause that introduces the list an item stands in; -1 for another clause. */
function leadIn({ kind, index, parent }: Subject, all: readonly Subject[]): number {
  if (kind !== 'item') return -1
  for (let at = index - 1; at > parent; at--) {
    const before = all[at] as Subject
    if (before.parent === parent && before.kind !== 'item') return at
  }
  return -1
}

/**
 * Whether a clause that moved leaves one behind, or comes to stand where one does, that leans on what it stands behind, itself among them: "Then sign
 * them." Behind another clause that says something else.
 */
function breaksOff(first: Subject, other: Subject, { old, next, toNext }: Alignment, lang: Language): boolean {
  const leans = ({ text, label }: Subject) => wordTablesOf(lang).backward.has(wordsOf(text.slice(label).toLowerCase())[0] ?? '')
  const [before, behind] = [first.index - 1, first.index + 1]
  const [gone, come] = [old[behind], next[other.index + 1]]
  return (
    (leans(other) && toNext[before] !== other.index - 1) ||
    (gone !== undefined && leans(gone) && toNext[behind] !== other.index + 1) ||
    (come !== undefined && leans(come) && toNext[behind] !== come.index)
  )
}
