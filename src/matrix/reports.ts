import type { Report } from '../present/index.js'
import { type Matrix, toMatrixJson, toOutlierJson } from '../schools/index.js'
import { matrixLabels } from './labels.js'
import { presentMatrix } from './matrix.js'
import { presentOutlier } from './outlier.js'
import type { MatrixSetting } from './setting.js'
import { presentSheets } from './workbook.js'

type Setting = Omit<MatrixSetting, 'form'>

/** A comparison of schools as everything it can be shown as: long on paper, filtered on a screen, counted on a terminal. */
export function reportMatrix(matrix: Matrix, setting: Setting): Report {
  const form = { screen: 'screen', summary: 'summary', paper: 'paper', tracked: 'paper' } as const
  return {
    document: (wanted) => presentMatrix(matrix, { ...setting, form: form[wanted] }),
    sheets: () => presentSheets(matrix, { ...setting, form: 'paper' }),
    data: () => toMatrixJson(matrix),
    labels: () => matrixLabels(matrix, setting),
  }
}

/** Where one school stands apart, as everything it can be shown as. */
export function reportOutlier(matrix: Matrix, policy: number, setting: Setting): Report {
  return {
    document: (wanted) => presentOutlier(matrix, policy, { ...setting, form: wanted === 'screen' ? 'screen' : 'paper' }),
    data: () => toOutlierJson(matrix, policy, setting.reference),
  }
}
