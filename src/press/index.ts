export type { FontFiles } from './fonts.js'
export { renderPdf } from './render.js'
