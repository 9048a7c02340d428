export { renderDocx } from './render.js'
