import { firstOf, oneOf } from '../../language/index.js'
import { isEnglishVerb, isJoin } from '../../rewording/index.js'
import { isAnd, isBy } from '../small-words.js'
import type { ProofContext, Unit } from '../unit.js'
import { namesSomeone } from './acts.js'
import { closedOf, type Form, isWord, rowAt, word } from './form.js'

const values = (units: readonly Unit[]): readonly string[] => units.map(({ value }) => value)

/** "A guest that pays", where the other text has a guest who pays: behind somebody, in a sentence where nothing is told or asked that it may begin. */
const withWho: Form = (sentence, context, others) =>
  sentence.map((unit, at) => {
    const [before, next] = [sentence[at - 1], sentence[at + 1]]
    if (unit.value !== 'that' || !isWord(before) || !next || !namesSomeone([before], context)) return unit
    const { asking, telling } = context.words
    if (sentence.slice(0, at).some(({ value }) => asking.has(value) || telling.has(value))) return unit
    // "The dog of the guest that barks": it may be told of either.
    if (sentence.slice(Math.max(0, at - NEAR), at).some(({ value }) => isOf(value, context.words))) return unit
    return rowAt(others, [before.value, 'who', next.value]) < 0 ? unit : word('who', unit)
  })

/** "The form that the guest signs", where the other text has the form the guest signs. */
const withoutThatOf: Form = (sentence, { words }, others) =>
  sentence.filter(({ value }, at) => {
    const [before, next, after] = [sentence[at - 1], sentence[at + 1], sentence[at + 2]]
    if (value !== 'that' || !isWord(before) || !after || keepsThat(before.value, words)) return true
    return !isDeterminer(next?.value, words) || rowAt(others, [before.value, next?.value ?? '', after.value]) < 0
  })
const isOf = oneOf('ofNoun')
const NEAR = 5
const keepsThat = oneOf('keepsThat')
const isDeterminer = oneOf('the', 'a', 'his', 'our', 'each', 'all')

/** Words that name whom something is given, and what. */
const LONGEST_RECEIVER = 4
const LONGEST_GIFT = 6
const gives = oneOf('gives')
const opensPart = oneOf('preposition', 'who', 'which', 'and', 'or')

/** "Gives each member a key", where the other text has gives a key to each member. Behind what is given nothing may belong to it. */
const withTo: Form = (sentence, { words }, others) => {
  const verb = sentence.findIndex(({ value }) =>
    ['', 's', 'es'].some((end) => value.endsWith(end) && gives(value.slice(0, value.length - end.length), words)),
  )
  const given = sentence[verb]
  if (!given) return sentence
  for (let to = verb + 2; to <= verb + 1 + LONGEST_RECEIVER; to++) {
    const receiver = sentence.slice(verb + 1, to)
    if (!receiver.every(isWord) || receiver.some(({ value }) => opensPart(value, words))) break
    for (let end = to + 1; end <= to + LONGEST_GIFT && end <= sentence.length; end++) {
      const gift = sentence.slice(to, end)
      if (!gift.every((unit) => isWord(unit) || unit.kind === 'value') || gift.some(({ value }) => opensPart(value, words))) break
      if (!closes(sentence[end], words) || [...receiver, ...gift].some((unit) => counts(unit, words))) continue
      const told = [given, ...gift, word('to', given), ...receiver]
      const at = rowAt(others, values(told))
      if (at >= 0 && closes(others[at + told.length], words)) return [...sentence.slice(0, verb), ...told, ...sentence.slice(end)]
    }
  }
  return sentence
}
/** Of so many to all of so many, the order may tell whether each gets them. */
const counts = ({ kind, value }: Unit, words: ProofContext['words']): boolean =>
  (kind === 'value' && !value.startsWith('amount ')) || isCounting(value, words)
