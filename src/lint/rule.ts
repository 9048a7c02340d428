import type { About, Clause, Metadata, OwnMessage, OwnRuleId, Place, Policy, RuleId, Severity, Unruled } from '../model/index.js'
import type { OutdatedName, Speller } from '../proof/index.js'
import type { ResolvedClause } from '../resolve/index.js'

/** What a rule looks at: a policy with its parameters filled in and its references and numbers printed. */
export interface LintInput {
  readonly policy: Policy
  readonly metadata: Metadata
  readonly clauses: readonly ResolvedClause[]
  /** The same clauses as written, before parameters and references were printed. */
  readonly written: readonly Clause[]
  /** Where a key or a list entry of the front matter stands. */
  readonly keyPlace: (path: readonly (string | number)[]) => Place
  readonly options: LintOptions
}

export interface LintOptions {
  /** The policy belongs to a workspace, which asks for an organisation and a version. */
  readonly published?: boolean
  /** It is a template, which others adapt: it may hold variants, conditions and guidance. */
  readonly template?: boolean
  /** Ids of the version before this one and of the template, where the caller knows them. */
  readonly formerIds?: ReadonlySet<string>
  /** Names that are out of date: `templates/data/outdated.yaml`. */
  readonly outdated?: readonly OutdatedName[]
  /** The words of clauses that only tell what to write there: `templates/init/placeholders.yaml`. */
  readonly starters?: ReadonlySet<string>
  /** The names the organisation goes by, the full name first. */
  readonly names?: readonly string[]
  /** The day on which it is judged, YYYY-MM-DD; without, no date has passed. */
  readonly today?: string
  /** Dictionaries of the policy's language and the others; without, words are not looked up. */
  readonly speller?: Speller
  /** Only what is an error is asked for: rules that find no errors are left out. */
  readonly errorsOnly?: boolean
}

/** What a rule found. The rule's id and, where the finding names none, its severity are added by the caller. */
export type Finding<Id extends RuleId = RuleId> = Unruled<Id> & Omit<About, 'severity'> & { readonly severity?: Severity }

/** One rule: a pure function that lists what it finds, in any order. */
export interface Rule<Id extends RuleId = RuleId> {
  readonly id: Id
  readonly severity: Severity
  /** What it finds may be an error, though it seldom is. */
  readonly findsErrors?: true
  readonly check: (input: LintInput) => Iterable<Finding<Id>>
}

/** A rule that is not ours. It is passed in, and what it finds carries its words. */
export interface OwnRule {
  readonly id: OwnRuleId
  readonly severity: Severity
  readonly check: (input: LintInput) => Iterable<OwnFinding>
}

/** `reason` is one sentence: "Unexpected X, expected Y". */
export type OwnFinding = Omit<OwnMessage, 'rule' | 'severity'> & { readonly severity?: Severity }

/** The place of a clause, without its end: messages point at where something starts. */
export function startOf({ node }: Pick<Clause, 'node'>): Place {
  const { file, line, column } = node.place
  return file === undefined ? { line, column } : { file, line, column }
}
