import {
  type DocBlock,
  type DocCell,
  type DocInline,
  type DocRow,
  type Document,
  heading,
  longDate,
  muted,
  paragraph,
  text,
} from '../present/index.js'
import { type Matrix, type Outlier, outlierOf, STANDOUTS, type Standout, type StandoutKind } from '../schools/index.js'
import { countKey, ruleTitle } from './lines.js'
import { MARKS, markName, toned } from './marks.js'
import { narrow, partsOf } from './matrix.js'
import type { Parts } from './parts.js'
import type { MatrixSetting } from './setting.js'
import { said } from './telling.js'
import { beginning } from './words.js'

/** Lines that a rule of each kind takes on paper at least, the head of a section, and the page below its title. */
const LINES: Readonly<Record<StandoutKind, number>> = { stricter: 3, milder: 3, otherwise: 4, silent: 2, alone: 2 }
// In lines of the printed page: what a heading with its space takes, and what one page holds.
const SECTION = 4
const PAGE = 46

/**
 * Where one school stands apart from the others, or from the reference of the setting: what it is stricter or milder on, has other values for,
 * leaves out, and has alone. On paper one page; on a screen everything, with the sentences.
 */
export function presentOutlier(matrix: Matrix, policy: number, setting: MatrixSetting): Document {
  const { wording, lang, date, reference } = setting
  const parts = partsOf(matrix, setting)
  const outlier = outlierOf(matrix, policy, reference)
  const school = parts.names[policy] as string
  const others = parts.order.filter((index) => (outlier.against === undefined ? index !== policy : index === outlier.against))
  const title = wording('schools.outlier.title', { school })
  const whom =
    others.length > NAMED
      ? wording('schools.outlier.others', { count: others.length })
      : others.map((index) => parts.names[index]).join(', ')
  const beside = wording('schools.outlier.beside', { schools: whom })
  const { shown, room } = shownOf(outlier, setting.form)
  return {
    type: 'document',
    title,
    lang,
    properties: { author: school, subject: beside, ...(date === undefined ? {} : { date }) },
    brand: { ...setting.brand, margins: narrow(setting.brand.margins) },
    header: title,
    footer: beside,
    pageNumber: wording('document.page'),
    orientation: 'portrait',
    attachments: [],
    children: [
      {
        type: 'cover',
        head: true,
        title,
        subtitle: beside,
        organisation: matrix.policies[policy]?.title ?? '',
        facts: date === undefined ? [] : [{ name: wording('schools.fact.date'), value: longDate(date, lang) }],
      },
      paragraph(leadOf(outlier, parts), 'lead'),
      ...(matrix.complete ? [] : [paragraph(wording('schools.incomplete'))]),
      ...STANDOUTS.flatMap((kind) => section(kind, outlier, { count: shown[kind], room }, parts)),
      paragraph(
        [
          muted(
            `${wording('schools.outlier.rest', { same: outlier.same, unknown: outlier.unknown })} ${wording('schools.caution')}`,
          ),
        ],
        'small',
      ),
    ],
  }
}

/** More schools than this are counted, not named. */
const NAMED = 6

/** How many rules of each kind there are, in one sentence. */
function leadOf({ standouts }: Outlier, { setting: { wording } }: Parts): string {
  const counted = STANDOUTS.flatMap((kind) => {
    const count = standouts.filter((each) => each.kind === kind).length
    return count === 0 ? [] : [wording(`schools.outlier.${kind}.count`, { count })]
  })
  return counted.length === 0
    ? wording('schools.outlier.nowhere')
    : wording('schools.outlier.lead', { counts: counted.join(', ') })
}

/** Words of a sentence and of what differs that are told of a rule, and the lines that it takes more than at least. */
interface Room {
  readonly sentence: number
  readonly differing: number
  readonly lines: number
}
/** Where few rules are told there is room for their sentences, where many for their beginnings. */
const ROOMS: readonly Room[] = [
  { sentence: 40, differing: 16, lines: 4 },
  { sentence: 20, differing: 10, lines: 2 },
]
const LEAST_ROOM: Room = { sentence: 10, differing: 6, lines: 0 }

/** What is shown of each kind. */
interface Shown {
  readonly shown: Readonly<Record<StandoutKind, number>>
  readonly room: Room
}

