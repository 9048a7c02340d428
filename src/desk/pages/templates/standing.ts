import { type Adapted, latestEdition, loadAdapted, settingOf } from '../../../commands/template.js'
import { clauses, clipped, extendedBy, hasErrors, type Metadata, plainText, reasonHash, reasonIn } from '../../../model/index.js'
import { sideOf } from '../../../papers/index.js'
import { editSource, readPolicy, type YamlEdit } from '../../../read/index.js'
import { presentRegister, registerLabels } from '../../../registers/index.js'
import { h } from '../../../render/html/index.js'
import { resolve } from '../../../resolve/index.js'
import { publish } from '../../../secretariat/publish.js'
import { type Deviation, type Deviations, deviationsOf, EXPECTED } from '../../../tailor/index.js'
import type { Loaded } from '../../../workspace/index.js'
import { area, button, form, hidden, link, panel, tick, wrongSaid } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { plainPage } from '../../plain-pages.js'
import { crumbsTo, fingerprint, isAsShown, nameIn, policyIn } from '../../policies.js'
import { attempt, toldOf } from '../../told.js'
import type { Answer, DeskPage, DeskRequest, Markup, Sent, ShownAgain } from '../../types.js'
import { editionsIn } from './editions.js'

/** How a policy stands to the template it was made of, with its reasons; of one that was made of none, which it could be held to. */
export async function get(request: DeskRequest): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  return page ?? standingPage(request, loaded)
}

/** Writes the reasons that were given, each for one provision. */
export async function post(request: DeskRequest, sent: Sent): Promise<Answer> {
  const { loaded, page } = policyIn(request)
  if (page) return page
  const { say, context } = request
  if (!isAsShown(sent, loaded)) {
    const above = wrongSaid(say('desk.template.changed'))
    return { ...(await standingPage(request, loaded, { sent, above })), status: 409 }
  }
  const held = await deviationsIn(request)
  if ('wrong' in held) return standingPage(request, loaded)
  const edits = reasonEdits(sent, loaded, held.register.deviations)
  const bytes = editSource(new TextDecoder().decode(loaded.bytes), edits)
  if (bytes === undefined) {
    const above = wrongSaid(say('desk.edit.no-front-matter'))
    return { ...(await standingPage(request, loaded, { sent, above })), status: 409 }
  }
  const { messages } = readPolicy(bytes, loaded.policy.file)
  const { value, wrong } = hasErrors(messages)
    ? { value: undefined, wrong: toldOf(messages, say) }
    : await attempt(request, () => publish(context, { outputs: [{ path: loaded.path, bytes }], messages: [] }))
  if (!value) return { ...(await standingPage(request, loaded, { sent, above: wrong })), status: 409 }
  return { type: 'goto', address: `${addressOf(nameIn(request))}/template`, done: 'saved' }
}

/** What the front matter gets: a reason that was emptied goes, and with the last all of them. */
function reasonEdits(sent: Sent, { policy }: Loaded, deviations: readonly Deviation[]): readonly YamlEdit[] {
  const given = policy.metadata.deviations ?? {}
  const left = new Set(Object.keys(given))
  const nodes = new Map(clauses(policy).map((clause) => [clause.id, clause.node]))
  const edits = deviations.flatMap(({ id }): YamlEdit[] => {
    const why = id === undefined ? undefined : sent.words(`why-${id}`)?.trim()
    if (id === undefined || why === undefined) return []
    const isSame = why === whyIn(given[id])
    if (isSame && (why === '' || sent.words(`holds-${id}`) === undefined)) return []
    if (why === '') left.delete(id)
    else left.add(id)
    return [
      {
        path: ['deviations', id],
        value: why === '' ? undefined : { why, text: reasonHash(nodes.get(id), policy.metadata.parameters) },
      },
    ]
  })
  return edits.length > 0 && left.size === 0 ? [{ path: ['deviations'], value: undefined }] : edits
}

const whyIn = (said: NonNullable<Metadata['deviations']>[string] | undefined): string =>
  said === undefined ? '' : reasonIn(said).why

interface Held {
  readonly adapted: Adapted
  readonly register: Deviations
}

/** The register of a policy against the edition it was made of; or why there is none. */
async function deviationsIn(request: DeskRequest): Promise<Held | { readonly wrong: Markup }> {
  const { value, wrong } = await attempt(request, () => loadAdapted(request.context, nameIn(request)))
  if (!value?.value) return { wrong: wrong ?? toldOf(value?.messages ?? [], request.say) }
  const { loaded, edition } = value.value
  const register = deviationsOf(loaded.policy, edition.policy, (policy) => sideOf(resolve(policy).value, ''))
  return { adapted: value.value, register }
}

