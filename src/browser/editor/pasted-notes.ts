/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What holds a note and nothing else: the boxes of Word and LibreOffice, an item of a list of notes. */
const BOX =
  '[data-style*="mso-element:footnote"], [data-style*="mso-element:endnote"], [id^="sdfootnote"], [id^="sdendnote"], li, dd, aside'

const LINK = 'a[href*="#"]'

/**
 * Makes footnotes of what programs write as two links that lead to each other: a mark in the words, and a sign in front of the note or behind it.
 * Word, LibreOffice, Google Docs, Pandoc and web pages all do so, each with names of its own. `free`: a name that no note has yet. A mark whose note was
 * not copied along stays the words it is.
 */
export function makeNotes(page: Document, free: () => string): void {
  const places = new Map<string, Element>()
  for (const each of page.querySelectorAll('[id], a[name]'))
    for (const name of [each.id, each.getAttribute('name') ?? '']) if (name !== '' && !places.has(name)) places.set(name, each)
  const notes = new Map<Element, { readonly mark: Element; readonly sign: Element }>()
  for (const mark of page.querySelectorAll<HTMLAnchorElement>(LINK)) {
    const target = places.get(nameIn(mark))
    const sign = target && signIn(target, mark, places)
    const block = sign && blockOf(sign, mark, notes)
    if (block && !notes.has(block)) notes.set(block, { mark, sign })
  }
  for (const [block, { mark, sign }] of notes) {
    const name = free()
    const made = page.createElement('sup')
    made.dataset.mark = name
    mark.replaceWith(made)
    sign.remove()
    page.body.append(noteOf(block, name))
  }
}

function nameIn(link: HTMLAnchorElement): string {
  const name = (link.getAttribute('href') ?? '').split('#').at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The link at a note that leads back to its mark: what the mark leads to, or a part of it. */
function signIn(target: Element, mark: Element, places: ReadonlyMap<string, Element>): HTMLAnchorElement | undefined {
  return [target, ...target.querySelectorAll(LINK)].find((link): link is HTMLAnchorElement => {
    if (!(link.matches(LINK) && mark.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)) return false
    const there = places.get(nameIn(link as HTMLAnchorElement))
    return there !== undefined && (there === mark || (there.contains(mark) && !there.contains(link)))
  })
}

/** What stands for the whole note around its sign. Google Docs puts each note into a box without a name, behind a line or behind another note. */
function blockOf(sign: Element, mark: Element, notes: ReadonlyMap<Element, unknown>): Element | undefined {
  const words = sign.closest('p, div')
  const around = words?.matches('div > p:first-child') ? words.parentElement : undefined
  const before = around?.previousElementSibling
  const isBox = before !== undefined && before !== null && (before.matches('hr') || notes.has(before))
  const block = sign.closest(BOX) ?? (isBox ? around : words)
  return block && !block.contains(mark) && !block.closest('table') ? block : undefined
}

/** The note a block becomes. What stood around it goes where nothing else is in it, and so does the line that is drawn above notes. */
function noteOf(block: Element, name: string): HTMLElement {
  const note = block.ownerDocument.createElement('aside')
  note.dataset.note = name
  const around = block.parentElement
  withoutLine(block)
  if (block.matches('p')) note.append(block)
  else {
    note.append(...block.childNodes)
    block.remove()
  }
  for (let box = around; box && box.localName !== 'body' && box.textContent?.trim() === '' && !box.matches('td, th'); ) {
    const next: Element | null = box.parentElement
    box.remove()
    box = next as HTMLElement | null
  }
  trimStart(note)
  return note
}

function withoutLine(block: Element): void {
  for (let at: Element | null = block; at && at.localName !== 'body'; at = at.parentElement) {
    while (at.previousElementSibling?.matches('hr, br')) at.previousElementSibling.remove()
    if (at.previousElementSibling) return
  }
}

/** Takes off the blanks that stood between the sign and the words. */
function trimStart(note: HTMLElement): void {
  const walker = note.ownerDocument.createTreeWalker(note, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    text.data = text.data.replace(/^[\s\u00a0]+/u, '')
    if (text.data !== '') return
  }
}
