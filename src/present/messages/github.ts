import type { WordedMessage } from './words.js'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * Messages as workflow commands of GitHub Actions, which puts them at their lines in a pull request. Source: GitHub, "Workflow commands for
 * GitHub Actions"; the escapes are those of its own toolkit (`actions/toolkit`, `core/src/command.ts`).
 */
export const githubAnnotations = (messages: readonly WordedMessage[]): string =>
  messages
    .map(({ severity, rule, reason, place, note }) => {
      const properties = [
        ...(place?.file === undefined ? [] : [`file=${property(place.file)}`]),
        ...(place ? [`line=${place.line}`, `col=${place.column}`] : []),
        `title=${property(rule)}`,
      ]
      return `::${COMMANDS[severity]} ${properties.join(',')}::${data(note === undefined ? reason : `${reason}\n${note}`)}`
    })
    .join('\n')

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
