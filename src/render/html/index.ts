export { type Layout, type PageOptions, renderHtml } from './page.js'
