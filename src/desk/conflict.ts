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
    parts.flatMap(({ value, added, removed }, at) => {
      const lines = value.replace(/\n$/, '').split('\n')
      if (added) return lines.map((line) => h('pre', {}, h('ins', {}, line === '' ? ' ' : line)))
      if (removed) return lines.map((line) => h('pre', {}, h('del', {}, line === '' ? ' ' : line)))
      return around(lines, at > 0, at < parts.length - 1).map((line) => h('pre', {}, line))
    }),
  )
}

/** Of lines that are the same those next to a difference: behind the one before them, in front of the one after them. */
function around(lines: readonly string[], isAfter: boolean, isBefore: boolean): readonly string[] {
  const [first, last] = [isAfter ? AROUND : 0, isBefore ? AROUND : 0]
  if (lines.length <= first + last) return lines
  return [...lines.slice(0, first), '…', ...lines.slice(lines.length - last)]
}
