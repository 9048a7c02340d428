import type { Inline } from '../../model/index.js'
import { elements, type Xml } from '../files/xml.js'

const WRAPPINGS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'])

/** Elements of a name, also in content controls and other wrappings. */
export const wrapped = (parent: Xml, name: string): Xml[] =>
  elements(parent).flatMap((node) => (node.name === name ? [node] : WRAPPINGS.has(node.name) ? wrapped(node, name) : []))

/** Words without the bold that their paragraph has by its style. */
export const unbold = (inline: Inline): Inline =>
  inline.type === 'strong' && inline.children.length === 1 ? (inline.children[0] as Inline) : inline
