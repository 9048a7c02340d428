import type { SubjectGroup } from '../../../workspace/index.js'
import type { Crumb, DeskRequest } from '../../types.js'
import { addressOfSubject } from './compared.js'

/** The way to the comparison of a subject, or to a page of it. */
export const crumbsOf = ({ say }: DeskRequest, group: SubjectGroup, here?: string): readonly Crumb[] => {
  const name = group.subject ?? say('desk.schools.other')
  return [
    { text: say('desk.nav.overview'), address: '/' },
    { text: say('desk.nav.schools'), address: '/schools' },
    here === undefined ? { text: name } : { text: name, address: addressOfSubject(group) },
    ...(here === undefined ? [] : [{ text: here }]),
  ]
}
