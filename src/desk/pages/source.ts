import { judgeWhole } from '../../commands/lint.js'
import { hasErrors, type Message } from '../../model/index.js'
import { plainDocument } from '../../present/index.js'
import { h } from '../../render/html/index.js'
import { publish } from '../../secretariat/publish.js'
import { brandOf, type Loaded } from '../../workspace/index.js'
import { sourceConflict } from '../conflict.js'
import { area, button, form, hidden, link, notice, panel } from '../markup.js'
import { addressOf } from '../navigation.js'
import { crumbsTo, fingerprint, nameIn, policyIn } from '../policies.js'
import { plainBytes, sourceText } from '../source-text.js'
import { attempt, findingsList, toldOf } from '../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent } from '../types.js'

/** The file of a policy, letter by letter: for what cannot be shown as a text, and for who prefers it. */
export function get(request: DeskRequest): Answer {
  const found = policyIn(request)
  return found.page ?? sourcePage(request, found.loaded, found.messages)
}

/** Writes what was typed, unless the file is not as it was when it was shown: then both are shown. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const found = policyIn(request)
  if (found.page) return found.page
  const { loaded, messages } = found
  const typed = sent.words('source')
  if (typed === undefined || !isWritable(loaded)) return sourcePage(request, loaded, messages)
  const now = fingerprint(loaded.bytes)
  const bytes = plainBytes(typed, loaded.bytes)
  if (sent.text('seen') !== now && fingerprint(bytes) !== now) {
    const shown = sourcePage(request, loaded, messages, { typed, above: sourceConflict(request, loaded, typed) })
    return { ...shown, status: 409 }
  }
  const { value, wrong } = await attempt(request, () =>
    publish(request.context, { outputs: [{ path: loaded.path, bytes }], messages: [] }),
  )
  if (!value || hasErrors(value.messages))
    return {
      ...sourcePage(request, loaded, messages, { typed, above: wrong ?? toldOf(value?.messages ?? [], request.say) }),
      status: 409,
    }
  return { type: 'goto', address: `${addressOf(nameIn(request))}/source`, done: 'saved' }
}

const isWritable = ({ origin, entry }: Loaded): boolean => origin === 'working' && !entry?.packaged

function sourcePage(
  request: DeskRequest,
  loaded: Loaded,
  read: readonly Message[],
  { typed, above = [] }: { readonly typed?: string; readonly above?: Markup } = {},
): DeskPage {
  const { say, context, lang } = request
  const { organisation, messages } = judgeWhole(context, loaded)
  const name = loaded.entry?.name ?? loaded.ref
  const text = sourceText(loaded.bytes)
  const value = typed ?? text
  const here = say('desk.tab.source')
  const found = [...read, ...messages].filter(({ place }) => place === undefined || place.file === loaded.policy.file)
  const folder = loaded.entry?.organisation
  const writing =
    value === undefined || !isWritable(loaded)
      ? [...notice('info', [h('p', {}, say(value === undefined ? 'desk.source.bytes' : 'desk.source.frozen'))])]
      : [
          form(
            request,
            `${addressOf(name)}/source`,
            [
              hidden('seen', fingerprint(loaded.bytes)),
              area({ name: 'source', label: say('desk.source.label'), hint: say('desk.source.hint'), value, rows: 28 }),
              h(
                'p',
                { className: ['acts'] },
                button(say('desk.save'), { kind: 'main' }),
                link(addressOf(name), say('desk.cancel')),
              ),
            ],
            { name: 'source-form' },
          ),
        ]
  return {
    type: 'page',
    document: plainDocument(loaded.policy.metadata.title, lang, brandOf(organisation).value),
    above,
    below: [...writing, ...(text === undefined ? [] : numbered(text, say('desk.source.lines')))],
    beside:
      found.length === 0
        ? []
        : [
            panel(
              say(found.length === 1 ? 'desk.findings.one' : 'desk.findings.many', { count: found.length }),
              findingsList(found, say, (line) => `#_line-${line}`),
            ),
          ],
    crumbs: crumbsTo(request, loaded, here),
    policy: name,
    tab: 'source',
    ...(folder === undefined ? {} : { brand: folder }),
  }
}

/** The lines by their numbers, each a place that a finding can lead to. */
const numbered = (text: string, title: string): Markup => [
  h(
    'details',
    { className: ['numbered'] },
    h('summary', {}, title),
    h(
      'ol',
      {},
      text.split('\n').map((line, at) => h('li', { id: `_line-${at + 1}` }, h('code', {}, line))),
    ),
  ),
]
