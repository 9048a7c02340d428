import { type Decision, isProved, RECORDED, sinceOf } from '../../decide/index.js'
import { RIGHTS, type Right } from '../../model/index.js'
import {
  contactOf,
  type DocBlock,
  type Document,
  factTable,
  heading,
  paragraph,
  siteLink,
  type Wording,
  withoutText,
} from '../../present/index.js'
import { calledText, changedPlaces, counted, gravestChanges, listed, settleLinks } from '../versions/index.js'
import { type DecisionSetting, dayOf, factsOf, frame, shortHash, type TextFacts, whoOf } from './setting.js'

/** Changes a notice tells of; the text itself tells the rest. */
const TOLD = 3

/**
 * What a school makes known of a release, on one page: what was adopted by whom and when, from when it applies, what changes, where it is to be
 * found and whom to ask. Who reads it has nothing to fill in: what is not known of it is said so, or left out.
 */
export function presentNotice(setting: DecisionSetting): Document {
  const { wording } = setting
  const facts = factsOf(setting)
  const date = facts.adoption?.approval?.date
  return frame('notice', setting, facts, {
    ...(date === undefined ? {} : { date }),
    children: [
      paragraph(opening(setting, facts), 'lead'),
      factTable(particulars(setting, facts)),
      heading(1, wording('notice.changes')),
      ...changes(setting, facts),
      heading(1, wording('notice.more-about')),
      whereAndWhom(setting, facts),
    ],
  })
}

/** Where the text is to be found, by what it is known, and whom to ask. */
function whereAndWhom({ wording, resolved, organisation }: DecisionSetting, { name, hash }: TextFacts): DocBlock {
  const contact = organisation ? contactOf(resolved.policy.metadata, organisation) : []
  const site = organisation?.site
  const row = (key: string, children: readonly DocBlock[]) => ({
    cells: [{ header: 'row' as const, children: [paragraph(wording(`notice.fact.${key}`))] }, { children }],
  })
  return {
    type: 'table',
    look: 'facts',
    columns: [{ weight: 1 }, { weight: 4 }],
    head: [],
    body: [
      row('text', [paragraph(wording('notice.text', { name, hash: shortHash(hash) }))]),
      ...(site === undefined ? [] : [row('where', [paragraph([siteLink(site)])])]),
      ...(contact.length === 0 ? [] : [row('whom', contact)]),
    ],
  }
}

/** Who adopted what and when; that it is not proved where it is not. */
function opening(setting: DecisionSetting, { name, named, adoption }: TextFacts): string {
  const { wording, resolved, organisation } = setting
  const { version = '' } = resolved.policy.metadata
  const date = dayOf(adoption?.approval?.date, setting)
  if (!adoption || date === undefined || !isProved({ version, policy: resolved.source, keeps: RECORDED }))
    return wording('notice.unproved', { name, named })
  const values = { who: whoOf(adoption, setting), name, named, date }
  return organisation
    ? wording('notice.adopted.of', { ...values, organisation: organisation.name })
    : wording('notice.adopted', values)
}

function particulars(setting: DecisionSetting, { former, all }: TextFacts) {
  const { wording, resolved } = setting
  const { effective, review } = resolved.policy.metadata
  const due = dayOf(review, setting)
  const isKnown = isProved({ version: resolved.policy.metadata.version ?? '', policy: resolved.source, keeps: RECORDED })
  const decidedOn = isKnown ? dayOf(sinceOf(resolved.source), setting) : undefined
  const fact = (key: string, value: string) => ({ name: wording(`notice.fact.${key}`), value })
  const decided = RIGHTS.flatMap((right: Right) => {
    const taken = all.flatMap((decision) => (decision.right === right ? decisionText(decision, setting) : []))
    return taken.length === 0 ? [] : [fact(right, taken.join('; '))]
  })
  return [
    fact(
      'effective',
      setting.end?.never === true
        ? wording('notice.ended.never', endValues(setting))
        : (dayOf(effective, setting) ??
            (decidedOn === undefined ? wording('notice.no-day') : wording('notice.decided-on', { date: decidedOn }))),
    ),
    ...(setting.end === undefined || setting.end.never ? [] : [fact('until', wording('notice.ended', endValues(setting)))]),
    ...takesPlaceOf(setting, former).map(([key, value]) => fact(key, value)),
    ...decided,
    ...(due === undefined ? [] : [fact('review', due)]),
  ]
}

