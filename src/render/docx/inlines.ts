import { bookmarkName } from '../../model/index.js'
import type { DocInline } from '../../present/index.js'
import { unsafeLink } from '../links.js'
import type { WordContext } from './context.js'
import type { NumberPart } from './references.js'
import { isGone, type Revision } from './revision.js'
import { escape as escapeText, w } from './xml.js'

/** How words look, gathered from everything around them. */
interface Look {
  readonly bold?: true
  readonly italic?: true
  readonly strike?: true
  readonly style?: 'Code' | 'Muted' | 'Tag'
  readonly lang?: string
}

/** A piece of a line with everything that holds for it: Word knows no nesting of marks. */
interface Stretch {
  readonly xml: (look: string, gone: boolean) => string
  readonly look: Look
  readonly revision?: Revision
  /** How words looked that are in both versions and look otherwise now. */
  readonly former?: Look
  /** The name of the move it is part of. */
  readonly move?: string
  readonly link?: { readonly url: string } | { readonly target: string }
}

type Around = Omit<Stretch, 'xml'>

/** Written by `blocks`, which knows what a footnote's blocks look like. */
export type FootnoteWriter = (
  children: Extract<DocInline, { type: 'footnote' }>['children'],
  revision: Revision | undefined,
) => number

const SAFE = /^(?:https?|mailto|tel):/i

/** Words as runs. `revision` is that of words without one of their own. */
export function runs(content: readonly DocInline[], context: WordContext, footnote: FootnoteWriter, revision?: Revision): string {
  const pieces = content.flatMap((inline) => flatten(inline, { look: {}, ...(revision ? { revision } : {}) }, context, footnote))
  return grouped(pieces, sameLink, (linked) => {
    const inside = grouped(linked, sameRevision, (tracked) => {
      const change = tracked[0]?.revision
      const written = tracked.map(({ xml, look, former }) =>
        xml(properties(look, former && formerly(former, context)), isGone(change)),
      )
      return context.tracked(change, written.join(''))
    })
    return hyperlink(linked[0]?.link, inside, context)
  })
}

/** The moves that words are part of, each once. */
export function movesIn(content: readonly DocInline[]): readonly { kind: 'moveFrom' | 'moveTo'; move: string }[] {
  const found = new Map<string, { kind: 'moveFrom' | 'moveTo'; move: string }>()
  const visit = (inline: DocInline): void => {
    if ((inline.type === 'insertion' || inline.type === 'deletion') && inline.move !== undefined) {
      const kind = inline.type === 'insertion' ? 'moveTo' : 'moveFrom'
      found.set(`${kind} ${inline.move}`, { kind, move: inline.move })
    }
    if ('children' in inline && inline.type !== 'footnote') inline.children.forEach(visit)
  }
  content.forEach(visit)
  return [...found.values()]
}

/** Plain words with a look, for labels and running texts. */
export function words(value: string, gone = false, look: Look = {}): string {
  return w('r', {}, properties(look), w(gone ? 'delText' : 't', { 'xml:space': 'preserve' }, escapeText(value)))
}

const flattenAll = (content: readonly DocInline[], around: Around, context: WordContext, footnote: FootnoteWriter): Stretch[] =>
  content.flatMap((inline) => flatten(inline, around, context, footnote))

function flatten(inline: DocInline, around: Around, context: WordContext, footnote: FootnoteWriter): Stretch[] {
  const inside = (change: Partial<Around>, children: readonly DocInline[]) =>
    flattenAll(children, { ...around, ...change }, context, footnote)
  const looking = (look: Look, children: readonly DocInline[]) => inside({ look: { ...around.look, ...look } }, children)
  switch (inline.type) {
    case 'text':
      return inline.value === '' ? [] : [{ ...around, xml: textRun(inline.value) }]
    case 'code':
      return inside(coded(around), [{ type: 'text', value: inline.value }])
    case 'break':
      return [{ ...around, xml: (look) => w('r', {}, look, w('br')) }]
    case 'footnote': {
      const id = footnote(inline.children, around.revision)
      const mark = w('rPr', {}, w('rStyle', { val: 'FootnoteReference' }))
      return [{ ...around, xml: () => w('r', {}, mark, w('footnoteReference', { id })) }]
    }
    case 'emphasis':
      return looking({ italic: true }, inline.children)
    case 'strong':
      return looking({ bold: true }, inline.children)
    case 'strike':
      return looking({ strike: true }, inline.children)
    case 'span': {
      const style =
        inline.role === 'tag' ? ({ style: 'Tag' } as const) : inline.role === 'muted' ? ({ style: 'Muted' } as const) : {}
      const look = { ...around.look, ...style, ...(inline.lang === undefined ? {} : { lang: inline.lang }) }
      return inside({ look, ...(inline.former ? { former: { ...look, ...looksOf(inline.former) } } : {}) }, inline.children)
    }
    case 'insertion':
      return inside(changed(inline.move === undefined ? 'ins' : 'moveTo', inline.move), inline.children)
    case 'deletion':
      return inside(changed(inline.move === undefined ? 'del' : 'moveFrom', inline.move), inline.children)
    case 'link': {
      const parts = countedParts(inline, context)
      if (parts) return parts.flatMap((part, i) => [...(i === 0 ? [] : [{ ...around, xml: textRun('.') }]), field(part, around)])
      return inside(linkOf(inline, context), inline.children)
    }
  }
}

