import { capital, sentenceStart } from '../../language/index.js'
import { type Clause, clipped, type Language, minimum, plainText } from '../../model/index.js'
import {
  type DocBlock,
  type DocInline,
  type DocItem,
  type DocList,
  heading,
  muted,
  paragraph,
  strong,
  text,
} from '../../present/index.js'
import { type Comparison, type Entry, REASONS, significanceOf } from '../../versions/index.js'
import { createMarkedWords } from './marked-words.js'
import { createPlaces } from './places.js'
import { reasonTexts, shiftOf, whyText } from './reasons.js'
import type { VersionSetting } from './setting.js'
import { counted, replacementText } from './summary.js'

/**
 * The substantive changes in one line each, for who has ten minutes: where, what it is about, what became of it, and why. With a link
 * to the clause where it has an id. Nothing when there are none. With `gravest`, that many of them, the gravest first, and of the others
 * only where they are, section by section.
 */
export function substantiveList(
  comparison: Comparison,
  setting: VersionSetting,
  { gravest }: { readonly gravest?: number } = {},
): DocList | undefined {
  const lines = linesOf(comparison.entries)
  const line = lineOf(setting)
  const replaced = replacedItems(comparison, setting)
  if (gravest === undefined) return listOf([...replaced, ...lines.map((one) => line(one))])
  const ordered = byGravity(lines, setting)
  const isFull = (one: NotedEntry, at: number) => at < gravest || isCalled(one.entry)
  return listOf([
    ...replaced,
    ...ordered.filter(isFull).map((one) => line(one)),
    ...placesOf(
      ordered.filter((one, at) => !isFull(one, at)),
      lines,
      setting,
    ),
  ])
}

/** What its author calls harmless without proof is told in full wherever it is told: nobody would look for it. */
const isCalled = ({ called }: Entry): boolean => called !== undefined

/** Letters of an explanation that one line in a page has room for. */
const WHY = 260

/** Changes that their author calls harmless without proof, in a line each: a page has room for so many. */
const CALLED = 12

/** The gravest changes of substance in a line each, those that their author calls harmless without proof, and how many of substance there are besides. */
export function gravestChanges(
  comparison: Comparison,
  setting: VersionSetting,
  most: number,
): { readonly items: readonly DocItem[]; readonly others: number } {
  const replaced = replacedItems(comparison, setting)
  const lines = byGravity(linesOf(comparison.entries), setting)
  const line = lineOf(setting)
  const brief = ({ entry, inside }: NotedEntry): NotedEntry => ({
    entry: entry.why === undefined ? entry : { ...entry, why: clipped(entry.why, WHY) },
    inside,
  })
  const items = [...replaced, ...lines.slice(0, most).map((one) => line(brief(one)))].slice(0, most)
  const toRead = comparison.entries.filter(({ significance }) => significance === 'to-read')
  const left = lines
    .slice(Math.max(0, most - replaced.length))
    .filter(({ entry }) => isCalled(entry))
    .slice(0, CALLED)
  const unread = toRead
    .filter(isCalled)
    .map((entry) => ({ entry, inside: 0 }))
    .slice(0, CALLED - left.length)
  return {
    items: [...items, ...[...left, ...unread].map((one) => line(brief(one)))],
    others: replaced.length + lines.length - items.length - left.length,
  }
}

/** A term that became another throughout, in one line with the places it stands in. */
function replacedItems({ replaced }: Comparison, setting: VersionSetting): DocItem[] {
  const places = createPlaces(setting)
  return replaced
    .filter(({ significance }) => significance === 'substantive')
    .map((one): DocItem => {
      const where = one.clauses.flatMap((clause, at): DocInline[] => {
        const piece = { clause, line: clause.node.place.line, text: plainText(clause.node), label: 0 }
        const number = text(setting.next.resolved.clauses[clause.index]?.number ?? places.number('next', piece))
        const name: DocInline = clause.id === undefined ? number : { type: 'link', target: clause.id, children: [number] }
        return at === 0 ? [name] : [text(', '), name]
      })
      return {
        type: 'item',
        label: '•',
        children: [paragraph([strong(replacementText(one, setting.wording)), text(' ('), ...where, text(')')])],
      }
    })
}

/** Whether nothing is substantive in an entry but a term that became another throughout: that is told once. */
const onlyReplaced = ({ reasons, called }: Entry): boolean =>
  called === undefined &&
  reasons.some(({ kind }) => kind === 'throughout') &&
  reasons.every(({ kind }) => kind === 'throughout' || !['substantive', 'to-read'].includes(significanceOf(kind)))

