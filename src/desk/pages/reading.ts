import { judgeWhole, lint } from '../../commands/lint.js'
import { mendPolicies } from '../../commands/mend.js'
import { clauses, errorsIn, type Message } from '../../model/index.js'
import { h } from '../../render/html/index.js'
import { correctedSince } from '../../secretariat/corrected/index.js'
import { judge } from '../../secretariat/judge.js'
import { screenDocument } from '../../site/index.js'
import { brandOf, type Loaded, loadWording } from '../../workspace/index.js'
import { button, form, hidden, link, panel } from '../markup.js'
import { addressOf } from '../navigation.js'
import { crumbsTo, nameIn, policyIn } from '../policies.js'
import { attempt, findingsList, toldOf } from '../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent } from '../types.js'
import { intoPanel } from './importing/begin.js'
import { keepPanel } from './keeping.js'

/** A policy as it is read on the site, with what `lint` finds beside it. */
export function get(request: DeskRequest): Answer {
  const { loaded, messages, page } = policyIn(request)
  return page ?? readingPage(request, loaded, messages)
}

/** Mends what can only be meant otherwise. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, messages, page } = policyIn(request)
  if (page) return page
  if (sent.text('act') !== 'mend') return readingPage(request, loaded, messages)
  const { value: outcome, wrong } = await attempt(request, () => lint(request.context, [nameIn(request)], { fix: true }))
  if (!outcome) return readingPage(request, loaded, messages, wrong)
  const errors = errorsIn(outcome.messages)
  if (outcome.written.length === 0 && errors.length > 0)
    return readingPage(request, loaded, messages, toldOf(errors, request.say))
  return { type: 'goto', address: addressOf(nameIn(request)), done: outcome.written.length > 0 ? 'mended' : 'nothing-to-mend' }
}

function readingPage(request: DeskRequest, loaded: Loaded, read: readonly Message[], above: Markup = []): DeskPage {
  const { context } = request
  const isWorking = loaded.origin === 'working'
  const { resolved, organisation, messages } = isWorking ? judgeWhole(context, loaded) : judge(context, loaded, correctedSince)
  const wording = loadWording(context.workspace, loaded.policy.metadata.lang)
  const owner = organisation?.organisation ?? { name: loaded.entry?.organisation ?? '' }
  const document = screenDocument(resolved, {
    organisation: owner,
    brand: brandOf(organisation).value,
    wording,
    template: loaded.entry?.kind === 'template',
  })
  const folder = loaded.entry?.organisation
  return {
    type: 'page',
    document,
    above,
    beside: [
      ...versionsPanel(request, loaded),
      ...findingsPanel(request, loaded, [...read, ...messages]),
      ...keepPanel(request, loaded),
      ...intoPanel(request, loaded),
    ],
    crumbs: crumbsTo(request, loaded),
    policy: loaded.entry?.name ?? loaded.ref,
    tab: 'read',
    reads: true,
    ...(folder === undefined ? {} : { brand: folder }),
  }
}

/** The working text and its releases, to go from one to the other. */
function versionsPanel({ say }: DeskRequest, { entry, ref }: Loaded): Markup {
  if (!entry || entry.releases.length === 0) return []
  const address = addressOf(entry.name)
  const line = (to: string, words: string, here: boolean) => h('li', {}, link(to, words, here ? { ariaCurrent: 'page' } : {}))
  return [
    panel(say('desk.versions'), [
      h(
        'ul',
        { className: ['versions'] },
        line(address, say('desk.versions.working'), ref === entry.name),
        [...entry.releases].reverse().map(({ version }) => line(`${address}/${version}`, version, ref.endsWith(`@${version}`))),
      ),
    ]),
  ]
}

// Each mend is proved by reading the text with it once more: of a longer text that would take longer than the page itself.
const MOST_TRIED = 5_000

/** How many findings can be mended with certainty, in words; nothing where none can. */
function mendsOf({ say, context }: DeskRequest, loaded: Loaded): readonly string[] {
  if (clauses(loaded.policy).length > MOST_TRIED) return [say('desk.findings.mends.untried')]
  const count = mendPolicies(context, [loaded]).mended.length
  return count === 0 ? [] : [say(count === 1 ? 'desk.findings.mends.one' : 'desk.findings.mends.many', { count })]
}

/** What was found in the text, and a way to mend what can be mended with certainty. */
function findingsPanel(request: DeskRequest, loaded: Loaded, messages: readonly Message[]): Markup {
  const { say } = request
  const { entry, origin, ref } = loaded
  if (origin !== 'working') return []
  const name = entry?.name ?? ref
  const mend = entry?.packaged
    ? []
    : mendsOf(request, loaded).map((words) =>
        form(request, addressOf(name), [
          hidden('act', 'mend'),
          h('p', {}, words),
          button(say('desk.findings.mend'), { kind: 'main' }),
        ]),
      )
  const count = messages.length
  const title = say(count === 1 ? 'desk.findings.one' : count === 0 ? 'desk.findings.none' : 'desk.findings.many', { count })
  return [
    panel(
      title,
      [...mend, ...findingsList(messages, say, (line) => `${addressOf(name)}/source#_line-${line}`)],
      'findings-panel',
    ),
  ]
}
