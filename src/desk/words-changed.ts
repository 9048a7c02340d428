import type { ElementContent } from 'hast'
import { piecesBetween } from '../registers/index.js'
import { h } from '../render/html/index.js'
import { editsBetween } from '../versions/index.js'

/** Words with what differs from others marked, as every comparison marks it. */
export function wordsChanged(old: string, next: string): ElementContent[] {
  if (next === '') return [{ type: 'text', value: '–' }]
  if (old === '') return [{ type: 'text', value: next }]
  return piecesBetween(old, next, editsBetween(old, next)).map(({ kind, words }): ElementContent => {
    if (kind === 'same') return { type: 'text', value: words }
    return h(kind === 'came' ? 'ins' : 'del', {}, words)
  })
}
