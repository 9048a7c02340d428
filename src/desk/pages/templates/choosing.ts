import { h } from '../../../render/html/index.js'
import { link } from '../../markup.js'
import { plainPage, waysToBegin } from '../../plain-pages.js'
import type { Answer, DeskRequest } from '../../types.js'
import { editionsIn } from './editions.js'

/** The templates that can be adapted, each by its last edition. */
export function get(request: DeskRequest): Answer {
  const { say } = request
  const editions = editionsIn(request)
  if (editions.length === 0)
    return plainPage(request, say('desk.adapt'), [say('desk.adapt.none'), say('desk.adapt.none.how')], {
      here: 'new',
      below: waysToBegin(say, '/adapt'),
    })
  return plainPage(request, say('desk.adapt'), [say('desk.adapt.what')], {
    here: 'new',
    below: [
      h(
        'ul',
        { className: ['answers'] },
        editions.map(({ name, version, title, owner }) =>
          h('li', {}, link(`/adapt/${name}/${version}`, title), h('p', {}, h('span', {}, `${owner} · ${version}`))),
        ),
      ),
    ],
  })
}
