import { RULES, type RuleId } from '../model/index.js'
import { nearNames, readDoc } from '../workspace/index.js'
import { type Outcome, UsageError } from './context.js'

/** What is known of one rule: the line that says what it asks, and its part of `docs/rules.md` without the heading. */
export interface ExplainedRule {
  readonly schema: 'clausule/rule@1'
  readonly rule: RuleId
  readonly asks: string
  readonly page: string
}

interface RuleList {
  readonly schema: 'clausule/rules@1'
  readonly rules: readonly { readonly rule: RuleId; readonly asks: string }[]
}

const IDS = Object.keys(RULES) as RuleId[]

/** Explains a rule that a message names; lists all rules when none is asked for. */
export function explain(name: string | undefined): Outcome<ExplainedRule | RuleList> {
  if (name === undefined) return listed()
  const rule = IDS.find((id) => id === name)
  if (rule === undefined) {
    const near = nearNames(name, IDS)
    throw new UsageError({ phrase: 'usage.no-rule', values: { name, near } })
  }
  const page = partAbout(rule)
  return {
    messages: [],
    data: { schema: 'clausule/rule@1', rule, asks: RULES[rule], page },
    text: (paint) => `${paint('bold', rule)}\n\n${page}`,
    written: [],
  }
}

function listed(): Outcome<RuleList> {
  const width = Math.max(...IDS.map((id) => id.length))
  return {
    messages: [],
    data: { schema: 'clausule/rules@1', rules: IDS.map((rule) => ({ rule, asks: RULES[rule] })) },
    text: (paint) => IDS.map((id) => `${paint('bold', id)}${' '.repeat(width - id.length)}  ${RULES[id]}`).join('\n'),
    written: [],
  }
}

function partAbout(rule: RuleId): string {
  // Examples hold headings, too, but none that looks like a rule.
  const parts = readDoc('rules.md').split(/^## (?=[a-z-]+\/[a-z-]+$)/m)
  const part = parts.find((each) => each.startsWith(`${rule}\n`))
  if (part === undefined) throw new Error(`docs/rules.md says nothing about ${rule}`)
  return part.slice(rule.length).trim()
}
