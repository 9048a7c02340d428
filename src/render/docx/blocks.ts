import type { DocBlock, DocInline, DocItem } from '../../present/index.js'
import type { Surroundings, WordContext } from './context.js'
import { runs, words } from './inlines.js'
import { markRun } from './mark.js'
import { itemStyle, LABEL } from './numbering.js'
import { type LabelledLine, paragraph as writeParagraph } from './paragraphs.js'
import { isGone, type Revision } from './revision.js'
import { atStart } from './story.js'
import { replacedOf, table } from './tables.js'
import { escape, w } from './xml.js'

const NOT_NUMBERED = { num: 0, level: 0 } as const
const STYLES = { lead: 'Lead', small: 'Small', muted: 'MutedText', warning: 'Warning' } as const

type Of<T extends DocBlock['type']> = Extract<DocBlock, { type: T }>
type Handlers = {
  readonly [T in Exclude<DocBlock['type'], 'table'>]: (block: Of<T>, context: WordContext, around: Surroundings) => string
}

type Handler = (block: DocBlock, context: WordContext, around: Surroundings) => string

const handlers: Handlers = {
  heading(block, context, around) {
    const { headings } = context.numbering
    const style = `Heading${Math.min(block.level, 6)}`
    if (headings.counts(block)) return paragraph(context, around, { ...block, label: undefined, style })
    const hanging = block.label === undefined ? 0 : headings.room(block.level)
    return paragraph(context, around, {
      ...block,
      style,
      // A style that numbers its headings must not number this one.
      ...(headings.depths.has(block.level) ? { numbered: NOT_NUMBERED } : {}),
      hanging,
      left: hanging,
    })
  },
  paragraph: (block, context, around) =>
    paragraph(context, around, { ...block, style: block.tone ? STYLES[block.tone] : around.style }),
  list: (block, context, around) => block.items.map((entry) => item(entry, context, around)).join(''),
  quote: (block, context, around) =>
    blocks(block.children, context, { ...around, indent: around.indent + LABEL, style: 'Quote' }),
  verbatim: (block, context, around) =>
    paragraph(context, around, { ...block, style: 'Verbatim', content: [{ type: 'text', value: block.value }] }),
  rule: ({ change }, context, around) => paragraph(context, around, { style: 'Rule', content: [], change }),
  cover(block, context, around) {
    const line = (style: string, value: string | undefined) =>
      value ? paragraph(context, around, { style, content: [{ type: 'text', value }] }) : ''
    const { former } = block
    const title = (style: string, is: string | undefined, was: string | undefined) =>
      is === was || !former ? line(style, is) : paragraph(context, around, { style, ...exchanged(was, is) })
    const { mark } = context.document.brand
    return [
      mark ? w('p', {}, w('pPr', {}, w('pStyle', { val: 'Mark' })), markRun(mark)) : '',
      line('Organisation', block.organisation),
      title('Title', block.title, former?.title),
      title('Subtitle', block.subtitle, former?.subtitle),
      ...block.facts.map(({ name, value }) => line('Fact', `${name}: ${value}`)),
    ].join('')
  },
  contents(block, context, around) {
    const field = `TOC \\o "1-${block.depth}" \\h \\z \\u`
    const mark = (type: string) => w('r', {}, w('fldChar', { fldCharType: type }))
    // Only Word knows on which page a heading comes: it fills in the numbers when the file is opened.
    const begin =
      w('r', {}, w('fldChar', { fldCharType: 'begin', dirty: 'true' })) +
      w('r', {}, w('instrText', { 'xml:space': 'preserve' }, escape(` ${field} `))) +
      mark('separate')
    const entries = headings(context.document.children, block.depth)
    const lines = entries.map((entry, i) => {
      const before = i === 0 ? begin : ''
      const after = i === entries.length - 1 ? mark('end') : ''
      const content: DocInline[] = [
        ...(entry.label === undefined ? [] : [{ type: 'text' as const, value: `${entry.label} ` }]),
        ...standing(entry.content),
      ]
      const linked: DocInline[] = entry.id === undefined ? content : [{ type: 'link', target: entry.id, children: content }]
      return w(
        'p',
        {},
        w('pPr', {}, w('pStyle', { val: `TOC${Math.min(entry.level, 3)}` })),
        before,
        runs(linked, context, () => 0),
        after,
      )
    })
    if (lines.length === 0) return ''
    const title: DocInline[] = [{ type: 'text', value: block.title }]
    return paragraph(context, around, { style: 'TOCHeading', content: title }) + lines.join('')
  },
  disclosure: (block, context, around) =>
    blocks([{ type: 'paragraph', tone: 'small', content: block.summary }, ...block.children], context, around),
  division(block, context, around) {
    const inside = blocks(block.children, context, around)
    // Only where something stands on the page before.
    return block.page && inside !== ''
      ? w('p', {}, w('pPr', {}, w('pStyle', { val: 'PageBreak' })), w('r', {}, w('br', { type: 'page' }))) + inside
      : inside
  },
}

