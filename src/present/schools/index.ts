export { type MatrixLabels, matrixLabels } from './labels.js'
export { presentMatrix } from './matrix.js'
export type { MatrixSetting, SchoolFacts } from './setting.js'
export { presentSheets } from './workbook.js'
