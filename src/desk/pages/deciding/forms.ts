import { release, type Standing } from '../../../decide/index.js'
import { DECISIONS, hasErrors, RIGHTS, type Right } from '../../../model/index.js'
import { phraseOf } from '../../../present/messages/index.js'
import { h } from '../../../render/html/index.js'
import type { Ready } from '../../../secretariat/step.js'
import { area, button, choice, field, fileField, folded, form, hidden, panel, tick } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { fingerprint } from '../../policies.js'
import type { DeskRequest, Markup } from '../../types.js'

/** Bodies that a route can be given at once: one that is longer is written in the source. */
export const ROUTE_ROWS = 6

type Typed = (name: string) => string | undefined

/** What can be done now: the step that comes next first, the others folded up below it. */
export function nextForms(request: DeskRequest, ready: Ready, standing: Standing, typed: Typed): Markup {
  const { route, status } = ready.loaded.policy.metadata
  const hasRoute = (route ?? ready.dossier.organisation?.route ?? []).length > 0
  const isOpen = status === 'draft' || status === 'proposed'
  return [
    ...(isOpen && !hasRoute ? routeForm(request, ready, typed) : []),
    ...mainForm(request, ready, standing, hasRoute, typed),
    ...(isOpen && hasRoute ? foldedAct(request, 'route', routeForm(request, ready, typed)) : []),
    ...(isOpen ? foldedAct(request, 'days', daysForm(request, ready, typed)) : []),
    ...(standing.kind === 'adopted' ? foldedAct(request, 'withdraw', withdrawForm(request, ready, typed)) : []),
  ]
}

function mainForm(request: DeskRequest, ready: Ready, standing: Standing, hasRoute: boolean, typed: Typed): Markup {
  switch (standing.kind) {
    case 'waiting':
      return [
        ...decideForm(request, ready, standing, typed),
        ...foldedAct(request, 'propose', proposeForm(request, ready, typed)),
      ]
    case 'complete':
      return releaseForm(request, ready)
    case 'unproved':
      return standing.says === 'adopted'
        ? [...unprovedForm(request, ready), ...foldedAct(request, 'draft', [act(request, ready, 'draft', [])])]
        : proposeForm(request, ready, typed)
    case 'draft':
    case 'changed':
    case 'rerouted':
    case 'refused':
    case 'amended':
      return hasRoute ? proposeForm(request, ready, typed) : []
    case 'adopted':
    case 'unchanged':
    case 'withdrawn':
      return []
  }
}

/** A form for one act, with what it was shown about. */
function act(
  request: DeskRequest,
  { loaded, entry }: Ready,
  name: string,
  children: Parameters<typeof panel>[1],
  { git = true, files = false, what = `desk.act.${name}.what` } = {},
) {
  const { say, context } = request
  const inGit = git && context.workspace !== undefined && context.workspace.files.repository(context.workspace.root) !== undefined
  return panel(
    say(`desk.act.${name}`),
    [
      h('p', {}, say(what)),
      form(
        request,
        `${addressOf(entry.name)}/decide`,
        [
          hidden('act', name),
          hidden('seen', fingerprint(loaded.bytes)),
          ...children,
          inGit ? tick({ name: 'git', label: say('desk.act.git') }) : undefined,
          h('p', { className: ['acts'] }, button(say(`desk.act.${name}.do`), { kind: name === 'withdraw' ? 'grave' : 'main' })),
        ],
        { files },
      ),
    ],
    'act',
  )
}

const proposeForm = (request: DeskRequest, ready: Ready, typed: Typed): Markup => [
  act(request, ready, 'propose', [
    field({
      name: 'version',
      label: request.say('desk.act.propose.version'),
      hint: request.say('desk.act.propose.version.hint'),
      value: typed('version'),
    }),
  ]),
]

