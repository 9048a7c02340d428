import type { Loaded } from '../../../workspace/index.js'
import { addressOf } from '../../navigation.js'
import { crumbsTo, nameIn } from '../../policies.js'
import type { DeskPage, DeskRequest } from '../../types.js'

/** What a page below the template tool of a policy has, whatever it shows. What is typed in it is in no file yet. */
export function belowTemplate(request: DeskRequest, loaded: Loaded, title: string): Omit<DeskPage, 'type' | 'document'> {
  const name = nameIn(request)
  const above = { text: request.say('desk.tab.template'), address: `${addressOf(name)}/template` }
  return {
    policy: name,
    tab: 'template',
    ownLife: true,
    crumbs: crumbsTo(request, loaded, title, above),
    ...(loaded.entry ? { brand: loaded.entry.organisation } : {}),
  }
}
