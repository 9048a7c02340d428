export { clean, type Paint, renderText, TERMINAL } from './render.js'
