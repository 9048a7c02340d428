import type { Change, DocBlock, DocInline, DocItem } from '../../present/index.js'
import { isGone, type Revision, type Surroundings, type WordContext } from './context.js'
import { movesIn, runs, words } from './inlines.js'
import { indentOf, itemStyle, LABEL, type Numbered } from './numbering.js'
import { table } from './tables.js'
import { escape, w } from './xml.js'

const NOT_NUMBERED = { num: 0, level: 0 } as const
const STYLES = { lead: 'Lead', small: 'Small', muted: 'MutedText', warning: 'Warning' } as const

type Of<T extends DocBlock['type']> = Extract<DocBlock, { type: T }>
type Handlers = { readonly [T in DocBlock['type']]: (block: Of<T>, context: WordContext, around: Surroundings) => string }

const handlers: Handlers = {
  heading(block, context, around) {
    const { label, former } = block
    const { headings } = context.numbering
    const style = `Heading${Math.min(block.level, 6)}`
    if (headings.counts(block)) return paragraph(context, around, { ...block, label: undefined, style })
    const hanging = label === undefined && former === undefined ? 0 : headings.room(block.level)
    return paragraph(context, around, {
      ...block,
      style,
      // A style that numbers its headings must not number this one.
      ...(headings.depths.has(block.level) ? { numbered: NOT_NUMBERED } : {}),
      label: { is: label ?? '', was: former },
      hanging,
      left: hanging,
    })
  },
  paragraph: (block, context, around) =>
    paragraph(context, around, { ...block, style: block.tone ? STYLES[block.tone] : around.style }),
  list: (block, context, around) => block.items.map((entry) => item(entry, context, around)).join(''),
  table: (block, context, around) => context.bookmark(block.id) + table(block, context, around, blocks),
  quote: (block, context, around) =>
    blocks(block.children, context, { ...around, indent: around.indent + LABEL, style: 'Quote' }),
  verbatim: (block, context, around) =>
    paragraph(context, around, { ...block, style: 'Verbatim', content: [{ type: 'text', value: block.value }] }),
  rule: (_block, context, around) => paragraph(context, around, { style: 'Rule', content: [] }),
  cover(block, context, around) {
    const line = (style: string, value: string | undefined) =>
      value ? paragraph(context, around, { style, content: [{ type: 'text', value }] }) : ''
    const was: DocInline[] =
      block.former === undefined ? [] : [{ type: 'deletion', children: [{ type: 'text', value: block.former }] }]
    const title: DocInline = { type: 'text', value: block.title }
    return [
      line('Organisation', block.organisation),
      paragraph(context, around, {
        style: 'Title',
        content: was.length > 0 ? [...was, { type: 'insertion', children: [title] }] : [title],
      }),
      line('Subtitle', block.subtitle),
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

/** Blocks as paragraphs and tables, in order. */
export function blocks(list: readonly DocBlock[], context: WordContext, around: Surroundings): string {
  return list
    .map((block) => (handlers[block.type] as (b: DocBlock, c: WordContext, a: Surroundings) => string)(block, context, around))
    .join('')
}

function item(entry: DocItem, context: WordContext, around: Surroundings): string {
  const inside = { ...around, indent: around.indent + LABEL }
  const [first, ...rest] = entry.children
  const own = first?.type === 'paragraph' ? first : undefined
  const { id, lang, change, label, former } = entry
  const numbered = context.numbering.of(entry)
  const head = paragraph(context, inside, {
    style: own?.tone ? STYLES[own.tone] : numbered ? itemStyle(numbered.level) : 'ListParagraph',
    content: own?.content ?? [],
    ...(numbered ? { numbered } : { label: { is: label, was: former } }),
    hanging: LABEL,
    ...((id ?? own?.id) === undefined ? {} : { id: id ?? own?.id }),
    ...((lang ?? own?.lang) === undefined ? {} : { lang: lang ?? own?.lang }),
    ...((change ?? own?.change) === undefined ? {} : { change: change ?? own?.change }),
  })
  // An item that goes on after an interruption has no words of its own, nor a label.
  const shown = label === '' && former === undefined && !own ? '' : head
  return shown + blocks(own ? rest : entry.children, context, inside)
}

interface Line {
  readonly style: string
  readonly content: readonly DocInline[]
  readonly label?: { readonly is: string; readonly was?: string | undefined } | undefined
  /** Word's own number, in the place of a label. */
  readonly numbered?: Numbered
  readonly hanging?: number
  readonly left?: number
  readonly id?: string | undefined
  readonly lang?: string | undefined
  readonly change?: Change | undefined
}

/** One paragraph. A change of the whole paragraph is one of its end, too: accepting it takes the line along. */
function paragraph(context: WordContext, around: Surroundings, line: Line): string {
  const moves = movesIn(line.content)
  const end = endOf(line, moves) ?? around.revision
  const wordsOf = line.change === 'inserted' || line.change === 'deleted' ? end : around.revision
  const ranges = moves.map(({ kind, move }) => context.moveRange(kind, move))
  const language = line.lang === undefined ? line.content : [{ type: 'span' as const, lang: line.lang, children: line.content }]
  const indent = around.indent + (line.left ?? 0)
  const fields = [
    w('pStyle', { val: line.style }),
    line.numbered ? w('numPr', {}, w('ilvl', { val: line.numbered.level }), w('numId', { val: line.numbered.num })) : '',
    line.label && line.hanging ? w('tabs', {}, w('tab', { val: 'left', pos: indent })) : '',
    placed(line, indent)
      ? ''
      : w('ind', {
          left: indent,
          hanging: line.hanging || undefined,
          firstLine: line.numbered?.num === 0 && !line.hanging ? 0 : undefined,
        }),
    end ? w('rPr', {}, w(end.kind, context.revision())) : '',
  ]
  const body = [
    context.bookmark(line.id),
    ...ranges.map(([start]) => start),
    labelRuns(line, end, context),
    runs(language, context, (children, revision) => footnote(children, context, revision), wordsOf),
  ]
  return w('p', {}, w('pPr', {}, ...fields), ...body) + ranges.map(([, stop]) => stop).join('')
}

/** Whether style and numbering already put the line where it belongs. */
function placed({ numbered, hanging, style }: Line, indent: number): boolean {
  if (numbered && numbered.num !== 0) return style === itemStyle(numbered.level) && indent === indentOf(numbered.level)
  return indent === 0 && !hanging && !numbered
}

function endOf({ change }: Line, moves: ReturnType<typeof movesIn>): Revision | undefined {
  if (change === 'inserted') return { kind: 'ins' }
  if (change === 'deleted') return { kind: 'del' }
  return change === 'moved' && moves[0] ? { kind: moves[0].kind } : undefined
}

/** A label is words of the text: it comes and goes with its paragraph, and a new number takes the place of the old one. */
function labelRuns({ label, hanging }: Line, end: Revision | undefined, context: WordContext): string {
  if (!label || !hanging) return ''
  const run = (value: string, revision: Revision | undefined) =>
    value === '' ? '' : context.tracked(revision, words(value, isGone(revision)))
  const whole: Revision | undefined = end && { kind: isGone(end) ? 'del' : 'ins' }
  const tab = context.tracked(whole, w('r', {}, w('tab')))
  if (label.was === undefined) return label.is === '' ? '' : run(label.is, whole) + tab
  return run(label.was, { kind: 'del' }) + run(label.is, { kind: 'ins' }) + tab
}

function footnote(children: readonly DocBlock[], context: WordContext, revision: Revision | undefined): number {
  const before = context.part
  context.part = 'footnotes'
  const id = context.footnotes.push('')
  const around: Surroundings = {
    indent: 0,
    style: 'FootnoteText',
    width: 6000,
    ...(revision ? { revision: { kind: isGone(revision) ? 'del' : 'ins' } } : {}),
  }
  const inside = blocks(children, context, around)
  const mark = w('r', {}, w('rPr', {}, w('rStyle', { val: 'FootnoteReference' })), w('footnoteRef')) + words(' ')
  const end = inside.indexOf('</w:pPr>') + '</w:pPr>'.length
  const marked = inside.startsWith('<w:p>') ? inside.slice(0, end) + mark + inside.slice(end) : w('p', {}, mark) + inside
  context.footnotes[id - 1] = w('footnote', { id }, marked)
  context.part = before
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
