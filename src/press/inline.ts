import { followable } from '../model/index.js'
import { type DocInline, plainWords } from '../present/index.js'
import { drawable, type Family, UNSEEN_BLANK } from './fonts.js'
import type { Ink, LinkSpot, Measured, NoteFlow } from './set.js'
import { Tag } from './tags.js'
import type { Theme, Type } from './theme.js'
import { words } from './words.js'

/** What the conversion of inlines needs to know of the document. */
export interface InlineContext {
  readonly theme: Theme
  readonly family: Family
  /** True when there is a destination of this name; reports it when there is none. */
  readonly resolves: (target: string) => boolean
  readonly note: (number: number, children: readonly unknown[], mark: Tag) => NoteFlow
  /** What is said before and after words that came, went or are struck through, to who does not see it. */
  readonly spoken: Spoken | undefined
}

/** The words around a mark: "[new:", "end]". */
export interface Spoken extends Readonly<Record<Marked, readonly [start: string, end: string]>> {
  /** Instead of a row of dots. */
  readonly blank: string
}

type Marked = 'insertion' | 'deletion' | 'strike'

/** The state of the text around an inline. */
interface Style {
  readonly tag: Tag
  readonly bold: boolean
  readonly italic: boolean
  readonly colour: string
  readonly size: number
  readonly underline?: string
  readonly strike?: string
  readonly link?: LinkSpot
  /** Words that came or went. */
  readonly changed?: boolean
  readonly code?: boolean
}

export interface BaseStyle {
  readonly type: Type
  readonly tag: Tag
  readonly bold?: boolean
  readonly italic?: boolean
  readonly colour?: string
  /** Blanks and line ends as they are written. */
  readonly verbatim?: boolean
  readonly code?: boolean
}

/** Letters that are all as wide as an m look larger than others. */
const CODE = 0.92

