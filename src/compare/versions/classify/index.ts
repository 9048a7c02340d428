import { REASONS, type Reason, type ReasonKind, type Significance } from '../comparison.js'
import type { Change, Rule } from './change.js'
import { formRules } from './form.js'
import { meaningRules } from './meaning.js'
import { valueRules } from './values.js'

/** Every rule that judges changed words, gravest first. */
export const RULES_OF_CHANGE: readonly Rule[] = [...meaningRules, ...valueRules, ...formRules]

const TYPOGRAPHICAL: ReadonlySet<ReasonKind> = new Set(['spelling', 'punctuation', 'typography', 'markup'])
const EDITORIAL: ReadonlySet<ReasonKind> = new Set(['split', 'merged', 'moved', 'wording', 'renumbering', 'link'])

/** What a reason makes of a change. */
export const significanceOf = (kind: ReasonKind): Significance =>
  TYPOGRAPHICAL.has(kind) ? 'typographical' : EDITORIAL.has(kind) ? 'editorial' : 'substantive'

const LEVELS: readonly Significance[] = ['none', 'typographical', 'editorial', 'substantive']

/** The gravest of several. */
export const gravest = (levels: readonly Significance[]): Significance =>
  LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))] as Significance

const ORDER = Object.keys(REASONS)

/** What is a rule in a clause and only another title in a heading. */
const NAMES: ReadonlySet<ReasonKind> = new Set(['addressee', 'term', 'scope', 'content'])

/** Why a change of words matters, gravest first, each reason once. Words that a graver rule explains are no mere wording. */
export function judge(change: Change): readonly Reason[] {
  const found = RULES_OF_CHANGE.filter(({ kind }) => !change.heading || !NAMES.has(kind)).flatMap((rule) => rule.find(change))
  const grave = found.some(({ kind }) => significanceOf(kind) === 'substantive' || kind === 'renumbering')
  const seen = new Set<string>()
  return found
    .filter((reason) => {
      const name = [reason.kind, reason.old, reason.next].join('\n')
      if (seen.has(name) || (grave && reason.kind === 'wording')) return false
      seen.add(name)
      return true
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}
