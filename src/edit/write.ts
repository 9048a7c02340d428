import type { Node } from 'prosemirror-model'
import { canonicalPolicy, type Place, type PolicyBody } from '../model/index.js'
import { readPolicy, writePolicy } from '../read/index.js'
import { fromEditor, fromEditorAt } from './from-editor.js'
import { rewriteLines } from './lines.js'
import { toEditor } from './to-editor.js'
import { toWritten } from './written.js'

/** What a file says of the document: the body that is written of it. */
const writtenOf = (doc: Node): PolicyBody => toWritten(fromEditor(doc))

/** A document with a place for each of its clauses, as a file would say it. */
export const writtenAt = (doc: Node, placeOf: (node: Node) => Place): PolicyBody => toWritten(fromEditorAt(doc, placeOf))

/**
 * Writes a document into a policy file. Its front matter stays as it is, and so do the lines of what was not edited; the rest is in canonical
 * style, so that a file in that style stays in it. Gives nothing where the file would not be read as the document: its words are then such that
 * no file can hold them, as a line of 20,000 letters.
 */
export function writeEdited(source: string, doc: Node): string | undefined {
  const { value: policy } = readPolicy(source, '')
  const before = writtenOf(toEditor(policy))
  const next = writtenOf(doc)
  const said = canonicalBody(next)
  if (canonicalBody(before) === said) return source
  const written = writePolicy({ ...policy, ...before }).split('\n')
  const own = source.replace(/\r\n?/g, '\n').split('\n')
  const lineEnd = /\r\n?|\n/.exec(source)?.[0] ?? '\n'
  const canonical = writePolicy({ ...policy, ...next })
  const mixed = rewriteLines(written, own, canonical.split('\n')).join('\n')
  const fit = [mixed, canonical].find((text) => {
    const { value } = readPolicy(text, '')
    return value.yaml === policy.yaml && canonicalBody(writtenOf(toEditor(value))) === said
  })
  return lineEnd === '\n' ? fit : fit?.replaceAll('\n', lineEnd)
}

const canonicalBody = ({ children, notes }: PolicyBody): string => canonicalPolicy({ metadata: TITLELESS, children, notes })

// Only the body is compared.
const TITLELESS = { title: '', status: 'draft', lang: 'nl' } as const
