import type { TokenEdit } from '../compare/index.js'
import { oneOf, stem, wordsOf as wordsOfText } from '../language/index.js'
import { append, maximum } from '../model/index.js'
import { type ProofKind, prove } from '../prove/index.js'
import { conditionsIn } from './asked.js'
import { ledgerOf } from './carried.js'
import { type ChangedWords, type ReasonRule, wordsOf } from './change.js'
import { contentRules } from './content.js'
import { hasEvidence } from './evidence.js'
import { meaningRules } from './meaning.js'
import { REASONS, type Reason, type ReasonKind, SIGNIFICANCES, type Significance } from './reasons.js'
import { slotReasons } from './slots.js'
import { untoldIn } from './untold.js'
import { valueRules } from './values.js'
import { type Affords, workOf } from './work.js'

export type { ChangedWords } from './change.js'
export { REASONS, type Reason, type ReasonKind, SIGNIFICANCES, type Significance } from './reasons.js'
export { type Affords, affording, workBeside } from './work.js'

/** Every rule that finds a change of meaning, gravest first. */
export const RULES_OF_CHANGE: readonly ReasonRule[] = [...meaningRules, ...valueRules, ...contentRules]

const TYPOGRAPHICAL: ReadonlySet<ReasonKind> = new Set(['notation', 'grammar', 'spelling', 'punctuation', 'typography', 'markup'])
const EDITORIAL: ReadonlySet<ReasonKind> = new Set([
  'split',
  'merged',
  'moved',
  'edition',
  'contents',
  'renamed',
  'order',
  'synonym',
  'inclusive',
  'abbreviation',
  'renumbering',
])
const TO_READ: ReadonlySet<ReasonKind> = new Set(['wording', 'length', 'replaced', 'level', 'link'])

/** What a reason makes of a change. */
export const significanceOf = (kind: ReasonKind): Significance =>
  TYPOGRAPHICAL.has(kind) ? 'typographical' : EDITORIAL.has(kind) ? 'editorial' : TO_READ.has(kind) ? 'to-read' : 'substantive'

/** The gravest of several. */
export const gravest = (levels: readonly Significance[]): Significance =>
  SIGNIFICANCES[Math.max(0, maximum(levels.map((level) => SIGNIFICANCES.indexOf(level))))] as Significance

const ORDER = Object.keys(REASONS)

/** What is a rule in a clause and only another title in a heading. */
const NAMES: ReadonlySet<ReasonKind> = new Set(['addressee', 'term', 'scope', 'content', 'list', 'name', 'binding'])

/**
 * Words of one edit up to which it is judged: five full pages that were written anew. More are what two texts were not compared word for word
 * in, and every rule would hold each against all others.
 */
const MOST_TOKENS = 2_000

/** Words of one clause, up to which it is judged: fifty full pages in one table. Every rule looks at the whole clause for every edit. */
const MOST_TOKENS_AROUND = 20_000

/**
 * Why a change of words matters, or why it does not, gravest first, each reason once. First every edit is tried to be proved harmless;
 * only what is left is looked at for reasons. What is left without one is to be read.
 */
export const judge = (change: ChangedWords, affords: Affords): readonly Reason[] =>
  change.heading && isSameTitle(change)
    ? change.edits.map((edit) => wordsOf(change, edit, 'synonym'))
    : reasonsOf(change, provedOf(change, affords))

function reasonsOf(change: ChangedWords, known: ReturnType<typeof provedOf>): readonly Reason[] {
  if (!known) return unique(change.edits.map((edit) => wordsOf(change, edit, 'length')))
  const { harmless, open, read, edition } = known
  if (open.length === 0) return unique(harmless)
  if (edition) return unique([wordsOf(change, edition, 'edition'), ...harmless])
  const ruling = open.filter((edit) => !isRemark(edit, change))
  const left = { ...change, ...ledgerOf(ruling, change, read), read }
  // Each once before evidence is looked for: that looks at the whole clause for every reason.
  const grave = unique(
    RULES_OF_CHANGE.filter(({ kind }) => !change.heading || !NAMES.has(kind)).flatMap((rule) => rule.find(left)),
  )
  const told = grave.filter(
    (reason) =>
      hasEvidence(reason, left) &&
      !grave.some((other) => isHalfOf(reason, other)) &&
      (!MATTER.has(reason.kind) || !grave.some((other) => other !== reason && says(other, reason))),
  )
  if (!change.heading && !change.defines)
    append(
      told,
      slotReasons(left).filter((reason) => !MATTER.has(reason.kind) || !told.some((other) => says(other, reason))),
    )
  // What matters for one reason may hold another change that nobody would look for once the first is named.
  const isKnown = told.some(({ kind }) => significanceOf(kind) === 'substantive')
  if (isKnown && !told.some(({ kind }) => kind === 'condition' || kind === 'exception')) append(told, conditionsIn(open, change))
  const unknown = isKnown ? untoldIn(change, open, told) : open.map((edit) => wordsOf(change, edit, 'wording'))
  return unique([...told, ...unknown, ...harmless])
}

