import type { SourceBlock } from '../types.js'
import { textOf } from '../words.js'

const HASH = /^sha256:[0-9a-f]{64}$/

/**
 * Marks what this tool printed in front of a policy's words when it wrote the file: colophon, decisions, history. A table with a content
 * hash gives it away. What stands there comes from front matter, and would otherwise come back as clauses.
 */
export function markOwnPages(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const first = blocks.findIndex(({ id }) => id !== undefined)
  const hash = blocks.findIndex(({ rows }) => rows?.some((row) => row.some((cell) => HASH.test(textOf(cell).trim()))))
  if (hash < 0 || first < hash) return blocks
  const from = blocks.slice(0, hash).findLastIndex(({ heading }) => heading !== undefined)
  if (from < 0) return blocks
  return blocks.map((block, i) =>
    i >= from && i < first && block.role !== 'contents' && block.artefact === undefined
      ? { ...block, artefact: 'printed from the front matter' }
      : block,
  )
}
