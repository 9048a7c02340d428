import { type Division, type DocBlock, type Document, heading, longDate } from '../present/index.js'
import type { Matrix } from '../schools/index.js'
import { noFacets } from './facets.js'
import type { Parts } from './parts.js'
import { alone, differing, foldedRules, missing, overview, undisputed } from './report.js'
import { readRules } from './rules.js'
import { columnNames, columnOrder, type MatrixSetting } from './setting.js'
import { documentBlocks, findings } from './summary.js'

/** From this many schools on they are counted in a title, not named. */
const NAMED = 6

/**
 * What schools share and where they differ, as one document. On a screen a map of all rules stands first, and the words of each unfold; on
 * paper the map is followed by the rules that differ in full, and by lists of the others. Rules have the ids `rule-1`, `rule-2`, … and on a
 * screen carry facets (`matrixLabels` names them).
 */
export function presentMatrix(matrix: Matrix, setting: MatrixSetting): Document {
  const { wording, lang, date } = setting
  const parts = partsOf(matrix, setting)
  const { names, order } = parts
  const ordered = order.map((policy) => names[policy] as string)
  const count = wording('schools.count', { count: ordered.length })
  const title = wording('schools.title')
  const who = ordered.length > NAMED ? count : ordered.join(', ')
  const held = setting.reference === undefined ? undefined : (names[setting.reference] as string)
  return {
    type: 'document',
    title: `${title}: ${who}`,
    lang,
    properties: { author: who, subject: wording('schools.subject'), ...(date === undefined ? {} : { date }) },
    brand: { ...setting.brand, margins: narrow(setting.brand.margins) },
    header: title,
    footer: who,
    pageNumber: wording('document.page'),
    orientation: setting.form === 'screen' ? 'landscape' : 'portrait',
    attachments: [],
    children: [
      {
        type: 'cover',
        head: true,
        title,
        ...(who === count ? {} : { subtitle: who }),
        organisation: count,
        facts: [
          ...(held === undefined ? [] : [{ name: wording('schools.fact.reference'), value: held }]),
          ...(date === undefined ? [] : [{ name: wording('schools.fact.date'), value: longDate(date, lang) }]),
        ],
      },
      ...(setting.form === 'screen' ? onScreen(matrix, parts) : onPaper(matrix, parts)),
    ],
  }
}

/** What every part of a paper on this matrix says in the same way. */
export const partsOf = (matrix: Matrix, setting: MatrixSetting): Parts => ({
  setting,
  names: columnNames(matrix.policies, setting.schools),
  order: columnOrder(matrix.policies.length, setting.reference),
  refs: matrix.policies.map(({ ref }) => ref),
  rules: readRules(matrix, setting),
})

/** Millimetres around a table of many columns. */
const MARGIN = { top: 20, right: 16, bottom: 18, left: 16 }

/** The margins of the brand are made for lines of text; a matrix needs the room. */
export const narrow = (margins: MatrixSetting['brand']['margins']) => ({
  top: Math.min(margins.top, MARGIN.top),
  right: Math.min(margins.right, MARGIN.right),
  bottom: Math.min(margins.bottom, MARGIN.bottom),
  left: Math.min(margins.left, MARGIN.left),
})

const part = (children: readonly DocBlock[], more: Partial<Division> = {}): Division => ({
  type: 'division',
  role: 'summary',
  page: false,
  children,
  ...more,
})

function onScreen(matrix: Matrix, parts: Parts): DocBlock[] {
  const { wording } = parts.setting
  const titled = (key: string, id: string): DocBlock => ({ ...heading(1, wording(key)), id })
  return [
    { type: 'contents', title: wording('schools.contents'), depth: 1 },
    part([titled('schools.overview.title', 'overview'), findings(matrix, parts)]),
    part(overview(parts), { role: 'body', facets: noFacets }),
    part([titled('schools.rules.title', 'rules'), ...foldedRules(parts)], { facets: noFacets }),
    part(alone(parts), { facets: noFacets }),
    part(missing(parts), { facets: noFacets }),
    part(documentBlocks(matrix, parts), { facets: noFacets }),
  ]
}

function onPaper(matrix: Matrix, parts: Parts): DocBlock[] {
  const { wording, form } = parts.setting
  const map: DocBlock[] = form === 'paper' ? [heading(1, wording('schools.overview.title')), ...overview(parts)] : []
  return [
    part([findings(matrix, parts), ...(form === 'paper' ? [] : documentBlocks(matrix, parts))]),
    { type: 'contents', title: wording('schools.contents'), depth: 1 },
    part(map),
    part(differing(parts), { page: 'after-full' }),
    part(undisputed(parts)),
    part(missing(parts)),
    part(alone(parts)),
    ...(form === 'paper' ? [part(documentBlocks(matrix, parts))] : []),
  ]
}
