export { bookmarkName } from './context.js'
export { type DocxOptions, renderDocx } from './render.js'
