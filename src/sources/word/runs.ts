import { COLOURED, emphasised, isMarker, linked, type MarkFacts, text } from '../../blocks/index.js'
import { type Inline, maximum } from '../../model/index.js'
import { formula } from '../files/formula.js'
import { child, elements, innerText, type Xml } from '../files/xml.js'
import { fieldOf } from './fields.js'
import { signOf, signsIn } from './signs.js'
import type { Style } from './styles.js'
import { isOn, value } from './styles.js'

/** What the readers of runs need to know of the document. */
export interface RunContext {
  readonly changes: 'accept' | 'reject'
  readonly styles: (id: string) => Style
  readonly links: ReadonlyMap<string, string>
  /** The id of the clause that a bookmark marks. */
  readonly idOf: (bookmark: string) => string | undefined
  /** Notes met so far, by kind and id. */
  readonly notes: string[]
  readonly count: { changes: number }
  /** Formulas met so far, each on one line. */
  readonly formulas: string[]
  /** What is known of the words that stand to be filled in. */
  readonly marked: Map<Inline, MarkFacts>
}

/** A part of a paragraph with what its look says. */
export interface Run {
  readonly inline: Inline
  readonly bold: boolean
  readonly italic: boolean
  readonly size?: number
  readonly hidden: boolean
}

export interface Runs {
  readonly runs: readonly Run[]
  /** Paragraphs of text boxes anchored in this one. */
  readonly boxes: readonly Xml[]
  readonly pageBreaks: number
  readonly bookmarks: readonly string[]
  /** In a field that builds a table of contents. */
  readonly contents: boolean
}

const INSERTED = new Set(['w:ins', 'w:moveTo'])
const DELETED = new Set(['w:del', 'w:moveFrom'])

