export { decode } from './files/decode.js'
export { olderFormat, readSource } from './source.js'
