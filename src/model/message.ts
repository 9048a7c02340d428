import type { ValueNames } from './form-parts.js'
import type { FORMS } from './forms.js'
import type { PHRASES } from './phrases.js'
import type { Place } from './place.js'
import type { RuleId } from './rules.js'

/** `error` stops an output from being made; `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info'

/** The names of values with what each may be: text and numbers, `name:list` several texts, `name:phrase` words of their own. */
type Values<Names extends ValueNames> = {
  readonly [Name in Names[number] as Name extends `${infer Bare}:${string}` ? Bare : Name]: Name extends `${string}:list`
    ? readonly string[]
    : Name extends `${string}:phrase`
      ? Phrase
      : string | number
}
type Given<Names extends ValueNames> = Names extends readonly []
  ? { readonly values?: undefined }
  : { readonly values: Values<Names> }

/** A part of a message that is words itself, by its name in the list of phrases. */
export type Phrase = {
  [Name in keyof typeof PHRASES]: { readonly phrase: Name } & Given<(typeof PHRASES)[Name]>
}[keyof typeof PHRASES]

type Formed<Rule, Forms> = Forms extends ValueNames
  ? { readonly rule: Rule; readonly form?: undefined } & Given<Forms>
  : { [Form in keyof Forms]: { readonly rule: Rule; readonly form: Form } & Given<Extract<Forms[Form], ValueNames>> }[keyof Forms]

/**
 * What a message says: a rule, which of the things it says where it says several, and the values its words are made of. The words are
 * in `templates/wording/messages.<lang>.yaml`.
 */
export type Said<Rule extends RuleId = RuleId> = { [Each in Rule]: Formed<Each, (typeof FORMS)[Each]> }[Rule]

/** What is said without the rule that says it, for who knows it already. */
export type Unruled<Rule extends RuleId> =
  Said<Rule> extends infer Each ? (Each extends unknown ? Omit<Each, 'rule'> : never) : never

/** Another place a message is about: the first use of a duplicate id, the nearest target of a broken reference. */
export type Related = Phrase & { readonly place: Place }

/** What every message has besides what it says. */
export interface About {
  readonly severity: Severity
  readonly place?: Place
  /** The id of the clause it is about, from a stage that knows no files. */
  readonly clause?: string
  /** Ids, names, keys or values that would have been right: as they would be written, in no language. */
  readonly expected?: readonly string[]
  readonly related?: readonly Related[]
  readonly note?: Phrase
}

/** The id of a rule that is not ours: one that is passed in. */
export type OwnRuleId = `own/${string}`

/** A message of a rule that is not ours: it carries its words. */
export interface OwnMessage extends Omit<About, 'related' | 'note'> {
  readonly rule: OwnRuleId
  /** One sentence: "Unexpected X, expected Y". */
  readonly reason: string
  readonly related?: readonly { readonly place: Place; readonly reason: string }[]
  readonly note?: string
}

/** One finding about an author's input. */
export type Message = Said & About
/** What a message says, without where and how gravely. */
export const saidIn = ({ rule, form, values }: Message): Said =>
  ({ rule, ...(form && { form }), ...(values && { values }) }) as Said

/** What every stage returns: its result and what it has to say about its input. */
export interface Result<T> {
  readonly value: T
  readonly messages: readonly Message[]
}

export const hasErrors = (messages: readonly Message[]): boolean => messages.some((m) => m.severity === 'error')

/** The messages that stop an output, in the order they stand in. */
export const errorsIn = <T extends Pick<Message, 'severity'>>(messages: readonly T[] = []): readonly T[] =>
  messages.filter(({ severity }) => severity === 'error')

/** Orders messages by file and place, errors before warnings at the same place. */
export function sortMessages<T extends Message | OwnMessage>(messages: readonly T[]): T[] {
  const rank = { error: 0, warning: 1, info: 2 }
  const file = (m: T) => m.place?.file ?? ''
  return [...messages].sort(
    (a, b) =>
      (file(a) < file(b) ? -1 : file(a) > file(b) ? 1 : 0) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      rank[a.severity] - rank[b.severity],
  )
}
