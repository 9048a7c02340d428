import { commentBy, emphasised, type Finding } from '../../blocks/index.js'
import { type Inline, maximum } from '../../model/index.js'
import { child, descendants, elements, innerText, type Xml } from '../files/xml.js'
import type { OdtStyle, OdtStyles } from './styles.js'

export const PARAGRAPHS = ['text:p', 'text:h']

/** The elements of some names, in order; not those inside one of them. */
export const outermost = (parent: Xml | undefined, names: readonly string[]): Xml[] =>
  elements(parent).flatMap((node) => (names.includes(node.name) ? [node] : outermost(node, names)))

/** What readers wrote beside the text. */
export const commentsIn = (body: Xml): Finding[] =>
  descendants(body, 'office:annotation').map((comment) => {
    const words = outermost(comment, PARAGRAPHS).map(innerText).join(' ').trim()
    return { ...commentBy(innerText(child(comment, 'dc:creator')), words), line: 1 }
  })

// The format knows ten levels, from 1.
export const outlineLevel = (node: Xml): number => Math.min(Math.max(Number(node.attributes['text:outline-level']) || 1, 1), 10)

export function roleOf({ names }: OdtStyle): 'title' | 'subtitle' | undefined {
  const name = names.find((other) => /^(?:Title|Subtitle)$/.test(other))
  return name?.toLowerCase() as 'title' | 'subtitle' | undefined
}

/** The largest size of the words of a paragraph that say one themselves. */
export function largest(node: Xml, styles: OdtStyles): number | undefined {
  const sizes = descendants(node, 'text:span').flatMap((span) => styles.of(span.attributes['text:style-name']).size ?? [])
  return sizes.length > 0 ? maximum(sizes) : undefined
}

/** Counts an item or a heading on: what stands above it has a number, what stood below begins anew; `start` is NaN where none is given. */
export function countAt(counts: number[], level: number, start: number): void {
  for (let above = 0; above < level; above++) counts[above] ??= 1
  counts.length = Math.min(counts.length, level + 1)
  counts[level] = Number.isNaN(start) ? (counts[level] ?? 0) + 1 : start
}

/** How many pictures stand in the text; one that is drawn for an embedded object is that object. */
export const picturesIn = (body: Xml): number =>
  descendants(body, 'draw:frame').filter((frame) => child(frame, 'draw:image') && !child(frame, 'draw:object')).length

/** The words of a paragraph whose style strikes them through. */
export const struckIn = (words: readonly Inline[], { struck }: OdtStyle): readonly Inline[] =>
  struck ? words.map((inline) => (inline.type === 'text' ? emphasised('delete', [inline]) : inline)) : words
