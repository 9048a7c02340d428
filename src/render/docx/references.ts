import type { DocBlock } from '../../present/index.js'
import type { WordNumbering } from './numbering.js'

/** A clause whose number Word counts, below the one whose number stands in front of its own. */
interface Counted {
  /** The bookmark's clause; undefined where Word cannot ask for the number. */
  readonly id: string | undefined
  /** As Word gives it to a field: without the full stop behind it. */
  readonly number: string
  readonly above: Counted | undefined
}

/** A part of a printed number: the clause that it is the number of. */
export interface NumberPart {
  readonly id: string
  readonly number: string
}

/** Which clauses the numbers in a reference are counted from: "1.2.a" is chapter 1, its second item, and a below that. */
export class References {
  readonly #counted = new Map<string, Counted>()
  readonly #numbering: WordNumbering

  constructor(children: readonly DocBlock[], numbering: WordNumbering) {
    this.#numbering = numbering
    this.#gather(children, undefined)
  }

  /** The clauses that `text`, which leads to `target`, is counted from; undefined where Word would print anything else. */
  parts(target: string, text: string): readonly NumberPart[] | undefined {
    const parts: NumberPart[] = []
    let left = text
    for (let at = this.#counted.get(target); at; at = at.above) {
      if (at.id === undefined) return undefined
      const part = { id: at.id, number: at.number }
      if (left === part.number) return [part, ...parts]
      if (!left.endsWith(`.${part.number}`)) return undefined
      left = left.slice(0, -part.number.length - 1)
      parts.unshift(part)
    }
    return undefined
  }

  #gather(blocks: readonly DocBlock[], inside: Counted | undefined): void {
    const headings: (Counted | undefined)[] = []
    let above = inside
    for (const block of blocks) {
      if (block.type === 'heading') {
        headings.length = Math.min(headings.length, block.level - 1)
        above = headings.findLast((heading) => heading !== undefined) ?? inside
        if (block.label !== undefined) above = this.#add(block.id, block.label, this.#numbering.headings.counts(block), above)
        headings[block.level - 1] = block.label === undefined ? undefined : above
      } else if (block.type === 'list') {
        for (const item of block.items) {
          const [first] = item.children
          const id = item.id ?? (first?.type === 'paragraph' ? first.id : undefined)
          const isCounted = this.#numbering.of(item) !== undefined
          const around = /[\p{L}\d]/u.test(item.label) ? this.#add(id, item.label, isCounted, above) : above
          this.#gather(item.children, around)
        }
      } else if ('children' in block) this.#gather(block.children, above)
    }
  }

  #add(id: string | undefined, label: string, isCounted: boolean, above: Counted | undefined): Counted {
    const counted = { id: isCounted ? id : undefined, number: label.replace(/\.$/, ''), above }
    if (id !== undefined && !this.#counted.has(id)) this.#counted.set(id, counted)
    return counted
  }
}
