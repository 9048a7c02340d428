import { clipped } from '../model/index.js'
import { type DocBlock, type Document, heading, muted, paragraph, text, type Workbook } from '../present/index.js'
import { CHOSEN, countOthers, type Deviation, type Deviations, deviates, EXPECTED, STANDINGS, UNKNOWN } from '../tailor/index.js'
import {
  columnsOf,
  filledWords,
  marked,
  otherReasons,
  paper,
  reason,
  reasonWords,
  standing,
  type TemplateSetting,
  table,
  unusual,
} from './setting.js'

/** The register of deviations ("pas toe of leg uit"): every provision that is not as the template has it, with the reason, or that none was given. */
export function presentRegister({ deviations }: Deviations, setting: TemplateSetting): Document {
  const { wording, template } = setting
  const others = deviations.filter(({ kind }) => !EXPECTED.has(kind))
  const own = deviations.filter(({ kind }) => kind === 'added')
  const count = { all: deviations.length, ...countOthers(deviations), own: own.length }
  const of = (holds: (kind: Deviation['kind']) => boolean) => deviations.filter(({ kind }) => holds(kind))
  const like = of((kind) => EXPECTED.has(kind))
  const part = (
    name: 'others' | 'undecided' | 'unconfirmed' | 'chosen' | 'own',
    found: readonly Deviation[],
  ): readonly DocBlock[] => {
    if (found.length === 0) return []
    // A choice is shown as it is: beside the template it would be the same, or nothing.
    const columns = columnsOf({ provision: 2, what: 2, [name === 'others' ? 'words' : 'offered']: 6, reason: 3 }, wording)
    const rows = found.map((deviation) => ({
      ...(deviation.id === undefined ? {} : { id: deviation.id }),
      kind: deviation.kind,
      cells: [
        where(deviation),
        standing({ ...deviation, significance: deviation.entry.significance }, wording),
        words(deviation),
        reason(deviation, wording),
      ],
    }))
    return [heading(2, wording(`templates.register.${name}`)), table(columns, rows)]
  }
  return paper('register', setting, `${wording('templates.fact.template')}: ${template}`, [
    paragraph(wording(others.length === 0 ? 'templates.register.none' : 'templates.register.summary', count), 'lead'),
    ...unusual(deviations, wording),
    ...otherReasons(others, wording),
    ...part('others', of(deviates)),
    ...(['undecided', 'unconfirmed'] as const).flatMap((unknown) =>
      part(
        unknown,
        of((kind) => kind === unknown),
      ),
    ),
    ...part(
      'chosen',
      of((kind) => CHOSEN.has(kind)),
    ),
    ...part('own', own),
    ...(like.length === 0 ? [] : [heading(2, wording('templates.register.like')), filledTable(like, setting)]),
  ])
}

/** What is as the template has it, with what was filled in. */
function filledTable(like: readonly Deviation[], { wording, lang }: TemplateSetting): DocBlock {
  const columns = columnsOf({ provision: 5, filled: 4 }, wording)
  return table(
    columns,
    like.map((deviation) => ({
      kind: deviation.kind,
      cells: [which(deviation), [paragraph(filledWords(deviation, lang, wording))]],
    })),
  )
}

/** How many letters of a clause tell which it is. */
const SHOWN = 60

/** Number and name of a clause whose words stand beside it; of one without a number its first words. */
const where = ({ id, entry }: Deviation): readonly DocBlock[] => {
  const piece = pieceOf(entry)
  return named(id, [piece?.number ?? firstWords(piece)])
}

/** A clause whose words stand nowhere else: its first words stand behind its number. */
const which = ({ id, entry }: Deviation): readonly DocBlock[] => {
  const piece = pieceOf(entry)
  return named(id, [piece?.number ?? [], firstWords(piece)].flat())
}

const pieceOf = ({ next, old }: Deviation['entry']) => next[0] ?? old[0]
const firstWords = (piece: ReturnType<typeof pieceOf>): string =>
  piece === undefined ? '' : clipped(piece.text.slice(piece.label).replace(/\s+/g, ' ').trim(), SHOWN)
const named = (id: string | undefined, parts: readonly string[]): readonly DocBlock[] => [
  paragraph([text(parts.join(' ')), ...(id === undefined ? [] : [text(' '), muted(`#${id}`)])]),
]

function words({ entry, kind }: Deviation): readonly DocBlock[] {
  const [old, next] = [entry.old, entry.next].map((pieces) => pieces.map((piece) => piece.text).join('\n')) as [string, string]
  // What is not known to be gone is not struck through.
  if (UNKNOWN.has(kind)) return [paragraph(old)]
  if (entry.fate === 'removed') return [paragraph([{ type: 'deletion', children: [text(old)] }])]
  if (entry.fate === 'added') return [paragraph([{ type: 'insertion', children: [text(next)] }])]
  return [paragraph(marked(old, next, [...entry.edits, ...entry.typography]))]
}

/** The register as a sheet, a line for each provision. */
export function registerSheets({ deviations }: Deviations, { title, lang, wording }: TemplateSetting): Workbook {
  const names = ['provision', 'what', 'significance', 'template', 'school', 'filled', 'reason'] as const
  const side = (pieces: Deviation['entry']['old']) => pieces.map((piece) => piece.text).join('\n')
  return {
    title,
    lang,
    sheets: [
      {
        name: wording('templates.register.title'),
        columns: names.map((name, i) => ({
          name: wording(`templates.column.${name}`),
          width: [24, 18, 16, 60, 60, 24, 40][i] ?? 20,
        })),
        frozen: 1,
        rows: deviations.map((deviation) => [
          deviation.id ?? '',
          wording(`templates.kind.${deviation.kind}`, { variant: deviation.variant ?? '' }),
          wording(`versions.significance.${deviation.entry.significance}`),
          side(deviation.entry.old),
          side(deviation.entry.next),
          filledWords(deviation, lang, wording),
          EXPECTED.has(deviation.kind) ? '' : reasonWords(deviation, wording),
        ]),
      },
    ],
  }
}

/** Names of the kinds, for the filter of a page. */
export const registerLabels = ({ wording }: Pick<TemplateSetting, 'wording'>) => ({
  kind: {
    name: wording('templates.column.what'),
    values: Object.fromEntries(STANDINGS.map((kind) => [kind, wording(`templates.kind.${kind}`, { variant: '' })])),
  },
})
