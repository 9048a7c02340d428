import type { Change, DocInline, Former } from '../../present/index.js'
import type { Surroundings, WordContext } from './context.js'
import { type FootnoteWriter, movesIn, runs, words } from './inlines.js'
import { indentOf, itemStyle, LABEL, type Numbered } from './numbering.js'
import { isGone, type Revision } from './revision.js'
import { piecesIn, plain } from './story.js'
import { w } from './xml.js'

/** What a paragraph looks like and where it stands. Lengths are twentieths of a point. */
interface Form {
  readonly style: string
  readonly indent: number
  /** How far the first line stands out, for a label. */
  readonly hanging?: number
  /** Word's own number, in the place of a label. */
  readonly numbered?: Numbered
}

export interface LabelledLine {
  readonly style: string
  readonly content: readonly DocInline[]
  readonly label?: string | undefined
  readonly former?: Former | undefined
  readonly numbered?: Numbered
  readonly hanging?: number
  readonly left?: number
  readonly id?: string | undefined
  readonly lang?: string | undefined
  readonly change?: Change | undefined
  readonly end?: 'inserted' | 'deleted' | undefined
}

/** One paragraph. A change of the whole paragraph is one of its end, too: accepting it takes the line along. */
export function paragraph(context: WordContext, around: Surroundings, line: LabelledLine, footnote: FootnoteWriter): string {
  context.nextTime()
  const moves = movesIn(line.content)
  const whole = wholeOf(line, moves) ?? around.revision
  const wordsOf = line.change === 'inserted' || line.change === 'deleted' ? whole : around.revision
  const ranges = moves.map(({ kind, move }) => context.moveRange(kind, move))
  const language = line.lang === undefined ? line.content : [{ type: 'span' as const, lang: line.lang, children: line.content }]
  const label = labelRuns(line, whole, context)
  const notes = context.footnotes.length
  const said = runs(language, context, footnote, wordsOf)
  const now = { ...line, indent: around.indent + (line.left ?? 0) }
  const place = context.story.line({
    now: propertiesOf(now),
    was: propertiesOf(line.former ? formOf(line.former, context) : now),
    end: plain(whole) ?? (line.end && { kind: line.end === 'inserted' ? 'ins' : 'del' }),
    whole: whole !== undefined,
    mixed: moves.length > 0,
    pieces: piecesIn(said),
    firstNote: notes === 0 && context.footnotes.length > 0,
  })
  const body = [...ranges.map(([start]) => start), label, said].join('')
  return w('p', {}, place, context.bookmark(line.id, body)) + ranges.map(([, stop]) => stop).join('')
}

function propertiesOf(form: Form): string {
  const { style, indent, hanging, numbered } = form
  return [
    w('pStyle', { val: style }),
    numbered ? w('numPr', {}, w('ilvl', { val: numbered.level }), w('numId', { val: numbered.num })) : '',
    hanging && !(numbered && numbered.num !== 0) ? w('tabs', {}, w('tab', { val: 'left', pos: indent })) : '',
    placed(form)
      ? ''
      : w('ind', {
          left: indent,
          hanging: hanging || undefined,
          firstLine: numbered?.num === 0 && !hanging ? 0 : undefined,
        }),
  ].join('')
}

/** Whether style and numbering already put the line where it belongs. */
function placed({ numbered, hanging, style, indent }: Form): boolean {
  if (numbered && numbered.num !== 0) return style === itemStyle(numbered.level) && indent === indentOf(numbered.level)
  return indent === 0 && !hanging && !numbered
}

/** How a paragraph of the old version stood. In a file with tracked changes labels are typed. */
function formOf({ type, label, level = 1, depth, quoted }: Former, { numbering: { headings } }: WordContext): Form {
  if (type === 'item') return { style: 'ListParagraph', indent: depth * LABEL, hanging: LABEL }
  if (type === 'paragraph') return { style: quoted ? 'Quote' : 'Normal', indent: depth * LABEL }
  const hanging = label === '' ? 0 : headings.room(level)
  return { style: `Heading${level}`, indent: hanging, hanging }
}

function wholeOf({ change }: LabelledLine, moves: ReturnType<typeof movesIn>): Revision | undefined {
  if (change === 'inserted') return { kind: 'ins' }
  if (change === 'deleted') return { kind: 'del' }
  return change === 'moved' && moves[0] ? { kind: moves[0].kind } : undefined
}

/** A label is words of the text: it comes and goes with its paragraph, and a new number takes the place of the old one. */
function labelRuns({ label = '', former }: LabelledLine, whole: Revision | undefined, context: WordContext): string {
  const tab = w('r', {}, w('tab'))
  const run = (kind: 'ins' | 'del' | undefined, ...inside: readonly string[]) =>
    context.tracked(kind && { kind }, inside.join(''))
  if (whole || !former || former.label === label) {
    const kind = whole && (isGone(whole) ? 'del' : 'ins')
    return label === '' ? '' : run(kind, words(label, kind === 'del'), tab)
  }
  const [gone, come] = [former.label !== '', label !== '']
  return [
    gone ? run('del', words(former.label, true), come ? '' : tab) : '',
    come ? run('ins', words(label), gone ? '' : tab) : '',
    gone && come ? tab : '',
  ].join('')
}
