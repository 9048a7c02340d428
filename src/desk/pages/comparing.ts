import { relative } from 'node:path'
import { PAPERS } from '../../commands/diff.js'
import { clipped, errorsIn } from '../../model/index.js'
import { longDate, plainDocument } from '../../present/index.js'
import { h } from '../../render/html/index.js'
import { type Compared, compareNamed, reportOn } from '../../secretariat/versions.js'
import { brandOf, type Loaded, loadOrganisation, proposals } from '../../workspace/index.js'
import { button, choice, notice } from '../markup.js'
import { addressOf } from '../navigation.js'
import { crumbsTo, policyIn } from '../policies.js'
import { attempt, toldOf } from '../told.js'
import type { Answer, DeskPage, DeskRequest, Markup } from '../types.js'

/** How two versions can be shown on a page. */
const SHOWN = ['redline', 'was-wordt', 'side-by-side', 'changes', 'memo', 'concordance'] as const

/** Two versions of a policy, chosen from lists, and what differs: nothing is drawn otherwise than `diff` draws it. */
export async function get(request: DeskRequest): Promise<Answer> {
  const found = policyIn(request)
  if (found.page) return found.page
  const { loaded } = found
  const { searchParams } = request.url
  const sides = sidesOf(request, loaded)
  const side = (key: string, usual: number) => sides.find(({ value }) => value === searchParams.get(key)) ?? sides.at(usual)
  // The last release against the working text, where there is one.
  const [next, old] = [side('new', 0), side('old', sides.length > 1 ? 1 : 0)]
  const as = SHOWN.find((each) => each === searchParams.get('as')) ?? 'redline'
  const chosen = chooser(request, loaded, sides, { old: old?.value ?? '', next: next?.value ?? '', as })
  const more = {
    above: chosen,
    crumbs: crumbsTo(request, loaded, request.say('desk.tab.compare')),
    policy: loaded.entry?.name ?? loaded.ref,
    tab: 'compare',
    ...(loaded.entry ? { brand: loaded.entry.organisation } : {}),
  }
  if (!old || !next || old === next)
    return alone(request, loaded, more, request.say(sides.length > 1 ? 'desk.compare.same' : 'desk.compare.one'))
  const { value: compared, wrong } = await attempt(request, () => compareNamed(request.context, [old.name, next.name]))
  if (!compared?.value)
    return alone(request, loaded, { ...more, above: [...chosen, ...(wrong ?? toldOf(compared?.messages ?? [], request.say))] })
  return { ...shown(compared.value, as), ...more, above: [...chosen, ...toldOf(errors(compared), request.say)] }
}

const errors = ({ messages }: Compared) => errorsIn(messages)

function shown(compared: NonNullable<Compared['value']>, as: (typeof SHOWN)[number]): DeskPage {
  const report = reportOn(compared, PAPERS[as])
  return { type: 'page', document: report.document('screen'), labels: report.labels?.() ?? {} }
}

/** Commits that can be chosen: a list is read through by eye. */
const MOST_REVISIONS = 30

// A row of the list stays on one line of a wide screen.
const SUBJECT = 60

/** A version that can be one side: what stands in the address, the name it is loaded by, and what it is called. */
interface Side {
  readonly value: string
  readonly name: string
  readonly text: string
}

/** The newest first: the working text, its releases, the words that were put before the bodies, and what was kept in git. */
function sidesOf({ say, lang, context }: DeskRequest, { entry, ref }: Loaded): readonly Side[] {
  const name = entry?.name ?? ref
  const releases = [...(entry?.releases ?? [])].reverse()
  const kept = entry && context.workspace ? proposals(context.workspace.files, entry) : []
  const repository = context.workspace?.files.repository(context.workspace.root)
  const revisions = entry && !entry.packaged ? (repository?.revisions(entry.path, MOST_REVISIONS) ?? []) : []
  return [
    { value: 'working', name, text: say('desk.versions.working') },
    ...releases.map(({ version }) => ({ value: version, name: `${name}@${version}`, text: version })),
    ...kept.toReversed().map(({ path, policy: { metadata } }) => {
      const { version = '', proposed } = metadata
      const date = proposed ? longDate(proposed.date, lang) : ''
      const file = path.replace(/^.*[/\\]/s, '')
      return { value: file, name: relative(context.cwd, path), text: say('desk.versions.proposal', { version, date }) }
    }),
    ...revisions.map(({ hash, date, author, subject }) => ({
      value: `git:${hash}`,
      name: `${name}@git:${hash}`,
      text: say('desk.versions.revision', { date: longDate(date, lang), author, subject: clipped(subject, SUBJECT) }),
    })),
  ]
}

/** The two versions and the way to show them; changing nothing, it is a form that anybody may send again. */
function chooser(
  { say }: DeskRequest,
  { entry, ref }: Loaded,
  sides: readonly Side[],
  { old, next, as }: { readonly old: string; readonly next: string; readonly as: string },
): Markup {
  return [
    h(
      'form',
      { method: 'get', action: `${addressOf(entry?.name ?? ref)}/compare`, className: ['desk-form', 'in-line'] },
      choice({ name: 'old', label: say('desk.compare.old'), value: old, options: sides }),
      choice({ name: 'new', label: say('desk.compare.new'), value: next, options: sides }),
      choice({
        name: 'as',
        label: say('desk.compare.as'),
        value: as,
        options: SHOWN.map((value) => ({ value, text: say(`desk.compare.as.${value}`) })),
      }),
      button(say('desk.compare.show'), { kind: 'main' }),
    ),
  ]
}

function alone(request: DeskRequest, loaded: Loaded, more: Omit<DeskPage, 'type' | 'document'>, why?: string): DeskPage {
  const { context, lang } = request
  const owner = context.workspace && loadOrganisation(context.workspace, loaded.entry?.organisation ?? '').value
  return {
    type: 'page',
    document: plainDocument(loaded.policy.metadata.title, lang, brandOf(owner).value),
    ...more,
    above: [...(more.above ?? []), ...(why === undefined ? [] : notice('info', [h('p', {}, why)]))],
  }
}
