import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** An element of a Word file. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Node | string)[]
}

/** A part of a Word file as a tree. */
export function partOf(bytes: Uint8Array, name: string): Node {
  const file = unzipSync(bytes)[name]
  if (!file) throw new Error(`The file has no ${name}`)
  const root: Node = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name: tag, attributes }) => {
    const node: Node = { name: tag, attributes: attributes as Record<string, string>, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.on('closetag', () => open.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(strFromU8(file)).close()
  return root
}

export const elements = (node: Node): Node[] => node.children.filter((child) => typeof child !== 'string')
export const child = (node: Node | undefined, name: string): Node | undefined =>
  node && elements(node).find((e) => e.name === name)

/** Every element of one of these names, in order. */
export function all(node: Node, ...names: string[]): Node[] {
  return elements(node).flatMap((e) => [...(names.includes(e.name) ? [e] : []), ...all(e, ...names)])
}

const GONE = { accept: ['w:del', 'w:moveFrom'], reject: ['w:ins', 'w:moveTo'] } as const

/**
 * The lines of a part after accepting or rejecting every change, as ECMA-376 part 1, 17.13.5 has it: what the change removes goes,
 * with it a paragraph's end, so that the paragraph runs on into the next one; a row goes as a whole. Lines without words are left out.
 */
export function settled(bytes: Uint8Array, how: 'accept' | 'reject', part = 'word/document.xml'): string[] {
  const gone = new Set<string>(GONE[how])
  const lines: string[] = []
  let running = ''
  const text = (node: Node): string =>
    elements(node)
      .map((e) => {
        if (gone.has(e.name) || e.name === 'w:pPr') return ''
        if (e.name === 'w:t' || e.name === 'w:delText') return e.children.join('')
        if (e.name === 'w:tab') return '\t'
        if (e.name === 'w:br') return '\n'
        if (e.name === 'w:footnoteReference') return `[^${settledNote(bytes, how, e.attributes['w:id'] ?? '')}]`
        return text(e)
      })
      .join('')
  const visit = (node: Node): void => {
    for (const e of elements(node)) {
      if (e.name === 'w:p') {
        running += text(e)
        const mark = child(child(e, 'w:pPr'), 'w:rPr')
        if (mark && elements(mark).some(({ name }) => gone.has(name))) continue
        if (running.trim() !== '') lines.push(running)
        running = ''
      } else if (e.name === 'w:tr') {
        const fields = child(e, 'w:trPr')
        if (!fields || !elements(fields).some(({ name }) => gone.has(name))) visit(e)
      } else if (e.name === 'w:tc') {
        visit(e)
        // The end of a cell ends its last line.
        if (running.trim() !== '') lines.push(running)
        running = ''
      } else visit(e)
    }
  }
  visit(partOf(bytes, part))
  if (running.trim() !== '') lines.push(running)
  return lines
}

function settledNote(bytes: Uint8Array, how: 'accept' | 'reject', id: string): string {
  const note = all(partOf(bytes, 'word/footnotes.xml'), 'w:footnote').find((e) => e.attributes['w:id'] === id)
  const gone = new Set<string>(GONE[how])
  const text = (node: Node): string =>
    elements(node)
      .map((e) => (gone.has(e.name) ? '' : e.name === 'w:t' || e.name === 'w:delText' ? e.children.join('') : text(e)))
      .join('')
  return note ? text(note).trim() : ''
}
