import { type Context, type Outcome, type Say, UsageError } from '../secretariat/context.js'
import type { Io } from './io.js'

export type Options = Readonly<Record<string, unknown>>

/** The person at the other end. */
export interface Session extends Io {
  /** Shows an outcome before the command ends, as the last one is shown. */
  readonly show: (outcome: Outcome<unknown>) => void
  /** Words for this person, of what is about no text. */
  readonly say: Say
}

/** One command of the command line. Its code is loaded when it is run, so that none pays for another. */
export interface Verb {
  readonly name: string
  /** The name with its arguments, as commander reads them. */
  readonly usage: string
  readonly description: string
  readonly example: string
  /** `several`: more than one of the choices, parted by commas. */
  readonly options: readonly (readonly [
    flags: string,
    description: string,
    choices?: readonly string[],
    amount?: 'one' | 'several',
  ])[]
  readonly run: (context: Context, args: readonly unknown[], options: Options, session: Session) => Promise<Outcome<unknown>>
}

export const names = (value: unknown): string[] => (value as string[] | undefined) ?? []
export const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))

/** The options that were given, of those named. */
export const given = (options: Options, keys: readonly string[]): Record<string, never> =>
  Object.fromEntries(keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]])) as Record<string, never>

/** A port of this machine; 0 for any that is free. */
export function portOf(value: unknown): number {
  const port = Number(value ?? 0)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UsageError({ phrase: 'usage.port', values: { port: String(value) } })
}
