import type { Matrix } from '../../schools/index.js'
import type { DocBlock, Document } from '../document.js'
import { heading, paragraph } from '../prose.js'
import { longDate } from '../wording.js'
import type { Parts } from './cells.js'
import { gridBlocks } from './grid.js'
import { reportBlocks } from './report.js'
import { readRules } from './rules.js'
import { columnNames, columnOrder, type MatrixSetting } from './setting.js'
import { summaryBlocks } from './summary.js'

/** From this many schools on they are counted in a title, not named. */
const NAMED = 6

/**
 * What schools share and where they differ, as one document: a page to begin with, the difference report, and the rules side by side.
 * Rows of the matrix carry facets (`matrixLabels` names them) and have the ids `rule-1`, `rule-2`, …
 */
export function presentMatrix(matrix: Matrix, setting: MatrixSetting): Document {
  const { wording, lang, date } = setting
  const names = columnNames(matrix.policies, setting.schools)
  const order = columnOrder(matrix.policies.length, setting.reference)
  const parts: Parts = {
    setting,
    names,
    order,
    refs: matrix.policies.map(({ ref }) => ref),
    rules: readRules(matrix, setting),
  }
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
    orientation: 'landscape',
    attachments: [],
    children: [
      {
        type: 'cover',
        title,
        subtitle: who,
        organisation: count,
        facts: [
          ...(held === undefined ? [] : [{ name: wording('schools.fact.reference'), value: held }]),
          ...(date === undefined ? [] : [{ name: wording('schools.fact.date'), value: longDate(date, lang) }]),
        ],
      },
      { type: 'division', role: 'summary', page: true, children: summaryBlocks(matrix, parts) },
      ...(setting.form === 'summary' ? reportBlocks(parts) : whole(parts)),
    ],
  }
}

/** Millimetres around a table of many columns. */
const MARGIN = { top: 20, right: 16, bottom: 18, left: 16 }

/** The margins of the brand are made for lines of text; a matrix needs the room. */
const narrow = (margins: MatrixSetting['brand']['margins']) => ({
  top: Math.min(margins.top, MARGIN.top),
  right: Math.min(margins.right, MARGIN.right),
  bottom: Math.min(margins.bottom, MARGIN.bottom),
  left: Math.min(margins.left, MARGIN.left),
})

function whole(parts: Parts): DocBlock[] {
  const { wording } = parts.setting
  return [
    // On paper topics fill pages of contents; the report leads to the rules, and bookmarks to the topics.
    { type: 'contents', title: wording('schools.contents'), depth: parts.setting.form === 'paper' ? 1 : 2 },
    { type: 'division', role: 'summary', page: true, children: reportBlocks(parts) },
    {
      type: 'division',
      role: 'summary',
      page: false,
      children: [
        { ...heading(1, wording('schools.matrix.title')), id: 'matrix' },
        paragraph(wording(parts.setting.form === 'paper' ? 'schools.matrix.intro.paper' : 'schools.matrix.intro')),
        paragraph(wording('schools.matrix.stances'), 'small'),
      ],
    },
    ...gridBlocks(parts),
  ]
}