/** Reads the runs of a paragraph, tracked changes decided. `around` is the field that the whole paragraph stands in. */
export function readRuns(paragraph: Xml, style: Style, context: RunContext, around?: MarkFacts): Runs {
  const runs: Run[] = []
  const boxes: Xml[] = []
  const bookmarks: string[] = []
  let pageBreaks = 0
  let contents = false
  let field = around

  const visit = (parent: Xml, link: string | undefined): void => {
    for (const node of elements(parent)) {
      if (INSERTED.has(node.name) || DELETED.has(node.name)) {
        context.count.changes++
        if (INSERTED.has(node.name) === (context.changes === 'accept')) visit(node, link)
        continue
      }
      switch (node.name) {
        case 'w:r':
          run(node, link)
          break
        case 'w:hyperlink':
          visit(node, context.links.get(node.attributes['r:id'] ?? '') ?? inside(node.attributes['w:anchor']) ?? link)
          break
        case 'w:sdt': {
          const outer = field
          field = fieldOf(child(node, 'w:sdtPr')) ?? outer
          visit(node, link)
          field = outer
          break
        }
        case 'm:oMath': {
          const line = formula(node)
          context.formulas.push(line)
          runs.push({ inline: text(line), bold: false, italic: false, hidden: false })
          break
        }
        case 'w:bookmarkStart':
          bookmarks.push(node.attributes['w:name'] ?? '')
          break
        case 'w:pPr':
        case 'w:rPr':
        case 'w:sdtPr':
          break
        default:
          visit(node, link)
      }
    }
  }

  const inside = (anchor: string | undefined): string | undefined => {
    const id = anchor === undefined ? undefined : context.idOf(anchor)
    return id === undefined ? undefined : `#${id}`
  }

  // What gives the number of a clause is a reference to it: `REF name \n \h`.
  const fields: { instruction: string; link?: string | undefined }[] = []
  const fieldMark = (type: string | undefined): void => {
    const open = fields.at(-1)
    if (type === 'begin') fields.push({ instruction: '' })
    else if (type === 'end') fields.pop()
    else if (open) open.link = inside(/^\s*REF\s+(\S{1,100})\s.*\\[nrw]/i.exec(open.instruction)?.[1])
  }

  const run = (node: Xml, around: string | undefined): void => {
    const properties = child(node, 'w:rPr')
    const styleId = value(properties, 'w:rStyle')
    const own = styleId === undefined ? style : context.styles(styleId)
    const bold = isOn(properties, 'w:b') ?? (own.bold || style.bold)
    const italic = isOn(properties, 'w:i') ?? (own.italic || style.italic)
    const size = value(properties, 'w:sz') ?? own.size ?? style.size
    const fact = field ?? (isColoured(properties) ? COLOURED : undefined)
    const look = {
      bold,
      italic,
      hidden: isOn(properties, 'w:vanish') === true,
      ...(size === undefined ? {} : { size: Number(size) }),
    }
    const add = (inline: Inline): void => {
      // A heading is bold by its style; only what stands out from its paragraph is marked.
      let marked = inline
      const link = around ?? fields.at(-1)?.link
      if (fact !== undefined) context.marked.set(inline, fact)
      if (inline.type === 'text') {
        if (isOn(properties, 'w:strike')) marked = emphasised('delete', [marked])
        if (italic && !style.italic) marked = emphasised('emphasis', [marked])
        if (bold && !style.bold) marked = emphasised('strong', [marked])
        if (link !== undefined && /^(?:https?:|mailto:|tel:|#)/i.test(link)) marked = linked(link, [marked])
      }
      runs.push({ inline: marked, ...look })
    }
    const parts = (parent: Xml): void => {
      for (const part of elements(parent)) {
        switch (part.name) {
          case 'w:t':
          case 'w:delText':
            add(text(signsIn(innerText(part), properties).replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')))
            break
          case 'w:tab':
          case 'w:ptab':
            add(text('\t'))
            break
          case 'w:noBreakHyphen':
            add(text('-'))
            break
          case 'w:sym':
            add(text(signOf(part.attributes)))
            break
          case 'w:br':
            if (part.attributes['w:type'] === 'page') pageBreaks++
            else add({ type: 'break' })
            break
          case 'w:cr':
            add({ type: 'break' })
            break
          case 'w:lastRenderedPageBreak':
            pageBreaks++
            break
          case 'w:footnoteReference':
          case 'w:endnoteReference': {
            const id = `${part.name.slice(2, -9)}/${part.attributes['w:id'] ?? ''}`
            if (context.notes.includes(id)) break
            context.notes.push(id)
            const name = String(context.notes.length)
            add({ type: 'footnoteReference', identifier: name, label: name })
            break
          }
          case 'w:fldChar':
            fieldMark(part.attributes['w:fldCharType'])
            break
          case 'w:instrText':
            for (const open of fields.slice(-1)) open.instruction += innerText(part)
            if (/^\s*TOC\b/.test(innerText(part))) contents = true
            break
          case 'mc:AlternateContent':
            // Both branches say the same; the fallback is what older programs, and we, understand.
            parts(child(part, 'mc:Fallback') ?? child(part, 'mc:Choice') ?? part)
            break
          case 'w:txbxContent':
            boxes.push(part)
            break
          case 'v:textpath':
            boxes.push(artOf(part))
            break
          case 'w:rPr':
            break
          default:
            parts(part)
        }
      }
    }
    parts(node)
  }
  visit(paragraph, undefined)
  return { runs, boxes, pageBreaks, bookmarks, contents }
}

/** Words drawn as a picture, such as "CONCEPT" across a page, as a text box with them. */
const artOf = ({ attributes }: Xml): Xml =>
  ['w:txbxContent', 'w:p', 'w:r', 'w:t'].reduceRight<Xml | string>(
    (inside, name) => ({ name, attributes: {}, children: [inside] }),
    attributes.string ?? '',
  ) as Xml

/** Highlighted, or with a colour behind it that looks so. */
const isColoured = (properties: Xml | undefined): boolean =>
  isMarker(value(properties, 'w:highlight')) || isMarker(child(properties, 'w:shd')?.attributes['w:fill'])

/** How many fields are still open at the end of a paragraph. */
export function fieldDepth(paragraph: Xml, before: number): number {
  let depth = before
  const visit = (parent: Xml): void => {
    for (const node of elements(parent)) {
      if (node.name === 'w:fldChar') {
        const kind = node.attributes['w:fldCharType']
        depth += kind === 'begin' ? 1 : kind === 'end' ? -1 : 0
      } else visit(node)
    }
  }
  visit(paragraph)
  return Math.max(depth, 0)
}

/** The largest size of some runs, in half points. */
export const largest = (runs: readonly Run[]): { points?: number } => {
  const points = Math.max(0, maximum(runs.map(({ size }) => size ?? 0)))
  return points > 0 ? { points } : {}
}
