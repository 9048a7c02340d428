import { fileURLToPath } from 'node:url'

/**
 * What packages load and the program never asks them for: PDFKit's encryption, its own breaking of lines and opening of fonts (the press
 * does both), and Handlebars' maps of compiled templates. A sixth of the source that a PDF would wait for.
 */
const LEFT_OUT = { pdfkit: ['@noble/ciphers/aes', 'linebreak', 'fontkit'], handlebars: ['source-map'] }

export const leftOut = {
  name: 'left-out',
  setup(build) {
    const path = fileURLToPath(new URL('refused.cjs', import.meta.url))
    build.onResolve({ filter: /^(@noble\/ciphers\/aes|linebreak|fontkit|source-map)$/ }, ({ path: wanted, importer }) => {
      const asks = Object.keys(LEFT_OUT).find((name) => importer.includes(`/node_modules/${name}/`))
      return asks && LEFT_OUT[asks].includes(wanted) ? { path } : undefined
    })
  },
}
