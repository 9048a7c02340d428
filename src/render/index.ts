export { type FacetLabels, type Layout, renderHtml } from './html/index.js'
export { renderMarkdown } from './markdown/index.js'
export { type FontFiles, type PdfOptions, renderPdf } from './pdf/index.js'
export { clean, type Paint, renderText } from './text/index.js'