/** Words with those they took the place of; with neither, a line that came or went. */
function exchanged(was: string | undefined, is: string | undefined): Pick<LabelledLine, 'content' | 'change'> {
  const of = (type: 'insertion' | 'deletion', value: string | undefined): DocInline[] =>
    value === undefined ? [] : [{ type, children: [{ type: 'text', value }] }]
  const content = [...of('deletion', was), ...of('insertion', is)]
  return was !== undefined && is !== undefined ? { content } : { content, change: is === undefined ? 'deleted' : 'inserted' }
}

/** Blocks as paragraphs and tables, in order. */
export function blocks(list: readonly DocBlock[], context: WordContext, around: Surroundings): string {
  return list
    .map((block, at) => {
      if (block.type !== 'table') return (handlers[block.type] as Handler)(block, context, around)
      const role = replacedOf(block, list[at - 1], list[at + 1])
      return context.bookmark(block.id) + table(block, context, around, blocks, role)
    })
    .join('')
}

function item(entry: DocItem, context: WordContext, around: Surroundings): string {
  const inside = { ...around, indent: around.indent + LABEL }
  // An item that goes on after an interruption has no words of its own.
  if (entry.label === '' && !entry.former) return blocks(entry.children, context, inside)
  const [first, ...rest] = entry.children
  const own = first?.type === 'paragraph' ? first : undefined
  const { id, lang, change, label, former, end } = entry
  const numbered = context.numbering.of(entry)
  const head = paragraph(context, inside, {
    style: own?.tone ? STYLES[own.tone] : numbered ? itemStyle(numbered.level) : 'ListParagraph',
    content: own?.content ?? [],
    ...(numbered ? { numbered } : { label, former, end }),
    hanging: LABEL,
    ...((id ?? own?.id) === undefined ? {} : { id: id ?? own?.id }),
    ...((lang ?? own?.lang) === undefined ? {} : { lang: lang ?? own?.lang }),
    ...((change ?? own?.change) === undefined ? {} : { change: change ?? own?.change }),
  })
  return head + blocks(own ? rest : entry.children, context, inside)
}

const paragraph = (context: WordContext, around: Surroundings, line: LabelledLine): string =>
  writeParagraph(context, around, line, (children, revision) => footnote(children, context, revision))

function footnote(children: readonly DocBlock[], context: WordContext, revision: Revision | undefined): number {
  const { part, time } = context
  context.part = 'footnotes'
  const id = context.footnotes.push('')
  const around: Surroundings = {
    indent: 0,
    style: 'FootnoteText',
    width: 6000,
    ...(revision ? { revision: { kind: isGone(revision) ? 'del' : 'ins' } } : {}),
  }
  const inside = context.inStory(() => blocks(children, context, around))
  const mark = w('r', {}, w('rPr', {}, w('rStyle', { val: 'FootnoteReference' })), w('footnoteRef')) + words(' ')
  const marked = atStart(inside, mark) ?? w('p', {}, mark) + inside
  context.footnotes[id - 1] = w('footnote', { id }, marked)
  context.part = part
  context.time = time
  return id
}

function headings(list: readonly DocBlock[], depth: number): Of<'heading'>[] {
  return list.flatMap((block) => {
    if (block.type === 'heading') return block.listed && block.level <= depth ? [block] : []
    return block.type === 'division' ? headings(block.children, depth) : []
  })
}

/** Words without what is gone and without footnotes. */
const standing = (content: readonly DocInline[]): DocInline[] =>
  content.flatMap((inline): DocInline[] => {
    if (inline.type === 'deletion' || inline.type === 'footnote') return []
    if (inline.type === 'insertion') return standing(inline.children)
    return 'children' in inline ? [{ ...inline, children: standing(inline.children) }] : [inline]
  })
