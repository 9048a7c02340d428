import { h } from '../../../render/html/index.js'
import type { Loaded } from '../../../workspace/index.js'
import { folded, link, panel } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { type MadePaper, madePapers, partsOf, titleOf } from '../../papers.js'
import type { DeskRequest, Markup } from '../../types.js'

/** Papers that are named at once; the others are folded. */
const MOST = 6

/** The papers there are, and what changed since the last release. */
export function papersPanel({ say, context }: DeskRequest, { entry }: Loaded): Markup {
  if (!entry || !context.workspace) return []
  const address = addressOf(entry.name)
  const made = madePapers(context.workspace, entry)
  const changes = entry.releases.length === 0 ? [] : [h('p', {}, link(`${address}/compare`, say('desk.decide.changes')))]
  const list = (papers: readonly MadePaper[]) =>
    h(
      'ul',
      { className: ['papers'] },
      papers.map((paper) => h('li', {}, link(`${address}/papers/${partsOf(paper.name)}`, titleOf(paper)))),
    )
  const others = made.slice(MOST)
  return [
    panel(say('desk.tab.papers'), [
      ...changes,
      made.length === 0 ? h('p', {}, say('desk.papers.none')) : list(made.slice(0, MOST)),
      ...(others.length === 0 ? [] : [folded(say('desk.papers.others', { count: others.length }), [list(others)])]),
      h('p', {}, link(`${address}/papers`, say('desk.papers.all'))),
    ]),
  ]
}
