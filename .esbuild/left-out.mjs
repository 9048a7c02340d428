import { fileURLToPath } from 'node:url'

/**
 * What packages load and the program never asks them for: PDFKit's encryption, its own breaking of lines and opening of fonts (the press
 * does both), Handlebars' maps of compiled templates, and the programs that Commander would run as commands. A sixth of the source that a
 * PDF would wait for, and a fiftieth of the time of every command.
 */
const LEFT_OUT = {
  pdfkit: ['@noble/ciphers/aes', 'linebreak', 'fontkit'],
  handlebars: ['source-map'],
  commander: ['node:child_process'],
}

export const leftOut = {
  name: 'left-out',
  setup(build) {
    const path = fileURLToPath(new URL('refused.cjs', import.meta.url))
    build.onResolve(
      { filter: /^(@noble\/ciphers\/aes|linebreak|fontkit|source-map|node:child_process)$/ },
      ({ path: wanted, importer }) => {
        const asks = Object.keys(LEFT_OUT).find((name) => importer.includes(`/node_modules/${name}/`))
        return asks && LEFT_OUT[asks].includes(wanted) ? { path } : undefined
      },
    )
  },
}
