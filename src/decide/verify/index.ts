import { type Message, type Policy, sortMessages } from '../../model/index.js'
import { yamlPlaces } from '../../read/index.js'
import { hashPolicy } from '../hash.js'
import { verifyDecisions } from './decisions.js'
import { verifyIds } from './ids.js'
import { verifyTemplate } from './locked.js'
import type { Surroundings, Verified } from './types.js'
import { verifyVersions } from './versions.js'

export type { Release, Surroundings } from './types.js'

/**
 * What may not pass between a policy and what stands around it: its releases, its template, its organisation, and the decisions it says
 * were taken. What is not known is not judged.
 */
export function verifyPolicy(policy: Policy, around: Surroundings): readonly Message[] {
  const keyPlace = yamlPlaces(policy.yaml, { file: policy.file, firstLine: policy.yaml === '' ? 1 : 2 })
  const verified: Verified = { ...around, policy, hash: hashPolicy(policy), keyPlace }
  return sortMessages([
    ...belonging(verified),
    ...verifyVersions(verified),
    ...verifyDecisions(verified),
    ...verifyIds(verified),
    ...verifyTemplate(verified),
  ])
}

/** A policy carries the name and brand of the organisation in whose folder it stands, and of no other. */
function belonging({ policy, name, keyPlace }: Verified): Message[] {
  const [folder] = name?.split('/') ?? []
  const { organisation } = policy.metadata
  if (folder === undefined || organisation === undefined || organisation === folder) return []
  return [
    {
      rule: 'organisation/other',
      severity: 'error',
      values: { name: organisation, folder },
      place: keyPlace(['organisation']),
      expected: [folder],
    },
  ]
}