/** What of a change is proved harmless, as the reasons for it, and what is left: nothing more is said of a change that is too long. */
function provedOf(change: ChangedWords, affords: Affords) {
  const around = Math.max(change.old.tokens.length, change.next.tokens.length)
  if (around > MOST_TOKENS_AROUND || change.edits.some(({ old, next }) => Math.max(old.length, next.length) > MOST_TOKENS))
    return undefined
  if (!affords(workOf(change))) return undefined
  const { proved, open, read } = prove(change, change.edits, change.proof)
  const harmless = [...proved].flatMap(([{ edit }, kinds]) =>
    kinds.map(
      (kind: ProofKind): Reason => ({
        kind,
        old: change.old.text.slice(...edit.old).trim(),
        next: change.next.text.slice(...edit.next).trim(),
      }),
    ),
  )
  return { harmless, open, read, edition: open.length > 0 && isEdition(change, open) ? open[0] : undefined }
}

/** Whether all of a change is harmless, the words of each edit that is, and, where they are asked, the reasons for the rest. */
export function harmlessIn(change: ChangedWords): {
  readonly all: boolean
  readonly words: readonly Reason[]
  readonly reasons: () => readonly Reason[]
} {
  const known = provedOf(change, () => true)
  return {
    all: known !== undefined && (known.open.length === 0 || known.edition !== undefined),
    words: known?.harmless ?? [],
    reasons: () => reasonsOf(change, known),
  }
}

const isThat = oneOf('that')

/** Whether what came or went is a remark on the rule: it may be observed in this connection that …. */
const isRemark = ({ old, next }: TokenEdit, { proof: { words } }: ChangedWords): boolean => {
  const [tokens, other] = old.length > 0 ? [old, next] : [next, old]
  const last = tokens.at(-1)?.key ?? ''
  return other.length === 0 && isThat(last, words) && tokens.some(({ key }) => words.remarks.has(key.toLowerCase()))
}

/** Whether two titles say the same over any text: by the list, or as one thing for many: Examples, Example. A title rules nothing. */
function isSameTitle({ old, next, lang, proof: { words } }: ChangedWords): boolean {
  const wordsIn = ({ tokens }: ChangedWords['old']) => tokens.map(({ key }) => key.toLowerCase())
  const [was, is] = [wordsIn(old), wordsIn(next)]
  const [title, other] = [was, is].map((list) => words.headings.get(list.join(' ')))
  const isForm = (word: string, k: number) =>
    word === is[k] || (/^\p{L}{4,}$/u.test(word) && stem(word, lang) === stem(is[k] ?? '', lang))
  return (title !== undefined && title === other) || (was.length === is.length && was.every(isForm))
}

/** Words that came or went say no more where a rule names what they do. */
const MATTER: ReadonlySet<ReasonKind> = new Set(['content', 'list'])
const says = (other: Reason, { kind, old, next }: Reason): boolean =>
  (other.kind !== 'content' && other.old === old && other.next === next) ||
  (kind === 'list' && BOUNDS.has(other.kind) && opens(other.old, old) && opens(other.next, next))
/** "Member" came, where "club" became "member" is told. */
const isHalfOf = ({ kind, old, next }: Reason, other: Reason): boolean =>
  kind === other.kind &&
  ((old === '' && other.old !== '' && next === other.next) || (next === '' && other.next !== '' && old === other.old))
/** "Unless …", "met uitzondering van …": what such words open is no member of a list. */
const BOUNDS: ReadonlySet<ReasonKind> = new Set(['condition', 'exception'])
const OPENING = 3
const opens = (word: string, words: string): boolean =>
  word === '' ? words === '' : wordsOfText(words).slice(0, OPENING).includes(word.toLowerCase())

const DATED: ReadonlySet<string> = new Set(['date', 'number', 'mark'])

/**
 * Whether only figures changed in a line that tells of the text itself: "Last updated: 3 May 2024", or right behind the words that say when it was
 * last changed: "This notice was last updated on 3 May 2024."
 */
function isEdition({ next, proof }: ChangedWords, open: readonly TokenEdit[]): boolean {
  const text = next.text.toLowerCase().replace(/^[^\p{L}]+/u, '')
  const figures = open.every(({ old, next: came }) => [...old, ...came].every(({ kind }) => DATED.has(kind)))
  if (!figures) return false
  const isLine = proof.words.edition.some((cue) => text.startsWith(cue)) && next.tokens.length <= SHORT
  return isLine || open.every(({ edit }) => isSaidOfText(next.text.toLowerCase().slice(0, edit.next[0]), proof.words))
}
/** Words of a line that says no more than its date. */
const SHORT = 14

/** Whether a sentence so far says of its own text when it was last changed: "this notice was last updated on". */
function isSaidOfText(before: string, { edited, ownText }: ChangedWords['proof']['words']): boolean {
  const sentence = before.slice(before.lastIndexOf('. ') + 1).trim()
  const [first = '', ...others] = sentence.split(/\s+/)
  const cue = edited.find((words) => sentence.endsWith(` ${words}`))
  return (
    cue !== undefined && ownText.has(first) && others.length - cue.split(' ').length <= LONGEST_TITLE && !sentence.includes(',')
  )
}
/** Words by which a text calls itself. */
const LONGEST_TITLE = 3

function unique(found: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>()
  return found
    .filter(({ kind, old, next }) => {
      const name = [kind, old, next].join('\n')
      return !seen.has(name) && seen.add(name)
    })
    .sort(gravestFirst)
}

/** The order in which reasons are told. */
export const gravestFirst = (a: Reason, b: Reason): number => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)
