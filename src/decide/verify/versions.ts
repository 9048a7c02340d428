import { clauses, compareVersion, type Message, type Policy } from '../../model/index.js'
import { yamlPlaces } from '../../read/index.js'
import { hashPolicy, isFileOf } from '../hash.js'
import type { Verified } from './types.js'

/** Versions that do not follow each other: every release is there as whoever goes on from it names it, and a working text with other words has a higher version. */
export function verifyVersions(verified: Verified): Message[] {
  const found = [...goingOn(verified).flatMap((text) => predecessor(verified, text)), ...copied(verified)]
  return verified.origin === 'working' ? [...found, ...unlike(verified), ...unnamed(verified), ...successor(verified)] : found
}

/** Releases that another policy has as well. */
function copied({ name: own, origin, policy, releases, fileOf }: Verified): Message[] {
  const judged = origin === 'working' ? releases : releases.filter((release) => release.policy.file === policy.file)
  return judged.flatMap(({ version, copyOf }): Message[] =>
    copyOf === undefined
      ? []
      : [
          {
            rule: 'release/copied',
            form: 'twin',
            severity: 'error',
            values: { name: `${own}@${version}`, other: `${copyOf}@${version}` },
            place: { file: fileOf(version), line: 1, column: 1 },
          },
        ],
  )
}

/** A release that has another title and not one clause of the text beside it may be of another policy. */
function unlike({ name: own, policy, releases, fileOf }: Verified): Message[] {
  const latest = releases.at(-1)
  const ids = new Set(latest && idsOf(latest.policy))
  const title = latest?.policy.metadata.title ?? ''
  if (!latest || latest.copyOf !== undefined || ids.size === 0 || title === policy.metadata.title) return []
  if (idsOf(policy).some((id) => ids.has(id))) return []
  const place = { file: fileOf(latest.version), line: 1, column: 1 }
  const values = { name: `${own}@${latest.version}`, title }
  return [{ rule: 'release/copied', form: 'other', severity: 'warning', values, place }]
}

const idsOf = (policy: Policy): readonly string[] => clauses(policy).flatMap(({ id }) => id ?? [])

/** A text that was put before its bodies, or follows one that was, went on from the last release by name: without it nothing holds that release to what it was. */
function unnamed({ name: own, policy: { metadata }, releases, keyPlace }: Verified): Message[] {
  const latest = releases.at(-1)
  const isProposed = metadata.status === 'proposed' && metadata.proposed !== undefined
  const isRecorded = isProposed || latest?.policy.metadata.proposed !== undefined
  if (!latest || !isRecorded || metadata.predecessor !== undefined || metadata.version === latest.version) return []
  const values = { name: `${own}@${latest.version}`, hash: hashPolicy(latest.policy) }
  return [{ rule: 'release/unnamed', severity: isProposed ? 'error' : 'warning', values, place: keyPlace(['version']) }]
}

/** The texts that say from which release they go on: this one and, of a working text, all before it; of a release, those that name it. */
function goingOn({ policy, origin, releases, successor: next }: Verified): readonly Policy[] {
  const others = releases.flatMap((release) => (release.policy.file === policy.file ? [] : [release.policy]))
  if (origin === 'working') return [policy, ...others]
  const { version } = policy.metadata
  const named = [...others, ...(next ? [next] : [])].filter(({ metadata }) => metadata.predecessor?.version === version)
  return [policy, ...(version === undefined ? [] : named)]
}

/** The release a text goes on from is there, and holds the words it names. */
function predecessor({ name: own, releases, fileOf, elsewhere }: Verified, { metadata, yaml, file: of }: Policy): Message[] {
  const { version, hash, file: bytes } = metadata.predecessor ?? {}
  if (own === undefined || version === undefined) return []
  const file = fileOf(version)
  const name = `${own}@${version}`
  const place = () => yamlPlaces(yaml, { file: of, firstLine: yaml === '' ? 1 : 2 })(['predecessor'])
  const release = releases.find((candidate) => candidate.version === version)
  // Who names a release by its hash had it; another may name one that was kept elsewhere.
  if (!release) {
    const severity = hash === undefined ? 'warning' : 'error'
    const other = hash === undefined ? undefined : elsewhere?.(version, hash)
    const missing = { rule: 'release/missing', severity, place: place() } as const
    if (!other) return [{ ...missing, form: 'absent', values: { name, file } }]
    const values = { name, other: `${other.name}@${version}` }
    return [other.isThere ? { ...missing, form: 'copied', values } : { ...missing, form: 'renamed', values: { ...values, file } }]
  }
  const actual = hashPolicy(release.policy)
  const related = [{ phrase: 'release', place: { file, line: 1, column: 1 } } as const]
  if (hash !== undefined && hash !== actual)
    return [{ rule: 'release/changed', severity: 'error', values: { name, actual, hash }, place: place(), related }]
  if (bytes === undefined || release.file === undefined || isFileOf(bytes, release.file)) return []
  return [{ rule: 'release/touched', severity: 'error', values: { name }, place: place(), related }]
}

function successor({ policy, hash, releases, fileOf, keyPlace }: Verified): Message[] {
  const { version, status } = policy.metadata
  const latest = releases.at(-1)
  if (version === undefined || !latest || compareVersion(version, latest.version) > 0) return []
  const own = releases.find((release) => release.version === version)
  if (own === latest && hashPolicy(own.policy) === hash) return []
  const place = keyPlace(['version'])
  const file = fileOf(own?.version ?? latest.version)
  const related = [{ phrase: 'release', place: { file, line: 1, column: 1 } } as const]
  if (status === 'adopted' && own === latest)
    return [{ rule: 'release/differs', severity: 'error', values: { version }, place, related }]
  return [{ rule: 'version/not-higher', severity: 'error', values: { version, latest: latest.version }, place, related }]
}
