import { type Inline, type Note, noteMarks, type Policy } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'
import type { DocBlock, DocInline } from './document.js'

/** What turning inlines into document inlines needs to know: the footnotes, and how to present their blocks. */
export interface InlineContext {
  readonly notes: ReadonlyMap<string, { readonly note: Note; readonly number: number }>
  readonly blocks: (note: Note) => readonly DocBlock[]
}

/** Footnotes numbered in the order of their marks. */
export function numberNotes(policy: Policy, clauses: Resolved['clauses']): InlineContext['notes'] {
  const byName = new Map(policy.notes.map((note) => [note.name, note]))
  const numbered = new Map<string, { note: Note; number: number }>()
  for (const { node } of clauses) {
    if (node.type === 'note') continue
    for (const name of noteMarks(node)) {
      const note = byName.get(name)
      if (note && !numbered.has(name)) numbered.set(name, { note, number: numbered.size + 1 })
    }
  }
  return numbered
}

/** Presents notes once each: one that marks itself, or that another in it marks, is not gone into again. */
export function onceInside(blocks: InlineContext['blocks']): InlineContext['blocks'] {
  const open = new Set<string>()
  return (note) => {
    if (open.has(note.name)) return []
    open.add(note.name)
    const shown = blocks(note)
    open.delete(note.name)
    return shown
  }
}

export function presentInlines(content: readonly Inline[], context: InlineContext): DocInline[] {
  return content.flatMap((inline): DocInline[] => {
    switch (inline.type) {
      case 'text':
        // A tab in a sentence is a space there, as Markdown has it; in Word it would be an indent.
        return [{ type: 'text', value: inline.value.replaceAll('\t', ' ') }]
      case 'emphasis':
        return [{ type: 'emphasis', children: presentInlines(inline.children, context) }]
      case 'strong':
        return [{ type: 'strong', children: presentInlines(inline.children, context) }]
      case 'delete':
        return [{ type: 'strike', children: presentInlines(inline.children, context) }]
      case 'inlineCode':
        return [{ type: 'code', value: inline.value }]
      case 'break':
        return [{ type: 'break' }]
      case 'link': {
        const children = presentInlines(inline.children, context)
        if (inline.url.startsWith('#')) return [{ type: 'link', target: inline.url.slice(1), children }]
        return [
          { type: 'link', url: inline.url, children: children.length > 0 ? children : [{ type: 'text', value: inline.url }] },
        ]
      }
      case 'footnoteReference': {
        const found = context.notes.get(inline.identifier)
        if (!found) return [{ type: 'text', value: `[^${inline.identifier}]` }]
        return [{ type: 'footnote', number: found.number, children: context.blocks(found.note) }]
      }
      // Lint refuses these in a policy; a text that holds them all the same shows what it says, letter by letter.
      case 'image':
        return [{ type: 'text', value: inline.alt ?? '' }]
      case 'html':
        return [{ type: 'text', value: inline.value }]
      default:
        throw new Error(`Inline "${inline.type}" has no presentation`)
    }
  })
}
