import { type Standing, standingOf } from '../../../decide/index.js'
import { errorsIn, type Message } from '../../../model/index.js'
import { standingPhrase } from '../../../papers/index.js'
import { approvalPart, type DocBlock, factTable, heading, longDate, paragraph, plainDocument } from '../../../present/index.js'
import { phraseOf } from '../../../present/messages/index.js'
import { h } from '../../../render/html/index.js'
import { resolve } from '../../../resolve/index.js'
import { type Ready, ready } from '../../../secretariat/step.js'
import { brandOf, type Loaded, loadOrganisation } from '../../../workspace/index.js'
import { link, notice, panel } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { crumbsTo } from '../../policies.js'
import { findingsList } from '../../told.js'
import type { DeskPage, DeskRequest, Markup } from '../../types.js'
import { nextForms } from './forms.js'
import { papersPanel } from './papers.js'
import { proofPanel } from './proof.js'

/** What the page was shown after: what was typed, and what was wrong with it. */
export interface After {
  readonly above?: Markup
  readonly typed?: (name: string) => string | undefined
}

/** Where a policy stands on its route, what each body decided, and the step that comes next. */
export function decidingPage(
  request: DeskRequest,
  loaded: Loaded,
  { above = [], typed = () => undefined }: After = {},
): DeskPage {
  const { say, lang, context } = request
  const name = loaded.entry?.name ?? loaded.ref
  const { value, messages } = ready(context, name)
  const owner = context.workspace && loadOrganisation(context.workspace, loaded.entry?.organisation ?? '').value
  const document = plainDocument(loaded.policy.metadata.title, lang, brandOf(owner).value)
  const standing = value ? standingOf(value.dossier) : undefined
  const errors = errorsIn(messages)
  return {
    type: 'page',
    document: {
      ...document,
      children: [...document.children, ...(value && standing ? standingBlocks(request, value, standing) : [])],
    },
    above,
    below: [
      ...(errors.length > 0 ? hindered(request, name, errors) : []),
      ...(value && standing ? nextForms(request, value, standing, typed) : []),
    ],
    beside: [...papersPanel(request, loaded), ...proofPanel(request, loaded)],
    crumbs: crumbsTo(request, loaded, say('desk.tab.decide')),
    policy: name,
    tab: 'decide',
    ...(loaded.entry ? { brand: loaded.entry.organisation } : {}),
  }
}

/** Where the text stands, and the table of its decisions. */
function standingBlocks({ say, lang }: DeskRequest, { dossier, loaded }: Ready, standing: Standing): readonly DocBlock[] {
  const { version, effective, review, proposed } = loaded.policy.metadata
  const day = (key: string, date: string | undefined) =>
    date === undefined ? [] : [{ name: say(key), value: longDate(date, lang) }]
  const facts = [
    ...(version === undefined ? [] : [{ name: say('desk.decide.version'), value: version }]),
    ...day('desk.decide.proposed', proposed?.date),
    ...day('desk.decide.effective', effective),
    ...day('desk.decide.review', review),
  ]
  return [
    paragraph(
      sentence(phraseOf(standingPhrase(standing), say)),
      ['unproved', 'changed', 'rerouted'].includes(standing.kind) ? 'warning' : 'lead',
    ),
    ...(facts.length > 0 ? [factTable(facts)] : []),
    ...(loaded.policy.metadata.route === undefined && dossier.organisation?.route === undefined
      ? []
      : decisionTable(loaded, say)),
  ]
}

/** The route with what each body decided; nothing before it is known which route the text goes. */
function decisionTable({ policy }: Loaded, say: DeskRequest['say']): readonly DocBlock[] {
  const [part] = approvalPart(resolve(policy).value, say, { toSign: false })
  if (part?.type !== 'division') return []
  return [heading(1, say('document.approvals')), ...part.children.filter(({ type }) => type !== 'heading')]
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** Errors keep every step from being taken: they come first. */
const hindered = ({ say }: DeskRequest, name: string, errors: readonly Message[]): Markup => [
  panel(say('desk.decide.hindered'), [
    ...notice('wrong', [
      h('p', {}, say('desk.decide.hindered.why'), ' ', link(`${addressOf(name)}/source`, say('desk.tab.source'))),
      ...findingsList(errors, say, (line) => `${addressOf(name)}/source#_line-${line}`),
    ]),
  ]),
]
