export { type Child, h } from './element.js'
export { embedded, hashSource, html, type Layout, layoutOf, type PageOptions, renderHtml, renderParts } from './page.js'
export type { PageFiles } from './page-files.js'
export { brandStyle } from './style.js'
