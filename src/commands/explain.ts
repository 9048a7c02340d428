import { type Language, maximum, RULES, type RuleId } from '../model/index.js'
import { type Context, type Outcome, readersLanguage, UsageError } from '../secretariat/index.js'
import { nearNames, readDoc } from '../workspace/index.js'

/** What is known of one rule: the line that says what it asks, and its part of the page of rules without the heading. */
interface ExplainedRule {
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

/** The page in a language that is not the one of the rules' own files. */
const PAGES: Readonly<Partial<Record<Language, string>>> = { nl: 'nl/regels.md' }

/** Explains a rule that a message names; lists all rules when none is asked for. */
export function explain(context: Context, name: string | undefined): Outcome<ExplainedRule | RuleList> {
  const parts = partsOf(readersLanguage(context, undefined))
  if (name === undefined) return listed(parts)
  const rule = IDS.find((id) => id === name)
  if (rule === undefined) {
    const near = nearNames(name, IDS)
    throw new UsageError({ phrase: 'usage.no-rule', values: { name, near } })
  }
  const page = partAbout(rule, parts)
  return {
    messages: [],
    data: { schema: 'clausule/rule@1', rule, asks: firstLine(page), page },
    text: (paint) => `${paint('bold', rule)}\n\n${page}`,
    written: [],
  }
}

function listed(parts: readonly string[]): Outcome<RuleList> {
  const width = maximum(IDS.map((id) => id.length))
  const rules = IDS.map((rule) => ({ rule, asks: firstLine(partAbout(rule, parts)) }))
  return {
    messages: [],
    data: { schema: 'clausule/rules@1', rules },
    text: (paint) =>
      rules.map(({ rule, asks }) => `${paint('bold', rule)}${' '.repeat(width - rule.length)}  ${asks}`).join('\n'),
    written: [],
  }
}

// Examples hold headings, too, but none that looks like a rule.
const partsOf = (lang: Language): readonly string[] => readDoc(PAGES[lang] ?? 'rules.md').split(/^## (?=[a-z-]+\/[a-z-]+$)/m)

function partAbout(rule: RuleId, parts: readonly string[]): string {
  const part = parts.find((each) => each.startsWith(`${rule}\n`))
  if (part === undefined) throw new Error(`The page of rules says nothing about ${rule}`)
  return part.slice(rule.length).trim()
}

const firstLine = (page: string): string => page.slice(0, page.indexOf('\n'))
