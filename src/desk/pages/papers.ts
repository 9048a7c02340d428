import { boardPack } from '../../commands/board-pack.js'
import { build } from '../../commands/build.js'
import { hasErrors } from '../../model/index.js'
import { plainDocument } from '../../present/index.js'
import { h } from '../../render/html/index.js'
import type { Outcome } from '../../secretariat/context.js'
import { brandOf, type Loaded, loadOrganisation } from '../../workspace/index.js'
import { button, form, link, panel, tick, wrongSaid } from '../markup.js'
import { addressOf } from '../navigation.js'
import { type MadePaper, madePapers, partsOf, titleOf } from '../papers.js'
import { crumbsTo, policyIn } from '../policies.js'
import { attempt, toldOf } from '../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent } from '../types.js'
import { PREVIEW } from './paper.js'

/** What a policy can be published as, in the order it is offered; the first is ticked. */
const OFFERED = ['pdf', 'docx', 'html', 'markdown'] as const

/** The papers of a policy: how it is printed now, what was made, and making them. */
export function get(request: DeskRequest): Answer {
  const { loaded, page } = policyIn(request)
  return page ?? papersPage(request, loaded)
}

export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { context, say } = request
  const formats = OFFERED.filter((each) => sent.text(each) !== undefined)
  const isPack = sent.text('pack') !== undefined
  if (formats.length === 0 && !isPack) return papersPage(request, loaded, wrongSaid(say('desk.papers.choose')))
  const { value: outcome, wrong } = await attempt<Outcome<unknown>>(request, () =>
    isPack ? boardPack(context, [loaded.ref]) : build(context, [loaded.ref], { formats }),
  )
  if (!outcome) return { ...papersPage(request, loaded, wrong), status: 409 }
  if (outcome.written.length === 0 || hasErrors(outcome.messages))
    return { ...papersPage(request, loaded, toldOf(outcome.messages, say)), status: 409 }
  return { type: 'goto', address: `${addressOf(loaded.ref)}/papers`, done: 'made' }
}

function papersPage(request: DeskRequest, loaded: Loaded, above: Markup = []): DeskPage {
  const { say, lang, context } = request
  const name = loaded.entry?.name ?? loaded.ref
  const address = `${addressOf(name)}/papers`
  const owner = context.workspace && loadOrganisation(context.workspace, loaded.entry?.organisation ?? '').value
  const made = context.workspace && loaded.entry ? madePapers(context.workspace, loaded.entry) : []
  return {
    type: 'page',
    document: plainDocument(loaded.policy.metadata.title, lang, brandOf(owner).value),
    above,
    below: [
      panel(say('desk.papers.preview'), [
        h('p', {}, say('desk.papers.preview.what'), ' ', link(`${address}/${PREVIEW}`, say('desk.papers.preview.open'))),
        h(
          'object',
          {
            data: `${address}/${PREVIEW}`,
            type: 'application/pdf',
            className: ['preview'],
            ariaLabel: say('desk.papers.preview'),
          },
          h('p', {}, say('desk.papers.preview.cannot')),
        ),
      ]),
    ],
    beside: [
      panel(say('desk.papers.make'), [
        form(request, address, [
          ...OFFERED.map((format, at) => tick({ name: format, label: say(`desk.papers.${format}`), checked: at === 0 })),
          button(say('desk.papers.make.do'), { kind: 'main' }),
        ]),
      ]),
      ...(loaded.entry && loaded.entry.releases.length > 0
        ? [
            panel(say('desk.papers.pack'), [
              form(request, address, [
                h('p', {}, say('desk.papers.pack.what')),
                button(say('desk.papers.pack.do'), { name: 'pack', value: 'yes' }),
              ]),
            ]),
          ]
        : []),
      panel(say('desk.papers.made'), [made.length === 0 ? h('p', {}, say('desk.papers.none')) : paperList(made, address, say)]),
    ],
    crumbs: crumbsTo(request, loaded, say('desk.tab.papers')),
    policy: name,
    tab: 'papers',
    ...(loaded.entry ? { brand: loaded.entry.organisation } : {}),
  }
}

/** The papers with their sizes, so that who downloads one knows what comes. */
const paperList = (made: readonly MadePaper[], address: string, say: DeskRequest['say']) =>
  h(
    'ul',
    { className: ['papers'] },
    made.map((paper) =>
      h(
        'li',
        {},
        link(`${address}/${partsOf(paper.name)}`, titleOf(paper)),
        h('span', { className: ['size'] }, ` ${say('desk.papers.size', { size: Math.max(1, Math.round(paper.bytes / 1000)) })}`),
      ),
    ),
  )
