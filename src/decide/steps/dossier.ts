import {
  isOfRecord,
  type Message,
  type Metadata,
  type Organisation,
  type Place,
  type Policy,
  type Result,
  type Said,
  type Unruled,
} from '../../model/index.js'
import { type YamlEdit, yamlPlaces } from '../../read/index.js'
import { hashFile, hashPolicy } from '../hash.js'
import type { Route } from '../rerouted.js'
import type { Keeps } from '../standing.js'
import type { Release } from '../verify/index.js'

/** A working text with what is known of it where a step is taken. */
export interface Dossier {
  readonly policy: Policy
  /** Oldest first. */
  readonly releases: readonly Release[]
  readonly organisation?: Organisation
  /** Which decisions on earlier words are proved to stand; none when absent. */
  readonly keeps?: Keeps
  /** Who was asked when the text was put before its bodies; absent where no copy of that was kept. */
  readonly asked?: Route
  /** YYYY-MM-DD */
  readonly today: string
}

/** What a step writes into the front matter of the working text. */
export interface Step {
  readonly edits: readonly YamlEdit[]
}

/** What a key of the front matter becomes; it goes where the value is undefined. */
export const put = (key: keyof Metadata, value: unknown): YamlEdit => ({ path: [key], value })

/** Why a step is not taken. */
export type Refusal = Unruled<'step/refused'>

export const refused = (
  { policy }: Dossier,
  said: Refusal,
  key: 'status' | 'route' | 'approvals' = 'status',
): Result<undefined> => {
  const keyPlace = yamlPlaces(policy.yaml, { file: policy.file, firstLine: policy.yaml === '' ? 1 : 2 })
  return { value: undefined, messages: [messageOf(said, keyPlace([key]))] }
}

const messageOf = (said: Refusal, place: Place): Message => ({
  ...({ rule: 'step/refused', ...said } as Said<'step/refused'>),
  severity: 'error',
  place,
})

/** The last day on which anything was decided on this text or the release before it: today is no earlier, where the clock is right. */
export const lastDay = ({ policy, releases }: Dossier): string | undefined =>
  [policy, releases.at(-1)?.policy]
    .flatMap((text) => (text?.metadata.approvals ?? []).flatMap(({ date }) => date ?? []))
    .sort()
    .at(-1)

/** The last text among the releases that was released: a draft that was copied there is none. */
export const lastReleased = (releases: readonly Release[]): Release | undefined =>
  releases.findLast(({ policy }) => isOfRecord(policy))

/** The name and hashes of the release a text goes on from. */
export const predecessorOf = ({ releases }: Dossier): { version: string; hash: string; file?: string } | undefined => {
  const latest = lastReleased(releases) ?? releases.at(-1)
  const file = latest?.file === undefined ? {} : { file: hashFile(latest.file) }
  return latest && { version: latest.version, hash: hashPolicy(latest.policy), ...file }
}
