import type { Declaration, Metadata, ParameterValue } from './metadata.js'

/** The template a policy extends, as its front matter names it. */
interface Extended {
  /** `sector/social-media` */
  readonly template: string
  /** Absent where only the template is named. */
  readonly version?: string
  /** The content hash of that edition; absent in the short form, which pins nothing. */
  readonly hash?: string
  /** The day on which a text that was there already was attached to it; absent where the text was made of it. */
  readonly attached?: string | undefined
  /** `sector/social-media@1.0.0` */
  readonly name: string
}

/** The template a policy extends, from either form of the key. */
export function extendedBy({ extends: extended }: Pick<Metadata, 'extends'>): Extended | undefined {
  if (extended === undefined) return undefined
  if (typeof extended === 'object') return { ...extended, name: `${extended.template}@${extended.version}` }
  const [template = '', version] = extended.split('@')
  return { template, ...(version === undefined ? {} : { version }), name: extended }
}

/** A place in a text that prints a parameter, `{{name}}`: the name is the first group. */
export const BLANK = /\{\{\s*([^{}\s]+)\s*\}\}/g

/** Words with their blanks between brackets, for who reads what is not filled in yet. */
export const bracketed = (words: string): string => words.replace(BLANK, '[$1]')

type Parameter = NonNullable<Metadata['parameters']>[string]

/** Whether a parameter is declared with a type, for others to fill in, instead of having a value. */
export const isDeclared = (parameter: Parameter | undefined): parameter is Declaration =>
  typeof parameter === 'object' && !Array.isArray(parameter)

/** The value of a parameter: its own, or the default it is declared with. */
export const valueIn = (parameter: Parameter | undefined): ParameterValue | undefined =>
  isDeclared(parameter) ? parameter.default : parameter

/** What `when=` asks: that a parameter is filled in, has a value, or (negated) neither. */
interface Condition {
  readonly parameter: string
  readonly value?: string
  readonly negated: boolean
}

/** Reads `parameter`, `parameter=value`, `!parameter`, `!parameter=value`. */
export function parseCondition(source: string): Condition {
  const negated = source.startsWith('!')
  const [parameter = '', ...rest] = source.slice(negated ? 1 : 0).split('=')
  return { parameter: parameter.trim(), negated, ...(rest.length > 0 ? { value: rest.join('=').trim() } : {}) }
}

/** Whether a condition holds for a value. A list holds each of its members; "no" and nothing are not filled in. */
export function conditionHolds({ value: wanted, negated }: Condition, value: ParameterValue | undefined): boolean {
  const values = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String)
  const filled = values.some((each) => each.trim() !== '' && each !== 'false')
  return negated !== (wanted === undefined ? filled : values.includes(wanted))
}

/** Provisions of a template on which an upgrade left open what becomes of them. */
export const undecidedIn = ({ decisions = {} }: Pick<Metadata, 'decisions'>): readonly string[] =>
  Object.entries(decisions).flatMap(([id, { choice }]) => (choice === 'open' ? [id] : []))
