import { h } from '../../../render/html/index.js'
import { link, notice } from '../../markup.js'
import { plainPage, waysToBegin } from '../../plain-pages.js'
import type { Answer, DeskRequest } from '../../types.js'
import { addressOfSubject, subjectKey, subjectsIn } from './compared.js'

/** The subjects on which there are several policies. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { say } = request
  const { groups, wrong } = await subjectsIn(request)
  return plainPage(request, say('desk.nav.schools'), [say('desk.schools.what')], {
    here: 'schools',
    ...(wrong ? { above: notice('info', [h('p', {}, say('desk.schools.none'))]) } : {}),
    below:
      groups.length === 0
        ? waysToBegin(say)
        : [
            h(
              'ul',
              { className: ['answers'] },
              groups.map((group) =>
                h(
                  'li',
                  {},
                  link(addressOfSubject(group), group.subject === undefined ? say('desk.schools.other') : subjectKey(group)),
                  h('p', {}, h('span', {}, group.policies.map(({ ref }) => ref).join(', '))),
                ),
              ),
            ),
          ],
  })
}
