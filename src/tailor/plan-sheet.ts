import { stringify } from 'yaml'
import { append, plainText } from '../model/index.js'
import type { UpgradePlan } from './upgrade.js'

/** The words of a file of decisions. */
type PlanWords = (key: `decisions.${string}`, values?: Readonly<Record<string, string>>) => string

/** A file of decisions with every open question of a plan, its three texts, and nothing decided. `hash` is the plan's. */
export function planSheet(plan: UpgradePlan, policy: string, hash: string, words: PlanWords): string {
  const lines = [`# ${words('decisions.head', { policy, to: plan.input.to.version })}`, `plan: ${hash}`]
  if (plan.unanswered.length > 0)
    append(lines, ['', `# ${words('decisions.answers')}`, 'answers:', ...plan.unanswered.map((name) => `  ${name}:`)])
  lines.push('', `# ${words('decisions.choices')}`, 'decisions:')
  const asked = plan.steps.filter(({ id, asks, ways, lead }) => id !== undefined && lead === undefined && asks && ways.length > 0)
  if (asked.length === 0) lines[lines.length - 1] = 'decisions: []'
  for (const { id, base, theirs, ours, beside, ways } of asked) {
    const said = (key: string, node: typeof base, values = {}) =>
      node === undefined ? [] : [`    # ${words(`decisions.${key}`, values)} ${plainText(node).replace(/\s+/g, ' ')}`]
    lines.push(`  - ${stringify({ clause: id }).trimEnd()}`)
    append(lines, [...said('former', base), ...said('template', theirs), ...said('school', ours)])
    if (beside) append(lines, said(beside.isLeftOut ? 'left-out' : 'beside', beside.node, { id: beside.id }))
    lines.push(`    choice: # ${ways.join(' | ')}`, '    why:')
    if (ways.includes('own')) lines.push('    words:')
  }
  return `${lines.join('\n')}\n`
}
