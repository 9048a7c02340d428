export type { FontFiles } from './fonts.js'
export { type PdfOptions, renderPdf } from './render.js'
