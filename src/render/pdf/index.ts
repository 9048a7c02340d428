export { checkPdf, type PdfElement, type PdfProblem, type PdfReport } from './check/index.js'
export type { FontFiles } from './fonts.js'
export { type PdfOptions, renderPdf } from './render.js'
