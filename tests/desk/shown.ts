import type { Node } from 'prosemirror-model'
import { compute } from '../../src/edit/index.js'
import { type Block, clauses, type Inline, type Item, type Metadata, type Policy } from '../../src/model/index.js'
import { resolve } from '../../src/resolve/index.js'

/**
 * What a person sees of a text, clause by clause: its kind, its id, its number, and its words letter by letter with the marks over each.
 * Once read off the document of the editor and once off a policy, by two walks that have nothing in common.
 */
export type Shown = readonly string[]

const BLANK = /[\s\0]/u

interface Letter {
  readonly text: string
  readonly marks: string
}

const line = (kind: string, id: string | null | undefined, label: string | undefined, letters: readonly Letter[]): string => {
  let cells = letters.map(({ text, marks }) =>
    BLANK.test(text) && text.length === 1
      ? { text: text === '\n' ? '\n' : text.replace(/[\t\r\f\v\0]/, ' '), marks: '' }
      : { text, marks },
  )
  const trimmed = (list: typeof cells) => list.slice(list.findIndex(({ text }) => text.trim() !== ''))
  if (!cells.some(({ text }) => text.trim() !== '')) cells = []
  else cells = trimmed(trimmed(cells).toReversed()).toReversed()
  const text = cells.map(({ text, marks }) => (marks === '' ? text : `${text}<${marks}>`)).join('')
  return `${kind} ${id ?? '–'} ${label ?? ''}| ${text.normalize('NFC').replace(/[^\S\n]*\n[^\S\n]*/g, '\n')}`
}

const lettersOf = (text: string, marks: string): Letter[] => [...text.normalize('NFC')].map((each) => ({ text: each, marks }))

const LETTERS: Record<string, string> = { strong: 's', emphasis: 'e', delete: 'd', code: 'c' }

// The editor's side.

const markOf = ({ marks }: Pick<Node, 'marks'>): string =>
  marks
    .map(({ type, attrs }) => (type.name === 'link' ? `l${attrs.url}` : LETTERS[type.name]))
    .sort()
    .join('')

function nodeLetters(block: Node): Letter[] {
  return block.children.flatMap((node): Letter[] => {
    const marks = markOf({ marks: node.marks.filter(({ type }) => type.name !== 'code') })
    // What is a link of its own stands in no other.
    const apart = markOf({ marks: node.marks.filter(({ type }) => !['link', 'code'].includes(type.name)) })
    switch (node.type.name) {
      case 'text':
        return lettersOf(node.text ?? '', markOf(node))
      case 'parameter':
        return lettersOf(node.attrs.source, marks)
      case 'reference':
        return [{ text: `[#${node.attrs.target}]`, marks: apart }]
      case 'noteMark':
        return [{ text: `[^${node.attrs.name}]`, marks: apart }]
      case 'hardBreak':
        return [{ text: '\n', marks: '' }]
      default:
        return [
          {
            text: `[${node.type.name} ${JSON.stringify(node.attrs.url ?? node.attrs.inline?.value)}]`,
            marks: node.type.name === 'image' ? marks : apart,
          },
        ]
    }
  })
}

const isBare = (node: Node): boolean =>
  node.attrs.id === null &&
  node.attrs.classes.length === 0 &&
  Object.keys(node.attrs.values).length === 0 &&
  nodeLetters(node).every(({ text }) => text.trim() === '')

