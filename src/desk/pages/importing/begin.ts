import { errorsIn } from '../../../model/index.js'
import { h } from '../../../render/html/index.js'
import { type Loaded, listPolicies, loadPolicy } from '../../../workspace/index.js'
import { button, fileField, form, hidden, link, panel } from '../../markup.js'
import { ownerFields, ownerSent } from '../../owners.js'
import { plainPage } from '../../plain-pages.js'
import { crumbsTo } from '../../policies.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent } from '../../types.js'
import { addressOfStaged, bringIn, stage, type Target, unstage } from './staged.js'

/** A file of another program, to be made a policy, or a version of one. */
export const get = (request: DeskRequest): Answer => sendingPage(request)

/** Reads the file, and goes to the page where what is doubtful in it is judged. A file that cannot be read is not kept. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { say } = request
  const [file] = await sent.files('file')
  const target = targetSent(request, sent)
  if (!target) return sendingPage(request, { sent, wrong: { name: say('desk.begin.name.missing') } })
  if (!file) return sendingPage(request, { sent, wrong: { file: say('desk.import.file.missing') } })
  const { value: staged, wrong } = await attempt(request, () => stage(request, file))
  if (!staged) return { ...sendingPage(request, { sent, above: wrong }), status: 409 }
  const read = await attempt(request, () => bringIn(request, staged, target, { dryRun: true }))
  if (read.value && 'receipt' in read.value.data) return { type: 'goto', address: addressOfStaged(staged, target) }
  unstage(request, staged)
  const errors = errorsIn(read.value?.messages)
  return { ...sendingPage(request, { sent, above: read.wrong ?? toldOf(errors, say) }), status: 409 }
}

function targetSent(request: DeskRequest, sent: Sent): Target | undefined {
  const into = sent.text('into')
  if (into !== undefined) return { into }
  const { name: organisation } = ownerSent(request, sent)
  return organisation === undefined ? undefined : { organisation }
}

interface Typed {
  readonly sent?: Sent
  readonly above?: Markup
  readonly wrong?: { readonly name?: string; readonly file?: string }
}

/** What the chooser of files shows first; what a file is, its bytes tell. */
const ENDINGS = '.docx,.docm,.doc,.odt,.rtf,.pdf,.html,.htm,.txt,.md'

function sendingPage(request: DeskRequest, { sent, above = [], wrong = {} }: Typed = {}): DeskPage {
  const { say, context, url } = request
  const wanted = sent?.text('into') ?? url.searchParams.get('into')
  const into = context.workspace && listPolicies(context.workspace).find(({ name }) => name === wanted)?.name
  const loaded = into === undefined ? undefined : loadPolicy(context.workspace, into, context.cwd).value
  const title = say(loaded ? 'desk.into' : 'desk.import')
  const what = loaded ? say('desk.into.what', { title: loaded.policy.metadata.title }) : say('desk.import.what')
  return plainPage(request, title, [what], {
    ...(loaded ? { crumbs: crumbsTo(request, loaded, title), policy: loaded.entry?.name ?? loaded.ref } : {}),
    above,
    scripts: ['drop'],
    ...(wrong.name !== undefined || wrong.file !== undefined ? { status: 409 } : {}),
    below: [
      form(
        request,
        '/import',
        [
          h(
            'div',
            { className: ['drop'] },
            fileField({
              name: 'file',
              label: say('desk.import.file'),
              hint: say('desk.import.file.hint'),
              accept: ENDINGS,
              required: true,
              wrong: wrong.file,
            }),
          ),
          ...(into === undefined ? ownerFields(request, sent, wrong.name) : [hidden('into', into)]),
          h('p', { className: ['acts'] }, button(say('desk.import.do'), { kind: 'main' })),
        ],
        { files: true },
      ),
    ],
  })
}

/** Beside a policy: a file that is its next version. */
export function intoPanel(request: DeskRequest, { entry, origin }: Loaded): Markup {
  const { say } = request
  if (origin !== 'working' || entry?.kind !== 'policy') return []
  return [
    panel(say('desk.into'), [
      h('p', {}, say('desk.into.short')),
      h('p', {}, link(`/import?into=${encodeURIComponent(entry.name)}`, say('desk.into.do'))),
    ]),
  ]
}
