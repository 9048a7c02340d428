import { diffLines } from 'diff'
import { h } from '../render/html/index.js'
import type { Loaded } from '../workspace/index.js'
import { link, notice } from './markup.js'
import { addressOf } from './navigation.js'
import { sourceText } from './source-text.js'
import type { DeskRequest, Markup } from './types.js'

/** That a file was changed by another while it was typed in: what stands there now beside what was typed, so that neither is lost. */
export function sourceConflict({ say }: DeskRequest, { bytes, entry, ref }: Loaded, typed: string): Markup {
  const address = `${addressOf(entry?.name ?? ref)}/source`
  return notice('wrong', [
    h('h2', {}, say('desk.conflict')),
    h('p', {}, say('desk.conflict.why')),
    lineDifference(sourceText(bytes) ?? '', typed, say),
    h('p', {}, say('desk.conflict.choose'), ' ', link(address, say('desk.conflict.theirs'))),
  ])
}

/** Lines around a difference that are shown with it. */
const AROUND = 2

/** Where two texts differ, line by line: what stands there, and what was typed. */
function lineDifference(there: string, typed: string, say: DeskRequest['say']) {
  const parts = diffLines(there, typed)
  return h(
    'div',
    { className: ['line-difference'], tabIndex: 0, role: 'group', ariaLabel: say('desk.conflict.lines') },
    parts.flatMap(({ value, added, removed }) => {
      const lines = value.replace(/\n$/, '').split('\n')
      if (added) return lines.map((line) => h('pre', {}, h('ins', {}, line === '' ? ' ' : line)))
      if (removed) return lines.map((line) => h('pre', {}, h('del', {}, line === '' ? ' ' : line)))
      const shown = lines.length <= 2 * AROUND ? lines : [...lines.slice(0, AROUND), '…', ...lines.slice(-AROUND)]
      return shown.map((line) => h('pre', {}, line))
    }),
  )
}
