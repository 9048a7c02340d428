/** Stands in for the package brotli when the program is bundled: Node has its own, and half a megabyte less is read at the start. */
const { brotliDecompressSync } = require('node:zlib')

module.exports = (source) => brotliDecompressSync(source)
