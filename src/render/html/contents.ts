import type { Element } from 'hast'
import { plainWords } from '../../present/index.js'
import { type ContentsEntry, language, type PageContext } from './context.js'
import { h } from './element.js'
import { fragment } from './links.js'

/** The list of contents as a landmark of its own; undefined when the document asks for none or has nothing to list. */
export function contents({ contents: wanted, entries }: PageContext): Element | undefined {
  const listed = entries.filter((entry) => entry.level <= (wanted?.depth ?? 0))
  if (!wanted || listed.length === 0) return undefined
  return h(
    'nav',
    { className: ['contents'], ariaLabel: wanted.title },
    // Closed, so that a small screen begins with the text whatever comes late; on a wide one it stands open beside it.
    h('details', { id: '_contents' }, h('summary', {}, wanted.title), nested(listed)),
  )
}

/** Entries deeper than the first one go below the entry before them. */
function nested(entries: readonly ContentsEntry[]): Element {
  const groups: { readonly head: ContentsEntry; readonly below: ContentsEntry[] }[] = []
  let level = 0
  for (const entry of entries) {
    const group = groups.at(-1)
    if (group && entry.level > level) group.below.push(entry)
    else {
      groups.push({ head: entry, below: [] })
      level = entry.level
    }
  }
  const items = groups.map(({ head, below }) => h('li', {}, link(head), below.length > 0 ? nested(below) : undefined))
  return h('ol', { role: 'list' }, items)
}

function link({ id, label, content, lang }: ContentsEntry): Element {
  const number = label === undefined ? undefined : h('span', { className: ['label'] }, label)
  return h('a', { href: fragment(id), ...language(lang) }, number, number && ' ', h('span', {}, plainWords(content)))
}
