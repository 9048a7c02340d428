import type { Right } from '../../model/index.js'
import { hashPolicy } from '../hash.js'
import { rerouted } from '../rerouted.js'
import { carries, decisions, isAdoptedBy, isWithdrawn } from '../standing.js'
import { isOtherBeside } from './beside.js'
import { type Dossier, lastReleased } from './dossier.js'
import { isProved } from './force.js'
import { binds } from './record.js'

/** Where a working text stands on its way to the next release. */
export type Standing =
  /** Being written: put before nobody; `before` where it was once, or a decision stands in it. */
  | { readonly kind: 'draft'; readonly before?: true }
  /** Put before the bodies; whose turn it is, and since when. */
  | { readonly kind: 'waiting'; readonly body: string; readonly right: Right; readonly since: string }
  | { readonly kind: 'refused' | 'amended'; readonly body: string; readonly date: string }
  /** Other words than those proposed on this day; who had decided on those. */
  | { readonly kind: 'changed'; readonly since: string; readonly decided: readonly string[] }
  /** It asks others, or in another way, than when it was proposed on this day; who is not asked any more. */
  | { readonly kind: 'rerouted'; readonly since: string; readonly left: readonly string[] }
  /** Everything the route asks was decided on these words: a release can be made. */
  | { readonly kind: 'complete' }
  /**
   * The words of a release, with the decisions of its route bound to them; `draft` where the text is the next one, and `beside` where something
   * besides its words changed, as a day or the numbering.
   */
  | { readonly kind: 'adopted'; readonly version: string; readonly draft?: true; readonly beside?: true }
  /** It says that it was adopted, or proposed, and nothing here proves on which words. */
  | { readonly kind: 'unproved'; readonly says: 'adopted' | 'proposed' }
  /** The next draft, with the words of a release of which nothing proves on which words it was decided. */
  | { readonly kind: 'unchanged'; readonly version: string; readonly beside?: true }
  /** `ahead` where its day is still to come; `unreleased` where nothing ever was in force. */
  | { readonly kind: 'withdrawn'; readonly date?: string; readonly ahead?: true; readonly unreleased?: true }

/** What stands of it on a day, where one is given: a decision of a later day was not taken yet. */
export function standingOf(
  dossier: Pick<Dossier, 'policy' | 'releases' | 'keeps' | 'asked'> & { readonly today?: string },
): Standing {
  const { metadata } = dossier.policy
  const { status, proposed, route = [], withdrawn } = metadata
  const hash = hashPolicy(dossier.policy)
  const release = lastReleased(dossier.releases)
  const isReleased = release !== undefined && hashPolicy(release.policy) === hash
  if (status === 'withdrawn' || (isWithdrawn(metadata) && status === 'draft' && isReleased))
    return {
      kind: 'withdrawn',
      ...(withdrawn === undefined ? {} : { date: withdrawn }),
      ...(isWithdrawn(metadata, dossier.today) ? {} : { ahead: true }),
      ...(release ? {} : { unreleased: true }),
    }
  if (status === 'adopted' || (status === 'draft' && isReleased)) {
    const proved = isReleased && isProved(release, dossier.policy)
    const beside =
      release && status === 'draft' && isOtherBeside(dossier.policy, release.policy) ? ({ beside: true } as const) : {}
    const draft = status === 'draft' ? ({ draft: true, ...beside } as const) : {}
    if (proved) return { kind: 'adopted', version: release.version, ...draft }
    return status === 'draft' && release
      ? { kind: 'unchanged', version: release.version, ...beside }
      : { kind: 'unproved', says: 'adopted' }
  }
  if (status === 'draft') {
    const isBefore = proposed !== undefined || (metadata.approvals ?? []).length > 0
    return { kind: 'draft', ...(isBefore ? { before: true } : {}) }
  }
  const all = decisions(metadata, hash, dossier.keeps).filter(({ standing }) => standing !== 'superseded')
  const left = rerouted(metadata, dossier.asked)
  if (proposed?.text === hash && left) return { kind: 'rerouted', since: proposed.date, left: left.map(({ body }) => body) }
  if (proposed === undefined || !isAdoptedBy(route)) return { kind: 'unproved', says: 'proposed' }
  const decided = all.flatMap(({ standing, body }) => (standing === 'other' && body !== undefined ? [body] : []))
  if (proposed.text !== hash) return { kind: 'changed', since: proposed.date, decided }
  let since = proposed.date
  for (const { body = '', right = 'adoption', approval, standing } of all) {
    if (!carries(standing) || (dossier.today !== undefined && (approval?.date ?? '') > dossier.today)) {
      if (right === 'information' && standing === 'pending') continue
      return { kind: 'waiting', body, right, since }
    }
    const { decision, date = since } = approval ?? {}
    if (binds(right) && decision === 'negative') return { kind: 'refused', body, date }
    if (binds(right) && decision === 'amended') return { kind: 'amended', body, date }
    // Words that were decided on before may have been put forward again since.
    if (date > since) since = date
  }
  return { kind: 'complete' }
}
