export { jsonPieces } from './pieces.js'
