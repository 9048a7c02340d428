import type { TokenEdit } from '../../compare/index.js'
import type { ReasonKind, Significance } from '../comparison.js'
import { REASONS, type Reason, SIGNIFICANCES } from '../comparison.js'
import { type ProofKind, prove } from '../prove/index.js'
import type { Change, Rule } from './change.js'
import { contentRules } from './content.js'
import { meaningRules } from './meaning.js'
import { valueRules } from './values.js'

export type { Change } from './change.js'

/** Every rule that finds a change of meaning, gravest first. */
export const RULES_OF_CHANGE: readonly Rule[] = [...meaningRules, ...valueRules, ...contentRules]

const TYPOGRAPHICAL: ReadonlySet<ReasonKind> = new Set(['notation', 'grammar', 'spelling', 'punctuation', 'typography', 'markup'])
const EDITORIAL: ReadonlySet<ReasonKind> = new Set([
  'split',
  'merged',
  'moved',
  'edition',
  'renamed',
  'order',
  'synonym',
  'inclusive',
  'abbreviation',
  'renumbering',
])
const TO_READ: ReadonlySet<ReasonKind> = new Set(['wording', 'replaced', 'level', 'link'])

/** What a reason makes of a change. */
export const significanceOf = (kind: ReasonKind): Significance =>
  TYPOGRAPHICAL.has(kind) ? 'typographical' : EDITORIAL.has(kind) ? 'editorial' : TO_READ.has(kind) ? 'to-read' : 'substantive'

/** The gravest of several. */
export const gravest = (levels: readonly Significance[]): Significance =>
  SIGNIFICANCES[Math.max(0, ...levels.map((level) => SIGNIFICANCES.indexOf(level)))] as Significance

const ORDER = Object.keys(REASONS)

/** What is a rule in a clause and only another title in a heading. */
const NAMES: ReadonlySet<ReasonKind> = new Set(['addressee', 'term', 'scope', 'content', 'list', 'name'])

/**
 * Why a change of words matters, or why it does not, gravest first, each reason once. First every edit is tried to be proved harmless;
 * only what is left is looked at for reasons. What is left without one is to be read.
 */
export function judge(change: Change): readonly Reason[] {
  const { proved, open } = prove(change, change.edits, change.proof)
  const harmless = [...proved].flatMap(([{ edit }, kinds]) =>
    kinds.map(
      (kind: ProofKind): Reason => ({
        kind,
        old: change.old.text.slice(...edit.old).trim(),
        next: change.next.text.slice(...edit.next).trim(),
      }),
    ),
  )
  if (open.length === 0) return unique(harmless)
  if (isEdition(change, open)) return unique([{ ...wording(change, (open[0] as TokenEdit).edit), kind: 'edition' }, ...harmless])
  const left = { ...change, edits: open }
  const grave = RULES_OF_CHANGE.filter(({ kind }) => !change.heading || !NAMES.has(kind)).flatMap((rule) => rule.find(left))
  const told = grave.filter(
    (reason) =>
      !isCarried(reason, grave, left) &&
      (!MATTER.has(reason.kind) || !grave.some((other) => other !== reason && says(other, reason))),
  )
  const unknown = told.some(({ kind }) => significanceOf(kind) === 'substantive')
    ? []
    : open.map(({ edit }) => wording(change, edit))
  return unique([...told, ...unknown, ...harmless])
}

/** Words that say the same wherever in the sentence they stand; of the others the place tells what they reach. */
const ANYWHERE: ReadonlySet<ReasonKind> = new Set(['norm', 'addressee', 'condition', 'exception', 'term'])

/** Whether the words of a reason only stand elsewhere: they went in one edit and came in another, in the same order among their like. */
function isCarried({ kind, old, next }: Reason, all: readonly Reason[], change: Change): boolean {
  if (!ANYWHERE.has(kind) || (old === '') === (next === '')) return false
  const word = (old || next).toLowerCase()
  const alike = all.filter((other) => other.kind === kind && (other.old || other.next).toLowerCase() === word)
  const [gone, come] = [alike.filter((other) => other.next === ''), alike.filter((other) => other.old === '')]
  if (gone.length !== come.length || alike.length !== gone.length + come.length) return false
  const words = new Set(all.filter((other) => other.kind === kind).map((other) => (other.old || other.next).toLowerCase()))
  const order = ({ tokens }: Change['old']) =>
    tokens.flatMap(({ key }) => (words.has(key.toLowerCase()) ? [key.toLowerCase()] : [])).join(' ')
  return order(change.old) === order(change.next)
}

/** Words that came or went say no more where a rule names what they do. */
const MATTER: ReadonlySet<ReasonKind> = new Set(['content', 'list'])
const says = (other: Reason, { old, next }: Reason): boolean =>
  other.kind !== 'content' && other.old === old && other.next === next

const DATED: ReadonlySet<string> = new Set(['date', 'number', 'mark'])

/** Whether only figures changed in a line that tells of the text itself: "Last updated: 3 May 2024". */
function isEdition({ next, proof }: Change, open: readonly TokenEdit[]): boolean {
  const text = next.text.toLowerCase().replace(/^[^\p{L}]+/u, '')
  const figures = open.every(({ old, next: came }) => [...old, ...came].every(({ kind }) => DATED.has(kind)))
  return figures && proof.words.edition.some((cue) => text.startsWith(cue)) && next.tokens.length <= SHORT
}
/** Words of a line that says no more than its date. */
const SHORT = 14

const wording = ({ old, next }: Change, edit: Change['edits'][number]['edit']): Reason => ({
  kind: 'wording',
  old: old.text.slice(...edit.old).trim(),
  next: next.text.slice(...edit.next).trim(),
})

function unique(found: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>()
  return found
    .filter(({ kind, old, next }) => {
      const name = [kind, old, next].join('\n')
      return !seen.has(name) && seen.add(name)
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}
