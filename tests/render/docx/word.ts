import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** An element of a Word file. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Node | string)[]
}

const known = new WeakMap<Uint8Array, Map<string, Node>>()

/** A part of a Word file as a tree, read once however often it is asked for. */
export function partOf(bytes: Uint8Array, name: string): Node {
  const parts = known.get(bytes) ?? new Map<string, Node>()
  known.set(bytes, parts)
  const part = parts.get(name) ?? readPart(bytes, name)
  parts.set(name, part)
  return part
}

function readPart(bytes: Uint8Array, name: string): Node {
  const file = unzipSync(bytes, { filter: (entry) => entry.name === name })[name]
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

const FORMATS: Readonly<Record<string, (count: number) => string>> = {
  decimal: String,
  lowerLetter: (n) => String.fromCharCode(96 + n),
  upperLetter: (n) => String.fromCharCode(64 + n),
  lowerRoman: (n) => ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'][n] ?? '?',
  upperRoman: (n) => ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][n] ?? '?',
}

/** Gives every paragraph, in order, the number Word prints in front of it (ECMA-376 part 1, 17.9), for at most ten of a list. */
export function wordNumbers(bytes: Uint8Array): (paragraph: Node) => string {
  const numbering = partOf(bytes, 'word/numbering.xml')
  const value = (node: Node | undefined, name: string) => child(node, name)?.attributes['w:val']
  const abstracts = new Map(all(numbering, 'w:abstractNum').map((e) => [e.attributes['w:abstractNumId'], e]))
  const nums = new Map(
    all(numbering, 'w:num').map((e) => [e.attributes['w:numId'], abstracts.get(value(e, 'w:abstractNumId') ?? '')]),
  )
  const styles = new Map(all(partOf(bytes, 'word/styles.xml'), 'w:style').map((e) => [e.attributes['w:styleId'], e]))
  const counts = new Map<Node, number[]>()
  return (paragraph) => {
    const properties = child(paragraph, 'w:pPr')
    const style = child(styles.get(value(properties, 'w:pStyle') ?? ''), 'w:pPr')
    const own = child(properties, 'w:numPr') ?? child(style, 'w:numPr')
    const abstract = nums.get(value(own, 'w:numId') ?? '')
    if (!abstract) return ''
    const at = Number(value(own, 'w:ilvl') ?? 0)
    const levels = all(abstract, 'w:lvl')
    const levelAt = (ilvl: number) => levels.find(({ attributes }) => attributes['w:ilvl'] === String(ilvl))
    const level = levelAt(at)
    const text = child(level, 'w:lvlText')?.attributes['w:val'] ?? ''
    const list = counts.get(abstract) ?? []
    counts.set(abstract, list)
    list[at] = list[at] === undefined ? Number(value(level, 'w:start') ?? 1) : list[at] + 1
    list.length = at + 1
    if (value(level, 'w:numFmt') === 'none') return ''
    const printed = text.replace(/%(\d)/g, (_, digit) => {
      const i = Number(digit) - 1
      return FORMATS[value(levelAt(i), 'w:numFmt') ?? '']?.(list[i] ?? 1) ?? '?'
    })
    return `${printed}\t`
  }
}

const GONE = { accept: ['w:del', 'w:moveFrom', 'w:cellDel'], reject: ['w:ins', 'w:moveTo', 'w:cellIns'] } as const

/** How a paragraph is set after accepting or rejecting: items of any kind of numbering are set alike. */
function styleOf(paragraph: Node, how: 'accept' | 'reject'): string {
  const now = child(paragraph, 'w:pPr')
  const was = child(child(now, 'w:pPrChange'), 'w:pPr')
  const style = child(how === 'reject' ? (was ?? now) : now, 'w:pStyle')?.attributes['w:val'] ?? ''
  return style.replace(/^List(?:Item\d|Paragraph)$/, 'Item')
}

/**
 * The lines of a part after accepting or rejecting every change, as ECMA-376 part 1, 17.13.5 has it: what the change removes goes,
 * with it a paragraph's end, so that the paragraph runs on into the next one and is set as that one; a row goes as a whole, and so does a cell. Lines
 * without words are left out. With `styles` each line begins with the style it is set in.
 */
export function settled(bytes: Uint8Array, how: 'accept' | 'reject', { styles = false } = {}): string[] {
  const gone = new Set<string>(GONE[how])
  const lines: string[] = []
  let running = ''
  const number = wordNumbers(bytes)
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
        running += number(e) + text(e)
        const mark = child(child(e, 'w:pPr'), 'w:rPr')
        if (mark && elements(mark).some(({ name }) => gone.has(name))) continue
        if (running.trim() !== '') lines.push(styles ? `${styleOf(e, how)}: ${running}` : running)
        running = ''
      } else if (e.name === 'w:tr') {
        const fields = child(e, 'w:trPr')
        if (!fields || !elements(fields).some(({ name }) => gone.has(name))) visit(e)
      } else if (e.name === 'w:tc') {
        const fields = child(e, 'w:tcPr')
        if (fields && elements(fields).some(({ name }) => gone.has(name))) continue
        visit(e)
        // The end of a cell ends its last line.
        if (running.trim() !== '') lines.push(running)
        running = ''
      } else visit(e)
    }
  }
  visit(partOf(bytes, 'word/document.xml'))
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
