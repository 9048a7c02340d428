import { type Message, sortMessages } from '../model/index.js'
import { clean, type Paint } from '../render/text/index.js'

const COLOUR = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** Messages for people: by file, in the order of their lines, with the other places they are about. */
export function formatMessages(messages: readonly Message[], paint: Paint): string {
  const lines: string[] = []
  let file: string | undefined
  for (const message of sortMessages(messages)) {
    const { place, severity, reason, rule, expected = [], related = [], note } = message
    if (place?.file !== file) {
      file = place?.file
      if (file !== undefined) lines.push(paint('underline', clean(file)))
    }
    const at = place ? `${place.line}:${place.column}` : '-'
    lines.push(`  ${at.padEnd(8)} ${paint(COLOUR[severity], severity.padEnd(7))}  ${clean(reason)}  ${paint('dim', rule)}`)
    if (expected.length > 0 && !reason.includes('expected one of'))
      lines.push(`           expected: ${clean(expected.join(', '))}`)
    for (const { place: other, reason: why } of related)
      lines.push(`           ${clean(`${other.file ?? ''}:${other.line}:${other.column} ${why}`)}`)
    if (note) lines.push(`           ${clean(note)}`)
  }
  return lines.join('\n')
}

/** A count for the last line: "2 errors, 1 warning". */
export function countMessages(messages: readonly Message[]): string {
  const count = (severity: Message['severity'], word: string) => {
    const n = messages.filter((message) => message.severity === severity).length
    return n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`]
  }
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'remark')].join(', ')
}
