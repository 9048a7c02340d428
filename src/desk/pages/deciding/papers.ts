import { h } from '../../../render/html/index.js'
import type { Loaded } from '../../../workspace/index.js'
import { link, panel } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { madePapers, partsOf, titleOf } from '../../papers.js'
import type { DeskRequest, Markup } from '../../types.js'

/** Papers that are named beside the text; all of them stand on a page of their own. */
const MOST = 6

/** The papers there are, and what changed since the last release. */
export function papersPanel({ say, context }: DeskRequest, { entry }: Loaded): Markup {
  if (!entry || !context.workspace) return []
  const address = addressOf(entry.name)
  const made = madePapers(context.workspace, entry)
  const changes = entry.releases.length === 0 ? [] : [h('p', {}, link(`${address}/compare`, say('desk.decide.changes')))]
  return [
    panel(say('desk.tab.papers'), [
      ...changes,
      made.length === 0
        ? h('p', {}, say('desk.papers.none'))
        : h(
            'ul',
            { className: ['papers'] },
            made.slice(0, MOST).map((paper) => h('li', {}, link(`${address}/papers/${partsOf(paper.name)}`, titleOf(paper)))),
          ),
      h('p', {}, link(`${address}/papers`, say('desk.papers.all'))),
    ]),
  ]
}
