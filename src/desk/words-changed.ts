import type { ElementContent } from 'hast'
import { plainWords } from '../present/index.js'
import { marked } from '../registers/index.js'
import { h } from '../render/html/index.js'
import { editsBetween } from '../versions/index.js'

/** Words with what differs from others marked, as every comparison marks it. */
export function wordsChanged(old: string, next: string): ElementContent[] {
  if (next === '') return [{ type: 'text', value: '–' }]
  if (old === '') return [{ type: 'text', value: next }]
  return marked(old, next, editsBetween(old, next)).map((inline): ElementContent => {
    const value = plainWords([inline])
    if (inline.type === 'insertion') return h('ins', {}, value)
    return inline.type === 'deletion' ? h('del', {}, value) : { type: 'text', value }
  })
}
