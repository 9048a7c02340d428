import { type Inline, STYLES } from '../../../model/index.js'
import type { Finding, Source, SourceBlock } from '../types.js'
import { text, textOf, tidy } from '../words.js'
import { all, child, descendants, elements, innerText, parseXml, type Xml } from './xml.js'
import { unzip } from './zip.js'

const FORMATS: Readonly<Record<string, keyof typeof STYLES>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

/** An OpenDocument text: headings, paragraphs, lists, tables, footnotes. Throws for a file that is not whole or has a password. */
export function readOdt(bytes: Uint8Array): { source: Source; findings: readonly Finding[] } {
  const { parts } = unzip(bytes, (name) => /^(?:content|styles|meta)\.xml$/.test(name) || name === 'META-INF/manifest.xml')
  const part = (name: string): Xml | undefined => {
    const found = parts.get(name)
    return found && parseXml(new TextDecoder().decode(found))
  }
  if (descendants(part('META-INF/manifest.xml'), 'manifest:encryption-data').length > 0) throw new Error('a password')
  const document = part('content.xml')
  const body = child(child(document, 'office:body'), 'office:text')
  if (!document || !body) throw new Error('no text part (content.xml)')
  const reader = new Reader([document, part('styles.xml')])
  reader.read(body, {})
  const changes = descendants(child(body, 'text:tracked-changes'), 'text:changed-region').length
  const title = innerText(descendants(part('meta.xml'), 'dc:title')[0]).trim()
  return {
    source: {
      kind: 'odt',
      blocks: reader.found,
      marksHeadings: reader.found.some(({ heading }) => heading !== undefined),
      ...(title === '' ? {} : { properties: { title } }),
    },
    findings: changes > 0 ? [{ rule: 'import/changes', line: 1, message: `${changes} tracked changes were accepted` }] : [],
  }
}

interface Around {
  readonly list?: { readonly style: string; readonly level: number }
  readonly role?: 'contents'
  readonly note?: string
}

class Reader {
  readonly found: SourceBlock[] = []
  readonly #styles = new Map<string, Xml>()
  readonly #counts = new Map<string, number[]>()
  #label: string | undefined
  #line = 0
  #empty = 0
  #notes = 0

  constructor(documents: readonly (Xml | undefined)[]) {
    for (const document of documents) {
      for (const name of ['style:style', 'text:list-style']) {
        for (const style of descendants(document, name))
          this.#styles.set(`${name}/${style.attributes['style:name'] ?? ''}`, style)
      }
    }
  }

  read(parent: Xml, around: Around): void {
    for (const node of elements(parent)) {
      switch (node.name) {
        case 'text:h':
        case 'text:p':
          this.#paragraph(node, around)
          break
        case 'text:list':
          this.#list(node, around)
          break
        case 'text:table-of-content':
          this.read(node, { ...around, role: 'contents' })
          break
        case 'table:table':
          this.#table(node)
          break
        case 'text:tracked-changes':
          break
        default:
          this.read(node, around)
      }
    }
  }

