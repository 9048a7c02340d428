import { clauses, errorsIn, type Message, type OwnMessage, type RuleId, sortMessages } from '../model/index.js'
import { yamlPlaces } from '../read/index.js'
import type { Resolved } from '../resolve/index.js'
import { otherLanguage } from './language.js'
import type { LintInput, LintOptions, OwnRule, Rule } from './rule.js'
import { LINT_RULES } from './rules/index.js'

/**
 * Judges a policy as a whole by every rule. What is wrong with its syntax was reported by the reader, and references and parameters
 * by `resolve`; lint repeats neither. `rules` are of the caller's own, judged beside ours.
 */
export function lintPolicy<Own extends OwnRule = never>(
  { policy, source, clauses: resolved }: Resolved,
  options: LintOptions = {},
  rules: readonly Own[] = [],
): readonly (Message | MessageOf<Own>)[] {
  const keyPlace = yamlPlaces(policy.yaml, { file: policy.file, firstLine: policy.yaml === '' ? 1 : 2 })
  const input: LintInput = {
    policy,
    metadata: policy.metadata,
    clauses: resolved,
    written: clauses(source),
    keyPlace,
    options,
  }
  const messages: (Message | OwnMessage)[] = []
  const isForeign = otherLanguage(resolved, policy.metadata.lang) !== undefined
  for (const { id, severity, findsErrors = severity === 'error', check } of Object.values<Rule>(LINT_RULES)) {
    if ((isForeign && isAboutWords(id)) || (options.errorsOnly && !findsErrors)) continue
    for (const finding of check(input)) messages.push({ rule: id, severity, ...finding } as Message)
  }
  for (const { id, severity, check } of rules) {
    for (const finding of check(input)) messages.push({ severity, ...finding, rule: id })
  }
  return sortMessages(options.errorsOnly ? errorsIn(messages) : messages) as (Message | MessageOf<Own>)[]
}

/** Messages of rules of the caller's own, where there are such rules. */
type MessageOf<Own extends OwnRule> = [Own] extends [never] ? never : OwnMessage

const isAboutWords = (id: RuleId): boolean => id.startsWith('word/') && id !== 'word/language'