/** What a notice that is made later says of what happened since: without `next` the policy was withdrawn. */
const endValues = (setting: DecisionSetting) => ({
  day: dayOf(setting.end?.day, setting) ?? '',
  next: setting.end?.next ?? '',
})

/** Which version applied until this one does, and which it goes on from where that one did not: nobody replaces what never applied. */
function takesPlaceOf(setting: DecisionSetting, former: string | undefined): (readonly ['former' | 'follows', string])[] {
  const { wording, succession } = setting
  const named = (version: string) => wording('resolution.version', { version })
  if (!succession) return former === undefined ? [] : [['follows', named(former)]]
  const { replaced, idle } = succession
  const day = dayOf(idle?.withdrawn, setting)
  const why = day === undefined ? wording('notice.never') : wording('notice.withdrawn', { date: day })
  return [
    ...(replaced === undefined ? [] : [['former', named(replaced)] as const]),
    ...(idle === undefined ? [] : [['follows', `${named(idle.version)} (${why})`] as const]),
  ]
}

/** A decision on exactly these words; another says nothing of them. */
function decisionText({ body, approval, standing, added }: Decision, setting: DecisionSetting): string[] {
  if (!approval || standing === 'pending' || standing === 'other' || standing === 'superseded') return []
  const { wording } = setting
  const values = { who: body ?? approval.name ?? '', date: dayOf(approval.date, setting) ?? wording('resolution.undated') }
  const { decision = 'unsaid', remarks } = approval
  const said = [
    ...(standing !== 'bound'
      ? [wording(`decision.${standing}`)]
      : decision === 'positive'
        ? []
        : [wording(`notice.${decision}`)]),
    ...withoutText(added, wording),
    ...(remarks === undefined ? [] : [wording('resolution.remarks', { remarks })]),
  ]
  if (said.length === 0) return [wording('notice.decision', values)]
  return [wording('notice.decision.other', { ...values, decision: said.join(', ') })]
}

/** The gravest changes in a line each, how many there are besides, and what must be read. */
function changes({ wording, revision }: DecisionSetting, { former: earlier }: TextFacts): readonly DocBlock[] {
  if (!revision)
    return [paragraph(wording(earlier === undefined ? 'notice.first' : 'notice.former-unread', { former: earlier ?? '' }))]
  const { comparison, setting } = revision
  const { items, others } = gravestChanges(comparison, setting, TOLD)
  const { toRead } = changedPlaces(comparison, setting)
  const former =
    comparison.old.version === undefined ? comparison.old.ref : wording('resolution.version', { version: comparison.old.version })
  const count = comparison.entries.filter(({ significance }) => significance === 'to-read').length
  return settleLinks([
    ...(items.length > 0 ? [{ type: 'list' as const, ordered: false, items }] : []),
    ...calledText(comparison, wording).map((words) => paragraph(words)),
    ...(others > 0 ? [paragraph(counted(wording, 'notice.more', others))] : []),
    ...(count > 0
      ? [
          paragraph(
            wording(`notice.to-read.${count === 1 ? 'one' : 'many'}`, { count, places: firstOf(toRead, setting.wording) }),
          ),
        ]
      : []),
    ...(items.length === 0 && count === 0 ? [paragraph(wording('notice.none', { former }))] : []),
  ])
}

/** Places of changes to be read that a page has room for. */
const PLACES = 8

const firstOf = (places: readonly string[], wording: Wording): string =>
  places.length <= PLACES ? listed(places, wording) : `${places.slice(0, PLACES).join(', ')} …`
