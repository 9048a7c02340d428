import { isFunctionWord, isLightWord, stem, wordsOf, wordsOfAll } from '../language/index.js'
import { kinship } from '../language/kindred/index.js'
import type { Language } from '../model/index.js'
import { actorIn, deciderIn, isAnybody, isReceiving, isServed, isUnneeded, recipientIn } from '../norms/index.js'
import type { Difference, RuleSentence, Value } from './types.js'
import { isBeside, measureOf } from './values.js'

/** A difference before it is known between which sentences. */
export type Found = Pick<Difference, 'kind' | 'words'>

/** Shared words from which what one asks and the other forbids is held to be one act. */
const ONE_ACT = 0.25
/** Shared content words of two conditions from which they are one. */
const ONE_CONDITION = 0.75

/** What one school asks, forbids or allows where the other does not. A statement asks nothing, so that it contradicts nothing. */
export function compareStances(
  a: RuleSentence,
  b: RuleSentence,
  { alike, oneAct, lang }: { readonly alike: number; readonly oneAct: boolean; readonly lang: Language },
): readonly Found[] {
  const stances = new Set([a.stance, b.stance])
  if (stances.size === 1 || stances.has('statement')) return []
  const words: Found['words'] = [cueOf(a), cueOf(b)]
  if (stances.has('permission') && stances.has('conditional-permission')) return [{ kind: 'condition', words }]
  if (!stances.has('prohibition')) {
    // What those who are served may ask for, and what is then done for them, are two acts.
    if (stances.has('permission') && stances.has('obligation') && serves(a, b, lang)) return []
    // "Meldt" and "doet alleen … als" may be one duty from two sides.
    if (stances.has('obligation') && stances.has('conditional-permission') && alike < ONE_ACT && !oneAct) return []
    return [{ kind: 'stance', words }]
  }
  // "Houdt geheim" and "deelt niet" are one rule: a duty and a ban oppose each other only in the same words.
  if ((stances.has('obligation') || stances.has('recommendation')) && alike < ONE_ACT) return []
  if ([a, b].some(isConsequence)) return []
  // What need not be may still be forbidden.
  if ([a, b].some(({ stance, stances: [first] }) => stance === 'permission' && isUnneeded(first?.cue ?? '', lang))) return []
  return [{ kind: 'opposed', words }]
}

/** What is done to whoever does something: "Wie rookt, wordt geschorst" forbids no less than a ban on smoking does. */
const isConsequence = ({ stance, text, stances: [first] }: RuleSentence): boolean =>
  stance === 'obligation' && PASSIVE.test(first?.cue ?? '') && WHOEVER.test(text)
const WHOEVER = /^(?:\d+(?:\.\d+)*\.?\s+)?(?:wie|degene|whoever|anyone|any\s\p{L}+\swho|\p{L}+\sdie)\b/iu

/** Whether what one allows those an organisation works for, another must do, or the other way round: then they are two acts. */
function serves(a: RuleSentence, b: RuleSentence, lang: Language): boolean {
  const [allowed, bound] = a.stance === 'permission' ? [a, b] : [b, a]
  const works = (who: string | undefined): boolean => who !== undefined && !isServed(who, lang) && !isAnybody(who, lang)
  const served = (who: string | undefined): boolean => who !== undefined && isServed(who, lang)
  // Of what is done to pupils they are not whom it binds: "worden naar leerlingen toe maatregelen genomen".
  return (served(allowed.who) && works(bound.who)) || (served(agentOf(bound, lang)) && works(allowed.who))
}

/** The words that make the norm, with the condition they stand under. */
const cueOf = ({ stances: [first], condition, text }: RuleSentence): string => {
  if (first === undefined) return text
  return condition === undefined || first.cue.includes(condition) ? first.cue : `${first.cue} … ${condition}`
}

/**
 * Other conditions for one stance: content words that stand in one alone. What is asked must be nearly the same for its cases to be compared. Of one
 * act an exception that one makes stands where the other has neither exception nor condition.
 */
