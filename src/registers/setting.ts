import { valueInWords } from '../language/index.js'
import type { Language, Status } from '../model/index.js'
import {
  type Brand,
  type DocBlock,
  type DocInline,
  type Document,
  muted,
  paragraph,
  text,
  type Wording,
} from '../present/index.js'
import { CHOSEN, type Stand, UNKNOWN } from '../tailor/index.js'

/** What the papers about a school and its template are made of besides what was found. */
export interface TemplateSetting {
  /** The title of the school's policy. */
  readonly title: string
  readonly organisation: string
  /** The edition it is held against: `sector/social-media@1.0.0`. */
  readonly template: string
  readonly lang: Language
  /** ISO date of the policy; absent when it has none. */
  readonly date?: string
  /** Of the school's policy: a paper about a text that is not adopted says so on every page. Absent where it is about several. */
  readonly status?: Status
  readonly brand: Brand
  /** Keys `templates.*`, `versions.significance.*`, `document.mark.*` and `document.page`. */
  readonly wording: Wording
}

/** Title, running texts and head of a paper; `kind` names it: `templates.<kind>.title`. */
export function paper(
  kind: 'register' | 'plan' | 'plan-within' | 'attach' | 'matrix',
  setting: TemplateSetting,
  facts: string,
  children: readonly DocBlock[],
): Document {
  const { title, organisation, template, lang, date, status, brand, wording } = setting
  const name = wording(`templates.${kind}.title`)
  return {
    type: 'document',
    title: `${name}: ${title}`,
    lang,
    properties: { author: organisation, subject: `${name} · ${template}`, ...(date === undefined ? {} : { date }) },
    brand,
    ...(status === undefined || status === 'adopted' ? {} : { mark: wording(`document.mark.${status}`) }),
    header: organisation,
    footer: `${name} · ${title}`,
    pageNumber: wording('document.page'),
    orientation: 'landscape',
    attachments: [],
    children: [
      { type: 'cover', head: true, title: name, subtitle: title, organisation, facts: [] },
      paragraph(facts, 'small'),
      ...children,
    ],
  }
}

/** A column: the words of its head, and its share of the width. */
type Column = readonly [name: string, weight: number]

/** Columns in the order named, each with its share of the width; their heads are `templates.column.NAME`. */
export const columnsOf = (weights: Readonly<Record<string, number>>, wording: Wording): readonly Column[] =>
  Object.entries(weights).map(([name, weight]) => [wording(`templates.column.${name}`), weight])

/** A table with a head. */
export function table(
  columns: readonly Column[],
  rows: readonly { readonly id?: string; readonly kind: string; readonly cells: readonly (readonly DocBlock[])[] }[],
): DocBlock {
  return {
    type: 'table',
    look: columns.length > 2 ? 'grid' : 'plain',
    columns: columns.map(([, weight]) => ({ weight })),
    head: [{ cells: columns.map(([name]) => ({ header: 'column' as const, children: [paragraph(name)] })) }],
    body: rows.map(({ id, kind, cells }) => ({
      ...(id === undefined ? {} : { id }),
      facets: { kind },
      cells: cells.map((children) => ({ children })),
    })),
  }
}

interface Edit {
  readonly old: readonly [number, number]
  readonly next: readonly [number, number]
}

/** A piece of words beside others: in both, in the former alone, or in the later alone. */
export interface ComparedWords {
  readonly kind: 'same' | 'gone' | 'came'
  readonly words: string
}

/** The later of two texts with what differs from the former, piece by piece. */
export function piecesBetween(old: string, next: string, edits: readonly Edit[]): readonly ComparedWords[] {
  const pieces: ComparedWords[] = []
  let at = 0
  const put = (kind: ComparedWords['kind'], words: string) => void (words === '' || pieces.push({ kind, words }))
  for (const edit of [...edits].sort((a, b) => a.next[0] - b.next[0] || a.old[0] - b.old[0])) {
    put('same', next.slice(at, edit.next[0]))
    put('gone', old.slice(...edit.old))
    put('came', next.slice(...edit.next))
    at = edit.next[1]
  }
  put('same', next.slice(at))
  return pieces
}

