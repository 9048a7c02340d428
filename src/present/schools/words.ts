import { compareVersions, type Edit, type Side } from '../../compare/index.js'
import { NO_ATTRIBUTES, type Policy } from '../../model/index.js'
import type { DocInline } from '../document.js'
import { text } from '../versions/setting.js'

/** The words of one clause with what differs from another: what only the other says is a deletion, what only this one says an insertion. */
export function differingWords(other: string, own: string): DocInline[] {
  const [reference, words] = [spaced(other), spaced(own)]
  const found: DocInline[] = []
  const add = (type: 'insertion' | 'deletion', value: string) => {
    if (value !== '') found.push({ type, children: [text(value)] })
  }
  let at = 0
  for (const { old, next } of editsBetween(reference, words)) {
    if (next[0] > at) found.push(text(words.slice(at, next[0])))
    add('deletion', reference.slice(...old))
    add('insertion', words.slice(...next))
    at = next[1]
  }
  if (at < words.length) found.push(text(words.slice(at)))
  return found
}

/** Whether two texts say the same in the same words, but for spaces. */
export const sameWords = (a: string, b: string): boolean => spaced(a) === spaced(b)

/** Lines and cells of a table are parted by a space here: a difference of words is no place for layout. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

function editsBetween(reference: string, words: string): readonly Edit[] {
  const { entries } = compareVersions(sideOf(reference), sideOf(words)).value
  // A text that reads as another clause altogether is one edit.
  const [entry] = entries
  if (entries.length !== 1 || !entry || entry.old.length !== 1 || entry.next.length !== 1) {
    return [{ old: [0, reference.length], next: [0, words.length] }]
  }
  return [...entry.edits, ...entry.typography].sort((a, b) => a.next[0] - b.next[0] || a.old[0] - b.old[0])
}

/** One clause, as a version of a policy of its own. */
function sideOf(value: string): Side {
  const place = { file: '', line: 1, column: 1 }
  const attributes = { ...NO_ATTRIBUTES, id: 'clause' }
  const policy: Policy = {
    file: '',
    yaml: '',
    metadata: { title: '', lang: 'nl', status: 'draft' },
    children: [{ type: 'paragraph', attributes, place, content: [{ type: 'text', value }] }],
    notes: [],
  }
  return { policy, ref: '', hash: '' }
}