export function compareConditions(
  a: RuleSentence,
  b: RuleSentence,
  { alike, near, oneAct, lang }: Nearness & { readonly alike: number; readonly lang: Language },
): readonly Found[] {
  if (a.stance !== b.stance || a.stance === 'statement') return []
  const excepted = a.exception ?? b.exception
  if (oneAct && excepted !== undefined && (a.condition === undefined || b.condition === undefined))
    return [{ kind: 'condition', words: [a.exception ?? '', b.exception ?? ''] }]
  const least = a.stance === 'conditional-permission' ? 0 : ONE_ACT
  const [one, other] = [a.exception ?? a.condition, b.exception ?? b.condition]
  // What only one of two nearly equal sentences makes hang on something, the other asks always.
  if (near && (one === undefined) !== (other === undefined)) return [{ kind: 'condition', words: [one ?? '', other ?? ''] }]
  if (one === undefined || other === undefined || alike < least) return []
  const [x, y] = [contentOf(one), contentOf(other)]
  // Of nearly the same words each other one counts; else "toestemming" and "goedvinden" are one.
  const isOne = (word: string, theirs: string): boolean =>
    word === theirs || (!near && (stem(word, lang) === stem(theirs, lang) || kinship(word, theirs, lang) === 'same'))
  const shared = [...x].filter((word) => [...y].some((theirs) => isOne(word, theirs))).length
  const apart = x.size + y.size - 2 * shared
  // In nearly the same words, what the one says and the other does not is meant, be it a single word.
  if (near && apart > 0 && shared === Math.min(x.size, y.size)) return [{ kind: 'condition', words: [one, other] }]
  return apart < APART || (2 * shared) / (x.size + y.size) >= ONE_CONDITION ? [] : [{ kind: 'condition', words: [one, other] }]
}

/** Content words that two conditions do not share from which they are two. */
const APART = 2
const contentOf = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).filter((word) => word.length > 3 && !isFunctionWord(word) && !isLightWord(word)))

/** How near two sentences of a row are to each other. */
interface Nearness {
  /** Two versions of one sentence. */
  readonly near: boolean
  /** So sure to be a pair that they are about one act, whatever their words. */
  readonly oneAct: boolean
}

/**
 * Values of one measure that are not the same: what is equal is struck out, what is left is told in order. In nearly the same words any value
 * stands for any. Of one act, two times that are left alone on both sides stand for each other, however they are measured, and so do two counts,
 * whatever they count; an amount that one names stands where the other names no value at all.
 */
export function compareValues(a: RuleSentence, b: RuleSentence, { near, oneAct }: Nearness): readonly Found[] {
  const isEqual = near ? (one: Value, other: Value) => keyOf(one) === keyOf(other) : sameValue
  const left = (from: readonly Value[], by: readonly Value[]): readonly Value[] => {
    const values = [...by]
    return from.filter((value) => {
      const at = values.findIndex((other) => isEqual(value, other))
      if (at >= 0) values.splice(at, 1)
      return at < 0
    })
  }
  // What something is counted in and a number in a name are told where the words are nearly the same.
  const told = ({ values }: RuleSentence): readonly Value[] => (near ? values : values.filter((one) => !isBeside(one)))
  const [ones, others] = [left(told(a), told(b)), [...left(told(b), told(a))]]
  const alone: Value[] = []
  const found = ones.flatMap((one): Found[] => {
    const alike = others.findIndex((other) => measureOf(other) === measureOf(one))
    const at = alike < 0 && near && others.length > 0 ? 0 : alike
    const [other] = at < 0 ? [] : others.splice(at, 1)
    if (other) return [{ kind: 'value', words: [one.text, other.text] }]
    alone.push(one)
    return []
  })
  if (found.length > 0 || near || !oneAct) return found
  const amount = a.stance === 'statement' || b.stance === 'statement' ? undefined : onlyAmount(a, b)
  if (amount) return [amount]
  const single = [isTime, isCount].map((of) => onlyOne(alone.filter(of), others.filter(of))).find((each) => each !== undefined)
  return single && countOf(single[0]) !== countOf(single[1]) ? [{ kind: 'value', words: [single[0].text, single[1].text] }] : []
}

/** The one of each side, where each has one. */
const onlyOne = ([one, ...more]: readonly Value[], [other, ...further]: readonly Value[]): readonly [Value, Value] | undefined =>
  one !== undefined && other !== undefined && more.length + further.length === 0 ? [one, other] : undefined

const isCount = (value: Value): boolean => measureOf(value).startsWith('number')
/** How many a number counts, whatever it counts: "twee mensen" and "twee EHBO'ers" are as many. */
const countOf = (value: Value): string => (isCount(value) ? (value.value.split(' ')[0] as string) : keyOf(value))

