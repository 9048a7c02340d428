import { type Decision, decisions, hashPolicy, RECORDED, standingOf } from '../decide/index.js'
import type { Policy } from '../model/index.js'
import { type Resolved, referenceText } from '../resolve/index.js'
import type { DocBlock, DocCell, DocRow } from './document.js'
import { paragraph, text } from './prose.js'
import { longDate, type Wording } from './wording.js'

/** Whose turn it is to decide on a text; nobody's where it was not put forward, or where it cannot go on. */
export function turnOf(policy: Policy): Pick<Decision, 'body' | 'right'> | undefined {
  const standing = standingOf({ policy, releases: [], keeps: RECORDED })
  return standing.kind === 'waiting' ? standing : undefined
}

/** What there is to know of a decision besides what it was: that it is still to be taken, or on which words it was. */
export function standingNote(
  { standing, body, right, approval, otherwise, added }: Decision,
  turn: Pick<Decision, 'body' | 'right'> | undefined,
  wording: Wording,
): string[] {
  if (otherwise !== undefined) {
    const also = wording(`decision.otherwise.${otherwise}`, { decided: approval?.[otherwise] ?? '' })
    return [wording('decision.superseded'), also]
  }
  const without = withoutText(added, wording)
  if (standing === 'bound') return without
  if (standing === 'kept') return [wording('decision.kept'), ...without]
  if (standing === 'pending')
    return [wording(turn?.body === body && turn?.right === right ? 'decision.turn' : 'decision.pending')]
  return [
    wording(standing === 'unbound' ? 'decision.unbound' : standing === 'other' ? 'decision.other-words' : 'decision.superseded'),
  ]
}

/** That a decision was taken before the text had a day it has now: nothing where it had. */
export function withoutText(added: Decision['added'] = [], wording: Wording): string[] {
  const [one, other] = added.map((day) => wording(`decision.day.${day}`))
  if (one === undefined) return []
  return [wording('decision.without', { days: other === undefined ? one : `${one} ${wording('versions.and')} ${other}` })]
}

/** Who decided on a text and who is still to, in the order of the route; on paper with room to sign. Nothing where nobody is asked. */
export function approvalPart(resolved: Resolved, wording: Wording, { toSign = true } = {}): DocBlock[] {
  const { metadata } = resolved.policy
  const all = decisions(metadata, hashPolicy(resolved.source), RECORDED)
  if (all.length === 0) return []
  const pending = toSign && all.some((decision) => decision.standing === 'pending')
  const turn = turnOf(resolved.source)
  const values = all.map((taken) => {
    const { approval, body, right } = taken
    return {
      date: approval?.date === undefined ? '' : longDate(approval.date, metadata.lang),
      body: body ?? '',
      name: unbroken(approval?.name ?? ''),
      role: approval?.role ?? '',
      right: right === undefined ? '' : wording(`right.${right}`),
      decision: [
        ...(approval?.decision === undefined ? [] : [wording(`decision.${approval.decision}`)]),
        ...standingNote(taken, turn, wording),
        ...(approval?.forced === undefined ? [] : [wording('decision.forced', { reason: approval.forced })]),
        ...(approval?.remarks === undefined ? [] : [wording('decision.remarks', { reason: approval.remarks })]),
      ].join(', '),
      signature: '',
    }
  })
  // A column nobody filled says nothing; what is still to be signed needs a date, a name and room for the signature.
  const weights = { date: 1.3, body: 1.6, name: 1.6, role: 1.7, right: 1.3, decision: 1.4, signature: 2 }
  const columns = (Object.keys(weights) as (keyof typeof weights)[]).filter(
    (key) => values.some((value) => value[key] !== '') || (pending && ['date', 'name', 'signature'].includes(key)),
  )
  const cell = (value: string, header?: 'column'): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  const rows = values.map((value, i): DocRow => {
    const room = toSign && all[i]?.standing === 'pending' ? { height: 16 } : {}
    return { cells: columns.map((key) => cell(value[key])), ...room }
  })
  return [
    {
      type: 'division',
      role: 'approvals',
      page: false,
      children: [
        { type: 'heading', level: 1, content: [text(wording('document.approvals'))], listed: false, bookmarked: true },
        {
          type: 'table',
          look: 'grid',
          columns: columns.map((key) => ({ weight: weights[key] })),
          head: [{ cells: columns.map((key) => cell(wording(`approval.${key}`), 'column')) }],
          body: rows,
        },
        ...all.flatMap((decision) => keptBy(decision, resolved, wording)),
      ],
    },
  ]
}

/** What was corrected since a decision that stands: under the table, with its clauses. */
function keptBy({ standing, approval, body }: Decision, { byId }: Resolved, wording: Wording): readonly DocBlock[] {
  if (standing !== 'kept') return []
  const changes = (approval?.kept?.changes ?? []).map(({ clause = '', was, becomes }) => {
    const place = byId.get(clause)
    return wording('decision.kept.change', { clause: place ? referenceText(place) : clause, was, becomes })
  })
  const who = body ?? approval?.name ?? ''
  return [paragraph(wording('decision.kept.since', { who, changes: changes.join('; ') }), 'small')]
}

/** A name that a line can hold stays on one. */
const LONGEST_NAME = 24
const unbroken = (name: string): string => (name.length > LONGEST_NAME ? name : name.replaceAll(' ', '\u00a0'))
