import {
  type Clause,
  canonicalClause,
  clauses,
  extendedBy,
  headingsAbove,
  isLedOtherwise,
  leads,
  type Message,
  type Place,
  type Policy,
  plainText,
} from '../../model/index.js'
import { writtenOut } from '../../tailor/index.js'
import { hashPolicy } from '../hash.js'
import type { Verified } from './types.js'

/** A clause of the template is there, what is locked in it is as it stands there, and so it is in the version before. */
export function verifyTemplate(verified: Verified): Message[] {
  const { policy, template, releases, organisation, origin, keyPlace, fileOf } = verified
  if (origin !== 'working') return []
  if (template && !template.policy)
    return [{ rule: 'extends/missing', severity: 'error', values: { name: template.name }, place: keyPlace(['extends']) }]
  const pinned = template ? pinOf(template, keyPlace(['extends'])) : []
  const held = template?.policy
    ? changedLocks(policy, writtenOut(template.policy, policy), template.policy.file, keyPlace(['extends']))
    : []
  const latest = releases.at(-1)
  // Who makes templates may change what others may not.
  if (!latest || organisation?.kind === 'sector') return [...pinned, ...held]
  const isNew = (id: string) => !template?.policy || !idsOf(template.policy).has(id)
  const before = changedLocks(policy, latest.policy, fileOf(latest.version), keyPlace(['version']), isNew)
  return [...pinned, ...held, ...before]
}

/** A template that is not the edition the policy was made of; one that leads back to the policy. */
function pinOf({ name, version, hash, policy, chain }: NonNullable<Verified['template']>, place: Place): Message[] {
  if (chain !== undefined) return [{ rule: 'extends/cycle', severity: 'error', values: { chain }, place }]
  if (version === undefined || hash === undefined) {
    return [{ rule: 'extends/pinned', form: 'unpinned', severity: 'warning', values: { name }, place }]
  }
  const actual = policy && hashPolicy(policy)
  if (actual === undefined || actual === hash) return []
  return [{ rule: 'extends/pinned', form: 'changed', severity: 'error', values: { name, actual, hash }, place }]
}

const idsOf = (policy: Policy): ReadonlySet<string> => new Set(clauses(policy).flatMap(({ id }) => id ?? []))

const isLocked = ({ node }: Clause): boolean => node.type !== 'note' && node.attributes.classes.includes('locked')

function changedLocks(
  policy: Policy,
  from: Policy,
  file: string,
  head: Verified['policy']['children'][number]['place'],
  applies = (_: string) => true,
): Message[] {
  const now = new Map(clauses(policy).map((clause) => [clause.id, clause]))
  // A text that was there before it was attached never had the words: that is told, and stops no output.
  const isAttached = extendedBy(policy.metadata)?.attached !== undefined
  const [given, led] = [leads(clauses(from)), leads(clauses(policy))]
  return clauses(from).flatMap((locked): Message[] => {
    const { id } = locked
    if (id === undefined || !isLocked(locked) || !applies(id)) return []
    const own = now.get(id)
    const related = [{ phrase: 'the.locked', place: { ...locked.node.place, file } } as const]
    const never = isAttached && !(own && isLocked(own))
    const said = (form: 'absent' | 'below' | 'changed' | 'gone' | 'other' | 'under' | 'unlocked', place: Place): Message[] => [
      { rule: 'clause/locked', severity: never || form === 'below' ? 'warning' : 'error', form, values: { id }, place, related },
    ]
    if (!own) return said(never ? 'absent' : 'gone', head)
    if (!sameWords(own, locked)) return said(never ? 'other' : 'changed', own.node.place)
    if (isLedOtherwise(given.get(locked), led.get(own))) return said('under', own.node.place)
    if (!isLocked(own)) return said('unlocked', own.node.place)
    // Another heading may only put the text in order, or may say that what is below it holds no longer.
    return isBelowSame(locked, own) ? [] : said('below', own.node.place)
  })
}

/** Whether two clauses stand below the same headings, word for word. */
function isBelowSame(a: Clause, b: Clause): boolean {
  const [wanted, found] = [headingsAbove(a), headingsAbove(b)]
  const isSame = (one: Clause, other: Clause | undefined) =>
    one.id === other?.id && other !== undefined && plainText(one.node) === plainText(other.node)
  return wanted.length === found.length && wanted.every((heading, i) => isSame(heading, found[i]))
}

/** The same words in the same kind of clause; topics and classes may differ. */
function sameWords(a: Clause, b: Clause): boolean {
  if (a.kind !== b.kind || plainText(a.node) !== plainText(b.node)) return false
  const bare = ({ node }: Clause) =>
    canonicalClause(node.type === 'note' ? node : { ...node, attributes: { classes: [], values: {} } })
  return bare(a) === bare(b)
}
