import { COLOURED, emphasised, leaves, type MarkFacts, text } from '../../blocks/index.js'
import { append, type Inline } from '../../model/index.js'
import { formula } from '../files/formula.js'
import type { Xml } from '../files/xml.js'
import { fieldOf } from './fields.js'
import type { OdtStyle, OdtStyles } from './styles.js'

/** Reads the words of paragraphs, and what stands between them. */
export class OdtInlines {
  /** What is known of the words that stand to be filled in. */
  readonly marked = new Map<Inline, MarkFacts>()
  /** Formulas met so far, each on one line. */
  readonly formulas: string[] = []
  readonly #styles: OdtStyles
  readonly #formulaIn: (object: Xml) => Xml | undefined
  #hidden: Inline[] = []
  #notes = 0

  /** `formulaIn` gives the formula of an embedded object that is one. */
  constructor(styles: OdtStyles, formulaIn: (object: Xml) => Xml | undefined) {
    this.#styles = styles
    this.#formulaIn = formulaIn
  }

  /** Notes met so far. */
  get notes(): number {
    return this.#notes
  }

  /** Words that are not shown, since they were last asked for. */
  takeHidden(): readonly Inline[] {
    const hidden = this.#hidden
    this.#hidden = []
    return hidden
  }

  /** Words with what stands out from the style of their paragraph. */
  read(parent: Xml, notes: Xml[], around?: OdtStyle): Inline[] {
    return parent.children.flatMap((node): Inline[] => {
      if (typeof node === 'string') return [text(node.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ''))]
      switch (node.name) {
        case 'text:s':
          return [text(' ')]
        case 'text:tab':
          return [text('\t')]
        case 'text:line-break':
          return [{ type: 'break' }]
        case 'text:note': {
          notes.push(node)
          const name = String(++this.#notes)
          return [{ type: 'footnoteReference', identifier: name, label: name }]
        }
        case 'office:annotation':
          return []
        case 'draw:object': {
          const found = this.#formulaIn(node)
          if (!found) return []
          const line = formula(found)
          this.formulas.push(line)
          return [text(line)]
        }
        case 'text:p':
        case 'text:h':
          // In a frame on the line.
          return [text(' '), ...this.read(node, notes, around), text(' ')]
        case 'text:span':
          return this.#span(node, notes, around)
        default: {
          const inside = this.read(node, notes, around)
          const field = fieldOf(node)
          if (field) for (const inline of leaves(inside)) this.marked.set(inline, field)
          return inside
        }
      }
    })
  }

  #span(node: Xml, notes: Xml[], around?: OdtStyle): Inline[] {
    const { bold, italic, marked, struck, hidden } = this.#styles.of(node.attributes['text:style-name'])
    const inside = this.read(node, notes, around)
    if (hidden) {
      append(this.#hidden, inside)
      return []
    }
    return inside.map((inline): Inline => {
      if (inline.type !== 'text') return inline
      if (marked) this.marked.set(inline, COLOURED)
      const left = struck && !around?.struck ? emphasised('delete', [inline]) : inline
      const inner = italic && !around?.italic ? emphasised('emphasis', [left]) : left
      return bold && !around?.bold ? emphasised('strong', [inner]) : inner
    })
  }
}
