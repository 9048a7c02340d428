import type { Message, Metadata } from '../model/index.js'
import { clipped } from '../model/index.js'
import { yamlPlaces } from '../read/index.js'
import type { Comparison, Entry, Side } from './comparison.js'
import { staleMessage } from './stale.js'

/** What a comparison says to the author of the new version. */
export const saidSince = ({ entries, stale }: Pick<Comparison, 'entries' | 'stale'>, next: Side): readonly Message[] => [
  ...calledLess(entries, next),
  ...stale.map(staleMessage(next)),
]

/** The changes that an author calls less than what was found, each at what the front matter says of it. */
function calledLess(entries: readonly Entry[], { policy }: Side): readonly Message[] {
  const keyPlace = yamlPlaces(policy.yaml, { file: policy.file, firstLine: 2 })
  return entries.flatMap(({ called, significance, reasons: [gravest], next, old }): readonly Message[] => {
    if (called === undefined || (significance !== 'substantive' && significance !== 'to-read')) return []
    const ids = [...next, ...old].map(({ id }) => id)
    const clause = ids.find((id) => id !== undefined && Object.hasOwn(policy.metadata.changes ?? {}, id)) ?? ''
    const words = { old: clipped(gravest?.old ?? '', MOST), new: clipped(gravest?.next ?? '', MOST) }
    return [
      {
        rule: 'front-matter/significance',
        form: significance,
        values: { clause, called, ...words },
        severity: 'warning',
        place: keyPlace(['changes', clause]),
      },
    ]
  })
}
/** Letters of the words that a message shows. */
const MOST = 60

/** Whether an author says of any change that it is less than one of substance: what it is said of must be compared. */
export const sayingLess = ({ changes }: Metadata): boolean =>
  Object.values(changes ?? {}).some(({ significance }) => significance !== undefined && significance !== 'substantive')
