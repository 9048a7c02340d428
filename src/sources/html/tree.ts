import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { type Artefact, type Emphasis, isMarker, type Look, text } from '../../blocks/index.js'
import { type Inline, STYLES } from '../../model/index.js'

export const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node
export const children = (node: Tree.ParentNode): Tree.ChildNode[] => node.childNodes
export const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((attr) => attr.name === name)?.value

export const isHidden = (node: Tree.Element): boolean =>
  attribute(node, 'hidden') !== undefined ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(node, 'style') ?? '')

const NEVER = 'script style template head img input link meta'
/** Elements whose words are not read as the text of the page, by why they are left out. */
const LEFT_OUT: readonly (readonly [Artefact, names: string])[] = [
  ['words in a drawing or formula', 'svg math canvas'],
  ['shown in place of what the page embeds', 'noscript iframe object embed audio video'],
  ['a control of the page', 'select textarea button'],
]
export const REASONS = new Map(LEFT_OUT.flatMap(([reason, names]) => names.split(' ').map((name) => [name, reason] as const)))

/** Elements that hold no words of the text. */
export const NOTHING = new Set([...NEVER.split(' '), ...REASONS.keys()])

export const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
)

/** Whether an element is a block or has one directly in it. */
export function holdsBlocks(node: Tree.Element): boolean {
  return (
    BLOCKS.has(node.tagName) ||
    (!NOTHING.has(node.tagName) && children(node).some((child) => isElement(child) && BLOCKS.has(child.tagName)))
  )
}

/** What an element marks its words as. */
export const MARKS: ReadonlyMap<string, Emphasis> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['s', 'delete'],
  ['del', 'delete'],
  ['strike', 'delete'],
])

const LIST_STYLES: Readonly<Record<string, keyof typeof STYLES>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
}

// A list is asked for the label of each of its items.
const labels = new WeakMap<Tree.Element, ReadonlyMap<Tree.Element, string>>()

/** The label a browser prints in front of an item. */
export function listLabel(item: Tree.Element, list: Tree.Element): string | undefined {
  if (list.tagName !== 'ol') return '•'
  const known = labels.get(list) ?? labelsOf(list)
  labels.set(list, known)
  return known.get(item)
}

function labelsOf(list: Tree.Element): ReadonlyMap<Tree.Element, string> {
  const given = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(list, 'style') ?? '')?.[1]
  const style = LIST_STYLES[given ?? attribute(list, 'type') ?? '']
  const start = Number.parseInt(attribute(list, 'start') ?? '', 10)
  let count = (Number.isNaN(start) ? 1 : start) - 1
  const found = new Map<Tree.Element, string>()
  for (const child of children(list)) {
    if (!isElement(child) || child.tagName !== 'li') continue
    const value = Number.parseInt(attribute(child, 'value') ?? '', 10)
    count = Number.isNaN(value) ? count + 1 : value
    // Letters and Roman numerals have no sign for nothing, and none for thousands upon thousands.
    const counted = count > 0 && count < 4000 ? style : undefined
    found.set(child, `${STYLES[counted ?? 'decimal'].format(count)}.`)
  }
  return found
}

const CONTENTS = /(?:^|\s)(?:MsoToc\w*|toc|table[ -]of[ -]contents\d*)(?:\s|$)/i

// A list of so many links into the page is its contents.
const FEWEST_ENTRIES = 3

/** A list of which every item is a link to a place on the page. */
function leadsInside(node: Tree.Element): boolean {
  const items = elementsIn(node).filter(({ tagName }) => tagName === 'li')
  return (
    items.length >= FEWEST_ENTRIES &&
    items.every((item) => {
      const link = elementsIn(item).find(({ tagName }) => tagName === 'a')
      const own = elementsIn(item).find(({ tagName }) => /^[ou]l$/.test(tagName))
      return (
        link !== undefined &&
        /^#./.test(attribute(link, 'href') ?? '') &&
        wordsIn(item).startsWith(wordsIn(link)) &&
        (own !== undefined || wordsIn(item) === wordsIn(link))
      )
    })
  )
}

/** Whether a block is the table of contents by the name that word processors and site makers give it, or by its links. */
export const isContents = (node: Tree.Element): boolean =>
  node.tagName === 'nav' ||
  (/^[ou]l$/.test(node.tagName) && leadsInside(node)) ||
  attribute(node, 'role') === 'doc-toc' ||
  (/^(?:p|div|ul|ol|section|aside)$/.test(node.tagName) &&
    [attribute(node, 'class'), attribute(node, 'id')].some((name) => CONTENTS.test(name ?? '')))