/** The one amount of two sentences of which the other names no value. */
function onlyAmount({ values: ones }: RuleSentence, { values: others }: RuleSentence): Found | undefined {
  if (ones.length > 0 && others.length > 0) return undefined
  const [amount, ...more] = [...ones, ...others].filter(({ kind }) => kind === 'amount')
  if (!amount || more.length > 0) return undefined
  return { kind: 'value', words: ones.length > 0 ? [amount.text, ''] : ['', amount.text] }
}

/** A time that is no frequency: how often and how long do not stand for each other. */
const isTime = (value: Value): boolean => (value.kind === 'period' && measureOf(value) !== 'frequency') || value.kind === 'date'

/** Another role that decides, or that does what is asked of both or is told of it where the act is surely one. */
export function compareActors(
  a: RuleSentence,
  b: RuleSentence,
  sameRole: (one: string, other: string) => boolean,
  { lang, oneAct }: { readonly lang: Language; readonly oneAct: boolean },
): readonly Found[] {
  const [decides, too] = [deciderIn(a.text, lang), deciderIn(b.text, lang)]
  const decide = decides !== undefined && too !== undefined
  const isOther = (one: string, other: string): boolean => {
    if (sameRole(one, other) || isServed(one, lang) || isServed(other, lang) || isAnybody(one, lang) || isAnybody(other, lang))
      return false
    // Of two who decide one may be a kind of the other, and the decision be elsewhere all the same.
    const kin = kinship(one, other, lang)
    return kin === undefined || (kin !== 'same' && decide)
  }
  const asked = oneAct && a.stance !== 'statement' && b.stance !== 'statement'
  const pairs = [
    decide || asked ? [decides ?? agentOf(a, lang), too ?? agentOf(b, lang)] : [],
    asked ? [recipientIn(a.text, lang), recipientIn(b.text, lang)] : [],
  ]
  return pairs
    .flatMap(([one, other]): Found[] =>
      one !== undefined && other !== undefined && isOther(one, other) ? [{ kind: 'who', words: [one, other] }] : [],
    )
    .slice(0, 1)
}

/** What is done to something, and by whom: "wordt door de rector vastgelegd", "is decided by three trustees". */
const PASSIVE = /\b(?:wordt|worden|werd|werden|is|zijn|are|be|been|was|were)\b/iu
const BY = new RegExp(`\\b(?:${wordsOfAll('by')})\\s+((?:\\p{L}+\\s+){0,3}\\p{L}+)`, 'u')

/** Who does what a sentence asks: of the passive only whom it names with "by". */
function agentOf({ text, stances: [first], who }: RuleSentence, lang: Language): string | undefined {
  const named = actorIn(BY.exec(text)?.[1] ?? '', lang)
  if (named !== undefined) return named
  return first === undefined || PASSIVE.test(first.cue) || isReceiving(first.cue, lang) ? undefined : who
}

const keyOf = ({ kind, value }: Value): string => `${kind} ${value}`

/** Days of a week, and those of them that are days of school or work. */
const WEEK = 7
const WORKED = 5
const PERIOD = /^(\d+)((?: \S+)*) (\S+)$/
const DAYS = /^(?:dag|day|kalenderdag)$/
const WORKDAYS = /^(?:schooldag|werkdag|lesdag)$/
const WEEKS = /^(?:week|lesweek|schoolweek)$/

/** Whether two values stand for one: "ten school days" and "ten days" do where all else is worded otherwise, "five school days" and "a week", too. */
export function sameValue(one: Value, other: Value): boolean {
  if (keyOf(one) === keyOf(other)) return true
  if (one.kind !== 'period' || other.kind !== 'period') return false
  const [a, b] = [inDays(one.value), inDays(other.value)]
  if (!a || !b) return false
  if (a.weeks === b.weeks) return a.count === b.count
  const [days, weeks] = a.weeks ? [b, a] : [a, b]
  return days.count === weeks.count * (days.worked ? WORKED : WEEK)
}

/** A period as a count of days, or of weeks. */
function inDays(value: string): { readonly count: number; readonly weeks: boolean; readonly worked: boolean } | undefined {
  const [, count, kinds = '', unit = ''] = PERIOD.exec(value) ?? []
  const [weeks, worked] = [WEEKS.test(unit), WORKDAYS.test(unit) || /werkba|working|school/.test(kinds)]
  return weeks || worked || DAYS.test(unit) ? { count: Number(count), weeks, worked } : undefined
}
