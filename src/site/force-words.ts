import type { Language } from '../model/index.js'
import { longDate, type Wording } from '../present/index.js'
import type { PolicySummary, VersionStanding } from './types.js'

/** What a version is today, in words: a sentence, or `short` for a line. */
export function forceWords(
  { version, force, since, until, next }: Omit<VersionStanding, 'proved' | 'hash'>,
  say: Wording,
  lang: Language,
  form: 'sentence' | 'short' = 'sentence',
): string {
  const day = (date: string | undefined): string => (date === undefined ? '' : longDate(date, lang))
  const key = `site.force.${force}${form === 'short' ? '.short' : ''}${since === undefined ? '' : '.since'}`
  return say(key, { version, date: day(since), until: day(until), next: next ?? '' })
}

/** What the text that a policy shows is today, where it is not simply in force: who finds a clause of it is to know. */
export function standingWords(
  { versions, shown }: Pick<PolicySummary, 'versions' | 'shown'>,
  say: Wording,
  lang: Language,
): string | undefined {
  const version = versions.find((each) => each.version === shown)
  if (version === undefined || (version.force === 'in-force' && version.until === undefined)) return undefined
  return forceWords(version, say, lang, 'short')
}

/** Where what changed since a version leads: that the version was never in force says who lived by another until then. */
export const sinceWords = (from: Pick<VersionStanding, 'version' | 'force' | 'since' | 'until'>, say: Wording): string =>
  say(from.force === 'overtaken' || neverBegan(from) ? 'site.changes.since.idle' : 'site.changes.since', {
    version: from.version,
  })

/** Whether what a policy shows binds nobody any more: it is no longer what its organisation asks. */
export const isOver = ({ force }: Pick<VersionStanding, 'force'>): boolean =>
  force === 'withdrawn' || force === 'former' || force === 'overtaken'

/** Whether a version was withdrawn before the day it was to begin. */
export const neverBegan = ({ force, since, until }: Pick<VersionStanding, 'force' | 'since' | 'until'>): boolean =>
  force === 'withdrawn' && since !== undefined && until !== undefined && until < since