/** What a word processor wrote at the top or the foot of every page. */
export const marginOf = (node: Tree.Element): 'header' | 'footer' | undefined =>
  node.tagName === 'div'
    ? (/^(header|footer)$/.exec(attribute(node, 'title') ?? '')?.[1] as 'header' | 'footer' | undefined)
    : undefined

const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 28.3465, mm: 2.83465, em: 12, rem: 12 }

/** How far an element moves its first line to the right by its own style, in points. */
export function indentOf(node: Tree.Element): number {
  const style = attribute(node, 'style') ?? ''
  const length = (name: string) => {
    const [, value, unit = ''] =
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(-?[\\d.]+)(pt|px|in|cm|mm|r?em)\\b`, 'i').exec(style) ?? []
    return value === undefined ? 0 : Number(value) * (POINTS[unit.toLowerCase()] ?? 1)
  }
  return length('margin-left') + length('text-indent')
}

/** Whether words have the colour of a marker behind them. */
export function isMarked(node: Tree.Element): boolean {
  const [, colour] =
    /(?:^|[;\s])background(?:-color)?\s*:\s*([^;\s](?:[^;]*[^;\s])?)\s*(?:;|$)/i.exec(attribute(node, 'style') ?? '') ?? []
  return node.tagName === 'mark' || isMarker(colour)
}

/** Whether a block stands in a frame, or is beside the text. */
export const isBoxed = (node: Tree.Element): boolean =>
  node.tagName === 'aside' ||
  node.tagName === 'fieldset' ||
  /(?:^|[;\s])border\s*:\s*(?!0|none)/i.test(attribute(node, 'style') ?? '') ||
  attribute(node, 'role') === 'note'

/** How words look that are all of one kind. */
export function lookOf(words: readonly Inline[]): Look {
  const areAll = (type: Inline['type']) => words.every((inline) => inline.type === type)
  return { bold: areAll('strong'), size: 1, ...(areAll('emphasis') ? { italic: true } : {}) }
}

const UNSEEN = new Set(['script', 'style', 'template', 'metadata'])

/** All text inside an element, blanks as one; programs and styles are none. */
export function wordsIn(parent: Tree.ParentNode): string {
  let words = ''
  const stack: Tree.ChildNode[] = [...children(parent)].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) {
      if (!UNSEEN.has(node.tagName)) pushAll(stack, children(node))
    } else if (node.nodeName === '#text') words += (node as Tree.TextNode).value
  }
  return words.replace(/\s+/g, ' ').trim()
}

/** Every element inside a node, in order; not inside those that are `shut`. */
export function elementsIn(parent: Tree.ParentNode, shut: (node: Tree.Element) => boolean = () => false): Tree.Element[] {
  const found: Tree.Element[] = []
  const stack: Tree.ChildNode[] = [...children(parent)].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node) || shut(node)) continue
    found.push(node)
    pushAll(stack, children(node))
  }
  return found
}

/** Puts nodes on a stack, the first on top. A page may have more of them than a call takes arguments. */
function pushAll(stack: Tree.ChildNode[], nodes: readonly Tree.ChildNode[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) stack.push(nodes[i] as Tree.ChildNode)
}

/** The title a page gives itself; empty without one. */
export function findTitle(node: Tree.ParentNode): string {
  for (const child of children(node)) {
    if (!isElement(child)) continue
    if (child.tagName === 'title')
      return children(child)
        .map((part) => ('value' in part ? part.value : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
    if (child.tagName === 'html' || child.tagName === 'head') {
      const title = findTitle(child)
      if (title !== '') return title
    }
  }
  return ''
}

const GLUED = /^((?:\p{Lu}\p{Ll}+ )?\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|[IVX]{1,5}\.)(?=\p{Lu}\p{Ll})/u

/** "2.1In de les": a program that computed the number of a heading put no blank behind it. */
export function apart(content: readonly Inline[]): Inline[] {
  const [first, ...rest] = content
  if (first?.type !== 'text') return [...content]
  return [text(first.value.replace(GLUED, '$1 ')), ...rest]
}

/** The captions of a table, and the cells of its rows; those of a table in it are words of its cell. */
export function tableParts(table: Tree.Element): {
  readonly captions: readonly Tree.Element[]
  readonly rows: readonly (readonly Tree.Element[])[]
} {
  const captions: Tree.Element[] = []
  const rows: Tree.Element[][] = []
  const visit = (parent: Tree.Element): void => {
    for (const child of children(parent).filter(isElement)) {
      if (child.tagName === 'tr')
        rows.push(
          children(child)
            .filter(isElement)
            .filter(({ tagName }) => /^t[dh]$/.test(tagName)),
        )
      else if (child.tagName === 'caption') captions.push(child)
      else visit(child)
    }
  }
  visit(table)
  return { captions, rows }
}
