import { carries, decisions, hashPolicy, isProved, RECORDED, standingOf } from '../decide/index.js'
import type { Metadata, Policy, Status } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'
import { longDate, type Wording } from './wording.js'

/** What a text is in a word, as `status.…` has it: `unproved` where only the text says that it was adopted. */
export function statusOf(policy: Policy): Status | 'unproved' {
  const { status, version = '' } = policy.metadata
  return status !== 'adopted' || isProved({ version, policy, keeps: RECORDED }) ? status : 'unproved'
}

/**
 * What a text says of its status, with what is still to be decided before it is adopted, or that nothing proves that it was. The route of its
 * organisation holds where it has none.
 */
export function statusText({ source }: Resolved, ofOrganisation: Metadata['route'], wording: Wording): string {
  const { status, lang } = source.metadata
  const said = wording(`status.${status}`)
  const also = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    `${said}; ${wording(`standing.${key}`, values)}`
  if (status === 'withdrawn') return said
  if (status === 'adopted') return statusOf(source) === 'unproved' ? also('unproved') : said
  const route = source.metadata.route ?? ofOrganisation
  const all = decisions({ ...source.metadata, ...(route ? { route } : {}) }, hashPolicy(source), RECORDED)
  const who = all
    .filter(({ standing, right }) => !carries(standing) && standing !== 'superseded' && right !== 'information')
    .map(({ body, approval, right }) => {
      const name = body ?? approval?.name ?? ''
      return right === undefined ? name : wording('standing.who', { name, right: wording(`right.${right}`) })
    })
    .join(', ')
  const standing = standingOf({ policy: source, releases: [], keeps: RECORDED })
  switch (standing.kind) {
    case 'refused':
    case 'amended':
      return also(standing.kind, { who: standing.body, date: longDate(standing.date, lang) })
    case 'changed':
      return also('changed', { who, date: longDate(standing.since, lang) })
    case 'complete':
      return also('complete')
    default:
      return who === '' ? also('no-route') : also('open', { who })
  }
}
