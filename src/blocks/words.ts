import type { Inline } from '../model/index.js'
import type { SourceBlock } from './types.js'

/** The text of inlines; a footnote mark has none, a line break is a blank. */
export function textOf(content: readonly Inline[]): string {
  let text = ''
  for (const inline of content) {
    if ('value' in inline) text += inline.value
    else if (inline.type === 'break') text += ' '
    else if ('alt' in inline) text += inline.alt ?? ''
    else if ('children' in inline) text += textOf(inline.children as Inline[])
  }
  return text
}

// Only a font of symbols has these: what they print is a bullet of some shape.
const SYMBOL = /[\uF000-\uF0FF]/g

/** With a bullet that any font has for those of a font of symbols. */
export const withBullets = (text: string): string => text.replace(SYMBOL, '•')

/** What is counted when an import accounts for its source: everything between blanks, punctuation included. */
export const printedWords = (text: string): string[] => withBullets(text.normalize('NFC')).split(/\s+/).filter(Boolean)

export const text = (value: string): Inline => ({ type: 'text', value })

export type Emphasis = 'strong' | 'emphasis' | 'delete'

export const emphasised = (type: Emphasis, children: readonly Inline[]): Inline => ({ type, children: [...children] })

export const linked = (url: string, children: readonly Inline[]): Inline => ({
  type: 'link',
  url,
  title: null,
  children: [...children],
})

/**
 * Inlines as Markdown can hold them: neighbours of one kind joined, blanks moved out of emphasis and links, runs of blanks one blank,
 * nothing empty, no blanks at the ends.
 */
export function tidy(content: readonly Inline[]): Inline[] {
  const joined = joinNeighbours(content.flatMap(split))
  return trim(joined)
}

const MARKS = new Set(['emphasis', 'strong', 'delete'])

/** What neighbours have in common that are one: their kind of emphasis, or where they lead. */
const markOf = (inline: Inline | undefined): string | undefined => {
  if (inline?.type === 'link') return `link ${inline.url}`
  return inline && MARKS.has(inline.type) ? inline.type : undefined
}

/** Takes the blanks at the ends of emphasis and links out of them. */
function split(inline: Inline): Inline[] {
  if (inline.type === 'text') {
    const value = inline.value.replace(/\s+/g, ' ')
    return value === '' ? [] : [value === inline.value ? inline : { type: 'text', value }]
  }
  if (inline.type === 'break') return [text(' ')]
  if (!('children' in inline)) return [inline]
  const children = joinNeighbours((inline.children as Inline[]).flatMap(split))
  const whole = textOf(children)
  if (whole.trim() === '' && !children.some((child) => child.type === 'footnoteReference')) return whole === '' ? [] : [text(' ')]
  if (markOf(inline) === undefined) return [{ ...inline, children } as Inline]
  return [
    ...(/^\s/.test(whole) ? [text(' ')] : []),
    { ...inline, children: trim(children) } as Inline,
    ...(/\s$/.test(whole) ? [text(' ')] : []),
  ]
}

/** Each run is put together once, however many neighbours it has. */
function joinNeighbours(content: readonly Inline[]): Inline[] {
  const runs: Inline[][] = []
  for (const inline of content) {
    const last = runs.at(-1)
    const mark = markOf(inline)
    const before = runs.at(-2)
    if (last?.[0]?.type === 'text' && inline.type === 'text') last.push(inline)
    else if (mark !== undefined && last && markOf(last[0]) === mark) last.push(inline)
    else if (mark !== undefined && before && markOf(before[0]) === mark && last?.every(isBlank)) {
      // Emphasis over the end of a line is one, and so is a link.
      runs.pop()
      before.push(text(' '), inline)
    } else runs.push([inline])
  }
  return runs.map(asOne)
}

function asOne(run: readonly Inline[]): Inline {
  const [first, second] = run as readonly [Inline, ...Inline[]]
  if (second === undefined) return first
  if (first.type === 'text')
    return text(
      run
        .map((inline) => ('value' in inline ? inline.value : ''))
        .join('')
        .replace(/ +/g, ' '),
    )
  const children = run.flatMap((inline) => ('children' in inline ? (inline.children as Inline[]) : [inline]))
  return { ...first, children: joinNeighbours(children) } as Inline
}

const isBlank = (inline: Inline | undefined): boolean => inline?.type === 'text' && inline.value.trim() === ''

function trim(content: readonly Inline[]): Inline[] {
  const trimmed = [...content]
  for (let first = trimmed[0]; first?.type === 'text'; first = trimmed[0]) {
    const value = first.value.trimStart()
    if (value !== '') {
      trimmed[0] = text(value)
      break
    }
    trimmed.shift()
  }
  for (let last = trimmed.at(-1); last?.type === 'text'; last = trimmed.at(-1)) {
    const value = last.value.trimEnd()
    if (value !== '') {
      trimmed[trimmed.length - 1] = text(value)
      break
    }
    trimmed.pop()
  }
  return trimmed
}

/** The lines that breaks part, those with words or the mark of a footnote. `inlineOf` tells the inline of an item. */
export function linesAtBreaks<T>(items: readonly T[], inlineOf: (item: T) => Inline): T[][] {
  const lines: T[][] = [[]]
  for (const item of items) {
    if (inlineOf(item).type === 'break') lines.push([])
    else lines.at(-1)?.push(item)
  }
  return lines.filter((line) => {
    const inlines = line.map(inlineOf)
    return textOf(inlines).trim() !== '' || inlines.some(({ type }) => type === 'footnoteReference')
  })
}

/** Inlines without their first `length` characters of text. */
export function withoutStart(content: readonly Inline[], length: number): Inline[] {
  let left = length
  const cut = (inline: Inline): Inline[] => {
    if (left <= 0) return [inline]
    if (inline.type === 'text') {
      const value = inline.value.slice(left)
      left -= inline.value.length - value.length
      return value === '' ? [] : [text(value)]
    }
    if ('children' in inline) return [{ ...inline, children: (inline.children as Inline[]).flatMap(cut) } as Inline]
    return [inline]
  }
  return tidy(content.flatMap(cut))
}

/** Inlines without any markup but footnote marks: the last resort for a text whose markup Markdown cannot hold. */
export const unmarked = (content: readonly Inline[]): Inline[] =>
  tidy(
    content.flatMap(function plain(inline): Inline[] {
      if ('children' in inline) return (inline.children as Inline[]).flatMap(plain)
      if (inline.type === 'inlineCode') return [text(inline.value)]
      return [inline]
    }),
  )

/** The words of a block with the label its format prints, as a reader sees them. */
export function blockText(block: SourceBlock): string {
  const rows = block.content.length === 0 ? block.rows?.map((row) => row.map(textOf).join('\t')).join('\n') : undefined
  const words = block.shown ?? rows ?? textOf(block.content)
  return [block.label, words].filter(Boolean).join(' ').trim()
}
