export type { FacetLabels } from './context.js'
export { type Layout, type PageOptions, renderHtml } from './page.js'
