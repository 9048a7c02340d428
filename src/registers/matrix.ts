import { bracketed, clipped } from '../model/index.js'
import {
  type DocBlock,
  type DocCell,
  type DocRow,
  type Document,
  type Form,
  heading,
  muted,
  paragraph,
  strong,
  text,
} from '../present/index.js'
import {
  type Alike,
  countOf,
  countOthers,
  type DeviationKind,
  type DeviationMatrix,
  deviating,
  EXPECTED,
  type HeldProvision,
  STANDINGS,
  UNKNOWN,
} from '../tailor/index.js'
import {
  columnsOf,
  countUnusual,
  coverage,
  filledIn,
  marked,
  otherReasons,
  paper,
  reason,
  standing,
  type TemplateSetting,
  table,
} from './setting.js'

/** With more schools than this a column each would break their names: how many stand so to a provision is counted instead. */
const COLUMNS = 12
/** Letters of a provision that tell which it is. */
const SHOWN = 70
/** Letters of what a school filled in. */
const CELL = 40
/** Names of schools that are written out; the rest are counted. */
const NAMED = 60

/** All schools of a template against it: a map of who deviates where, then every deviation with its words and reason, then what schools added. */
export function presentDeviationMatrix(matrix: DeviationMatrix, setting: TemplateSetting, form: Form): Document {
  const { wording } = setting
  const { schools, provisions } = matrix
  const stands = provisions.flatMap((provision) => provision.stands.flatMap((stand) => stand ?? []))
  const others = stands.filter(({ kind }) => !EXPECTED.has(kind))
  const own = schools.reduce((sum, school) => sum + school.own.length, 0)
  const parts = provisions.filter((provision) => deviating(provision).length > 0)
  const locked = others.filter(({ kind }) => kind === 'locked').length
  const values = { schools: schools.length, ...countOthers(stands), provisions: provisions.length, own }
  return paper('matrix', setting, wording('templates.matrix.against', { template: matrix.template }), [
    paragraph(wording('templates.matrix.summary', values), 'lead'),
    ...behind(matrix, setting),
    ...otherReasons(others, wording),
    ...(locked === 0 ? [] : [paragraph(wording('templates.matrix.locked', { count: locked }), 'warning')]),
    ...(form === 'summary' ? [] : map(matrix, setting)),
    ...(parts.length === 0
      ? []
      : [
          { ...heading(2, wording('templates.matrix.who')), id: 'who' },
          ...parts.map((provision) => partOf(provision, matrix, setting)),
        ]),
    ...(own === 0 ? [] : [{ ...heading(2, wording('templates.matrix.own')), id: 'own' }, ownTable(matrix, setting)]),
    { ...heading(2, wording('templates.matrix.schools')), id: 'schools' },
    schoolTable(matrix, setting),
  ])
}

/** Which schools have an older edition than the newest: nothing is said of how they stand to that one. */
function behind({ schools, newest }: DeviationMatrix, setting: TemplateSetting): readonly DocBlock[] {
  const older = schools.filter(({ edition }) => edition !== newest)
  if (older.length === 0) return []
  const values = {
    newest,
    count: older.length,
    names: namesOf(
      older.map(({ name, edition }) => `${name} (${edition})`),
      setting,
    ),
  }
  return [paragraph(setting.wording('templates.matrix.behind', values), 'warning')]
}

const map = (matrix: DeviationMatrix, setting: TemplateSetting): readonly DocBlock[] => [
  { ...heading(2, setting.wording('templates.matrix.map')), id: 'map' },
  paragraph(setting.wording(matrix.schools.length > COLUMNS ? 'templates.matrix.counts' : 'templates.matrix.legend'), 'small'),
  mapOf(matrix, setting),
]

const target = (id: string): string => `provision-${id}`

