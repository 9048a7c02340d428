import { type Clause, clauses, type Message, type Policy, plainText } from '../../model/index.js'
import type { Release, Verified } from './types.js'

/** Words in which two clauses must have nothing in common to be two: of fewer, a rewriting may replace all. */
const LEAST_WORDS = 4
/** The part of its words by which a clause is known again under another id. */
const SAME_WORDS = 0.8

/** Ids are permanent: one that names another clause than it did, or was gone and is back, misleads whoever follows it. */
export function verifyIds({ policy, releases, fileOf, origin }: Verified): Message[] {
  const latest = releases.at(-1)
  if (!latest || origin !== 'working') return []
  const before = byId(latest.policy)
  const now = byId(policy)
  const gone = idsThatWent(releases)
  const messages: Message[] = []
  for (const [id, clause] of now) {
    const old = before.get(id)
    const place = clause.node.place
    const went = old ? undefined : gone.get(id)
    if (went) {
      const related = [{ phrase: 'release', place: { ...went.clause.node.place, file: fileOf(went.version) } } as const]
      messages.push({
        rule: 'id/reused',
        severity: 'error',
        form: 'returned',
        values: { id, version: went.version },
        place,
        related,
      })
    }
    if (!old || !isOther(old, clause)) continue
    const other = [...now].find(
      ([name, candidate]) => !before.has(name) && share(words(old), words(candidate)) >= SAME_WORDS,
    )?.[0]
    const related = [{ phrase: 'release', place: { ...old.node.place, file: fileOf(latest.version) } } as const]
    const values = { id, version: latest.version }
    messages.push(
      other === undefined
        ? { rule: 'id/reused', severity: 'error', form: 'other', values, place, related }
        : { rule: 'id/reused', severity: 'error', form: 'moved', values: { ...values, other }, place, related },
    )
  }
  return messages
}

const byId = (policy: Policy): ReadonlyMap<string, Clause> =>
  new Map(clauses(policy).flatMap((clause): [string, Clause][] => (clause.id === undefined ? [] : [[clause.id, clause]])))

/** The ids that a release had and a later one has not, with the last that had them. */
function idsThatWent(releases: readonly Release[]): ReadonlyMap<string, { readonly version: string; readonly clause: Clause }> {
  const gone = new Map<string, { version: string; clause: Clause }>()
  let known = new Map<string, { version: string; clause: Clause }>()
  for (const { version, policy } of releases) {
    const here = byId(policy)
    for (const [id, last] of known) if (!here.has(id)) gone.set(id, last)
    for (const id of here.keys()) gone.delete(id)
    known = new Map([...here].map(([id, clause]) => [id, { version, clause }]))
  }
  return gone
}

/** Whether two clauses say nothing in the same words: not one of the longer ones stands in both. */
function isOther(old: Clause, next: Clause): boolean {
  if (plainText(old.node) === plainText(next.node)) return false
  const [a, b] = [words(old), words(next)]
  return a.size >= LEAST_WORDS && b.size >= LEAST_WORDS && share(a, b) === 0
}

/** The longer words of a clause: the short ones are in every sentence. */
const words = ({ node }: Clause): ReadonlySet<string> =>
  new Set(
    plainText(node)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [],
  )

/** The part of the words of one that the other has as well. */
const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 ? 0 : [...a].filter((word) => b.has(word)).length / Math.max(a.size, b.size)
