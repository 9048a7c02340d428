import { append, type Message, type Place } from '../../model/index.js'
import { rerouted } from '../rerouted.js'
import { decisions, isAdoptedBy, isOnRecord } from '../standing.js'
import type { Verified } from './types.js'

/** Decisions that do not carry what a policy says of itself: not taken, taken otherwise, or taken on other words. */
export function verifyDecisions(verified: Verified): Message[] {
  const { policy, hash, organisation, keyPlace, origin, keeps } = verified
  const { route = [], approvals = [], status, proposed } = policy.metadata
  const placeOf = (key: 'route' | 'approvals', at: number) => keyPlace(at < 0 ? [key] : [key, at])
  const messages: Message[] = []
  for (const { approval, standing, otherwise } of decisions(policy.metadata, hash, keeps)) {
    if (!approval || standing !== 'other') continue
    const place = placeOf('approvals', approvals.indexOf(approval))
    const who = approval.body ?? approval.name ?? ''
    const said =
      otherwise === undefined
        ? ({ form: 'words', values: { who }, expected: [hash] } as const)
        : ({ form: otherwise, values: { who, decided: approval[otherwise] ?? '' } } as const)
    messages.push({ rule: 'decision/other-words', severity: 'error', place, ...said })
  }
  for (const [at, approval] of approvals.entries()) {
    if (approval.kept?.text !== hash || keeps?.(approval)) continue
    const values = { who: approval.body ?? approval.name ?? '' }
    messages.push({ rule: 'decision/kept', severity: 'error', values, place: placeOf('approvals', at) })
  }
  const left = rerouted(policy.metadata, verified.asked)
  const place = () => keyPlace([route.length > 0 ? 'route' : 'proposed'])
  for (const { body, right } of left ?? []) {
    const values = { who: body, right: { phrase: `right.${right}` }, date: proposed?.date ?? '' } as const
    messages.push({ rule: 'proposal/changed', form: 'left', severity: 'error', values, place: place() })
  }
  // That others were asked as well, or in another order, takes nothing from a release.
  if (left?.length === 0 && origin === 'working') {
    const values = { date: proposed?.date ?? '' }
    messages.push({ rule: 'proposal/changed', form: 'route', severity: 'error', values, place: place() })
  }
  // What is frozen cannot be mended; that it holds what was decided is for those who released it.
  if (origin !== 'working') return messages
  if (status === 'proposed' && proposed === undefined)
    messages.push({ rule: 'proposal/changed', form: 'typed', severity: 'warning', place: keyPlace(['status']) })
  if (status === 'proposed' && proposed !== undefined && proposed.text !== hash)
    messages.push({
      rule: 'proposal/changed',
      form: 'words',
      severity: 'warning',
      values: { date: proposed.date },
      place: keyPlace(['proposed']),
      expected: [hash],
    })
  if (status === 'adopted') append(messages, [...withoutDecision(verified, placeOf), ...typedIn(verified, placeOf)])
  for (const { approval, body, added = [] } of decisions(policy.metadata, hash, keeps)) {
    const place = placeOf('approvals', approval ? approvals.indexOf(approval) : -1)
    for (const day of added) {
      const values = { who: body ?? approval?.name ?? '', date: policy.metadata[day] ?? '' }
      messages.push({ rule: 'decision/other-words', form: `${day}-set`, severity: 'warning', values, place })
    }
  }
  const known = (organisation?.bodies ?? []).flatMap(({ name, short }) => [name, ...(short === undefined ? [] : [short])])
  const folded = new Set(known.map((name) => name.toLowerCase()))
  for (const [at, { body }] of route.entries()) {
    if (known.length === 0 || folded.has(body.toLowerCase())) continue
    messages.push({
      rule: 'route/unknown-body',
      severity: 'error',
      values: { body },
      place: placeOf('route', at),
      expected: known,
    })
  }
  return messages
}

/** Why a policy that says it is adopted is not: what its route asks was not decided, or otherwise; or nobody decided anything. */
function withoutDecision(
  { policy, hash, keyPlace, keeps }: Verified,
  placeOf: (key: 'route' | 'approvals', at: number) => Place,
): Message[] {
  const { route = [], approvals = [] } = policy.metadata
  if (route.length === 0 && approvals.length === 0)
    return [{ rule: 'decision/missing', severity: 'error', form: 'none', place: keyPlace(['status']) }]
  const all = decisions(policy.metadata, hash, keeps)
  // Of a decision that does not say with which right it was taken, nobody knows.
  const adopts = isAdoptedBy(all) || all.some(({ right }) => right === undefined)
  const nobody: Message[] = adopts
    ? []
    : [
        {
          rule: 'decision/missing',
          severity: 'error',
          form: 'adoption',
          place: placeOf(route.length > 0 ? 'route' : 'approvals', -1),
        },
      ]
  return nobody.concat(
    all.flatMap(({ approval, body, right, standing }): Message[] => {
      const values = { who: body ?? approval?.name ?? '' }
      const at = route.findIndex((step) => step.body === body && step.right === right)
      if (standing === 'pending')
        return [{ rule: 'decision/missing', severity: 'error', form: 'pending', values, place: placeOf('route', at) }]
      // Who only advises or is informed may be against.
      if (approval?.decision !== 'negative' || right === 'advice' || right === 'information') return []
      const place = placeOf('approvals', approvals.indexOf(approval))
      return [{ rule: 'decision/missing', severity: 'error', form: 'negative', values, place }]
    }),
  )
}

/**
 * Decisions that say not on which words they were taken, of a policy whose decisions are recorded: what was typed in here proves nothing. Of a
 * policy that came in as adopted none is recorded, and what it says is shown as not proved.
 */
function typedIn(
  { policy, hash, keeps, releases }: Verified,
  placeOf: (key: 'route' | 'approvals', at: number) => Place,
): Message[] {
  if (![policy, ...releases.map((release) => release.policy)].some(({ metadata }) => isOnRecord(metadata))) return []
  return decisions(policy.metadata, hash, keeps).flatMap(({ approval, body, standing }): Message[] => {
    if (!approval || standing !== 'unbound') return []
    const place = placeOf('approvals', (policy.metadata.approvals ?? []).indexOf(approval))
    const values = { who: body ?? approval.name ?? approval.date ?? '?' }
    return [{ rule: 'decision/unbound', form: 'recorded', severity: 'error', values, place }]
  })
}
