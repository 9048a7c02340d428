import { type DocInline, text } from '../present/index.js'
import { editsBetween } from '../versions/index.js'

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

/** Whether two texts say the same in the same words, but for spaces. They are read up to where they differ: one may be as long as a document, and is asked about for each of its sentences. */
export function sameWords(a: string, b: string): boolean {
  const [one, other] = [a.matchAll(WORD), b.matchAll(WORD)]
  for (;;) {
    const [x, y] = [one.next(), other.next()]
    if (x.done || y.done) return x.done === y.done
    if (x.value[0] !== y.value[0]) return false
  }
}

const WORD = /\S+/g

/** Lines and cells of a table are parted by a space here: a difference of words is no place for layout. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words of a clause or a condition where a line must do. */
const GLANCE = 12

/** The first words, an ellipsis for the others. */
export function beginning(value: string, count: number = GLANCE): string {
  const words = value.split(/\s+/)
  return `${words.slice(0, count).join(' ')}${words.length > count ? ' …' : ''}`
}

/** Characters of a value or a name that a narrow cell holds. */
const NARROW = 32

/** As many whole words as fit a narrow cell, the first at least, an ellipsis for the others. */
export function shortened(value: string): string {
  const said = spaced(value)
  if (said.length <= NARROW) return said
  const end = said.lastIndexOf(' ', NARROW - 1)
  const cut = end < 0 ? said.indexOf(' ') : end
  return cut < 0 ? said : `${said.slice(0, cut)} …`
}
