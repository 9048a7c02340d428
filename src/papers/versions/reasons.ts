import type { Edit } from '../../compare/index.js'
import { isFunctionWord, isLightWord, isVerbSecond, meaningsOf, quantifierOf, wordsOf } from '../../language/index.js'
import type { Language } from '../../model/index.js'
import { clipped } from '../../model/index.js'
import { type Modality, modalityOf } from '../../norms/index.js'
import type { Wording } from '../../present/index.js'
import { wordTablesOf } from '../../rewording/index.js'
import type { Entry, EntryClause, Reason, ReasonKind } from '../../versions/index.js'

/** Longer words of a reason are cut off: the clause itself stands beside it. */
const MOST = 60
/** More words of one kind say no more: the clause was written anew. */
const WORDS = 2

/** The author's explanation; that it was given for other words where it was, and what the author calls a change of which that is not proved. */
export function whyText(
  { why, whyOfOthers, called }: Pick<Entry, 'why' | 'whyOfOthers' | 'called'>,
  wording: Wording,
): string | undefined {
  if (called !== undefined)
    return wording('versions.called', { level: wording(`versions.significance.${called}`), why: why ?? '' })
  return why === undefined || whyOfOthers === undefined ? why : wording('versions.why-of-others', { why })
}

/** Why a change matters, gravest first, each kind once: "van toegestaan naar verboden", "termijn: “5” wordt “10”". */
export function reasonTexts(entry: Entry, wording: Wording, lang: Language): string[] {
  const shift = modalityShift(entry, wording, lang)
  const kinds = new Map<ReasonKind, Reason[]>()
  const full = entry.reasons.map((reason) => withUnit(reason, entry, lang))
  for (const reason of full) {
    const told =
      reason.kind === 'author' ||
      (shift !== undefined && (reason.kind === 'norm' || reason.kind === 'negation')) ||
      (reason.kind === 'negation' && entry.reasons.some((norm) => norm.kind === 'norm' && holdsWords(norm, reason))) ||
      (reason.kind === 'wording' && full.some((counted) => COUNTED.has(counted.kind) && holdsWords(counted, reason)))
    if (!told) kinds.set(reason.kind, [...(kinds.get(reason.kind) ?? []), reason])
  }
  return [...(shift === undefined ? [] : [shift]), ...[...kinds].map(([kind, reasons]) => kindText(kind, reasons, wording))]
}

/** Whether the words of a reason stand among those of another: "mogen … geen" tells of "geen". */
const holdsWords = (whole: Reason, part: Reason): boolean =>
  [[whole.old, part.old] as const, [whole.next, part.next] as const].every(
    ([words, some]) => some === '' || ` ${words} `.includes(` ${some} `),
  )

/** Kinds of reasons that are a number, which says little without what it counts. */
const COUNTED: ReadonlySet<ReasonKind> = new Set(['number', 'amount', 'period'])

/** A number with the word behind it, where that is the same in both versions and was left out because it is: "acht" weken. */
function withUnit(reason: Reason, { old, next, edits }: Entry, lang: Language): Reason {
  const [before, after] = [old[0]?.text, next[0]?.text]
  if (!COUNTED.has(reason.kind) || reason.old === '' || reason.next === '' || before === undefined || after === undefined)
    return reason
  const wordsAt = (one: Edit) => ({ ...reason, old: before.slice(...one.old).trim(), next: after.slice(...one.next).trim() })
  const isShort = ({ old: was, next: is }: Reason): boolean => Math.max(wordsOf(was).length, wordsOf(is).length) <= PHRASE
  // "One" that becomes "half a" is more than one word.
  const edit =
    edits.find((one) => before.slice(...one.old) === reason.old && after.slice(...one.next) === reason.next) ??
    edits.find((one) => isShort(wordsAt(one)) && holdsWords(wordsAt(one), reason))
  if (!edit) return reason
  const [was, is] = [unitOf(before.slice(edit.old[1]), lang), unitOf(after.slice(edit.next[1]), lang)]
  const unit = was === is ? is : ''
  return { ...reason, old: wordsAt(edit).old + unit, next: wordsAt(edit).next + unit }
}

