import { type Message, sortMessages } from '../model/index.js'
import type { Wording } from '../present/index.js'
import { wordMessage } from '../present/messages/index.js'
import { clean, type Paint } from '../render/text/index.js'

const COLOUR = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** Messages for people: by file, in the order of their lines, with the other places they are about. */
export function formatMessages(messages: readonly Message[], wording: Wording, paint: Paint): string {
  const lines: string[] = []
  let file: string | undefined
  for (const message of sortMessages(messages)) {
    const { place, severity, reason, rule, expected = [], related = [], note } = wordMessage(message, wording)
    if (place?.file !== file) {
      file = place?.file
      if (file !== undefined) lines.push(paint('underline', clean(file)))
    }
    const at = place ? `${place.line}:${place.column}` : '-'
    const grave = wording(`severity.${severity}`).padEnd(wording('severity.warning').length)
    lines.push(`  ${at.padEnd(8)} ${paint(COLOUR[severity], grave)}  ${clean(reason)}  ${paint('dim', rule)}`)
    if (expected.length > 0 && !listsAll(message, expected))
      lines.push(`           ${clean(wording('severity.expected', { expected }))}`)
    for (const { place: other, reason: why } of related)
      lines.push(`           ${clean(`${other.file ?? ''}:${other.line}:${other.column} ${why}`)}`)
    if (note) lines.push(`           ${clean(note)}`)
  }
  return lines.join('\n')
}

/** Whether the words of a message name all that was expected. */
const listsAll = ({ values }: Message, expected: readonly string[]): boolean =>
  Object.values(values ?? {}).some((value) => Array.isArray(value) && value.join('\n') === expected.join('\n'))

/** A count for the last line: "2 errors, 1 warning". */
export function countMessages(messages: readonly Message[], wording: Wording): string {
  return (['error', 'warning', 'info'] as const)
    .flatMap((severity) => {
      const count = messages.filter((message) => message.severity === severity).length
      return count === 0 ? [] : [wording(`severity.${severity}.${count === 1 ? 'one' : 'many'}`, { count })]
    })
    .join(', ')
}
