/**
 * Stands in for the package tiny-inflate when the program is bundled: Node unpacks the Unicode tables of fontkit and linebreak in a
 * tenth of the time. Fills the target and gives the part that was filled.
 */
const { inflateRawSync } = require('node:zlib')

module.exports = (source, target) => {
  const bytes = inflateRawSync(source)
  target.set(bytes)
  return target.subarray(0, bytes.length)
}
