import { compareVersion, type Message } from '../../model/index.js'
import { hashPolicy } from '../hash.js'
import type { Verified } from './types.js'

/** Versions that do not follow each other: the predecessor is there as it was, and a working text with other words has a higher version. */
export function verifyVersions(verified: Verified): Message[] {
  return verified.origin === 'working' ? [...predecessor(verified), ...successor(verified)] : predecessor(verified)
}

/** The release a policy goes on from is there, and holds the words it names. */
function predecessor({ policy, name: own, releases, fileOf, keyPlace }: Verified): Message[] {
  const { version, hash, file: bytes } = policy.metadata.predecessor ?? {}
  if (own === undefined || version === undefined) return []
  const file = fileOf(version)
  const name = `${own}@${version}`
  const release = releases.find((candidate) => candidate.version === version)
  if (!release)
    return [{ rule: 'release/missing', severity: 'warning', values: { name, file }, place: keyPlace(['predecessor']) }]
  const actual = hashPolicy(release.policy)
  const related = [{ phrase: 'release', place: { file, line: 1, column: 1 } } as const]
  if (hash !== undefined && hash !== actual)
    return [
      { rule: 'release/changed', severity: 'error', values: { name, actual, hash }, place: keyPlace(['predecessor']), related },
    ]
  if (bytes === undefined || release.file === undefined || bytes === release.file) return []
  return [{ rule: 'release/touched', severity: 'error', values: { name }, place: keyPlace(['predecessor']), related }]
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
