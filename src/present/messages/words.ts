import type { Message, OwnMessage, OwnRuleId, Phrase, Place, RuleId, Said, Severity } from '../../model/index.js'
import type { Wording, WordingValues } from '../wording.js'

/** A message in words, and what the words were made of: `clausule/messages@1` has these. */
export interface WordedMessage {
  readonly rule: RuleId | OwnRuleId
  readonly severity: Severity
  /** One sentence: "Unexpected X, expected Y". */
  readonly reason: string
  /** Which of the things its rule says, where it says several. */
  readonly form?: string
  readonly values?: Said['values']
  readonly place?: Place
  readonly expected?: readonly string[]
  readonly related?: readonly { readonly place: Place; readonly reason: string }[]
  readonly note?: string
}

/** The sentence of a message in the language of the wording: keys `message.<rule>`, `message.<rule>.<form>` or `message.<form.with.dots>`. */
export function reasonOf({ rule, form, values }: Said, wording: Wording): string {
  const key = form === undefined ? rule : form.includes('.') ? form : `${rule}.${form}`
  return wording(`message.${key}`, inWords(values, wording))
}

/** The words of a part of a message: key `phrase.<name>`. */
export const phraseOf = ({ phrase, values }: Phrase, wording: Wording): string =>
  wording(`phrase.${phrase}`, inWords(values, wording))

/** The values with the phrases among them in words. */
function inWords(values: Said['values'] | Phrase['values'], wording: Wording): WordingValues {
  const words = ([name, value]: [string, string | number | readonly string[] | Phrase]) =>
    [name, typeof value === 'object' && 'phrase' in value ? phraseOf(value, wording) : value] as const
  return Object.fromEntries(Object.entries(values ?? {}).map(words))
}

/** A message as people and programs read it. */
export function wordMessage(message: Message | OwnMessage, wording: Wording): WordedMessage {
  if ('reason' in message) return message
  const { rule, severity, form, values, place, expected, related, note } = message
  return {
    rule,
    severity,
    reason: reasonOf(message, wording),
    ...(form === undefined ? {} : { form }),
    ...(values === undefined ? {} : { values }),
    ...(place ? { place } : {}),
    ...(expected ? { expected } : {}),
    ...(related ? { related: related.map((other) => ({ place: other.place, reason: phraseOf(other, wording) })) } : {}),
    ...(note === undefined ? {} : { note: phraseOf(note, wording) }),
  }
}
