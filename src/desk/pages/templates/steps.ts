import type { Planned } from '../../../commands/plan.js'
import { plainText } from '../../../model/index.js'
import { type Child, h } from '../../../render/html/index.js'
import type { Step, UpgradeDecision, UpgradeDecisions } from '../../../tailor/index.js'
import { area, choices } from '../../markup.js'
import type { DeskRequest, Sent } from '../../types.js'
import { wordsChanged } from '../../words-changed.js'

/** What was decided of each provision that may be decided on. */
export function decisionsIn(sent: Sent, { plan }: Planned): UpgradeDecisions {
  const decisions = new Map<string, UpgradeDecision>()
  for (const { id, ways } of plan.steps) {
    const way = id === undefined ? undefined : ways.find((each) => each === sent.text(`way-${id}`))
    if (id === undefined || way === undefined) continue
    const [why, words] = [sent.text(`why-${id}`), sent.text(`words-${id}`)]
    decisions.set(id, { way, ...(why === undefined ? {} : { why }), ...(way === 'own' && words !== undefined ? { words } : {}) })
  }
  return decisions
}

/** A provision in the three texts, and what can be decided of it. */
export function stepCard(step: Step, say: DeskRequest['say'], sent: Sent | undefined): Child {
  const { id = '', outcome, base, theirs, ours, beside, merged, ways, asks } = step
  const chosen = sent?.text(`way-${id}`)
  const said = (node: Step['base']) => (node === undefined ? '' : plainText(node).replace(/\s+/g, ' '))
  const sides = [
    ['former', base],
    ['template', theirs],
    ['school', ours],
    ...(merged ? [['merged', merged] as const] : []),
  ] as const
  return h(
    'fieldset',
    { className: ['piece', ...(asks ? [] : ['settled'])], id: `_step-${id}` },
    h('legend', {}, h('strong', {}, say(`templates.outcome.${outcome}`)), ` · ${id}`),
    h(
      'div',
      { className: ['sides'] },
      sides.map(([key, node]) =>
        h(
          'div',
          {},
          h('h3', {}, say(`desk.upgrade.text.${key}`)),
          h('p', { className: ['words'] }, key === 'former' ? said(node) || '–' : wordsChanged(said(base), said(node))),
        ),
      ),
    ),
    beside
      ? h(
          'p',
          {},
          `${say(`decisions.${beside.isLeftOut ? 'left-out' : 'beside'}`, { id: beside.id })} `,
          h('q', {}, said(beside.node)),
        )
      : undefined,
    choices(
      `way-${id}`,
      ways.map((value) => ({ value, text: say(`desk.upgrade.way.${value}`) })),
      chosen ?? (asks ? undefined : ways[0]),
    ),
    ways.includes('own')
      ? area({
          name: `words-${id}`,
          label: say('desk.upgrade.words'),
          value: sent?.words(`words-${id}`) ?? (ours ? said(ours) : ''),
          rows: 3,
        })
      : undefined,
    area({ name: `why-${id}`, label: say('desk.upgrade.why'), value: sent?.words(`why-${id}`) ?? '', rows: 2 }),
  )
}
