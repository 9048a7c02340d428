import { hasErrors } from '../../../model/index.js'
import { h } from '../../../render/html/index.js'
import { button, form } from '../../markup.js'
import { ownerFields, ownerSent } from '../../owners.js'
import { plainPage } from '../../plain-pages.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent } from '../../types.js'
import { bringIn, stage, unstage } from './staged.js'

/** A file of another program, to be made a policy. */
export const get = (request: DeskRequest): Answer => sendingPage(request)

/** Reads the file, and goes to the page where what is doubtful in it is judged. A file that cannot be read is not kept. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { say } = request
  const [file] = await sent.files('file')
  const { name: organisation } = ownerSent(request, sent)
  if (organisation === undefined) return sendingPage(request, { sent, wrong: { name: say('desk.begin.name.missing') } })
  if (!file) return sendingPage(request, { sent, wrong: { file: say('desk.import.file.missing') } })
  const { value: staged, wrong } = await attempt(request, () => stage(request, file))
  if (!staged) return { ...sendingPage(request, { sent, above: wrong }), status: 409 }
  const read = await attempt(request, () => bringIn(request, staged, { organisation, dryRun: true }))
  if (read.value && 'receipt' in read.value.data)
    return { type: 'goto', address: `/import/${staged.key}?organisation=${encodeURIComponent(organisation)}` }
  unstage(request, staged)
  const errors = (read.value?.messages ?? []).filter((message) => hasErrors([message]))
  return { ...sendingPage(request, { sent, above: read.wrong ?? toldOf(errors, say) }), status: 409 }
}

interface Typed {
  readonly sent?: Sent
  readonly above?: Markup
  readonly wrong?: { readonly name?: string; readonly file?: string }
}

/** What the chooser of files shows first; what a file is, its bytes tell. */
const ENDINGS = '.docx,.docm,.doc,.odt,.rtf,.pdf,.html,.htm,.txt,.md'

function sendingPage(request: DeskRequest, { sent, above = [], wrong = {} }: Typed = {}): DeskPage {
  const { say } = request
  return plainPage(request, say('desk.import'), [say('desk.import.what')], {
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
            { className: ['field', 'drop'] },
            h('label', { htmlFor: '_field-file' }, say('desk.import.file')),
            h('p', { className: ['hint'], id: '_field-file-hint' }, say('desk.import.file.hint')),
            wrong.file === undefined ? undefined : h('p', { className: ['wrong'], id: '_field-file-wrong' }, wrong.file),
            h('input', {
              type: 'file',
              id: '_field-file',
              name: 'file',
              accept: ENDINGS,
              required: true,
              ariaDescribedBy: `_field-file-hint${wrong.file === undefined ? '' : ' _field-file-wrong'}`,
            }),
          ),
          ...ownerFields(request, sent, wrong.name),
          h('p', { className: ['acts'] }, button(say('desk.import.do'), { kind: 'main' })),
        ],
        { files: true },
      ),
    ],
  })
}
