import type { Node } from 'prosemirror-model'
import { canonicalPolicy } from '../model/index.js'
import { fromEditor } from './from-editor.js'
import { withoutIds } from './permanent.js'
import { toWritten } from './written.js'

/** Whether a file would say the same of two documents, but for names that one of them got since. */
export function saysTheSame(some: Node, other: Node): boolean {
  return canonicalText(some) === canonicalText(other)
}

function canonicalText(doc: Node): string {
  const metadata = { title: '', status: 'draft', lang: 'nl' } as const
  const { children, notes } = toWritten(fromEditor(withoutIds(doc)))
  return canonicalPolicy({ metadata, children, notes })
}
