import type { Block, ClauseNode, Inline, Item, Note } from '../model/index.js'
import { inlinesOf, isReference } from '../model/index.js'

/** How a reference `[](#id)` prints; `undefined` when its target is not known. */
export type Printed = (id: string) => string | undefined

/**
 * A stretch of a clause's text and the inline it comes from. The texts of a clause's runs, one after the other, are the clause's text,
 * which is what every offset of a comparison counts in (UTF-16 units).
 *
 *     De **school** zie [](#regel)      "De " · "school" (within strong) · " zie " · "4.a" (reference)
 */
export interface Run {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Absent for what separates cells (a tab), rows and blocks (a line end). */
  readonly inline?: Inline
  /** The inlines around it, outermost first. */
  readonly around: readonly Inline[]
  /** The target of a reference, which is what comparison looks at; the printed number is not. */
  readonly reference?: string
}

const UNEVEN = /[\t\n\r]| {2}/
const SPACE = /[\t\n\r ]+/g
const NOWHERE: readonly Inline[] = []

/** Line ends and repeated spaces of the source are one space: a reflowed paragraph has the same text. */
const even = (text: string): string => (UNEVEN.test(text) ? text.replace(SPACE, ' ') : text)

/** The runs of a clause's own words. */
export function runsOf(node: ClauseNode | Note, printed: Printed = () => undefined): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  const push = (text: string, around: readonly Inline[], inline?: Inline, reference?: string) => {
    if (text === '') return
    const extra = { ...(inline ? { inline } : {}), ...(reference === undefined ? {} : { reference }) }
    runs.push({ from: at, to: at + text.length, text, around, ...extra })
    at += text.length
  }
  const separate = (mark: string) => push(mark, NOWHERE)
  const walk = (content: readonly Inline[], around: readonly Inline[]) => {
    for (const inline of content) {
      if (isReference(inline) && inline.type === 'link') {
        const id = inline.url.slice(1)
        push(printed(id) ?? `#${id}`, around, inline, id)
      } else if (inline.type === 'link' && inline.children.length === 0) push(inline.url, around, inline)
      else if ('children' in inline) walk(inline.children as Inline[], [...around, inline])
      else if ('value' in inline) push(even(inline.value), around, inline)
      else if (inline.type === 'break') push(' ', around, inline)
      else if ('alt' in inline && inline.alt) push(even(inline.alt), around, inline)
    }
  }
  const blocks = (children: readonly (Block | Item)[]) => {
    for (const child of children) {
      if (child.type === 'rule') continue
      if (child.type === 'list') {
        blocks(child.items)
        continue
      }
      if (child.type !== 'quote') {
        if (at > 0) separate('\n')
        own(child)
      }
      if ('children' in child) blocks(child.children)
    }
  }
  const own = (clause: ClauseNode | Note) => {
    if (clause.type === 'table') {
      clause.rows.forEach((row, r) => {
        if (r > 0) separate('\n')
        row.cells.forEach((cell, c) => {
          if (c > 0) separate('\t')
          walk(cell, NOWHERE)
        })
      })
    } else if (clause.type === 'verbatim') push(clause.value, NOWHERE)
    else if (clause.type === 'note') blocks(clause.children)
    else for (const content of inlinesOf(clause)) walk(content, NOWHERE)
  }
  own(node)
  return runs
}

/** A clause's text: the texts of its runs. */
export function textOf(node: ClauseNode | Note, printed?: Printed): string {
  if ('content' in node && node.content.length === 1 && node.content[0]?.type === 'text') return even(node.content[0].value)
  let text = ''
  for (const run of runsOf(node, printed)) text += run.text
  return text
}
