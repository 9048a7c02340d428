import { type Place, RULES, type RuleId } from '../../model/index.js'
import type { WordedMessage } from './words.js'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** Messages as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and editors read. */
export function sarifLog(messages: readonly WordedMessage[]) {
  const rules = [...new Set(messages.map(({ rule }) => rule))].sort()
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Clausule', rules: rules.map(described) } },
        columnKind: 'utf16CodeUnits',
        results: messages.map(({ rule, severity, reason, place, related = [], note }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: LEVELS[severity],
          message: { text: note === undefined ? reason : `${reason}. ${note}` },
          ...(place?.file === undefined ? {} : { locations: [{ physicalLocation: physical(place) }] }),
          ...(related.length === 0
            ? {}
            : {
                relatedLocations: related.map((other, id) => ({
                  id,
                  message: { text: other.reason },
                  physicalLocation: physical(other.place),
                })),
              }),
        })),
      },
    ],
  }
}

/** What one of our rules asks; a rule that was passed in says it in its messages alone. */
const described = (id: WordedMessage['rule']) =>
  Object.hasOwn(RULES, id) ? { id, shortDescription: { text: RULES[id as RuleId] } } : { id }

const physical = ({ file = '', line, column }: Place) => ({
  artifactLocation: { uri: encodeURI(file) },
  region: { startLine: line, startColumn: column },
})
