import { carries, type Decision, isOnOtherWords } from '../../decide/index.js'
import { append } from '../../model/index.js'
import { type DocBlock, type DocItem, paragraph, withoutText } from '../../present/index.js'
import { changedPlaces, listed } from '../versions/index.js'
import { type DecisionSetting, dayOf, known, shortHash, type TextFacts, whoOf } from './setting.js'

/** What a body decided or is still to decide, on which text and when, as a clause that follows "considering that". */
function considered(decision: Decision, setting: DecisionSetting): string {
  const { wording } = setting
  const { approval, right = 'advice', standing } = decision
  const who = whoOf(decision, setting)
  if (!approval || standing === 'pending') return wording(`resolution.pending.${right}`, { who })
  const date = dayOf(approval.date, setting)
  const values = {
    who,
    when: date === undefined ? wording('resolution.undated') : wording('resolution.on', { date }),
    text: textOf(decision, setting),
  }
  const outcome = approval.decision ?? 'unsaid'
  const said = outcome === 'unsaid' ? wording('resolution.unsaid', values) : wording(`resolution.${outcome}.${right}`, values)
  return [
    said,
    ...(approval.forced === undefined ? [] : [wording('resolution.forced', { reason: approval.forced })]),
    ...(approval.remarks === undefined ? [] : [wording('resolution.remarks', { remarks: approval.remarks })]),
  ].join(', ')
}

/** Which text a decision was about: this one only where that is proved. */
function textOf({ approval, standing, otherwise, added }: Decision, { wording }: DecisionSetting): string {
  if (standing === 'unbound') return wording('resolution.text.unknown')
  if (otherwise !== undefined) return wording(`resolution.text.${otherwise}`, { decided: approval?.[otherwise] ?? '' })
  if (isOnOtherWords(standing)) return wording('resolution.text.other', { hash: shortHash(approval?.text ?? '') })
  if (standing === 'kept') return wording('resolution.text.kept', { hash: shortHash(approval?.text ?? '') })
  const [without] = withoutText(added, wording)
  return without === undefined ? wording('resolution.text.this') : wording('resolution.text.without', { without })
}

/** The considerations of a resolution, each a lettered item: who decided what, what changes, and why. Nothing where there are none. */
export function considerations(setting: DecisionSetting, facts: TextFacts): readonly DocBlock[] {
  const { wording, resolved, revision } = setting
  const { proposal } = resolved.policy.metadata
  // What a body decided on an earlier proposal matters until it has decided on this one.
  const decidedAnew = ({ standing, body, right }: Decision) =>
    standing === 'superseded' && facts.all.some((each) => each.body === body && each.right === right && carries(each.standing))
  const others = facts.all.filter(
    (decision) => decision !== facts.adoption && !decidedAnew(decision) && !isAfter(decision, facts),
  )
  const parts: (readonly DocBlock[])[] = others.flatMap((decision) => {
    const advised = decision.standing === 'bound' && decision.right === 'advice' && decision.approval?.decision !== 'positive'
    const said = paragraph(`${considered(decision, setting)};`)
    // Who goes against advice says why.
    return advised
      ? [[said], [paragraph(wording('resolution.deviates', { who: whoOf(decision, setting), why: known(undefined) }))]]
      : [[said]]
  })
  if (revision) parts.push(changes(setting, facts))
  const reason = proposal === undefined ? known(undefined) : wording('resolution.quoted', { words: proposal })
  if (revision || proposal !== undefined) parts.push([paragraph(wording('resolution.reason', { reason }))])
  const items = parts.map((children, at): DocItem => ({ type: 'item', label: `${letter(at)}.`, children }))
  return items.length === 0 ? [] : [paragraph(wording('resolution.considering')), { type: 'list', ordered: true, items }]
}

/** Whether a body decided after the text was adopted: nobody considered it then. */
const isAfter = ({ approval }: Decision, { adoption }: TextFacts): boolean =>
  approval?.date !== undefined && adoption?.approval?.date !== undefined && approval.date > adoption.approval.date

/** What was decided on the text since it was adopted. */
export const afterwards = (setting: DecisionSetting, facts: TextFacts): readonly DocBlock[] =>
  facts.all
    .filter((decision) => decision !== facts.adoption && isAfter(decision, facts))
    .map((decision) => paragraph(setting.wording('resolution.afterwards', { said: considered(decision, setting) })))

/** a, b … z, aa, ab … */
const letter = (at: number): string =>
  at < 26 ? String.fromCharCode(97 + at) : letter(Math.floor(at / 26) - 1) + letter(at % 26)

/** What changes from the version before, by the numbers of its clauses. */
function changes({ wording, revision }: DecisionSetting, { edition }: TextFacts): readonly DocBlock[] {
  if (!revision) return []
  const { comparison, setting } = revision
  const places = changedPlaces(comparison, setting)
  const former =
    comparison.old.version === undefined ? comparison.old.ref : wording('resolution.version', { version: comparison.old.version })
  const kinds = ['edited', 'added', 'removed', 'toRead', 'stale', 'about'] as const
  const lines = kinds.flatMap((kind) =>
    places[kind].length === 0
      ? []
      : [wording(`resolution.changed.${kind}`, { places: listed(places[kind], setting.wording), former })],
  )
  append(lines, places.called)
  if (places.others > 0)
    lines.push(wording(`resolution.changed.others.${places.others === 1 ? 'one' : 'many'}`, { count: places.others }))
  if (lines.length === 0) return [paragraph(wording('resolution.unchanged', { former, edition }))]
  const items = lines.map((line): DocItem => ({ type: 'item', label: '–', children: [paragraph(`${line};`)] }))
  return [paragraph(wording('resolution.changed', { former, edition })), { type: 'list', ordered: false, items }]
}
