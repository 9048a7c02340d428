import { asOne, between, cellByCell, diffTexts, type TextDiff, type Token, type Tokenised } from '../compare/index.js'
import { type Affords, type ChangedWords, gravest, judge, type Reason, significanceOf } from '../gravity/index.js'
import { type Dictionary, meaningsOf } from '../language/index.js'
import { isLanguage, LANGUAGES, type Language } from '../model/index.js'
import { isTellingTag } from '../prove/index.js'
import { wordTablesOf } from '../rewording/index.js'
import type { Alignment, AlignmentLink, Subject } from './align/index.js'
import { apartByCell } from './cells.js'
import type { Entry, EntryClause, Fate, Side } from './comparison.js'
import { anchorsOf, isOfOtherLevel, tellsLevel } from './contents.js'
import { bare, formReasons, linkReasons } from './form.js'
import { numberOf } from './number.js'
import { placeReasons } from './place.js'
import type { PolicyVocabulary } from './terms.js'

const NO_CHANGE: TextDiff = { edits: [], typography: [], precise: true }

/** What is not marked in detail is not judged either. */
const NOTHING: Affords = () => false

/** The dictionary of a language, read when a changed word asks for it; nothing when there is none. */
export type Dictionaries = (lang: Language) => Dictionary | undefined

/** What is known of both versions wherever a clause of them is judged, and how much may still be judged and marked. */
export interface Judging {
  readonly vocabulary: PolicyVocabulary
  readonly dictionaries: Dictionaries
  readonly affords: Affords
  readonly marks: Affords
}

/** Edits of one comparison, up to which each is marked for itself: twenty on each of five hundred pages. A paper takes a tenth of a millisecond for one. */
export const MOST_EDITS = 10_000

/** What became of the clauses of one link. */
export function entryOf(link: AlignmentLink, alignment: Alignment, a: Side, b: Side, judging: Judging): Entry {
  const olds = link.old.map((i) => alignment.old[i] as Subject)
  const nexts = link.next.map((j) => alignment.next[j] as Subject)
  const fields = { moved: link.moved, old: olds.map(pieceOf(numberOf(a))), next: nexts.map(pieceOf(numberOf(b))) }
  const [first, other] = [olds[0], nexts[0]]
  const { isLine, follows } = anchorsOf(alignment)
  const lists = olds.every((each) => isLine(each, 'old')) && nexts.every((each) => isLine(each, 'next'))
  if (!first || !other) return alone(first ? 'removed' : 'added', (first ?? other) as Subject, fields, lists)

  const exact = differenceOf(olds, nexts)
  const marked = judging.marks(exact.edits.length)
  const diff = marked ? exact : asOne(exact, tokenised(olds), tokenised(nexts))
  // Where no mark closes a part, that it ends there is another thing to judge.
  const open = [olds, nexts].some((subjects) => subjects.some((_, at) => at > 0 && isOpenBefore(subjects, at)))
  const fate: Fate = nexts.length > 1 ? 'split' : olds.length > 1 ? 'merged' : diff.edits.length > 0 ? 'edited' : 'unchanged'
  const renumbered = numberOf(a)(first) !== numberOf(b)(other)
  const reasons = [
    ...(diff.edits.length > 0 || open
      ? judged(olds, nexts, diff, languageOf(other, b), marked ? judging : { ...judging, affords: NOTHING })
      : []),
    ...(fate === 'split' || fate === 'merged' ? [bare(fate)] : []),
    ...placeReasons(link.moved, first, other, alignment, languageOf(other, b)),
    ...(!link.moved && isOfOtherLevel(first, other, alignment) ? [bare(tellsLevel(first, other) ? 'markup' : 'level')] : []),
    ...(fate === 'unchanged' ? formReasons(first, other, diff, [a, b], follows) : linkReasons(first, other, [a, b], follows)),
  ]
  const told = lists && reasons.length > 0 ? [bare('contents')] : reasons
  const significance = gravest(told.map(({ kind }) => significanceOf(kind)))
  return {
    fate,
    ...fields,
    renumbered,
    significance: significance !== 'none' && [...olds, ...nexts].every(isWordless) ? 'typographical' : significance,
    reasons: told,
    edits: diff.edits.map(({ edit }) => edit),
    typography: diff.typography,
    precise: diff.precise,
  }
}

/** Why clauses of both versions differ as one text each. */
export function reasonsTogether(
  olds: readonly Subject[],
  nexts: readonly Subject[],
  side: Side,
  judging: Judging,
): readonly Reason[] {
  const diff = diffTexts(tokenised(olds), tokenised(nexts))
  return judged(olds, nexts, diff, languageOf(nexts[0] as Subject, side), judging)
}

