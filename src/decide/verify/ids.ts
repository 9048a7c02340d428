import { type Clause, clauses, type Message, type Policy, plainText } from '../../model/index.js'
import type { Release, Verified } from './types.js'

/** Words in which two clauses must have nothing in common to be two: of fewer, a rewriting may replace all. */
const LEAST_WORDS = 4
/** The part of its words by which a clause is known again under another id. */
const SAME_WORDS = 0.8
/** The part of its words above which a clause is itself, reworded, whatever else says what it said. */
const KEPT_WORDS = 0.5

/** Ids are permanent: one that names another clause than it did, or was gone and is back, misleads whoever follows it. */
export function verifyIds({ policy, releases, fileOf, origin }: Verified): Message[] {
  const latest = releases.at(-1)
  if (!latest || origin !== 'working') return []
  const before = byId(latest.policy)
  const now = byId(policy)
  const gone = idsThatWent(releases)
  const whereItWent = seeker(before, now)
  const messages: Message[] = [...renamed(policy, before, now, whereItWent, fileOf(latest.version), latest.version)]
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
    if (!old || share(words(old), words(clause)) > KEPT_WORDS) continue
    const other = whereItWent(id, old)
    if (other === undefined && !isOther(old, clause)) continue
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

/** Clauses of a release that go by an id of their own now, which the text does not say of them under `renamed`. */
function* renamed(
  { metadata }: Policy,
  before: ReadonlyMap<string, Clause>,
  now: ReadonlyMap<string, Clause>,
  whereItWent: ReturnType<typeof seeker>,
  file: string,
  version: string,
): Generator<Message> {
  for (const [id, old] of before) {
    if (now.has(id)) continue
    const other = whereItWent(id, old) ?? sameWords(old, now)
    const clause = other === undefined ? undefined : now.get(other)
    if (other === undefined || !clause || before.has(other) || metadata.renamed?.[other] !== undefined) continue
    const related = [{ phrase: 'release', place: { ...old.node.place, file } } as const]
    yield { rule: 'id/renamed', severity: 'warning', values: { id, other, version }, place: clause.node.place, related }
  }
}

/** The one clause of a kind that says just what another said, however short. */
function sameWords(old: Clause, now: ReadonlyMap<string, Clause>): string | undefined {
  const said = plainText(old.node)
  const alike = [...now].filter(([, { kind, node }]) => kind === old.kind && plainText(node) === said)
  return said === '' || alike.length !== 1 ? undefined : alike[0]?.[0]
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

/** Finds the id under which the words of a clause stand now, where that id did not name them before. */
function seeker(
  before: ReadonlyMap<string, Clause>,
  now: ReadonlyMap<string, Clause>,
): (id: string, old: Clause) => string | undefined {
  const said = new Map([...now].map(([id, clause]) => [id, words(clause)]))
  const saying = new Map<string, string[]>()
  for (const [id, all] of said) {
    for (const word of all) {
      const ids = saying.get(word)
      if (ids) ids.push(id)
      else saying.set(word, [id])
    }
  }
  return (id, old) => {
    const sought = words(old)
    if (sought.size < LEAST_WORDS) return undefined
    // Whoever says four fifths of these words says at least one of any fifth of them: of the rarest.
    const rare = [...sought].sort((a, b) => (saying.get(a)?.length ?? 0) - (saying.get(b)?.length ?? 0))
    const candidates = new Set(
      rare.slice(0, Math.floor(sought.size * (1 - SAME_WORDS)) + 1).flatMap((word) => saying.get(word) ?? []),
    )
    return [...candidates].find((name) => {
      const [next, named] = [said.get(name), before.get(name)]
      if (name === id || !next || share(sought, next) < SAME_WORDS) return false
      return !named || share(words(named), next) < SAME_WORDS
    })
  }
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
