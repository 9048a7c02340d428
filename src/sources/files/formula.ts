import { child, elements, innerText, type Xml } from './xml.js'

/** What stands between the parts of a formula when it is written on one line. */
const BETWEEN: Readonly<Record<string, string>> = {
  'm:f': '/',
  'm:sSup': '^',
  'm:sSub': '_',
  'math:mfrac': '/',
  'math:msup': '^',
  'math:msub': '_',
}
const ROOTS = new Set(['m:rad', 'math:msqrt'])
/** The formula once more, in the words of the program that made it. */
const SOURCE = new Set(['math:annotation', 'math:annotation-xml'])

/** A formula of Word or of MathML (with the prefix `math:`) on one line: (a + b)/2, x^2, √(y). */
export function formula(node: Xml): string {
  const between = BETWEEN[node.name]
  const parts = elements(node).filter(({ name }) => !SOURCE.has(name) && !(name.startsWith('m:') && name.endsWith('Pr')))
  if (between !== undefined) return parts.map((part) => grouped(formula(part))).join(between)
  if (ROOTS.has(node.name)) return `√${grouped(parts.map(formula).join(''))}`
  if (node.name === 'm:d') {
    const sign = (name: string, usual: string) => child(child(node, 'm:dPr'), name)?.attributes['m:val'] ?? usual
    return `${sign('m:begChr', '(')}${parts.map(formula).join('')}${sign('m:endChr', ')')}`
  }
  return parts.length > 0 ? parts.map(formula).join('') : innerText(node)
}

const grouped = (line: string): string => (/^[\p{L}\p{N}.,]*$/u.test(line) ? line : `(${line})`)

/** MathML with the prefix `math:` on every name, whatever prefix its file gave it. */
export const asMath = (node: Xml): Xml => ({
  ...node,
  name: `math:${node.name.replace(/^.*:/, '')}`,
  children: node.children.map((part) => (typeof part === 'string' ? part : asMath(part))),
})
