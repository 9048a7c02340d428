import { dirname, join } from 'node:path'
import { hashPolicy, type Keeps, type Route } from '../decide/index.js'
import type { Approval, Policy } from '../model/index.js'
import { readPolicy } from '../read/index.js'
import type { Correction } from '../versions/index.js'
import type { Files } from './files.js'
import type { PolicyEntry } from './root.js'

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

/** Who was asked when a text was put before its bodies, as the copy that was kept then says; undefined where there is no copy of these words. */
export function askedIn(files: Files, entry: PolicyEntry | undefined, { metadata }: Policy): Route | undefined {
  const { proposed, version } = metadata
  if (!entry || proposed === undefined) return undefined
  const copies = proposals(files, entry).filter(({ policy }) => hashPolicy(policy) === proposed.text)
  // The same words may have been put forward as another version before.
  const own = copies.find(({ policy }) => policy.metadata.version === version) ?? copies.at(-1)
  return own?.policy.metadata.route
}

/** What was corrected in a text since a body decided: `corrected.ts` tells it. */
export type CorrectedSince = (
  files: Files,
  entry: PolicyEntry,
  text: Policy,
) => (approval: Approval) => readonly Correction[] | undefined

/** Whether a text says of a decision on earlier words that it was kept. */
export const saysKept = ({ metadata }: Policy): boolean => metadata.approvals?.some(({ kept }) => kept !== undefined) ?? false

/** Which decisions on earlier words are proved to stand in a text: exactly what is recorded was corrected, and nothing else. */
export function keepsIn(files: Files, entry: PolicyEntry | undefined, text: Policy, correctedSince: CorrectedSince): Keeps {
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
