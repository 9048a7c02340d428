import { type Clause, plainText } from '../../model/index.js'
import type { Resolved, ResolvedClause } from '../../resolve/index.js'
import type { Comparison, Entry, EntryClause, FactChange } from '../../versions/index.js'
import { createPlaces } from './places.js'
import { reasonTexts, whyText } from './reasons.js'
import type { SideName, VersionSetting } from './setting.js'
import { linesOf } from './substantive.js'

/** Where a text changed, by the printed numbers of its clauses; those that went by the numbers of the text before. */
interface ChangedPlaces {
  readonly edited: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Of which it is not known whether they are of substance. */
  readonly toRead: readonly string[]
  /** Whose typed references no longer point at what they pointed at. */
  readonly stale: readonly string[]
  /** What the text says of itself that is another, by its names. */
  readonly about: readonly string[]
  /** What their author calls harmless without proof, each with what it was read as. */
  readonly called: readonly string[]
  /** How many editorial and typographical changes there are besides. */
  readonly others: number
}

/** What only says when, why and by whom a text was decided on, which no text has alike. */
const DECIDED: readonly FactChange['fact'][] = ['approvals', 'date', 'proposal']

/** The places of the substantive changes and of those that are to be read: what is new or gone as a whole is one place. */
export function changedPlaces(comparison: Comparison, setting: VersionSetting): ChangedPlaces {
  const places = createPlaces(setting)
  const { entries, replaced, facts, stale } = comparison
  const counts = { old: numbersOf(setting.old.resolved), next: numbersOf(setting.next.resolved) }
  // A number that several clauses have says where it is only with its section.
  const named = (side: SideName, piece: EntryClause | undefined) => {
    const number = places.number(side, piece)
    const section = (counts[side].get(number) ?? 0) > 1 ? places.section(side, piece) : ''
    return section === '' || section === number ? number : setting.wording('versions.place', { number, section })
  }
  const place = ({ next: [piece], old: [before] }: Entry) => (piece ? named('next', piece) : named('old', before))
  const placeOfClause = (clause: Clause) =>
    named('next', {
      clause,
      line: clause.node.place.line,
      text: plainText(clause.node),
      label: 0,
      ...numberOf(setting.next.resolved.clauses[clause.index]),
    })
  const substantive = linesOf(entries).map(({ entry }) => entry)
  const throughout = replaced.filter(({ significance }) => significance === 'substantive').flatMap(({ clauses }) => clauses)
  const told = (entry: Entry) => entry.next.some(({ clause }) => throughout.includes(clause)) || substantive.includes(entry)
  const numbers = (some: readonly Entry[]) => [...new Set(some.map(place))]
  const edited = entries.filter((entry) => told(entry) && entry.fate !== 'added' && entry.fate !== 'removed')
  const count = (level: Entry['significance']) => entries.filter(({ significance }) => significance === level).length
  return {
    edited: numbers(edited),
    added: numbers(substantive.filter(({ fate }) => fate === 'added')),
    removed: numbers(substantive.filter(({ fate }) => fate === 'removed')),
    toRead: numbers(entries.filter(({ significance }) => significance === 'to-read')),
    stale: [...new Set(stale.map(({ clause }) => placeOfClause(clause)))],
    about: facts.filter(({ fact }) => !DECIDED.includes(fact)).map(({ fact }) => setting.wording(`versions.about.${fact}`)),
    called: entries
      .filter(({ called }) => called !== undefined)
      .map((entry) => {
        const reasons = reasonTexts(entry, setting.wording, setting.next.side.policy.metadata.lang).join('; ')
        return setting.wording('versions.place-called', {
          place: place(entry),
          reasons,
          called: whyText(entry, setting.wording) ?? '',
        })
      }),
    others: count('editorial') + count('typographical'),
  }
}

const numberOf = (clause: ResolvedClause | undefined) => (clause?.number === undefined ? {} : { number: clause.number })

/** How many clauses print each number. */
function numbersOf({ clauses }: Resolved): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { number } of clauses) if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}