function decideForm(
  request: DeskRequest,
  ready: Ready,
  { body, right }: { readonly body: string; readonly right: Right },
  typed: Typed,
): Markup {
  const { say } = request
  const { route = [] } = ready.loaded.policy.metadata
  const steps = route.map((step) => ({
    value: `${step.right} ${step.body}`,
    text: `${step.body} (${say(`right.${step.right}`)})`,
  }))
  return [
    act(request, ready, 'decide', [
      choice({ name: 'step', label: say('desk.act.decide.body'), value: typed('step') ?? `${right} ${body}`, options: steps }),
      choice({
        name: 'decision',
        label: say('desk.act.decide.decision'),
        value: typed('decision'),
        options: [
          { value: '', text: say('desk.choose') },
          ...DECISIONS.map((value) => ({ value, text: phraseOf({ phrase: `outcome.${value}` }, say) })),
        ],
        required: true,
      }),
      field({
        name: 'date',
        label: say('desk.act.decide.date'),
        kind: 'date',
        value: typed('date') ?? request.context.files?.today,
      }),
      field({ name: 'name', label: say('desk.act.decide.name'), value: typed('name') }),
      field({ name: 'role', label: say('desk.act.decide.role'), value: typed('role') }),
      area({ name: 'remarks', label: say('desk.act.decide.remarks'), value: typed('remarks'), rows: 3 }),
      field({
        name: 'forced',
        label: say('desk.act.decide.forced'),
        hint: say('desk.act.decide.forced.hint'),
        value: typed('forced'),
      }),
    ]),
  ]
}

const releaseForm = (request: DeskRequest, ready: Ready, what?: string, before: Markup = []): Markup => {
  const { say } = request
  const certificate = folded(say('desk.act.sign'), [
    fileField({ name: 'certificate', label: say('desk.act.sign.file'), hint: say('desk.act.sign.hint'), accept: '.p12,.pfx' }),
    field({ name: 'password', label: say('desk.act.sign.password'), kind: 'password' }),
  ])
  return [act(request, ready, 'release', [...before, certificate], { files: true, ...(what === undefined ? {} : { what }) })]
}

/** For a text that came in as adopted: only where nothing says that decisions on it are recorded here. */
const unprovedForm = (request: DeskRequest, ready: Ready): Markup =>
  hasErrors(ready.messages) || release(ready.dossier, { unproved: true }).value === undefined
    ? []
    : releaseForm(request, ready, 'desk.act.release.unproved.what', [
        h('p', { className: ['hint'] }, request.say('desk.act.release.unproved')),
        hidden('unproved', 'yes'),
      ])

const withdrawForm = (request: DeskRequest, ready: Ready, typed: Typed): Markup => [
  act(request, ready, 'withdraw', [
    field({
      name: 'date',
      label: request.say('desk.act.withdraw.date'),
      kind: 'date',
      value: typed('date') ?? request.context.files?.today,
    }),
  ]),
]

/** Who must decide, in which order and with which right. */
function routeForm(request: DeskRequest, ready: Ready, typed: Typed): Markup {
  const { say } = request
  const { loaded, dossier } = ready
  const route = loaded.policy.metadata.route ?? dossier.organisation?.route ?? []
  const bodies = (dossier.organisation?.bodies ?? []).map(({ name }) => name)
  const rows = Array.from({ length: Math.max(ROUTE_ROWS, route.length) }, (_, at) => {
    const number = at + 1
    return h(
      'fieldset',
      { className: ['row'] },
      h('legend', {}, say('desk.act.route.row', { number })),
      field({
        name: `body-${number}`,
        label: say('desk.act.route.body'),
        value: typed(`body-${number}`) ?? route[at]?.body,
        ...(bodies.length > 0 ? { list: bodies } : {}),
      }),
      choice({
        name: `right-${number}`,
        label: say('desk.act.route.right'),
        value: typed(`right-${number}`) ?? route[at]?.right ?? 'adoption',
        options: RIGHTS.map((value) => ({ value, text: say(`right.${value}`) })),
      }),
    )
  })
  return [act(request, ready, 'route', rows, { git: false })]
}

/** The days a text names: from when it is in force, and when it must be looked at again. */
function daysForm(request: DeskRequest, ready: Ready, typed: Typed): Markup {
  const { effective, review } = ready.loaded.policy.metadata
  return [
    act(
      request,
      ready,
      'days',
      [
        field({
          name: 'effective',
          label: request.say('desk.decide.effective'),
          kind: 'date',
          value: typed('effective') ?? effective,
        }),
        field({ name: 'review', label: request.say('desk.decide.review'), kind: 'date', value: typed('review') ?? review }),
      ],
      { git: false },
    ),
  ]
}

const foldedAct = ({ say }: DeskRequest, name: string, children: Markup): Markup => [folded(say(`desk.act.${name}`), children)]
