import * as z from 'zod'
import { editDistance, readOnce, seek } from '../language/index.js'
import type { Said } from '../model/index.js'

const text = z.string().trim().min(1)

/** The schema of `templates/data/outdated.yaml`. */
export const outdatedSchema = z.array(
  z.strictObject({
    /** Ways to write the name; capitals count only in names of capitals. */
    names: z.array(text).min(1),
    kind: z.enum(['law', 'body', 'service', 'term']),
    /** The first day on which the name no longer fits. */
    since: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    successor: text.optional(),
    /** The name is a common word, too, and counts only as it is written here. */
    capital: z.boolean().optional(),
    source: text,
  }),
)
export type OutdatedName = z.output<typeof outdatedSchema>[number]

/** A name in a text that is wrong or out of date. */
export interface NameFinding<Rule extends 'name/outdated' | 'name/spelling'> {
  /** Offset in the text. */
  readonly index: number
  readonly name: string
  readonly said: Said<Rule>
}

/** Names in lower case, by entry: a list is asked of thousands of texts. */
const lowered = new WeakMap<OutdatedName, readonly string[]>()

function loweredNames(entry: OutdatedName): readonly string[] {
  const known = lowered.get(entry) ?? entry.names.map((name) => name.toLowerCase())
  lowered.set(entry, known)
  return known
}

const readers = new WeakMap<readonly OutdatedName[], (source: string) => readonly NameFinding<'name/outdated'>[]>()

/** Finds names of repealed laws and vanished bodies and services, each once in a text. */
export function outdatedNames(source: string, entries: readonly OutdatedName[]): readonly NameFinding<'name/outdated'>[] {
  const read = readers.get(entries) ?? readOnce((text) => outdatedIn(text, entries))
  readers.set(entries, read)
  return read(source)
}

function outdatedIn(source: string, entries: readonly OutdatedName[]): readonly NameFinding<'name/outdated'>[] {
  const lower = source.toLowerCase().replace(/\s+/g, ' ')
  return entries.flatMap((entry): NameFinding<'name/outdated'>[] => {
    const { names, kind, since, successor: now = '', capital } = entry
    for (const [i, name] of names.entries()) {
      // Most texts hold none of the names: a pattern is only made where one may match.
      if (!lower.includes(loweredNames(entry)[i] ?? '')) continue
      const isExact = capital || /^[A-Z]{2,4}$/.test(name)
      // A law of the same name with a year behind it is its successor: WVO 2020.
      const match = new RegExp(`(?<![\\p{L}\\p{N}@#])${escape(name)}(?![\\p{L}\\p{N}]|\\s+20\\d\\d)`, isExact ? 'u' : 'iu').exec(
        source,
      )
      // "X (voorheen Twitter)" knows it.
      if (!match || /(?:voorheen|vroeger|formerly|vervallen|ingetrokken)\s+(?:de\s+)?$/i.test(source.slice(0, match.index)))
        continue
      return [
        {
          index: match.index,
          name: match[0],
          said: { rule: 'name/outdated', form: kind, values: { name: match[0], since, now } },
        },
      ]
    }
    return []
  })
}

/** Finds an organisation's own name in another spelling: other capitals, blanks or hyphens, or a letter or two changed in its last word. */
export function misspeltNames(source: string, names: readonly string[]): NameFinding<'name/spelling'>[] {
  const right = new Set(names)
  const found = new Map<string, NameFinding<'name/spelling'>>()
  for (const name of names) {
    const words = name.split(/[\s-]+/)
    if (words.length < 2) continue
    for (const match of nearly(name)(source)) {
      const [written, last = ''] = match
      // "stichting De Linde" in a sentence is "Stichting De Linde" at its start.
      if (written.slice(1) === name.slice(1) && written.toLowerCase() === name.toLowerCase()) continue
      if (right.has(written) || written === written.toUpperCase() || found.has(written)) continue
      const wanted = words.at(-1) ?? ''
      const sameLetters = last.toLowerCase() === wanted.toLowerCase()
      const isAcronym =
        last === last.toUpperCase() && wanted === wanted.toUpperCase() && Math.abs(last.length - wanted.length) <= 1
      if (
        !sameLetters &&
        !(editDistance(last.toLowerCase(), wanted.toLowerCase()) <= (isAcronym ? 2 : 1) && /^\p{Lu}/u.test(last))
      )
        continue
      found.set(written, {
        index: match.index,
        name: written,
        said: { rule: 'name/spelling', values: { written, name } },
      })
    }
  }
  return [...found.values()]
}

/** Finds what begins as a name of several words does, in capitals or not, up to a last word of any kind. Made once for a name: it is asked of every text. */
const nearly = readOnce((name: string) => {
  const first = name
    .split(/[\s-]+/)
    .slice(0, -1)
    .map(escape)
    .join('[\\s-]?')
  return seek(
    new RegExp(first, 'iu'),
    () => new RegExp(`(?<![\\p{L}\\p{N}@.-])${first}[\\s-]?(\\p{L}+)(?![\\p{L}\\p{N}@])`, 'giu'),
  )
})

const escape = (value: string): string => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