export function pieces(content: readonly DocInline[], base: BaseStyle, context: InlineContext): Measured[] {
  const out: Measured[] = []
  const { colours } = context.theme
  const ink = (style: Style): Ink => ({
    face: style.code ? context.family.code() : context.family.face(style.bold, style.italic),
    size: style.code ? style.size * CODE : style.size,
    colour: style.colour,
    rise: 0,
    tag: style.tag,
    ...(style.underline ? { underline: style.underline } : {}),
    ...(style.strike ? { strike: style.strike } : {}),
    ...(style.link ? { link: style.link } : {}),
  })

  /** A row of dots or of x's is no word: it is a picture of a place to write in, and named so. Letters are named as they are. */
  const place = (row: string, own: Ink): Ink => {
    const box = [0, 0, 0, 0]
    const alt = (/[\p{L}\p{N}]/u.test(row) ? undefined : context.spoken?.blank) ?? row
    const tag = new Tag('Figure', own.tag, { alt, attributes: { O: 'Layout', Placement: 'Inline', BBox: box } })
    return { ...own, tag, drawn: (drawn) => box.splice(0, box.length, ...drawn) }
  }
  const said = (word: string, blank: 'before' | 'behind', { underline: _u, strike: _s, ...bare }: Style): Measured => {
    const own = ink(bare)
    const { shaped, scale } = own.face.unseen(word, blank)
    return { kind: 'word', text: word, ink: { ...own, unseen: scale }, shaped, wrap: false }
  }
  /** Words with a mark on them, said at both ends. Blanks at their ends stay outside, where they part the words. */
  const revised = (kind: Marked, children: readonly DocInline[], style: Style): void => {
    const start = out.length
    visit(children, style)
    const spoken = context.spoken?.[kind]
    if (!spoken || out.length === start) return
    const first = out[start]?.kind === 'space' ? start + 1 : start
    const end = out.length > first && out.at(-1)?.kind === 'space' ? out.length - 1 : out.length
    out.splice(end, 0, said(spoken[1], 'before', style))
    out.splice(first, 0, said(spoken[0], 'behind', style))
  }

  const visit = (nodes: readonly DocInline[], style: Style): void => {
    let current: Ink | undefined
    for (const [at, node] of nodes.entries()) {
      switch (node.type) {
        case 'text':
          words(
            node.value,
            (current ??= ink(style)),
            base.verbatim ? 'verbatim' : style.changed ? 'letters' : 'words',
            context.family,
            out,
            place,
          )
          break
        case 'code':
          words(
            node.value,
            ink({ ...style, tag: new Tag('Code', style.tag), colour: colours.muted, code: true }),
            'verbatim',
            context.family,
            out,
            place,
          )
          break
        case 'break':
          out.push({ kind: 'newline', ink: (current ??= ink(style)) })
          break
        case 'strong':
          visit(node.children, { ...style, tag: new Tag('Strong', style.tag), bold: true })
          break
        case 'emphasis':
          visit(node.children, { ...style, tag: new Tag('Em', style.tag), italic: !style.italic })
          break
        case 'strike':
          revised('strike', node.children, { ...style, tag: new Tag('Strike', style.tag, STRUCK), strike: style.colour })
          break
        case 'insertion':
        case 'deletion': {
          // "2019" and "2023" that take each other's place are two numbers to who hears or copies them.
          if (context.spoken && isRevision(nodes[at - 1]) && out.at(-1)?.kind === 'word') {
            const before = ink(style)
            out.push({ kind: 'space', ink: before, shaped: { ...before.face.space, width: UNSEEN_BLANK }, hard: false })
          }
          const colour = node.type === 'insertion' ? colours.inserted : colours.deleted
          revised(node.type, node.children, {
            ...style,
            colour,
            changed: true,
            ...(node.type === 'insertion'
              ? { tag: new Tag('Ins', style.tag, UNDERLINED), underline: colour }
              : { tag: new Tag('Del', style.tag, STRUCK), strike: colour }),
          })
          break
        }
        case 'span':
          visit(node.children, {
            ...style,
            tag: node.lang ? new Tag('Span', style.tag, { lang: node.lang }) : style.tag,
            ...(node.role === 'muted' ? { colour: colours.muted } : {}),
            ...(node.role === 'tag' ? { bold: true, colour: colours.heading } : {}),
          })
          break
        case 'link': {
          const url = node.url === undefined ? undefined : followable(node.url)
          const known = url !== undefined || (node.target !== undefined && context.resolves(node.target))
          // A link in a link can only be one of them: the outer one.
          if (!known || style.link) visit(node.children, style)
          else {
            const tag = new Tag('Link', style.tag)
            const contents = described(drawable(plainWords(node.children, 'all')) || url || '')
            const link = { tag, contents, ...(url === undefined ? { name: node.target as string } : { url }) }
            visit(node.children, {
              ...style,
              tag,
              link,
              colour: style.underline || style.strike ? style.colour : colours.heading,
              ...(url !== undefined && !style.underline ? { underline: colours.hairline } : {}),
            })
          }
          break
        }
        case 'footnote': {
          const reference = new Tag('Reference', style.tag)
          const tag = new Tag('Link', reference)
          const note = context.note(node.number, node.children, style.tag)
          const mark = ink({ ...style, tag, bold: false, italic: false, colour: colours.heading })
          const link = { tag, name: note.name, contents: `${node.number}` }
          const size = style.size * 0.68
          const raised: Ink = { ...mark, size, rise: style.size * 0.33, link, note }
          glue(out)
          out.push({
            kind: 'word',
            text: `${node.number}`,
            ink: raised,
            shaped: raised.face.shape(`${node.number}`),
            wrap: false,
          })
          break
        }
      }
    }
  }
  visit(content, {
    tag: base.tag,
    bold: base.bold ?? false,
    italic: base.italic ?? false,
    colour: base.colour ?? colours.ink,
    size: base.type.size,
    ...(base.code ? { code: true } : {}),
  })
  return out
}

const isRevision = (node: DocInline | undefined): boolean => node?.type === 'insertion' || node?.type === 'deletion'

/** What the tree says of marked words (ISO 32000-1, 14.8.5.4.4). */
const UNDERLINED = { attributes: { O: 'Layout', TextDecorationType: 'Underline' } }
const STRUCK = { attributes: { O: 'Layout', TextDecorationType: 'LineThrough' } }

/** How an address begins that Java, and so veraPDF, reads as one. */
const PROTOCOL = /^\s*(?:(?:url:|https?:|ftp:|file:|jar:|mailto:)\/{0,3})+/i

/** What a link says of itself. An address alone is no description (WCAG 2.4.9); the place it names is. */
const described = (words: string): string => words.replace(PROTOCOL, '') || words

/** The mark of a note never stands at the start of a line. */
function glue(out: Measured[]): void {
  const last = out.at(-1)
  if (last?.kind === 'word' && last.wrap) out[out.length - 1] = { ...last, wrap: false }
}
