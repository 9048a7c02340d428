import type { Message, Policy } from '../model/index.js'

/** What is known of a policy by its working text, which has an error. */
const STILL_THERE = /^status:[ \t]*["']?(?:draft|proposed|adopted)\b/m

/**
 * What errors keep off the site: `nothing`; the `working` text alone; or `all`, where a release is not what it was, its organisation is not
 * known, or nobody can tell from the front matter whether the policy was withdrawn. `found` is what was found in the working text and of what
 * stands around it.
 */
export function keptOff(working: Policy, found: readonly Message[]): 'nothing' | 'working' | 'all' {
  const rules = found.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []))
  if (rules.some((rule) => rule.startsWith('release/') || rule === 'organisation/other')) return 'all'
  const isUnread = rules.some((rule) => rule.startsWith('front-matter/'))
  if (isUnread && !STILL_THERE.test(working.yaml)) return 'all'
  return rules.length === 0 ? 'nothing' : 'working'
}
