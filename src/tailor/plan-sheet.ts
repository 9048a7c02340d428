import { stringify } from 'yaml'
import { valueInWords } from '../language/index.js'
import { append, type ParameterValue, plainText } from '../model/index.js'
import type { UpgradePlan } from './upgrade.js'

/** The words of a file of decisions. */
type PlanWords = (key: `decisions.${string}`, values?: Readonly<Record<string, string>>) => string

/** A file of decisions with every open question of a plan, its three texts, and nothing decided. `hash` is the plan's. */
export function planSheet(plan: UpgradePlan, policy: string, hash: string, words: PlanWords): string {
  const lines = [`# ${words('decisions.head', { policy, to: plan.input.to.version })}`, `plan: ${hash}`]
  const { unanswered, usual, input } = plan
  const shown = (value: ParameterValue) => valueInWords(value, input.school.metadata.lang)
  const changed = usual.flatMap(({ name, was, now }) => [
    `  # ${words('decisions.usual', { was: shown(was), now: shown(now) })}`,
    `  ${name}:`,
  ])
  if (unanswered.length + usual.length > 0)
    append(lines, ['', `# ${words('decisions.answers')}`, 'answers:', ...unanswered.map((name) => `  ${name}:`), ...changed])
  lines.push('', `# ${words('decisions.choices')}`, 'decisions:')
  const asked = plan.steps.filter(({ id, asks, ways, lead }) => id !== undefined && lead === undefined && asks && ways.length > 0)
  if (asked.length === 0) lines[lines.length - 1] = 'decisions: []'
  for (const { id, base, theirs, ours, beside, ways, outcome } of asked) {
    const said = (key: string, node: typeof base, values = {}) =>
      node === undefined ? [] : [`    # ${words(`decisions.${key}`, values)} ${plainText(node).replace(/\s+/g, ' ')}`]
    lines.push(`  - ${stringify({ clause: id }).trimEnd()}`)
    append(lines, [
      ...said('former', base),
      ...said(outcome === 'new-optional' ? 'optional' : 'template', theirs),
      ...said('school', ours),
    ])
    if (beside) append(lines, said(beside.isLeftOut ? 'left-out' : 'beside', beside.node, { id: beside.id }))
    lines.push(`    choice: # ${ways.join(' | ')}`, '    why:')
    if (ways.includes('own')) lines.push('    words:')
  }
  return `${lines.join('\n')}\n`
}