export function shownInEditor(doc: Node, metadata: Metadata): Shown {
  const { labels } = compute(doc, metadata)
  const lines: string[] = []
  const visit = (node: Node, pos: number, depth: string): void => {
    const { attrs } = node
    const inside = (start: number, deeper: string, from = 0) => {
      let at = start
      node.forEach((child, _offset, index) => {
        if (index >= from) visit(child, at, deeper)
        at += child.nodeSize
      })
    }
    switch (node.type.name) {
      case 'paragraph':
        if (!isBare(node)) lines.push(line(`${depth}paragraph`, attrs.id, undefined, nodeLetters(node)))
        return
      case 'heading':
        lines.push(line(`${depth}heading${attrs.level}`, attrs.id, labels.get(pos)?.text, nodeLetters(node)))
        return
      case 'verbatim':
        lines.push(line(`${depth}verbatim`, attrs.id, undefined, lettersOf(node.textContent, '')))
        return
      case 'opaque':
        lines.push(line(`${depth}opaque`, null, undefined, lettersOf(attrs.value, '')))
        return
      case 'rule':
        lines.push(`${depth}rule`)
        return
      case 'table':
        lines.push(line(`${depth}table`, attrs.id, undefined, []))
        node.forEach((row) => row.forEach((cell) => void lines.push(line(`${depth}cell`, null, undefined, nodeLetters(cell)))))
        return
      case 'quote':
        inside(pos + 1, `${depth}>`)
        return
      case 'list': {
        const start = lines.length
        let isAllBare = true
        node.forEach((item, offset) => {
          const at = pos + 1 + offset
          const kinds = `${depth}${attrs.ordered ? '1' : '-'}`
          // Words that stand alone below an item without words are its words.
          const [first, ...rest] = item.children
          let from = 0
          let own = first as Node
          if (isBare(own)) {
            const next = rest.findIndex((child) => child.type.name !== 'paragraph' || !isBare(child))
            if (next >= 0 && rest[next]?.type.name === 'paragraph') {
              own = rest[next] as Node
              from = next + 1
            }
          }
          lines.push(line(`${kinds}item`, own.attrs.id, labels.get(at)?.text, nodeLetters(own)))
          const ownEnd = lines.length
          let place = at + 1
          item.forEach((child, _o, index) => {
            if (index > from) visit(child, place, kinds)
            place += child.nodeSize
          })
          if (!isBare(own) || lines.length > ownEnd) isAllBare = false
        })
        if (isAllBare) lines.length = start
        return
      }
      case 'note': {
        lines.push(`note ${attrs.name}`)
        inside(pos + 1, '^')
      }
    }
  }
  doc.forEach((node, offset) => visit(node, offset, ''))
  return lines
}

// The file's side.

function inlineLetters(content: readonly Inline[], marks: readonly string[] = []): Letter[] {
  const over = [...marks].sort().join('')
  return content.flatMap((inline): Letter[] => {
    switch (inline.type) {
      case 'text':
        return lettersOf(inline.value, over)
      case 'inlineCode':
        return lettersOf(inline.value, [...marks, 'c'].sort().join(''))
      case 'link':
        if (inline.children.length === 0 && inline.url.startsWith('#') && !inline.title)
          return [{ text: `[${inline.url}]`, marks: over }]
        if (inline.children.length === 0) return [{ text: `[fragment ${JSON.stringify(inline.url)}]`, marks: over }]
        return inlineLetters(inline.children, [...marks, `l${inline.url}`])
      case 'strong':
      case 'emphasis':
      case 'delete':
        return inlineLetters(inline.children, [...marks, LETTERS[inline.type] ?? ''])
      case 'break':
        return [{ text: '\n', marks: '' }]
      case 'footnoteReference':
        return [{ text: `[^${inline.identifier}]`, marks: over }]
      case 'image':
        return [{ text: `[image ${JSON.stringify(inline.url)}]`, marks: over }]
      default:
        return [{ text: `[fragment ${JSON.stringify('value' in inline ? inline.value : '')}]`, marks: over }]
    }
  })
}

export function shownInFile(policy: Policy): Shown {
  const resolved = resolve(policy).value
  const labels = new Map<unknown, string | undefined>()
  clauses(policy).forEach(({ node }, at) => labels.set(node, resolved.clauses[at]?.label))
  const lines: string[] = []
  const visit = (block: Block | Item, depth: string): void => {
    switch (block.type) {
      case 'section':
        lines.push(line(`${depth}heading${block.depth}`, block.attributes.id, labels.get(block), inlineLetters(block.content)))
        for (const child of block.children) visit(child, depth)
        return
      case 'paragraph':
        lines.push(line(`${depth}paragraph`, block.attributes.id, undefined, inlineLetters(block.content)))
        return
      case 'list':
        for (const item of block.items) {
          const kinds = `${depth}${block.ordered ? '1' : '-'}`
          lines.push(line(`${kinds}item`, item.attributes.id, labels.get(item), inlineLetters(item.content)))
          for (const child of item.children) visit(child, kinds)
        }
        return
      case 'table':
        lines.push(line(`${depth}table`, block.attributes.id, undefined, []))
        for (const { cells } of block.rows)
          for (const cell of cells) lines.push(line(`${depth}cell`, null, undefined, inlineLetters(cell)))
        return
      case 'quote':
        for (const child of block.children) visit(child, `${depth}>`)
        return
      case 'verbatim':
        lines.push(
          line(
            `${depth}${block.format === 'html' ? 'opaque' : 'verbatim'}`,
            block.attributes.id,
            undefined,
            lettersOf(block.value, ''),
          ),
        )
        return
      case 'rule':
        lines.push(`${depth}rule`)
    }
  }
  for (const block of policy.children) visit(block, '')
  for (const note of policy.notes) {
    lines.push(`note ${note.name}`)
    for (const block of note.children) visit(block, '^')
  }
  return lines
}
