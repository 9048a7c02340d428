import type { Language } from '../model/index.js'
import type { Lexicon } from './lexicon.js'
import type { Modality } from './stance.js'
import type { View } from './view.js'
import type { Word } from './words.js'

/** What a rule finds: the norm and the words that make it. */
export interface NormReading {
  readonly modality: Modality
  readonly cue: readonly Word[]
}

/** One way in which a sentence makes a norm, or makes none. The examples are executed by the tests and are its documentation. */
export interface NormRule {
  readonly name: string
  /** Sentences this rule decides, with what it makes of them. */
  readonly examples: { readonly [lang in Language]?: readonly (readonly [modality: Modality, text: string])[] }
  /** It shows in the form of the sentence alone: a list item whose lead-in makes a norm is read by that first. */
  readonly weak?: true
  /** Its sentences look like the end of another: below "Staff may not:" "use the lift" is what they may not, and no command. */
  readonly completes?: true
  readonly read: (view: View) => NormReading | undefined
}

export const make = (modality: Modality, ...cue: readonly (Word | undefined)[]): NormReading => ({
  modality,
  cue: cue.filter((word) => word !== undefined),
})

/** What is allowed: under a condition where one narrows it, or only so; forbidden where it is denied, unless an exception stands beside. */
export function permission(view: View, word: Word): NormReading {
  const { negation, only, exception } = view
  if (negation) return denied(view, word)
  const alone = notAlone(view)
  if (alone) return make('prohibition', word, alone)
  if (only) return make('conditional-permission', only, word)
  return make(
    exception || isNarrowed(view) || view.condition?.consent || view.main.some(isProviso)
      ? 'conditional-permission'
      : 'permission',
    word,
  )
}

/** "Mag niet alleen op pad" denies; "niet alleen op zondag, maar ook …" adds. */
const notAlone = ({ main, all }: View): Word | undefined =>
  all.some(({ key }) => /^(?:maar|ook|tevens)$/.test(key))
    ? undefined
    : main.find((word, at) => word.key === 'niet' && word.is.has('neither') && main[at + 1]?.key === 'alleen')

/** Whether what is free is so under a condition only: one that stands behind it, "mits" wherever it stands, or "na overleg". */
export const isNarrowed = ({ condition, lexicon, main, narrowed }: View): boolean =>
  narrowed ||
  (condition !== undefined && (condition.strict || (!condition.fronted && (condition.proviso || lexicon.verbSecond)))) ||
  main.some((word) => isProviso(word) && !word.is.has('quota'))
// "Maximaal" and "na overleg" narrow where they stand; "once" that opens no condition only counts.
const isProviso = ({ is }: Word): boolean => is.has('proviso') && !is.has('condition')

/** What may not be: forbidden, or allowed under a condition where an exception or consent stands beside it. */
export function denied({ negation, exception, condition, only, all }: View, word: Word): NormReading {
  // "Geen laptop zolang de borg niet is betaald", "not before it is paid": once it is, there is one.
  const until =
    (condition &&
      !condition.fronted &&
      all.some(({ is, from, to }) => is.has('negation') && from >= condition.from && to <= condition.to)) ||
    all.some((one, at) => negation && one.from > negation.from && opensBefore(one, () => all.slice(at + 1, at + 1 + CLAUSE)))
  const open = until || exception || condition?.consent || condition?.strict || (only && negation && only.from < negation.from)
  return make(open ? 'conditional-permission' : 'prohibition', word, negation)
}

/** Words in which a clause behind "before" has its verb; "before a trip" has none. */
const CLAUSE = 6
const opensBefore = ({ key }: Word, after: () => readonly Word[]): boolean =>
  key === 'voordat' ||
  key === 'alvorens' ||
  (key === 'before' && after().some(({ is, key: next }) => is.has('copula') || /^ha(?:s|ve)$/.test(next)))

/** What is done to things in the plain present: asked for, forbidden, or under a condition. */
export function course(view: View, verb: Word): NormReading {
  const { negation, only, condition, exception } = view
  if (negation) return denied(view, verb)
  const leads = only !== undefined && (view.main[0] === only || (!view.lexicon.verbSecond && view.main.at(-1) === only))
  if (only && (condition || exception || leads || narrows(view, only))) return make('conditional-permission', verb, only)
  return make(condition?.fronted && isByLeave(view) ? 'conditional-permission' : 'obligation', verb)
}

/** Whether a sentence opens with somebody's leave: "met toestemming van de arts blijft een ouder slapen". */
const isByLeave = ({ all }: View): boolean =>
  /^(?:met|with)$/.test(all[0]?.key ?? '') &&
  all.slice(1, LEAVE).some(({ key }) => /^(?:toestemming|goedvinden|permission|consent)$/.test(key))
/** Words in which it is named so: "with the prior written permission". */
const LEAVE = 6

/** Whether "only" stands before what it narrows the act to: "alleen voor", "only with". */
export const narrows = ({ all }: View, only: Word): boolean => {
  const at = all.indexOf(only)
  return all
    .slice(at + 1, at + 3)
    .some(({ is }) => is.has('narrow') || is.has('by') || (is.has('proviso') && !is.has('condition')))
}

/** Whether what is done only describes: in English the word after the auxiliary says so, in Dutch the one at the end. */
export function describes({ main, lexicon }: View, auxiliary?: Word): boolean {
  const at = auxiliary ? main.indexOf(auxiliary) : -1
  const near = at < 0 ? [] : main.slice(at + 1, at + 4)
  const acts = main.slice(0, Math.max(at, 0) + 3).some((_, n) => isActor(main, n))
  if (at >= 0 && !acts && !auxiliary?.is.has('passive') && isQuality(main, at, lexicon)) return true
  const verbs = [...near, ...(lexicon.verbSecond ? main.slice(-2) : [])]
  // "Kalk kan leidingen aantasten" tells what comes of it; whoever "kan helpen" may.
  return verbs.some(({ is }) => is.has('descriptive') || (is.has('effect') && at >= 0 && !acts))
}

/** Whether somebody stands there, and not to say where or whose something is: "drukte op de afdeling". */
const isActor = (main: readonly Word[], at: number): boolean =>
  (main[at]?.is.has('actor') ?? false) &&
  !main.slice(Math.max(0, at - 2), at).some(({ is }) => is.has('at') || is.has('of') || is.has('by') || is.has('concerning'))

/** Whether a thing can be so or so: "can be slippery", "kan druk zijn". */
function isQuality(main: readonly Word[], at: number, { verbSecond }: Lexicon): boolean {
  if (!verbSecond)
    return (
      main[at + 1]?.key === 'be' &&
      /(?:y|ous|ful|al|ive|ic|ish|difficult|hard|slow|long|high|low|hot|cold|loud)$/.test(main[at + 2]?.key ?? '')
    )
  const be = main.findIndex(({ key }, n) => n > at + 1 && (key === 'zijn' || (key === 'worden' && main[n - 2]?.key === 'te')))
  return be > 0 && /^(?!ge|aan)\p{L}+$/u.test(main[be - 1]?.key ?? '') && !main[be - 1]?.is.has('allowed')
}

/** What stands before an infinitive. */
export const INFINITIVE: ReadonlySet<string> = new Set(['to', 'te'])