function mapOf({ schools, provisions }: DeviationMatrix, { wording, lang }: TemplateSetting): DocBlock {
  const counted = schools.length > COLUMNS
  const kinds = STANDINGS.filter((kind) => kind !== 'added')
  const heads = counted ? kinds.map((kind) => wording(`templates.short.${kind}`)) : schools.map(({ name }) => name)
  const head = (value: string): DocCell => ({ header: 'column', children: [paragraph(value)] })
  const cell = (kind: DeviationKind, words: string): DocCell => ({ ...toneOf(kind), children: [paragraph(words)] })
  const cells = (provision: HeldProvision): DocCell[] => {
    if (counted) {
      const counts = countOf(provision)
      return kinds.map((kind) => cell(kind, counts.has(kind) ? String(counts.get(kind)) : ''))
    }
    return provision.stands.map((stand) => {
      if (stand === undefined) return { tone: 'muted', children: [paragraph('–')] }
      const { kind, variant, values } = stand
      if (kind === 'variant') return cell(kind, variant ?? '')
      if (kind !== 'filled') return cell(kind, wording(`templates.short.${kind}`))
      // An answer that is other than usual stands first, and in full.
      const said = (some: typeof values) => some.map((each) => filledIn(each, stand, lang, wording)).join('; ')
      const other = said(values.filter(([name]) => Object.hasOwn(stand.usual, name)))
      const like = clipped(said(values.filter(([name]) => !Object.hasOwn(stand.usual, name))), CELL)
      return cell(kind, [other, like].filter((each) => each !== '').join('; '))
    })
  }
  return {
    type: 'table',
    look: 'map',
    columns: [{ weight: 5 }, ...heads.map(() => ({ weight: 1.3, align: 'center' as const }))],
    head: [{ cells: [head(wording('templates.column.provision')), ...heads.map(head)] }],
    body: provisions.map((provision): DocRow => {
      const { id, words, isHeading, locked } = provision
      const name = [text(clipped(words, SHOWN)), ...(locked ? [text(' '), muted(wording('templates.matrix.is-locked'))] : [])]
      const deviates = deviating(provision).length > 0
      return {
        ...(isHeading ? { opens: true } : {}),
        ...(deviates ? { standsFor: target(id) } : {}),
        cells: [
          {
            header: 'row',
            children: [
              paragraph(
                deviates
                  ? [{ type: 'link', target: target(id), children: name }]
                  : isHeading
                    ? [strong(clipped(words, SHOWN))]
                    : name,
              ),
            ],
          },
          ...cells(provision),
        ],
      }
    }),
  }
}

const toneOf = (kind: DeviationKind): Pick<DocCell, 'tone'> =>
  kind === 'locked' || kind === 'dropped' ? { tone: 'deleted' } : EXPECTED.has(kind) ? { tone: 'muted' } : { tone: 'accent' }

/** One provision: which schools deviate, how and why. */
function partOf(provision: HeldProvision, { schools }: DeviationMatrix, setting: TemplateSetting): DocBlock {
  const { wording } = setting
  const groups = deviating(provision)
  const columns = columnsOf({ schools: 3, what: 2, words: 6, reason: 3 }, wording)
  return {
    type: 'division',
    role: 'body',
    page: false,
    facets: {},
    id: target(provision.id),
    children: [
      heading(3, clipped(provision.words, 120)),
      table(
        columns,
        groups.map(({ stand, schools: who }) => ({
          kind: stand.kind,
          cells: [
            [
              paragraph(
                namesOf(
                  who.map((i) => schools[i]?.name ?? ''),
                  setting,
                ),
              ),
            ],
            standing(stand, wording),
            words(stand),
            reason(stand, wording),
          ],
        })),
      ),
    ],
  }
}

function namesOf(names: readonly string[], { wording }: TemplateSetting): string {
  if (names.length <= NAMED) return names.join(', ')
  return `${names.slice(0, NAMED).join(', ')} ${wording('templates.matrix.more', { count: names.length - NAMED })}`
}

function words({ kind, old, next, edits }: Alike['stand']): readonly DocBlock[] {
  // What a school never filled in stands between brackets, as in the name of the provision.
  if (UNKNOWN.has(kind)) return [paragraph(bracketed(old))]
  if (next === '') return [paragraph([{ type: 'deletion', children: [text(bracketed(old))] }])]
  if (old === '') return [paragraph([{ type: 'insertion', children: [text(next)] }])]
  return [paragraph(marked(old, next, edits))]
}

function ownTable({ schools }: DeviationMatrix, setting: TemplateSetting): DocBlock {
  const { wording } = setting
  const columns = columnsOf({ school: 3, words: 8, reason: 3 }, wording)
  return table(
    columns,
    schools.flatMap(({ name, own }) =>
      own.map((stand) => ({
        kind: stand.kind,
        cells: [
          [paragraph(name)],
          [...words(stand), ...coverage(stand, wording).map((each) => paragraph(each, 'small'))],
          reason(stand, wording),
        ],
      })),
    ),
  )
}

/** How much each school deviates. */
function schoolTable({ schools, provisions }: DeviationMatrix, { wording }: TemplateSetting): DocBlock {
  return table(
    columnsOf({ school: 4, edition: 2, deviating: 2, 'no-reason': 2, chosen: 2, unusual: 2, own: 2, locked: 2 }, wording),
    schools.map(({ name, edition, own }, school) => {
      const stands = provisions.flatMap(({ stands: all }) => {
        const stand = all[school]
        return stand ? [stand] : []
      })
      const counts = countOthers(stands)
      const count = (number: number) => [paragraph(String(number))]
      return {
        kind: 'school',
        cells: [
          [paragraph(name)],
          [paragraph(edition)],
          count(counts.others),
          count(counts.open),
          count(counts.chosen),
          count(countUnusual(stands)),
          count(own.length),
          count(stands.filter(({ kind }) => kind === 'locked').length),
        ],
      }
    }),
  )
}
