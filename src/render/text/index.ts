export { clean, type Paint, renderText } from './render.js'