const GRAVITY = Object.keys(REASONS)

function byGravity(lines: readonly NotedEntry[], setting: VersionSetting): readonly NotedEntry[] {
  const { lang } = setting.next.side.policy.metadata
  return [...lines].sort((a, b) => gravity(a.entry, lang) - gravity(b.entry, lang))
}

/** What was forbidden and is allowed now goes before all; the rest in the order of the reasons. */
function gravity(entry: Entry, lang: Language): number {
  const { reasons } = entry
  const shift = shiftOf(entry, lang)
  const released = shift?.old === 'prohibition' && (shift.next === 'permission' || shift.next === 'conditional-permission')
  return released ? -1 : minimum(reasons.map(({ kind }) => GRAVITY.indexOf(kind)))
}

/** Where changes are, by the section they stand in, in the order of the text; with `said`, what is said of each there. */
function placesOf(
  some: readonly NotedEntry[],
  all: readonly NotedEntry[],
  setting: VersionSetting,
  said?: (entry: Entry) => string,
): DocItem[] {
  const wanted = new Set(some)
  const places = createPlaces(setting)
  const sections = new Map<string, DocInline[][]>()
  for (const line of all) {
    if (!wanted.has(line)) continue
    const [piece, side] = line.entry.next[0] ? [line.entry.next[0], 'next' as const] : [line.entry.old[0], 'old' as const]
    const number = places.number(side, piece)
    const name = text(side === 'old' && piece?.number !== undefined ? setting.wording('versions.former', { number }) : number)
    const section = places.section(side, piece) || places.excerpt(piece)
    const list = sections.get(section) ?? []
    const place: DocInline =
      side === 'old' || piece?.id === undefined ? name : { type: 'link', target: piece.id, children: [name] }
    list.push(said ? [place, text(` ${said(line.entry)}`)] : [place])
    sections.set(section, list)
  }
  return [...sections].map(([section, found]) => ({
    type: 'item',
    label: '•',
    children: [
      paragraph([
        strong(section),
        text(said ? ': ' : ` (${counted(setting.wording, 'versions.memo.more', found.length)}): `),
        ...found.flatMap((place, at) => (at === 0 ? place : [text(said ? '; ' : ', '), ...place])),
      ]),
    ],
  }))
}

/** Changes to be read that stand in full before the papers that have them all; of more, a line for each section. */
const READ_HERE = 12
/** Letters of both versions of them: some fifteen pages. A table of thousands of rows stands below, and not twice. */
const LETTERS_HERE = 50_000

/**
 * The changes of which nobody knows but by reading, under a heading that says so: in full, with what came and went, for they may be of
 * substance. Of many, where they are and what differs, for a board would not read them all here. Nothing when there are none.
 */
export function toReadPart(comparison: Comparison, setting: VersionSetting, level: 1 | 2): DocBlock[] {
  const { wording } = setting
  const entries = comparison.entries.filter(({ significance }) => significance === 'to-read')
  const letters = entries.reduce((sum, { old, next }) => [...old, ...next].reduce((all, { text }) => all + text.length, sum), 0)
  const isMuch = entries.length > READ_HERE || letters > LETTERS_HERE
  const list = listOf(isMuch ? briefly(entries, setting) : inFull(entries, comparison, setting))
  if (!list) return []
  const intro = isMuch ? counted(wording, 'versions.to-read-many', entries.length) : wording('versions.to-read-intro')
  return [{ ...heading(level, wording('versions.part.to-read')), listed: false }, paragraph(intro), list]
}

function inFull(entries: readonly Entry[], comparison: Comparison, setting: VersionSetting): DocItem[] {
  const line = lineOf(setting)
  const words = createMarkedWords(comparison.entries, setting)
  return entries.map((entry): DocItem => {
    const item = line({ entry, inside: 0 }, false)
    return { ...item, children: [...item.children, ...words(entry)] }
  })
}

function briefly(entries: readonly Entry[], setting: VersionSetting): DocItem[] {
  const lines = entries.map((entry) => ({ entry, inside: 0 }))
  const { lang } = setting.next.side.policy.metadata
  const called = (entry: Entry) => (isCalled(entry) ? [whyText(entry, setting.wording) ?? ''] : [])
  return placesOf(lines, lines, setting, (entry) =>
    [...reasonTexts(entry, setting.wording, lang).slice(0, TOLD), ...called(entry)].join(', '),
  )
}

