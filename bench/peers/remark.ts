import { readFileSync } from 'node:fs'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Parses each file named and does nothing with it: what any tool on remark pays before it starts. */
const processor = unified().use(remarkParse)
for (const file of process.argv.slice(2)) processor.parse(readFileSync(file, 'utf8'))
