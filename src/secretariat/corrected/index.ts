import { hashPolicy } from '../../decide/index.js'
import type { Policy } from '../../model/index.js'
import { sideOf } from '../../papers/index.js'
import { resolve } from '../../resolve/index.js'
import { compareVersions, corrections } from '../../versions/index.js'
import { type CorrectedSince, dictionaryOf, proposals } from '../../workspace/index.js'

/** What was corrected in a text since a body decided, where nothing else changed; undefined where more did, or its words are not known. */
export const correctedSince: CorrectedSince =
  (files, entry, text) =>
  ({ text: hash }) => {
    const seen = hash === undefined ? undefined : proposals(files, entry).find(({ policy }) => hashPolicy(policy) === hash)
    if (!seen) return undefined
    // What an author says of a change is no proof.
    const [old, next] = [seen.policy, text].map((policy) => ({ ...policy, metadata: { ...policy.metadata, changes: undefined } }))
    if (!old || !next) return undefined
    const [a, b] = [old, next].map((policy) => sideOf(resolve(policy as Policy).value, ''))
    return a && b && corrections(compareVersions(a, b, dictionaryOf).value, old as Policy, next as Policy)
  }