const listOf = (items: readonly DocItem[]): DocList | undefined =>
  items.length === 0 ? undefined : { type: 'list', ordered: false, items }

/** An entry a board must know of, with the number of clauses that came or went along with it. */
export interface NotedEntry {
  readonly entry: Entry
  readonly inside: number
}

/** The substantive changes. What stands in a section or item that is new as a whole, or gone, is told with it. */
export function linesOf(entries: readonly Entry[]): readonly NotedEntry[] {
  const alone = new Map<Clause, Entry>()
  for (const entry of entries) {
    if (entry.fate !== 'added' && entry.fate !== 'removed') continue
    for (const { clause } of [...entry.old, ...entry.next]) alone.set(clause, entry)
  }
  const inside = new Map<Entry, number>()
  const told = new Set<Entry>()
  for (const entry of entries) {
    if (entry.significance !== 'substantive' || onlyReplaced(entry)) continue
    let top = entry
    const clause = (entry.next[0] ?? entry.old[0])?.clause
    // What its author says of a change is told with it, and not with the section.
    for (let up = isCalled(entry) ? undefined : clause?.parent; up && alone.get(up)?.fate === entry.fate; up = up.parent)
      top = alone.get(up) as Entry
    told.add(top)
    if (top !== entry) inside.set(top, (inside.get(top) ?? 0) + 1)
  }
  return entries.filter((entry) => told.has(entry)).map((entry) => ({ entry, inside: inside.get(entry) ?? 0 }))
}

/** Reasons of a change that a line has room for. */
const TOLD = 2

function lineOf(setting: VersionSetting): (line: NotedEntry, excerpt?: boolean) => DocItem {
  const { wording } = setting
  const { lang } = setting.next.side.policy.metadata
  const places = createPlaces(setting)
  return ({ entry, inside }, excerpt = true) => {
    const [piece, side] = entry.next[0] ? [entry.next[0], 'next' as const] : [entry.old[0], 'old' as const]
    const number = places.number(side, piece)
    // A number of the old text may be another clause's in the new one.
    const shown = side === 'old' && piece?.number !== undefined ? wording('versions.former', { number }) : number
    const section = piece?.clause.kind === 'section' ? places.excerpt(piece) : places.section(side, piece)
    // The gravest two, and how many there are besides: the whole of it stands in the table.
    const all = reasonTexts(entry, wording, lang)
    const reasons = all.slice(0, TOLD)
    if (all.length > TOLD) reasons.push(counted(wording, 'versions.memo.reasons', all.length - TOLD))
    if (inside > 0) reasons.push(counted(wording, 'versions.memo.inside', inside))
    // Cells one behind the other are no sentence.
    const quotable = excerpt && piece?.clause.kind !== 'section' && piece?.clause.kind !== 'table'
    // Why stands in the place of the words only where all is told that changed in them.
    // What was said of other words stands in the place of none.
    const author = whyText(entry, wording)
    const isOwn = author !== undefined && entry.whyOfOthers === undefined && entry.called === undefined
    const words = quotable && (!isOwn || all.length > TOLD) ? excerptOf(entry, lang) : ''
    const quoted = words === '' || author === undefined ? words : `“${words}”`
    const said = [quoted, author ?? ''].filter((each) => each !== '').map(capital)
    const name = strong(shown)
    return {
      type: 'item',
      label: '•',
      children: [
        paragraph([
          piece?.id === undefined ? name : { type: 'link', target: piece.id, children: [name] },
          ...(section === '' || section === number ? [] : [text(' '), muted(section)]),
          text(reasons.length > 0 ? `: ${reasons.join('; ')}`.replace(/ ?…?$/, (end) => end || '.') : ''),
          ...said.map((each) => text(` ${each}`)),
        ]),
      ],
    }
  }
}

/** Letters of a text that stand for all of it in a line. */
const EXCERPT = 110

/** The beginning of the sentence in which a clause first changed. */
function excerptOf({ next, old, edits }: Entry, lang: Language): string {
  const side = next.length > 0 ? 'next' : 'old'
  const [piece] = side === 'next' ? next : old
  if (!piece) return ''
  const changed = edits[0]?.[side][0] ?? 0
  const start = Math.max(piece.label, sentenceStart(piece.text, changed, lang))
  return (start > piece.label ? '… ' : '') + clipped(piece.text.slice(start).replace(/\s+/g, ' ').trim(), EXCERPT)
}