  #list(node: Xml, around: Around): void {
    const level = (around.list?.level ?? -1) + 1
    const style = node.attributes['text:style-name'] ?? around.list?.style ?? ''
    const counts = this.#counts.get(style) ?? []
    this.#counts.set(style, counts)
    const goesOn = node.attributes['text:continue-numbering'] === 'true' || node.attributes['text:continue-list'] !== undefined
    if (!goesOn) counts[level] = 0
    counts.length = level + 1
    for (const item of elements(node)) {
      const start = Number(item.attributes['text:start-value'] ?? Number.NaN)
      const isItem = item.name === 'text:list-item'
      if (isItem) counts[level] = Number.isNaN(start) ? (counts[level] ?? 0) + 1 : start
      this.#label =
        isItem && elements(item)[0]?.name !== 'text:list' ? this.#labelOf(style, level, counts[level] ?? 1) : undefined
      this.read(item, { ...around, list: { style, level } })
      this.#label = undefined
    }
  }

  #labelOf(style: string, level: number, count: number): string {
    const levels = elements(this.#styles.get(`text:list-style/${style}`))
    const own = levels.find((element) => Number(element.attributes['text:level']) === level + 1)
    if (own?.name !== 'text:list-level-style-number') return '•'
    const { 'style:num-prefix': prefix = '', 'style:num-suffix': suffix = '', 'style:num-format': format = '1' } = own.attributes
    return `${prefix}${STYLES[FORMATS[format] ?? 'decimal'].format(count)}${suffix}`
  }

  #paragraph(node: Xml, { list, role, note }: Around): void {
    this.#line++
    const notes: Xml[] = []
    const content = tidy(this.#inlines(node, notes))
    if (textOf(content).trim() === '' && notes.length === 0) {
      this.#empty++
      return
    }
    const name = this.#styleName(node)
    const level = node.name === 'text:h' ? Number(node.attributes['text:outline-level'] ?? 1) : undefined
    const given = /^(?:Title|Subtitle)$/.test(name) ? (name.toLowerCase() as 'title' | 'subtitle') : role
    this.found.push({
      line: this.#line,
      content,
      // Styles set paragraphs apart; an empty one only adds to it.
      gap: this.#empty + 1,
      indent: 0,
      look: { bold: content.every(({ type }) => type === 'strong'), size: 1 },
      ...(level === undefined ? {} : { heading: level }),
      ...(given === undefined ? {} : { role: given }),
      ...(note === undefined ? {} : { note }),
      ...(list && level === undefined ? { level: list.level } : {}),
      ...(this.#label !== undefined && level === undefined ? { label: this.#label } : {}),
    })
    this.#label = undefined
    this.#empty = 0
    for (const [i, text] of notes.entries()) {
      const words = all(child(text, 'text:note-body'), 'text:p').flatMap((part) => this.#inlines(part, []))
      this.found.push({
        line: this.#line,
        content: tidy(words),
        gap: 1,
        indent: 0,
        note: String(this.#notes - notes.length + i + 1),
      })
    }
  }

  #styleName(node: Xml): string {
    const name = node.attributes['text:style-name'] ?? ''
    return this.#styles.get(`style:style/${name}`)?.attributes['style:parent-style-name'] ?? name
  }

  #inlines(parent: Xml, notes: Xml[]): Inline[] {
    return parent.children.flatMap((node): Inline[] => {
      if (typeof node === 'string') return [text(node.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ''))]
      switch (node.name) {
        case 'text:s':
        case 'text:tab':
        case 'text:line-break':
          return [text(' ')]
        case 'text:note': {
          notes.push(node)
          const name = String(++this.#notes)
          return [{ type: 'footnoteReference', identifier: name, label: name }]
        }
        case 'office:annotation':
          return []
        case 'text:span': {
          const style = child(
            this.#styles.get(`style:style/${node.attributes['text:style-name'] ?? ''}`),
            'style:text-properties',
          )?.attributes
          const inside = this.#inlines(node, notes)
          const bold = style?.['fo:font-weight'] === 'bold'
          const italic = style?.['fo:font-style'] === 'italic'
          return inside.map((inline): Inline => {
            const inner: Inline = italic && inline.type === 'text' ? { type: 'emphasis', children: [inline] } : inline
            return bold && inline.type === 'text' ? { type: 'strong', children: [inner as never] } : inner
          })
        }
        default:
          return this.#inlines(node, notes)
      }
    })
  }

  #table(node: Xml): void {
    this.#line++
    const rows = descendants(node, 'table:table-row').map((row) =>
      all(row, 'table:table-cell').map((cell) =>
        tidy(descendants(cell, 'text:p').flatMap((part) => [text(' '), ...this.#inlines(part, [])])),
      ),
    )
    if (rows.some((row) => row.some((cell) => cell.length > 0)))
      this.found.push({ line: this.#line, content: [], rows, gap: 1, indent: 0 })
  }
}
