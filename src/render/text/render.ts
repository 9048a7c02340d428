import type { DocBlock, DocInline, DocItem, DocTable, Document } from '../../present/index.js'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'strike' | 'underline'

/** Puts a style on words, or gives them back as they are where nobody sees colours. */
export type Paint = (style: Style, text: string) => string

// What stands in a file is not trusted with the terminal: control characters are shown, not sent.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
export const clean = (text: string): string => text.replace(CONTROL, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Columns of a terminal: longer lines are folded by it. */
export const TERMINAL = 100

/** A document as lines for a terminal. Insertions and deletions stand between `{+ +}` and `[- -]` where there are no colours. */
export function renderText(document: Document, { paint, width }: { paint: Paint; width: number }): string {
  return blocks(document.children, paint, Math.max(width, 40))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

type Handlers = {
  readonly [K in DocBlock['type']]: (block: Extract<DocBlock, { type: K }>, paint: Paint, width: number) => string[]
}

const HANDLERS: Handlers = {
  cover: ({ title, organisation, facts }, paint) => [
    paint('bold', clean(title)),
    clean([...(organisation === '' ? [] : [organisation]), ...facts.map((f) => `${f.name}: ${f.value}`)].join(' · ')),
    '',
  ],
  contents: () => [],
  division: ({ children }, paint, width) => blocks(children, paint, width),
  disclosure: ({ summary, children }, paint, width) => [
    paint('dim', inlines(summary, paint)),
    ...blocks(children, paint, width - 2).map((line) => (line === '' ? line : `  ${line}`)),
  ],
  heading: ({ label, content }, paint) => ['', paint('bold', [label, inlines(content, paint)].filter(Boolean).join(' ')), ''],
  paragraph: ({ content, tone }, paint) => [
    tone === 'muted' || tone === 'small' ? paint('dim', inlines(content, paint)) : inlines(content, paint),
    '',
  ],
  list: ({ items }, paint, width) => [...items.flatMap((item) => listItem(item, paint, width)), ''],
  table,
  quote: ({ children }, paint, width) => blocks(children, paint, width - 2).map((line) => (line === '' ? line : `  ${line}`)),
  verbatim: ({ value }) => [
    ...clean(value)
      .split('\n')
      .map((line) => `    ${line}`),
    '',
  ],
  rule: (_block, paint, width) => [paint('dim', '─'.repeat(Math.min(width, 60))), ''],
}

function blocks(children: readonly DocBlock[], paint: Paint, width: number): string[] {
  return children.flatMap((block) =>
    (HANDLERS[block.type] as (b: DocBlock, p: Paint, w: number) => string[])(block, paint, width),
  )
}

function listItem(item: DocItem, paint: Paint, width: number): string[] {
  const indent = `${item.label} `
  const lines = blocks(item.children, paint, width - indent.length).filter((line) => line !== '')
  return lines.map((line, i) => (i === 0 ? `${indent}${line}` : `${' '.repeat(indent.length)}${line}`))
}

// On a terminal a wide table is unreadable: each row becomes a small block, its cells named by their columns.
function table({ caption, head, body }: DocTable, paint: Paint, width: number): string[] {
  const names = head[0]?.cells.map((cell) => plain(cell.children)) ?? []
  const rows = body.flatMap((row) => {
    const cells = row.cells.map((cell, i) => ({
      name: names[i] ?? '',
      lines: blocks(cell.children, paint, width - 4).filter((line) => line !== ''),
    }))
    const filled = cells.filter((cell) => cell.lines.length > 0)
    return [...filled.flatMap((cell, i) => cellLines(cell, i === 0, paint)), '']
  })
  return [...(caption ? [paint('bold', inlines(caption, paint)), ''] : []), ...rows]
}

function cellLines({ name, lines }: { name: string; lines: readonly string[] }, first: boolean, paint: Paint): string[] {
  if (first) return lines.map((line) => paint('bold', line))
  return lines.map((line, i) => `  ${i === 0 && name !== '' ? `${paint('dim', `${name}:`)} ` : ''}${line}`)
}

function inlines(content: readonly DocInline[], paint: Paint): string {
  return content
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return clean(inline.value)
        case 'break':
          return ' '
        case 'footnote':
          return `[${inline.number}: ${plain(inline.children)}]`
        case 'insertion':
          return mark(paint, 'green', 'underline', inlines(inline.children, paint), '{+', '+}')
        case 'deletion':
          return mark(paint, 'red', 'strike', inlines(inline.children, paint), '[-', '-]')
        case 'strong':
          return paint('bold', inlines(inline.children, paint))
        case 'strike':
          return mark(paint, 'dim', 'strike', inlines(inline.children, paint), '~~', '~~')
        case 'emphasis':
        case 'link':
        case 'span':
          return inlines(inline.children, paint)
      }
    })
    .join('')
}

// Colour alone says nothing to who cannot see it, and nothing at all in a file.
function mark(paint: Paint, colour: Style, line: Style, words: string, open: string, close: string): string {
  const painted = paint(colour, paint(line, words))
  return painted === words ? `${open}${words}${close}` : painted
}

const plain = (children: readonly DocBlock[]): string =>
  blocks(children, (_style, text) => text, 1000)
    .filter((line) => line !== '')
    .join(' ')
