import { brandOf } from '../../commands/brand.js'
import { statusOf } from '../../commands/status.js'
import { reportStatus } from '../../papers/index.js'
import { addressOf } from '../navigation.js'
import { noWorkspacePage } from '../plain-pages.js'
import { toldOf } from '../told.js'
import type { Answer, DeskRequest } from '../types.js'

/** All policies, with where each stands. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { context, say, lang } = request
  if (!context.workspace) return noWorkspacePage(request)
  const { data } = await statusOf(context, [])
  const setting = { wording: say, lang, brand: brandOf(undefined).value, today: data.date, addressOf }
  const document = reportStatus(data.policies, setting).document('screen')
  return { type: 'page', document, below: toldOf(data.messages, say), here: 'overview' }
}
