/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { Fragment, type Node as PolicyNode, Slice } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { freeName, insert, schema } from '../../edit/index.js'
import { makeNotes } from './pasted-notes.js'
import { plainTables } from './pasted-tables.js'

/** The ids a document has. */
export function idsIn(doc: PolicyNode): Set<string> {
  const ids = new Set<string>()
  doc.descendants(({ attrs }) => {
    if (typeof attrs.id === 'string') ids.add(attrs.id)
  })
  return ids
}

/** What comes from another text leaves its ids there: here it is a copy. What was cut here keeps its own. */
export const withoutStrangers = ({ content, openStart, openEnd }: Slice, known: ReadonlySet<string>): Slice =>
  new Slice(named(content, known), openStart, openEnd)

function named(content: Fragment, known: ReadonlySet<string>): Fragment {
  return Fragment.from(
    content.content.map((node) => {
      if (node.isText) return node
      const isStranger = typeof node.attrs.id === 'string' && !known.has(node.attrs.id)
      return node.type.create(isStranger ? { ...node.attrs, id: null } : node.attrs, named(node.content, known), node.marks)
    }),
  )
}

/** Puts what is pasted into the text, and the notes that came along behind it; false where none did. */
export function pasteWithNotes(view: EditorView, { content, openStart, openEnd }: Slice): boolean {
  const there = insert.noteNames(view.state.doc)
  const notes = content.content.filter(({ type, attrs }) => type === schema.nodes.note && !there.has(attrs.name))
  if (notes.length === 0) return false
  const words = Fragment.from(content.content.filter((node) => !notes.includes(node)))
  const open = content.lastChild === words.lastChild ? openEnd : Slice.maxOpen(words).openEnd
  const tr = view.state.tr.replaceSelection(new Slice(words, Math.min(openStart, Slice.maxOpen(words).openStart), open))
  for (const note of notes) insert.note(tr, note)
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** How far from the first level Word says that an item stands: `mso-list:l0 level2 lfo1`. */
const WORD_LIST = /mso-list:\s*l\d+\s+level(\d+)/i

/**
 * What Word and other programs put on the clipboard, as the markup it stands for. Word writes an item as a paragraph with its number as words in
 * front; its lists are made anew. Pages of a program's own (styles, comments, pictures) are no text. `onMerged`: there were merged cells, which a
 * text does not have. `notes`: the names of the notes there are.
 */
export function tidyPasted(markup: string, notes: ReadonlySet<string>, onMerged: () => void): string {
  // A style is read here and never applied: the page's own policy refuses it, aloud.
  const bare = markup
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='))
  const page = new DOMParser().parseFromString(bare, 'text/html')
  for (const junk of page.querySelectorAll('style, script, meta, link, title, img, picture, svg, object, xml')) junk.remove()
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  // The number of an item stands between two of Word's own comments.
  for (const comment of comments) comment.parentNode?.removeChild(comment)
  for (const tag of page.querySelectorAll('*')) if (tag.tagName.includes(':')) tag.replaceWith(...tag.childNodes)
  const names = new Set(notes)
  makeNotes(page, () => {
    const name = freeName('1', names)
    names.add(name)
    return name
  })
  if (plainTables(page)) onMerged()
  for (const heading of page.querySelectorAll<HTMLElement>('p')) asHeading(heading)
  makeLists(page)
  // Some programs wrap what they copy in a `b` that is not bold.
  for (const each of page.querySelectorAll<HTMLElement>('b[data-style*="normal"]')) each.replaceWith(...each.childNodes)
  for (const each of page.querySelectorAll<HTMLElement>('[data-style]')) keepEmphasis(each)
  return page.body.innerHTML
}

/** `MsoHeading1` and an outline level are headings that Word wrote as paragraphs. */
function asHeading(paragraph: HTMLElement): void {
  const level = /mso-outline-level:\s*(\d)/i.exec(paragraph.getAttribute('data-style') ?? '')?.[1]
  if (level === undefined || WORD_LIST.test(paragraph.getAttribute('data-style') ?? '')) return
  const heading = paragraph.ownerDocument.createElement(`h${Math.min(6, Number(level) + 1)}`)
  heading.append(...paragraph.childNodes)
  paragraph.replaceWith(heading)
}

function makeLists(page: Document): void {
  const open: { list: HTMLElement; item: HTMLElement | undefined }[] = []
  let before: Element | null = null
  for (const paragraph of page.querySelectorAll<HTMLElement>('p, li, h1, h2, h3, h4, h5, h6')) {
    const level = Number(WORD_LIST.exec(paragraph.getAttribute('data-style') ?? '')?.[1] ?? 0)
    if (level === 0 || paragraph.tagName !== 'P') {
      open.length = 0
      continue
    }
    if (
      before &&
      paragraph.previousElementSibling !== before &&
      open.length > 0 &&
      paragraph.previousElementSibling !== open[0]?.list
    )
      open.length = 0
    const mark = markOf(paragraph)
    const kind = /[\p{L}\d]/u.test(mark) && !/^o$/.test(mark) ? 'ol' : 'ul'
    open.length = Math.min(open.length, open[level - 1]?.list.localName === kind ? level : level - 1)
    while (open.length < level) {
      const list = page.createElement(kind)
      const around = open.at(-1)?.item
      if (around) around.append(list)
      else if (open.length === 0) paragraph.before(list)
      else (open.at(-1) as { list: HTMLElement }).list.append(page.createElement('li'), list)
      open.push({ list, item: undefined })
    }
    const item = page.createElement('li')
    const words = page.createElement('p')
    words.append(...paragraph.childNodes)
    item.append(words)
    const own = open.at(-1) as { list: HTMLElement; item: HTMLElement | undefined }
    own.list.append(item)
    own.item = item
    before = open[0]?.list ?? null
    paragraph.remove()
  }
}

/** Takes the number or bullet off an item, and gives it. */
function markOf(paragraph: HTMLElement): string {
  const mark = [...paragraph.querySelectorAll<HTMLElement>('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''),
  )
  const words = mark?.textContent?.replace(/[\s\u00a0]+/gu, ' ').trim() ?? ''
  mark?.remove()
  return words
}

/** Of what a style says only emphasis is the text's. */
function keepEmphasis(each: HTMLElement): void {
  const style = each.getAttribute('data-style') ?? ''
  each.removeAttribute('data-style')
  const wrap = (tag: string) => {
    const mark = each.ownerDocument.createElement(tag)
    mark.append(...each.childNodes)
    each.append(mark)
  }
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style) && each.tagName === 'SPAN') wrap('strong')
  const align = /text-align:\s*(left|right|center)/i.exec(style)?.[1]
  if (align && /^T[DH]$/.test(each.tagName)) each.setAttribute('align', align.toLowerCase())
  if (/font-style:\s*italic/i.test(style) && each.tagName === 'SPAN') wrap('em')
}
