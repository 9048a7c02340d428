import type { Side } from '../comparison.js'
import { groupsOf } from './divide.js'
import {
  linkAcrossKinds,
  linkEqual,
  linkHeadingsBetween,
  linkIds,
  linkRepeated,
  linkRest,
  linkSections,
  linkTitles,
} from './exact.js'
import { alikePairs, linkAlike, linkMuchAlike } from './likeness.js'
import { type DividedClause, Matching } from './matching.js'
import { movedOf } from './order.js'
import { profilesOf } from './profile.js'
import { type Subject, subjectsOf } from './subject.js'

export { levelOf, type Subject } from './subject.js'

/** Which clauses of two versions are the same. Every clause of both stands in exactly one link. */
export interface Alignment {
  readonly old: readonly Subject[]
  readonly next: readonly Subject[]
  readonly links: readonly AlignmentLink[]
  /** Index of the counterpart in the new version of an old clause; -1 when there is none. */
  readonly toNext: Int32Array
}

/** One to one, one to several, several to one, or one to none. */
export interface AlignmentLink extends DividedClause {
  readonly moved: boolean
}

/**
 * Aligns two versions: by id, then by equal words, then by what stands under a heading, then by likeness and place. Works on policies
 * with ids, without, and with some. The other way around it finds the same links.
 */
export function align(a: Side, b: Side): Alignment {
  const matching = new Matching(subjectsOf(a, b), subjectsOf(b, a))
  linkIds(matching)
  linkEqual(matching)
  linkSections(matching)
  linkRepeated(matching)
  const profiles = profilesOf(matching.changedOld(), matching.changedNext())
  const pairs = alikePairs(matching, profiles)
  linkMuchAlike(matching, pairs)
  linkSections(matching)
  linkTitles(matching)
  linkRepeated(matching)
  linkAlike(matching, pairs)
  linkSections(matching)
  linkHeadingsBetween(matching)
  linkRest(matching)
  linkAcrossKinds(matching)
  return {
    old: matching.old,
    next: matching.next,
    links: linksOf(matching, groupsOf(matching, profiles)),
    toNext: matching.toNext,
  }
}

function linksOf(matching: Matching, groups: readonly DividedClause[]): readonly AlignmentLink[] {
  const inGroup = { old: new Map<number, DividedClause>(), next: new Map<number, DividedClause>() }
  for (const group of groups) {
    for (const i of group.old) inGroup.old.set(i, group)
    for (const j of group.next) inGroup.next.set(j, group)
  }
  const pairs: { i: number; j: number }[] = []
  matching.toNext.forEach((j, i) => {
    if (j !== -1 && !inGroup.old.has(i) && !inGroup.next.has(j)) pairs.push({ i, j })
  })
  for (const { old, next } of groups) pairs.push({ i: old[0] as number, j: next[0] as number })
  const moved = movedOf(matching, pairs)

  const links: AlignmentLink[] = [...groups.map((group) => ({ ...group, moved: moved.has(group.old[0] as number) }))]
  const grouped = new Set(groups.map((group) => group.old[0]))
  for (const { i, j } of pairs) if (!grouped.has(i)) links.push({ old: [i], next: [j], moved: moved.has(i) })
  matching.toNext.forEach((j, i) => {
    if (j === -1 && !inGroup.old.has(i)) links.push({ old: [i], next: [], moved: false })
  })
  matching.toOld.forEach((i, j) => {
    if (i === -1 && !inGroup.next.has(j)) links.push({ old: [], next: [j], moved: false })
  })
  return links
}
