import { readFileSync } from 'node:fs'
import { diffWords } from 'diff'

/** Word by word, as jsdiff does it; prints how many pieces there are, so that nothing is left out. */
const [old = '', next = ''] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'))
process.stdout.write(String(diffWords(old, next).length))
