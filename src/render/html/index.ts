export {
  embedded,
  hashSource,
  type Layout,
  layoutOf,
  type PageOptions,
  type PageParts,
  renderHtml,
  renderParts,
} from './page.js'
export type { PageFiles } from './page-files.js'
export { brandStyle } from './style.js'
