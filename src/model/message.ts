import type { Place } from './place.js'
import type { RuleId } from './rules.js'

/** `error` stops an output from being made; `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info'

/** Another place a message is about: the first use of a duplicate id, the nearest target of a broken reference. */
export interface Related {
  readonly place: Place
  readonly reason: string
}

/** One finding about an author's input. `reason` is one sentence: "Unexpected X, expected Y". */
export interface Message {
  readonly rule: RuleId
  readonly severity: Severity
  readonly reason: string
  readonly place?: Place
  /** The id of the clause it is about, from a stage that knows no files. */
  readonly clause?: string
  readonly expected?: readonly string[]
  readonly related?: readonly Related[]
  readonly note?: string
}

/** What every stage returns: its result and what it has to say about its input. */
export interface Result<T> {
  readonly value: T
  readonly messages: readonly Message[]
}

export const hasErrors = (messages: readonly Message[]): boolean => messages.some((m) => m.severity === 'error')

/** Orders messages by file and place, errors before warnings at the same place. */
export function sortMessages(messages: readonly Message[]): Message[] {
  const rank = { error: 0, warning: 1, info: 2 }
  const file = (m: Message) => m.place?.file ?? ''
  return [...messages].sort(
    (a, b) =>
      (file(a) < file(b) ? -1 : file(a) > file(b) ? 1 : 0) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      rank[a.severity] - rank[b.severity],
  )
}
