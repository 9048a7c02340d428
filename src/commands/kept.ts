import { dirname, join } from 'node:path'
import { hashPolicy, type Keeps } from '../decide/index.js'
import type { Approval, Policy } from '../model/index.js'
import { sideOf } from '../papers/index.js'
import { readPolicy } from '../read/index.js'
import { resolve } from '../resolve/index.js'
import { type Correction, compareVersions, corrections } from '../versions/index.js'
import { dictionaryOf, type Files, type PolicyEntry } from '../workspace/index.js'

/** Where the words that were put before the bodies are kept: who decided on which stays known when the text goes on. */
export const proposalPath = ({ path, policy }: PolicyEntry, version: string, hash: string): string =>
  join(dirname(path), 'proposals', `${policy}@${version}-${hash.slice('sha256:'.length, 'sha256:'.length + 8)}.md`)

/** The words that were ever put before the bodies. */
export function proposals(
  files: Files,
  { path, policy }: PolicyEntry,
): readonly { readonly path: string; readonly policy: Policy }[] {
  const folder = join(dirname(path), 'proposals')
  const own = files.list(folder).filter(({ name }) => name.startsWith(`${policy}@`) && name.endsWith('.md'))
  return own.map(({ name }) => ({ path: join(folder, name), policy: readPolicy(files.read(join(folder, name)), name).value }))
}

/** What was corrected in a text since a body decided, where nothing else changed; undefined where more did, or its words are not known. */
export function correctedSince(
  files: Files,
  entry: PolicyEntry,
  text: Policy,
): (approval: Approval) => readonly Correction[] | undefined {
  return ({ text: hash }) => {
    const seen = hash === undefined ? undefined : proposals(files, entry).find(({ policy }) => hashPolicy(policy) === hash)
    if (!seen) return undefined
    // What an author says of a change is no proof.
    const [old, next] = [seen.policy, text].map((policy) => ({ ...policy, metadata: { ...policy.metadata, changes: undefined } }))
    if (!old || !next) return undefined
    const [a, b] = [old, next].map((policy) => sideOf(resolve(policy as Policy).value, ''))
    return a && b && corrections(compareVersions(a, b, dictionaryOf).value, old as Policy, next as Policy)
  }
}

/** Which decisions on earlier words are proved to stand in a text: exactly what is recorded was corrected, and nothing else. */
export function keepsIn(files: Files, entry: PolicyEntry | undefined, text: Policy): Keeps {
  const known = new Map<Approval, boolean>()
  return (approval) => {
    const { kept } = approval
    if (!kept || !entry) return false
    const isKnown = known.get(approval)
    if (isKnown !== undefined) return isKnown
    const changes = kept.text === hashPolicy(text) ? correctedSince(files, entry, text)(approval) : undefined
    const proved = changes !== undefined && JSON.stringify(changes) === JSON.stringify(kept.changes)
    known.set(approval, proved)
    return proved
  }
}