const isCounting = oneOf('all', 'one', 'both', 'any', 'no')
const closes = (unit: Unit | undefined, { times }: ProofContext['words']): boolean =>
  unit === undefined || unit.kind === 'end' || unit.kind === 'break' || unit.kind === 'comma' || times.has(unit.value)

/** "Checks both the boats and the lamps": of things with an article "both" says no more than "and", where nothing is denied, allowed or left open. */
const withoutBoth: Form = (sentence, { words }, others) =>
  sentence.some(({ value }) => opens(value, words))
    ? sentence
    : sentence.filter(({ value }, at) => {
        const [before, article, noun] = [sentence[at - 1], sentence[at + 1], sentence[at + 2]]
        const joined = sentence.slice(at + 3).some((unit, k, all) => isAnd(unit.value, words) && isThe(all[k + 1]?.value, words))
        const plainly = rowAt(others, [before?.value ?? '', article?.value ?? '', noun?.value ?? '']) >= 0
        return value !== 'both' || !before || !isThe(article?.value, words) || !joined || !plainly
      })
const isThe = oneOf('the')
const opens = oneOf('no', 'not', 'never', 'or', 'allows', 'if', 'when', 'unless', 'only')

/** "Permission from the warden", where the other text has the warden's permission. */
const asOwners: Form = (sentence, { words }, others) => {
  const at = sentence.findIndex(({ value }, k) => value === 'from' && isConsent(sentence[k - 1]?.value ?? '', words))
  const [noun, from] = [sentence[at - 1], sentence[at]]
  if (!noun || !from) return sentence
  for (let to = at + 2; to <= at + 1 + LONGEST_RECEIVER && isWord(sentence[to - 1]); to++) {
    const owner = sentence.slice(at + 1, to)
    const last = owner.at(-1) as Unit
    for (const whose of [`${last.value}'s`, `${last.value}’s`]) {
      const told = [...owner.slice(0, -1), word(whose, last)]
      for (let start = at - 1; start >= Math.max(0, at - LONGEST_OWNED); start--) {
        const row = [...told, ...sentence.slice(start, at)]
        if (rowAt(others, values(row)) < 0) continue
        const own = isThe(sentence[start - 1]?.value, words) ? start - 1 : start
        return [...sentence.slice(0, own), ...row, ...sentence.slice(to)]
      }
    }
  }
  return sentence
}
/** Words of what somebody gives, with what is said of it: "prior written consent". */
const LONGEST_OWNED = 3
const isConsent = (value: string, { consents }: ProofContext['words']): boolean => consents.get('noun')?.has(value) === true

/** "Keys that are lost", where the other text has lost keys. */
const asToldBeforeNoun: Form = (sentence, { words }, others) => {
  for (let at = 1; at < sentence.length - 2; at++) {
    const [noun, who] = [sentence[at - 1], sentence[at]]
    if (!isWord(noun) || !isWho(who?.value, words)) continue
    const been = isHas(sentence[at + 1]?.value, words) && isBeen(sentence[at + 2]?.value, words)
    const done = sentence[at + (been ? 3 : 2)]
    if (
      !done ||
      (!been && !isBe(sentence[at + 1]?.value, words)) ||
      !(words.participles.has(done.value) || /\w{3}ed$/.test(done.value))
    )
      continue
    const behind = sentence.slice(at + (been ? 4 : 3))
    // Behind it only the verb of the sentence may stand: of anything else the participle may be told, too.
    if (!(behind[0] === undefined || behind[0].kind !== 'word' || isFinite(behind[0].value, words))) continue
    if (rowAt(others, [done.value, noun.value]) < 0) continue
    return [...sentence.slice(0, at - 1), done, noun, ...behind]
  }
  return sentence
}
const isWho = oneOf('who', 'which')
const isHas = oneOf('has')
const isBeen = oneOf('been')
const isBe = oneOf('be')
const isFinite = oneOf('may', 'be', 'has', 'was')