/** A text with what came and went marked in it. */
export const marked = (old: string, next: string, edits: readonly Edit[]): readonly DocInline[] =>
  piecesBetween(old, next, edits).map(({ kind, words }): DocInline => {
    const said = text(words)
    return kind === 'same' ? said : { type: kind === 'gone' ? 'deletion' : 'insertion', children: [said] }
  })

/** What was filled in, as the text prints it. */
export const filledWords = (filled: Filled, lang: Language, wording: Wording): string =>
  filled.values.map((each) => `${each[0]}: ${filledIn(each, filled, lang, wording)}`).join('; ')

type Filled = Pick<Stand, 'values' | 'usual'>

/** One value that was filled in, with the usual one where that is another. */
export function filledIn([name, value]: Stand['values'][number], { usual }: Filled, lang: Language, wording: Wording): string {
  const own = valueInWords(value, lang)
  const other = Object.hasOwn(usual, name) ? usual[name] : undefined
  return other === undefined ? own : `${own} (${wording('templates.usual', { value: valueInWords(other, lang) })})`
}

/** How many answers of one school are other than the template's usual ones. */
export const countUnusual = (all: readonly Filled[]): number => new Set(all.flatMap(({ usual }) => Object.keys(usual))).size

/** The same in words; nothing where there are none. */
export function unusual(all: readonly Filled[], wording: Wording): readonly DocBlock[] {
  const count = countUnusual(all)
  return count === 0 ? [] : [paragraph(wording('templates.unusual.count', { count }), 'small')]
}

/** Why a provision is not as the template has it, and what is known of the words that was said of. */
export function reason({ kind, reason: why, given = 'these' }: Said, wording: Wording): readonly DocBlock[] {
  if (why === undefined) return [paragraph([muted(noReason(kind, wording))])]
  return [paragraph(why), ...(given === 'other' ? [paragraph([muted(wording('templates.reason.other'))], 'small')] : [])]
}

type Said = Pick<Stand, 'kind' | 'reason' | 'given'>

/** What stands in the place of a reason: of what is not known nobody can give one yet, and a clause of its own needs none. */
const noReason = (kind: Stand['kind'], wording: Wording): string =>
  kind === 'added'
    ? '–'
    : wording(
        UNKNOWN.has(kind) ? `templates.open.${kind}` : CHOSEN.has(kind) ? 'templates.needs-no-reason' : 'templates.no-reason',
      )

/** The same as one line. */
export function reasonWords({ kind, reason: why, given = 'these' }: Said, wording: Wording): string {
  if (why === undefined) return noReason(kind, wording)
  return given === 'other' ? `${why} (${wording('templates.reason.other')})` : why
}

/** How many reasons were given for words that stand there no more, and of how many nobody recorded for which; nothing where there are none. */
export const otherReasons = (all: readonly Said[], wording: Wording): readonly DocBlock[] =>
  (['other', 'unknown'] as const).flatMap((given) => {
    const count = all.filter((said) => said.given === given).length
    return count === 0
      ? []
      : [paragraph(wording(`templates.reason.${given}.count`, { count }), given === 'other' ? 'warning' : 'small')]
  })

/** How a provision stands: what became of it, how much it weighs, and in which other clauses it stands or what else the clause says. */
export function standing(
  { kind, variant, moved, significance, covers }: Pick<Stand, 'kind' | 'variant' | 'moved' | 'significance' | 'covers'>,
  wording: Wording,
): readonly DocBlock[] {
  const said = wording(`templates.kind.${kind}`, { variant: variant ?? '' })
  const also = moved && kind !== 'moved' ? [wording('templates.kind.moved')] : []
  const isReworded = kind === 'reworded' || (kind === 'locked' && significance !== 'none')
  const weighs = isReworded ? [wording(`versions.significance.${significance}`)] : []
  const more = [...weighs, ...coverage({ kind, covers }, wording)]
  return [paragraph([said, ...also].join(', ')), ...more.map((each) => paragraph(each, 'small'))]
}

/** Where a provision stands that is in another clause, or which others a clause covers beside its own; nothing where there are none. */
export function coverage({ kind, covers }: Pick<Stand, 'kind' | 'covers'>, wording: Wording): readonly string[] {
  const names = covers.join(', ')
  if (names === '') return []
  return [wording(kind === 'covered' || kind === 'locked' ? 'templates.covered-by' : 'templates.attach.covers', { names })]
}
