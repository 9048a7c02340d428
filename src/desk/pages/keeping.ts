import { h } from '../../render/html/index.js'
import { gitHindrance, keepInGit } from '../../secretariat/keep.js'
import type { Loaded } from '../../workspace/index.js'
import { button, field, form, hidden, panel, wrongSaid } from '../markup.js'
import { addressOf } from '../navigation.js'
import { plainPage } from '../plain-pages.js'
import { crumbsTo, fingerprint, isAsShown, policyIn } from '../policies.js'
import { attempt, toldOf } from '../told.js'
import type { Answer, DeskRequest, Markup, Sent } from '../types.js'

/** Keeps the text as it is now in git, with the reason that was typed, and no other change. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { context, say } = request
  const refused = (above: Markup): Answer =>
    plainPage(request, say('desk.not-done'), [], {
      above,
      below: keepPanel(request, loaded, sent),
      crumbs: crumbsTo(request, loaded, say('desk.keep')),
      policy: loaded.ref,
      tab: 'read',
      status: 409,
    })
  if (!isAsShown(sent, loaded)) return refused(wrongSaid(say('desk.act.changed')))
  const reason = sent.text('reason')
  if (reason === undefined) return refused(wrongSaid(say('desk.keep.reason.missing')))
  const hindrance = gitHindrance(context)
  if (hindrance.length > 0) return refused(toldOf(hindrance, say))
  const name = sent.text('author')
  const author = name === committerOf(request) ? undefined : name
  const said = { phrase: 'kept.text', values: { name: loaded.ref, reason } } as const
  const published = { written: [loaded.path], shown: [], messages: [], text: () => '' }
  const { value: kept, wrong } = await attempt(request, () =>
    keepInGit(context, published, { said, ...(author === undefined ? {} : { author }) }, true, loaded.policy.metadata.lang),
  )
  if (wrong) return refused(wrong)
  if (kept?.step.commit == null) return refused(toldOf(kept?.messages ?? [], say))
  return { type: 'goto', address: addressOf(loaded.ref), done: 'kept' }
}

/** Whose name git knows here. */
const committerOf = ({ context: { workspace } }: DeskRequest): string | undefined =>
  workspace?.files.repository(workspace.root)?.committer()

/** Where the workspace stands in git: a way to keep the text as it is now, with what was typed before. */
export function keepPanel(request: DeskRequest, loaded: Loaded, sent?: Sent): Markup {
  const { context, say } = request
  const { workspace } = context
  const isOwn = loaded.origin === 'working' && loaded.entry?.kind === 'policy'
  if (!workspace || !isOwn || !workspace.files.repository(workspace.root)) return []
  return [
    panel(say('desk.keep'), [
      h('p', {}, say('desk.keep.what')),
      form(request, `${addressOf(loaded.ref)}/keep`, [
        hidden('seen', fingerprint(loaded.bytes)),
        field({ name: 'author', label: say('desk.keep.author'), value: sent?.text('author') ?? committerOf(request) }),
        field({ name: 'reason', label: say('desk.keep.reason'), value: sent?.text('reason'), required: true }),
        button(say('desk.keep.do')),
      ]),
    ]),
  ]
}
