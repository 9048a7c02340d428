export { decode } from './files/decode.js'
export { readSource } from './source.js'