/** The reasons for a change of words, with all that its rules and proofs may ask for. */
function judged(
  olds: readonly Subject[],
  nexts: readonly Subject[],
  { edits }: TextDiff,
  lang: Language,
  { vocabulary, dictionaries, affords }: Judging,
): readonly Reason[] {
  const [first, other] = [olds[0] as Subject, nexts[0] as Subject]
  const [old, next] = [closed(olds), closed(nexts)]
  const change: ChangedWords = {
    heading: first.section && other.section,
    old,
    next,
    edits: cellByCell(edits, old, next),
    lang,
    proof: {
      words: wordTablesOf(lang),
      dictionary: () => dictionaries(lang),
      uses: vocabulary.uses,
      terms: vocabulary.terms(),
      tellsApart: vocabulary.tellsApart,
      abbreviations: vocabulary.abbreviations(),
      renamed: vocabulary.renamed(),
      follows: vocabulary.follows,
    },
    defines: vocabulary.defines(first) || vocabulary.defines(other),
  }
  return apartByCell(judge(change, affords), change)
}

/** A clause that shows no words and no number: a mark of HTML, a comment, a line of stars. */
const isWordless = ({ label, tokens }: Subject): boolean =>
  label === 0 && tokens.every(({ kind, key }) => (kind === 'mark' && !isTellingTag(key)) || kind === 'break')

/** A clause that came or went. A heading alone rules nothing, nor does a picture, and a line of a list of contents follows its heading. */
function alone(
  fate: 'added' | 'removed',
  subject: Subject,
  fields: Pick<Entry, 'moved' | 'old' | 'next'>,
  lists: boolean,
): Entry {
  const reason = fate === 'added' ? { kind: fate, old: '', next: subject.text } : { kind: fate, old: subject.text, next: '' }
  const isShown = subject.section || subject.tokens.every(({ kind }) => kind === 'mark' || kind === 'break')
  const significance = isWordless(subject) ? 'typographical' : lists ? 'editorial' : isShown ? 'to-read' : 'substantive'
  const reasons = lists ? [bare('contents')] : [reason]
  return { fate, ...fields, renumbered: false, significance, reasons, edits: [], typography: [], precise: true }
}

const pieceOf =
  (number: (subject: Subject) => string | undefined) =>
  (subject: Subject): EntryClause => {
    const printed = number(subject)
    return {
      clause: subject.clause,
      ...(subject.id === undefined ? {} : { id: subject.id }),
      ...(printed === undefined ? {} : { number: printed }),
      line: subject.clause.node.place.line,
      text: subject.text,
      label: subject.label,
    }
  }

function differenceOf(olds: readonly Subject[], nexts: readonly Subject[]): TextDiff {
  const [first, other] = [olds[0] as Subject, nexts[0] as Subject]
  if (olds.length > 1 || nexts.length > 1) return diffTexts(tokenised(olds), tokenised(nexts))
  if (first.text === other.text) return NO_CHANGE
  if (first.key === other.key || (first.kind !== other.kind && isSetAlike(first, other)))
    return { ...NO_CHANGE, typography: between(first.text, other.text, []) }
  return diffTexts(first, other)
}

/** Whether one is a block of HTML that only sets the words of the other. */
const isSetAlike = (a: Subject, b: Subject): boolean =>
  (a.kind === 'verbatim' || b.kind === 'verbatim') && a.title !== '' && a.title === b.title

/** Several clauses as one text, with a line end between them, which is no token. */
function tokenised(subjects: readonly Subject[]): Tokenised {
  const [only] = subjects
  if (only && subjects.length === 1) return only
  let at = 0
  const tokens = subjects.flatMap((subject) => {
    const start = at
    at += subject.text.length + 1
    return subject.tokens.map((token) => ({ ...token, from: token.from + start, to: token.to + start }))
  })
  return { text: subjects.map(({ text }) => text).join('\n'), tokens }
}

/** The same with a stop where a clause ends that no mark closes: "dogs ⏎ trainers" are no "dogs trainers". */
function closed(subjects: readonly Subject[]): Tokenised {
  const { text, tokens } = tokenised(subjects)
  let end = subjects[0]?.text.length ?? 0
  let from = subjects[0]?.tokens.length ?? 0
  const parts: Token[][] = [tokens.slice(0, from)]
  for (let at = 1; at < subjects.length; at++) {
    const subject = subjects[at] as Subject
    if (isOpenBefore(subjects, at)) parts.push([{ kind: 'mark', key: '.', from: end, to: end + 1 }])
    parts.push(tokens.slice(from, from + subject.tokens.length))
    from += subject.tokens.length
    end += subject.text.length + 1
  }
  return { text, tokens: parts.flat() }
}

/** Whether the clause before one is not closed, by a mark or a word that joins, and this does not go on with its sentence. */
function isOpenBefore(subjects: readonly Subject[], at: number): boolean {
  const [before, next] = [subjects[at - 1] as Subject, subjects[at] as Subject]
  const last = before.tokens.at(-1)
  const goesOn = next.kind === 'paragraph' && /^\p{Ll}/u.test(next.text.slice(next.label))
  return last !== undefined && !goesOn && !CLOSES.test(last.key) && !isJoining(last.key.toLowerCase())
}
const CLOSES = /^[.;:!?,]$/
const isJoining = (word: string): boolean => LANGUAGES.some((lang) => meaningsOf('joins', lang).has(word))

const languageOf = ({ clause: { node } }: Subject, { policy }: Side): Language => {
  const own = node.type === 'note' ? undefined : node.attributes.values.lang
  return isLanguage(own) ? own : policy.metadata.lang
}