/** Words of a number that is told with all of them: "half a", "anderhalve". */
const PHRASE = 3

/** The word behind a number, in letters of the same sentence, and the one behind that. */
const UNIT = /^([ \u00a0]\p{Ll}+(?:[’']\p{Ll}+)?)(?!\p{L})([ \u00a0]\p{Ll}+(?!\p{L}))?/u
// "working days of the term" and its like; a unit stands directly behind its number.
const LONGEST = 24

/** What a number counts: weeks; a year, per pupil. A small word behind it that goes on with the sentence is none. */
function unitOf(behind: string, lang: Language): string {
  const [, first = '', second = ''] = UNIT.exec(behind.slice(0, LONGEST)) ?? []
  const each = ['1', 'per'].includes(quantifierOf(first.trim(), lang) ?? '')
  if (each) return second === '' || isFunctionWord(second.trim()) ? '' : first + second
  // "School days", "working days": the kind of day alone counts nothing.
  const isKind = meaningsOf('dayKinds', lang).has(first.trim()) && meaningsOf('periods', lang).has(second.trim())
  if (isKind) return first + second
  return isCounted(first.trim(), lang) ? first : ''
}

/** Whether a word behind a number may be what is counted: "16 weeks", and not "over 16 need". English has an ending for many. */
function isCounted(word: string, lang: Language): boolean {
  if (UNITS.some((list) => meaningsOf(list, lang).has(word))) return true
  if (isLightWord(word) || wordTablesOf(lang).sameNorm.has(word)) return false
  return isVerbSecond({ lang }) || word.endsWith('s')
}
const UNITS = ['periods', 'dayKinds', 'measures'] as const

function kindText(kind: ReasonKind, reasons: readonly Reason[], wording: Wording): string {
  const name = wording(`versions.reason.${kind}`)
  const worded = reasons.filter(({ old, next }) => old !== '' || next !== '')
  if (kind === 'added' || kind === 'removed' || worded.length === 0) return name
  const [only] = worded
  if (only && worded.length === 1) return told('versions.reason', only, wording, name)
  const parts = [...new Set(worded.map((reason) => told('versions.words', reason, wording, name)))]
  return `${name}: ${parts.slice(0, WORDS).join(', ')}${parts.length > WORDS ? ' …' : ''}`
}

function told(key: string, { old, next }: Reason, wording: Wording, name: string): string {
  const happened = old !== '' && next !== '' ? 'changed' : next !== '' ? 'came' : 'gone'
  return wording(`${key}-${happened}`, { name, old: clipped(old, MOST), next: clipped(next, MOST) })
}

/** What a clause that was reworded allows, asks or forbids, when that is another than before. */
function modalityShift(entry: Entry, wording: Wording, lang: Language): string | undefined {
  const shift = shiftOf(entry, lang)
  return (
    shift &&
    wording('versions.reason-modality', {
      old: wording(`versions.modality.${shift.old}`),
      next: wording(`versions.modality.${shift.next}`),
    })
  )
}

/** The two, as `MODALITIES` names them. */
export function shiftOf(entry: Entry, lang: Language): { readonly old: Modality; readonly next: Modality } | undefined {
  const [before, after] = [entry.old[0], entry.next[0]]
  if (!before || !after || !entry.reasons.some(({ kind }) => kind === 'norm' || kind === 'negation')) return undefined
  const [old, next] = [modality(before, lang), modality(after, lang)]
  if (old === next || old === 'statement' || next === 'statement') return undefined
  // "Gets a fine", "gets no fine": nobody is obliged or forbidden, what is denied tells it.
  const isNorm = entry.reasons.some(({ kind }) => kind === 'norm') || [before, after].some((clause) => hasModal(clause, lang))
  return isNorm ? { old, next } : undefined
}

/** Whether a clause says by a word for it what must, may or must not be. */
const hasModal = ({ text, label }: EntryClause, lang: Language): boolean =>
  wordsOf(text.slice(label)).some((word) => meaningsOf('modals', lang).has(word.toLowerCase()))

const modality = ({ text, label }: EntryClause, lang: Language) => modalityOf(text.slice(label), lang)
