import { brandOf } from '../../commands/brand.js'
import { statusOf } from '../../commands/status.js'
import { reportStatus } from '../../papers/index.js'
import { h } from '../../render/html/index.js'
import { listPolicies } from '../../workspace/index.js'
import { link } from '../markup.js'
import { addressOf } from '../navigation.js'
import { toldOf } from '../told.js'
import type { Answer, DeskRequest } from '../types.js'
import { get as beginning } from './beginning.js'
import { searchForm } from './searching.js'

/** All policies, with where each stands; where there are none yet, the page to begin with. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { context, say, lang } = request
  if (!context.workspace || listPolicies(context.workspace).length === 0) return beginning(request)
  const { data } = await statusOf(context, [])
  const setting = { wording: say, lang, brand: brandOf(undefined).value, today: data.date, addressOf }
  const document = reportStatus(data.policies, setting).document('screen')
  // A page that is always of today names no day.
  const children = document.children.map((block) => (block.type === 'cover' ? { ...block, facts: [] } : block))
  return {
    type: 'page',
    document: { ...document, children },
    below: [
      ...toldOf(data.messages, say),
      h('p', { className: ['acts'] }, link('/new', say('desk.nav.new'), { className: ['as-button'] })),
      searchForm(request),
    ],
    here: 'overview',
  }
}