/** How many rules of each kind are shown: all on a screen, on paper as many as one page holds, the longest list shortened first. */
function shownOf({ standouts }: Outlier, form: MatrixSetting['form']): Shown {
  const shown = Object.fromEntries(
    STANDOUTS.map((kind) => [kind, standouts.filter((each) => each.kind === kind).length]),
  ) as Record<StandoutKind, number>
  const height = ({ lines } = LEAST_ROOM): number => {
    const linesOf = (kind: StandoutKind): number => LINES[kind] + (kind === 'silent' ? 0 : lines)
    return STANDOUTS.reduce((sum, kind) => sum + (shown[kind] === 0 ? 0 : SECTION + shown[kind] * linesOf(kind)), 0)
  }
  const room = (form === 'paper' ? ROOMS.find((each) => height(each) <= PAGE) : undefined) ?? LEAST_ROOM
  while (form === 'paper' && height() > PAGE) {
    const longest = STANDOUTS.reduce((x, y) => (shown[y] * LINES[y] > shown[x] * LINES[x] ? y : x))
    shown[longest] -= 1
  }
  return { shown, room }
}

function section(
  kind: StandoutKind,
  { standouts, policy, against }: Outlier,
  { count, room }: { readonly count: number; readonly room: Room },
  parts: Parts,
): DocBlock[] {
  const { wording, form } = parts.setting
  const all = standouts.filter((each) => each.kind === kind)
  if (all.length === 0) return []
  const shown = all.slice(0, count)
  const more = all.length - shown.length
  const schools = against === undefined ? parts.names.length - 1 : 1
  const column = (key: string): DocCell => ({ header: 'column', children: [paragraph(wording(key))] })
  const own = kind !== 'silent'
  const theirs = kind !== 'alone'
  return [
    { ...heading(form === 'paper' ? 2 : 1, wording(`schools.outlier.${kind}`)), id: kind },
    {
      type: 'table',
      look: form === 'paper' ? 'map' : 'plain',
      columns: [{ weight: 3 }, ...(own ? [{ weight: 4 }] : []), ...(theirs ? [{ weight: 4 }] : [])],
      head: [
        {
          cells: [
            column('schools.column.rule'),
            ...(own ? [{ header: 'column' as const, children: [paragraph(parts.names[policy] as string)] }] : []),
            ...(theirs ? [column('schools.outlier.theirs')] : []),
          ],
        },
      ],
      body: shown.map((each) => rowOf(each, { policy, schools, room }, parts)),
    },
    ...(more > 0 ? [paragraph([muted(wording(`schools.outlier.more.${countKey(more)}`, { count: more }))], 'small')] : []),
  ]
}

function rowOf(
  { row, differences, others, kind }: Standout,
  { policy, schools, room }: { readonly policy: number; readonly schools: number; readonly room: Room },
  parts: Parts,
): DocRow {
  const { wording, form } = parts.setting
  const rule = parts.rules[row] as Parts['rules'][number]
  const cell = rule.cells.get(policy)
  const name: DocCell = { header: 'row', children: [paragraph(ruleTitle(rule, parts))] }
  const words =
    cell && (form === 'screen' ? said(cell, parts) : said(cell, parts, [text(beginning(cell.sentence.text, room.sentence))]))
  const own: DocCell[] = cell && words ? [{ ...toned(cell.stance), children: [placed(cell.bearer.number, words)] }] : []
  if (kind === 'alone') return { cells: [name, ...own] }
  const asked = MARKS.flatMap((mark) => {
    const count = mark === 'silent' ? others.get('none') : mark === 'unknown' ? undefined : others.get(mark)
    const none = mark === 'silent' ? wording('schools.outlier.none') : markName(mark, parts.setting)
    return count === undefined ? [] : [wording('schools.share', { count, schools, name: none })]
  })
  const quoted = (words: string): string => beginning(words || '–', room.differing)
  const differs = differences[0] && {
    one: quoted(differences[0].words[0]),
    others: besideFirst(differences)
      .map(({ b, words }) =>
        wording('schools.outlier.words.other', { school: parts.names[b.policy] as string, words: quoted(words[1]) }),
      )
      .join(', '),
  }
  return {
    cells: [
      name,
      ...own,
      {
        children: [
          paragraph(asked.join(' · ')),
          ...(differs && kind === 'otherwise' ? [paragraph([muted(wording('schools.outlier.words', differs))], 'small')] : []),
        ],
      },
    ],
  }
}

/** The differences of other schools from what the first of them rests on, one a school and as many as a line or two hold. */
function besideFirst(differences: Standout['differences']): Standout['differences'] {
  const [first] = differences
  const same = differences.filter(({ kind, words }) => kind === first?.kind && words[0] === first.words[0])
  return same.filter(({ b }, at) => same.findIndex((other) => other.b.policy === b.policy) === at).slice(0, BESIDE)
}

/** Other schools whose words are told. */
const BESIDE = 2

/** The number of a clause before its words. */
const placed = (number: string, words: ReturnType<typeof said>): ReturnType<typeof said> => {
  if (number === '') return words
  const [mark, ...rest] = words.content
  return { ...words, content: [mark as DocInline, text(` ${number}`), ...rest] }
}