/** "Is refunded only if the guest asks", where the other text has is not refunded unless the guest asks. */
const asNotUnlessDone: Form = (sentence, { words }, others) => {
  const only = sentence.findIndex(({ value }) => isOnly(value, words))
  const be = sentence.findLastIndex(({ value }, at) => at < only && isBe(value, words))
  const closed = closedOf(sentence[only + 1]?.value ?? '', words)
  const limit = sentence[only]
  if (
    !limit ||
    be < 1 ||
    closed === undefined ||
    sentence.some(({ value }) => isJoin(value, words) || denies(value, words) !== isOnly(value, words))
  )
    return sentence
  const denied = [word(firstOf('not', words), limit), ...sentence.slice(be + 1, only), word(closed, limit)]
  const told = [...sentence.slice(0, be + 1), ...denied, ...sentence.slice(only + 2)]
  return rowAt(others, values(told.filter(({ kind }) => kind !== 'end'))) < 0 ? sentence : told
}

/** "The hall may be used only by members", where the other text has only members may use the hall. */
const asOnlyWho: Form = (sentence, { words }, others) => {
  const only = sentence.findIndex(({ value }, at) => isOnly(value, words) && isBy(sentence[at + 1]?.value, words))
  const [may, be, done, limit] = [sentence[only - 3], sentence[only - 2], sentence[only - 1], sentence[only]]
  const closing = sentence.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const end = closing < 0 ? sentence.length : closing
  if (only < 4 || !may || !done || !limit || !isAllowed(may.value, words) || !isBeen(be?.value, words)) return sentence
  const [object, actor] = [sentence.slice(0, only - 3), sentence.slice(only + 2, end)]
  if (actor.length === 0 || [...object, ...actor].some((unit) => !isWord(unit) || denies(unit.value, words))) return sentence
  const at = rowAt(others, [limit.value, ...values(actor), may.value])
  const verb = others[at + actor.length + 2]
  if (at < 0 || !verb || !isEnglishVerb(verb.value, done.value, words)) return sentence
  const told = [limit, ...actor, may, word(verb.value, done), ...object]
  const behind = others[at + told.length]
  return rowAt(others, values(told)) === at && (behind === undefined || behind.kind === 'end')
    ? [...told, ...sentence.slice(end)]
    : sentence
}

/** What may be said otherwise in English, where the other text says it so. */
export const REWORDED: readonly Form[] = [
  withWho,
  withoutThatOf,
  withTo,
  withoutBoth,
  asOwners,
  asToldBeforeNoun,
  asNotUnlessDone,
  asOnlyWho,
]

/** "Alleen met een pas mag de gast de hal in", where the other text has de gast mag de hal niet in zonder pas: what only one thing opens is closed without it. */
export const asNotWithout: Form = (sentence, { words }, others) => {
  const [only, opens] = sentence
  const may = sentence.findIndex(({ value }) => isAllowed(value, words))
  const closed = closedOf(opens?.value ?? '', words)
  const closing = sentence.findIndex(({ kind }) => kind === 'end' || kind === 'break')
  const end = closing < 0 ? sentence.length : closing
  if (!isOnly(only?.value, words) || closed === undefined || may < 3 || end - may < 3) return sentence
  const told = sentence.slice(may + 1, end)
  if (told.some((unit) => !isWord(unit) || isJoin(unit.value, words) || denies(unit.value, words))) return sentence
  const [opening, norm] = [only as Unit, sentence[may] as Unit]
  for (let to = 1; to < told.length; to++) {
    const [subject, object, verb] = [told.slice(0, to), told.slice(to, -1), told.slice(-1)]
    const not = word(firstOf('not', words), opening)
    const row = [...subject, norm, ...object, not, ...verb, word(closed, opening), ...sentence.slice(2, may)]
    if (rowAt(others, values(row)) >= 0) return [...row, ...sentence.slice(end)]
  }
  return sentence
}
const isOnly = oneOf('only', 'solely')
const isAllowed = oneOf('allows')
const denies = oneOf('no', 'not', 'never', 'only')
