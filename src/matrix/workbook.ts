import type { Sheet, Workbook } from '../present/index.js'
import type { ClauseRef, Matrix, RuleSentence } from '../schools/index.js'
import { topicName } from './labels.js'
import { markName, markOf } from './marks.js'
import { type MatrixRule, type RuleCell, readRules } from './rules.js'
import { columnNames, columnOrder, type MatrixSetting } from './setting.js'

/** The matrix for a spreadsheet: a sheet of rules with schools as columns, and a sheet of all pairs with their evidence. */
export function presentSheets(matrix: Matrix, setting: MatrixSetting): Workbook {
  const names = columnNames(matrix.policies, setting.schools)
  return {
    title: setting.wording('schools.title'),
    lang: setting.lang,
    sheets: [rulesSheet(matrix, setting, names), pairsSheet(matrix, setting, names)],
  }
}

function rulesSheet(matrix: Matrix, setting: MatrixSetting, names: readonly string[]): Sheet {
  const { wording } = setting
  const order = columnOrder(matrix.policies.length, setting.reference)
  const difference = ({ opposed, differences }: MatrixRule) =>
    [...(opposed ? [wording('schools.opposed')] : []), ...differences.map((name) => wording(`schools.difference.${name}`))].join(
      '; ',
    )
  return {
    name: wording('schools.sheet.matrix'),
    frozen: 2,
    columns: [
      { name: wording('schools.sheet.topic'), width: 22 },
      { name: wording('schools.column.rule'), width: 32 },
      { name: wording('schools.sheet.difference'), width: 20 },
      { name: wording('schools.sheet.standing'), width: 13 },
      ...order.flatMap((policy) => {
        const school = names[policy] as string
        return [
          { name: wording('schools.sheet.stance', { school }), width: 16 },
          { name: wording('schools.sheet.words', { school }), width: 48 },
        ]
      }),
    ],
    rows: readRules(matrix, setting).map((rule) => [
      topicName(rule.topic, setting),
      rule.title,
      difference(rule),
      rule.cells.size < 2 ? '' : wording(rule.confirmed ? 'schools.confirmed' : 'schools.proposed'),
      ...order.flatMap((policy) => {
        const cell = rule.cells.get(policy)
        if (!cell) return [markName(markOf(rule, policy), setting), '']
        return [
          wording(`stance.${cell.stance}`),
          [cell.sentence, ...cell.also].map((sentence) => numbered(sentence, cell)).join('\n'),
        ]
      }),
    ]),
  }
}

/** A sentence with the number of its clause. */
function numbered({ clause, text }: RuleSentence, { bearer, others }: RuleCell): string {
  const number = [bearer, ...others].find(({ id }) => id === clause)?.number ?? ''
  return number === '' ? text : `${number} ${text}`
}

function pairsSheet(matrix: Matrix, { wording }: MatrixSetting, names: readonly string[]): Sheet {
  const widths = { school: 18, number: 10, id: 24, words: 48 }
  const side = (end: string) =>
    (['school', 'number', 'id', 'words'] as const).map((key) => ({
      name: wording(`schools.sheet.${key}.${end}`),
      width: widths[key],
    }))
  const clauses = matrix.policies.map((policy) => new Map(policy.clauses.map((clause) => [clause.id, clause])))
  const cells = ({ policy, id }: ClauseRef): string[] => {
    const clause = clauses[policy]?.get(id)
    return [names[policy] as string, clause?.number ?? '', id, clause?.text ?? '']
  }
  return {
    name: wording('schools.sheet.pairs'),
    frozen: 0,
    columns: [
      ...side('a'),
      ...side('b'),
      { name: wording('schools.sheet.grade'), width: 22 },
      { name: wording('schools.sheet.score'), width: 10 },
      { name: wording('schools.sheet.standing'), width: 13 },
      { name: wording('schools.sheet.evidence'), width: 40 },
    ],
    rows: matrix.pairs.map(({ a, b, grade, score, confirmed, evidence }) => [
      ...cells(a),
      ...cells(b),
      wording(`schools.grade.${grade}`),
      Math.round(score * 100) / 100,
      wording(confirmed ? 'schools.confirmed' : 'schools.proposed'),
      evidence
        .map(({ kind, detail }) => [wording(`schools.evidence.${kind}`), detail.join(', ')].filter(Boolean).join(': '))
        .join('; '),
    ]),
  }
}