async function standingPage(request: DeskRequest, loaded: Loaded, { sent, above = [] }: ShownAgain = {}): Promise<DeskPage> {
  const { say, context } = request
  const name = loaded.entry?.name ?? loaded.ref
  const more = {
    above,
    crumbs: crumbsTo(request, loaded, say('desk.tab.template')),
    policy: name,
    tab: 'template',
    ...(loaded.entry ? { brand: loaded.entry.organisation } : {}),
  }
  if (extendedBy(loaded.policy.metadata) === undefined) return unheldPage(request, loaded, more)
  const held = await deviationsIn(request)
  if ('wrong' in held) return plainPage(request, say('desk.tab.template'), [], { ...more, above: [...above, ...held.wrong] })
  const { adapted, register } = held
  const setting = settingOf(context, adapted, adapted.edition.version)
  const latest = latestEdition(context, adapted.template)
  const isBehind = latest !== undefined && latest !== adapted.edition.version
  const address = addressOf(name)
  return {
    type: 'page',
    ...more,
    document: presentRegister(register, setting),
    labels: registerLabels(setting),
    beside: [
      panel(say('desk.upgrade'), [
        h('p', {}, say(isBehind ? 'desk.upgrade.behind' : 'desk.upgrade.latest', { version: latest ?? adapted.edition.version })),
        ...(isBehind
          ? [h('p', {}, link(`${address}/template/upgrade`, say('desk.upgrade.see'), { className: ['as-button'] }))]
          : []),
      ]),
      panel(say('desk.again'), [
        h('p', {}, say('desk.again.short')),
        h('p', {}, link(`${address}/template/answers`, say('desk.again.see'))),
      ]),
      panel(say('desk.attach'), [
        h('p', {}, say('desk.attach.more')),
        h('p', {}, link(`${address}/template/attach`, say('desk.attach.see'))),
      ]),
    ],
    below: reasonsForm(request, loaded, register, sent),
  }
}

/** A field for the reason of each provision that is not as the template has it; those without one first. */
function reasonsForm(request: DeskRequest, loaded: Loaded, { deviations }: Deviations, sent: Sent | undefined): Markup {
  const { say } = request
  const others = deviations.filter(({ kind, id }) => id !== undefined && !EXPECTED.has(kind))
  if (others.length === 0 || loaded.origin !== 'working') return []
  const reasons = loaded.policy.metadata.deviations ?? {}
  const sorted = [...others].sort((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined))
  const row = (deviation: Deviation) => {
    const { id = '', kind, variant, entry } = deviation
    const node = (entry.next[0] ?? entry.old[0])?.clause.node
    const words = node === undefined ? '' : plainText(node).replace(/\s+/g, ' ')
    const { given } = deviation
    const isOpen = reasons[id] !== undefined && (given === 'other' || given === 'unknown')
    const holds = isOpen ? [tick({ name: `holds-${id}`, label: say(`desk.template.holds.${given}`) })] : []
    // What was said when the template changed stands with that decision: it holds as long as nothing is said here.
    const decided =
      reasons[id] === undefined && deviation.reason !== undefined
        ? [say('desk.template.reasons.decided', { why: deviation.reason })]
        : []
    const why = area({
      name: `why-${id}`,
      label: [entry.next[0]?.number, say(`templates.kind.${kind}`, { variant: variant ?? '' })]
        .flatMap((each) => each ?? [])
        .join(' · '),
      hint: [clipped(words, SHOWN), ...decided].join(' '),
      value: sent?.words(`why-${id}`) ?? whyIn(reasons[id]),
      rows: 2,
    })
    return [why, ...holds]
  }
  return [
    form(
      request,
      `${addressOf(loaded.entry?.name ?? loaded.ref)}/template`,
      [
        hidden('seen', fingerprint(loaded.bytes)),
        h('h2', {}, say('desk.template.reasons')),
        h('p', { className: ['hint'] }, say('desk.template.reasons.what')),
        ...sorted.flatMap(row),
        h('p', { className: ['acts'] }, button(say('desk.template.reasons.do'), { kind: 'main' })),
      ],
      { name: 'reasons-form' },
    ),
  ]
}

/** Letters of a text that stand for all of it where it is named. */
const SHOWN = 140

/** A policy that was made of no template: which it may once have been copied from. */
function unheldPage(request: DeskRequest, loaded: Loaded, more: Omit<DeskPage, 'type' | 'document'>): DeskPage {
  const { say } = request
  const address = addressOf(loaded.entry?.name ?? loaded.ref)
  const editions = editionsIn(request)
  const words = editions.length === 0 ? ['desk.adapt.none', 'desk.adapt.none.how'] : ['desk.attach.what']
  return plainPage(
    request,
    say('desk.tab.template'),
    words.map((key) => say(key)),
    {
      ...more,
      below: [
        h(
          'ul',
          { className: ['answers'] },
          editions.map(({ name, version, title, owner }) =>
            h(
              'li',
              {},
              link(`${address}/template/attach?template=${encodeURIComponent(`${name}@${version}`)}`, title),
              h('p', {}, h('span', {}, `${owner} · ${version}`)),
            ),
          ),
        ),
      ],
    },
  )
}