const coded = ({ look, former }: Around): Partial<Around> => ({
  look: { ...look, style: 'Code' },
  ...(former ? { former: { ...former, style: 'Code' as const } } : {}),
})

const changed = (kind: Revision['kind'], move: string | undefined): Partial<Around> => ({
  revision: { kind },
  ...(move === undefined ? {} : { move }),
})

function linkOf({ url, target }: { url?: string; target?: string }, context: WordContext): Partial<Around> {
  if (target !== undefined) return context.targets.has(target) ? { link: { target } } : {}
  if (url === undefined) return {}
  if (SAFE.test(url)) return { link: { url } }
  context.messages.push(unsafeLink(url))
  return {}
}

/** The clauses that a printed reference is counted from, which Word can count as well. */
function countedParts({ target, children }: Extract<DocInline, { type: 'link' }>, context: WordContext) {
  const [only] = children
  if (target === undefined || children.length !== 1 || only?.type !== 'text' || !context.targets.has(target)) return undefined
  return context.references.parts(target, only.value)
}

/** The number of a clause, which Word counts anew when fields are updated. LibreOffice puts what stands between two fields of one link elsewhere: it is in none. */
const field = ({ id, number }: NumberPart, around: Around): Stretch => ({
  ...around,
  // Where changes are tracked nothing is counted, so that no field is ever gone.
  xml: (look) => {
    const mark = (type: string) => w('r', {}, look, w('fldChar', { fldCharType: type }))
    const instruction = w('r', {}, look, w('instrText', { 'xml:space': 'preserve' }, ` REF ${bookmarkName(id)} \\n \\h `))
    return mark('begin') + instruction + mark('separate') + textRun(number)(look, false) + mark('end')
  },
})

const textRun =
  (value: string): Stretch['xml'] =>
  (look, gone) =>
    w('r', {}, look, lines(value, gone).join(''))

const lines = (value: string, gone: boolean): string[] =>
  value
    .split('\n')
    .flatMap((line, i) => [...(i > 0 ? [w('br')] : []), w(gone ? 'delText' : 't', { 'xml:space': 'preserve' }, escapeText(line))])

const looksOf = (names: readonly string[]): Look => ({
  ...(names.includes('strong') ? { bold: true } : {}),
  ...(names.includes('emphasis') ? { italic: true } : {}),
  ...(names.includes('delete') ? { strike: true } : {}),
})

/** The look that words get back when the change of it is rejected. */
const formerly = (look: Look, context: WordContext): string =>
  w('rPrChange', context.revision(), properties(look) || w('rPr', {}))

function properties({ bold, italic, strike, style, lang }: Look, former = ''): string {
  const set = [
    style ? w('rStyle', { val: style }) : '',
    bold ? w('b') : '',
    italic ? w('i') : '',
    strike ? w('strike') : '',
    lang === undefined ? '' : w('lang', { val: lang }),
    former,
  ].join('')
  return set === '' ? '' : w('rPr', {}, set)
}

function hyperlink(link: Stretch['link'], inside: string, context: WordContext): string {
  if (!link) return inside
  if ('url' in link) return w('hyperlink', { 'r:id': context.address(link.url), history: 1 }, inside)
  return w('hyperlink', { anchor: bookmarkName(link.target), history: 1 }, inside)
}

const sameLink = (a: Stretch, b: Stretch): boolean => JSON.stringify(a.link) === JSON.stringify(b.link)
const sameRevision = (a: Stretch, b: Stretch): boolean => a.revision?.kind === b.revision?.kind && a.move === b.move

function grouped(
  pieces: readonly Stretch[],
  same: (a: Stretch, b: Stretch) => boolean,
  write: (group: readonly Stretch[]) => string,
): string {
  let xml = ''
  for (let from = 0; from < pieces.length; ) {
    let to = from + 1
    while (to < pieces.length && same(pieces[from] as Stretch, pieces[to] as Stretch)) to++
    xml += write(pieces.slice(from, to))
    from = to
  }
  return xml
}
