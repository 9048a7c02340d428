import { clauses, type Message, type RuleId, sortMessages } from '../model/index.js'
import { yamlPlaces } from '../read/index.js'
import type { Resolved } from '../resolve/index.js'
import { otherLanguage } from './language.js'
import type { LintInput, LintOptions, Rule } from './rule.js'
import { LINT_RULES } from './rules/index.js'

/**
 * Judges a policy as a whole by every rule. What is wrong with its syntax was reported by the reader, and references and parameters
 * by `resolve`; lint repeats neither.
 */
export function lintPolicy({ policy, source, clauses: resolved }: Resolved, options: LintOptions = {}): readonly Message[] {
  const keyPlace = yamlPlaces(policy.yaml, { file: policy.file, firstLine: policy.yaml === '' ? 1 : 2 })
  const input: LintInput = {
    policy,
    metadata: policy.metadata,
    clauses: resolved,
    written: clauses(source),
    keyPlace,
    options,
  }
  const messages: Message[] = []
  const isForeign = otherLanguage(resolved, policy.metadata.lang) !== undefined
  for (const { id, severity, check } of Object.values<Rule>(LINT_RULES)) {
    if (isForeign && isAboutWords(id)) continue
    for (const finding of check(input)) messages.push({ rule: id, severity, ...finding } as Message)
  }
  return sortMessages(messages)
}

const isAboutWords = (id: RuleId): boolean => id.startsWith('word/') && id !== 'word/language'
