import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Typst as a library for Node: `typst.js PACKAGE SOURCE FONTS PDF`, where the package lies outside this project. */
const [home = '', source = '', fonts = '', out = ''] = process.argv.slice(2)
const { NodeCompiler } = await import(`${home}/index.js`)
const compiler = NodeCompiler.create({ workspace: dirname(source), fontArgs: [{ fontPaths: [fonts] }] })
writeFileSync(out, compiler.pdf({ mainFilePath: source }))
