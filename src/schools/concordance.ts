import { hasErrors, type Message } from '../model/index.js'
import { oneRule, parseYaml, yamlPlaces } from '../read/index.js'
import { type ConcordanceEntry, concordanceSchema, type RowEntry } from './concordance-schema.js'
import { contradictions } from './contradictions.js'
import type { ConfirmedPair, ConfirmedRow, SentenceName } from './types.js'

/** The concordance of a workspace, as it stands. */
export interface Concordance {
  /** Absent when there is no file yet. */
  readonly source?: string
  readonly entries: readonly ConcordanceEntry[]
  readonly rows: readonly RowEntry[]
  readonly messages: readonly Message[]
}

/** Reads a concordance. `file` is the name messages carry; without a source it is one that nobody made yet. */
export function parseConcordance(source: string | undefined, file: string): Concordance {
  if (source === undefined) return { entries: [], rows: [], messages: [] }
  const { value, messages } = parseYaml(source, concordanceSchema, oneRule('concordance/value'), { file, firstLine: 1 })
  const [entries, rows] = [value?.pairs ?? [], value?.rows ?? []]
  // What could not be read was left out: what is left stands elsewhere in the file.
  const found = messages.length === 0 ? contradictions(entries, rows, yamlPlaces(source, { file, firstLine: 1 })) : []
  return { source, entries, rows, messages: [...messages, ...found] }
}

/** A clause id is permanent, so what a person said of a policy holds for its releases and revisions, too. */
const withoutVersion = (ref: string): string => ref.replace(/@.*$/, '')

/** What persons said, for the policies that are compared. A release that lacks the clause is passed over. */
export function confirmedPairs(
  { entries }: Concordance,
  policies: readonly { ref: string; ids: ReadonlySet<string> }[],
): ConfirmedPair[] {
  const places = (name: string) => {
    const at = name.indexOf('#')
    const [ref, id] = [name.slice(0, at), name.slice(at + 1)]
    return policies
      .filter((policy) => policy.ref === ref || (withoutVersion(policy.ref) === ref && policy.ids.has(id)))
      .map((policy) => ({ ref: policy.ref, id }))
  }
  return entries.flatMap(({ a, b, grade }) => {
    if (grade === undefined) return []
    return places(a).flatMap((first) => places(b).map((second): ConfirmedPair => ({ a: first, b: second, grade })))
  })
}

/** What persons said of rows, for the policies that are compared; a proposal that nobody judged says nothing, but for a stance that was corrected. */
export function confirmedRows(
  { rows }: Pick<Concordance, 'rows'>,
  policies: readonly { ref: string; ids: ReadonlySet<string> }[],
): ConfirmedRow[] {
  return rows.map(({ verdict, name, sentences }) => ({
    ...(verdict === undefined ? {} : { verdict }),
    ...(name === undefined ? {} : { name }),
    sentences: sentences.flatMap((given): SentenceName[] => {
      const { name: written, stance } =
        typeof given === 'string' ? { name: given, stance: undefined } : { name: given.sentence, stance: given.stance }
      const { ref: wanted, id, at } = sentenceIn(written)
      return policies
        .filter(({ ref, ids }) => ref === wanted || (withoutVersion(ref) === wanted && ids.has(id)))
        .map(({ ref }) => ({ ref, id, ...(at === undefined ? {} : { at }), ...(stance === undefined ? {} : { stance }) }))
    }),
  }))
}

/** `linde/media#foto/2` is the second sentence of that clause. */
export function sentenceIn(name: string): { readonly ref: string; readonly id: string; readonly at?: number } {
  const [, ref = name, id = '', nth] = /^([^#]+)#(.+?)(?:\/(\d+))?$/.exec(name) ?? []
  return { ref, id, ...(nth === undefined ? {} : { at: Number(nth) - 1 }) }
}

/** Whether proposals may be added: a file that could not be read whole is left alone. */
export const mayWrite = ({ messages }: Pick<Concordance, 'messages'>): boolean => !hasErrors(messages)
