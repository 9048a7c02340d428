import { oneOf } from '../../language/index.js'
import { isEnglishVerb, isParticiple, isSameVerb } from '../../rewording/index.js'
import { MANY } from '../pronouns.js'
import { isBe } from '../small-words.js'
import type { ProofContext, Unit } from '../unit.js'
import { type Form, isWord, rowAt, word } from './form.js'

/** Words of a relative clause that is read. */
const LONGEST = 14
const isDeterminer = oneOf('the', 'a', 'each', 'all', 'no')

/** Where the words of a relative clause may end: before a comma or what closes the sentence, or anywhere within what may be one. */
function endsOf(sentence: readonly Unit[], from: number): readonly number[] {
  const stop = sentence.findIndex((unit, at) => at >= from && !isWord(unit) && unit.kind !== 'value')
  const last = Math.min(stop < 0 ? sentence.length : stop, from + LONGEST)
  return Array.from({ length: Math.max(0, last - from - 1) }, (_, k) => last - k)
}

/** Letters of a participle, or of what else may be told of a thing: aanwezig. */
const SHORTEST = 5

/** The participle of a clause that closes with it and its auxiliary, with what stands before both. */
function closing(clause: readonly Unit[], auxiliary: ReturnType<typeof oneOf>, words: ProofContext['words']) {
  const [last, before] = [clause.at(-1), clause.at(-2)]
  if (!last || !before) return undefined
  const [aux, participle] = auxiliary(before.value, words) ? [before, last] : [last, before]
  if (auxiliary(aux.value, words) && participle.value.length >= SHORTEST) return { aux, participle, rest: clause.slice(0, -2) }
  // "Dat is bedoeld in artikel 4"
  const [opens, done] = clause
  return opens && done && auxiliary(opens.value, words) && isParticiple(done.value, words)
    ? { aux: opens, participle: done, rest: clause.slice(2) }
    : undefined
}

/** "De plaats die hem is toegewezen", "de kast die de huurder heeft geplaatst", where the other text has de hem toegewezen plaats, de door de huurder geplaatste kast. */
export const asToldBefore: Form = (sentence, context, others) => {
  const { words } = context
  for (let at = 2; at < sentence.length; at++) {
    const noun = sentence[at - 1]
    if (!isDie(sentence[at]?.value, words) || !isWord(noun)) continue
    const det = isDeterminer(sentence[at - 2]?.value, words) ? at - 2 : at - 1
    // "Het verzoek van de ondernemer dat is afgewezen": of which of the two nouns it is told, the pronoun tells.
    if (isBetweenNouns(sentence[det - 1]?.value, words)) continue
    for (const end of endsOf(sentence, at + 1)) {
      const clause = sentence.slice(at + 1, end).filter(({ value }) => value !== MANY)
      const [passive, active] = [closing(clause, isBe, words), closing(clause, hasDone, words)]
      const told = passive?.rest ?? (active && [word('door', sentence[at] as Unit), ...active.rest])
      const { participle } = passive ?? active ?? {}
      if (!told || !participle || (active && !passive && !actsWithin(sentence, at, active.rest, active.aux.value, context)))
        continue
      for (const form of [participle.value, `${participle.value}e`, participle.value.replace(/e$/, '')]) {
        const turned = [...sentence.slice(det, at - 1), ...told, word(form, participle), noun]
        if (rowAt(others, turned.map(valueOf)) < 0) continue
        const comma = sentence[end]?.kind === 'comma' ? end + 1 : end
        return [...sentence.slice(0, det), ...turned, ...sentence.slice(comma)]
      }
    }
  }
  return sentence
}

/**
 * Whether the verb of a relative clause shows that who is named in it acts, and not what it is told of: of the two one is of many, and the verb
 * is as that is. "De man die de directeur heeft aangewezen" may be who appointed the director.
 */
function actsWithin(sentence: readonly Unit[], at: number, actor: readonly Unit[], verb: string, context: ProofContext): boolean {
  const [noun, det] = [sentence[at - 1]?.value ?? '', sentence[at - 2]?.value ?? '']
  const headMany = !isOne(det, context.words) && isMany(noun, context)
  const actorMany = isAll(actor[0]?.value, context.words) || actor.some(({ value }) => isMany(value, context))
  const verbMany = verb === 'hebben' || (!hasDone(verb, context.words) && verb.endsWith('en'))
  return actor.length > 0 && headMany !== actorMany && verbMany === actorMany
}
const isOne = oneOf('a', 'each', 'no')
const isAll = oneOf('all', 'both')

/** Whether a noun is of many, by its ending and the word that is left without it. */
function isMany(noun: string, { dictionary }: ProofContext): boolean {
  const known = dictionary()
  const bare = /(?:en|s)$/.test(noun) ? noun.replace(/(?:en|s)$/, '') : undefined
  if (bare === undefined || bare.length < 3 || !known) return false
  if (noun.endsWith('s')) return known.knows(bare)
  return [bare, `${bare}e`, bare.replace(/(.)\1$/, '$1'), bare.replace(/([aeou])([^aeiou])$/, '$1$1$2')].some((one) =>
    known.knows(one),
  )
}

/** "Heeft" is read as what it says of things. */
const hasDone = oneOf('has', 'owns')
const isPassive = oneOf('be', 'becomes')
const isBetweenNouns = oneOf('betweenNouns')
const isDie = oneOf('who')
const valueOf = ({ value }: Unit): string => value

/** "Het rapport dat door de hoofden wordt ondertekend", where the other text has dat de hoofden ondertekenen. */
export const asActiveClause: Form = (sentence, context, others) => {
  const { words } = context
  for (let at = 1; at < sentence.length; at++) {
    if (!isDie(sentence[at]?.value, words)) continue
    for (const end of endsOf(sentence, at + 1)) {
      const clause = sentence.slice(at + 1, end).filter(({ value }) => value !== MANY)
      const door = clause.findIndex(({ value }) => value === 'door')
      const found = door < 0 ? undefined : closing(clause, isPassive, words)
      if (!found || door >= found.rest.length - 1) continue
      const said = [...found.rest.slice(0, door), ...found.rest.slice(door + 1)]
      const done = isBe(found.aux.value, words)
      const verbs = done
        ? ['heeft', 'hebben', 'bezit'].flatMap((has) => [
            [found.participle.value, has],
            [has, found.participle.value],
          ])
        : others.filter(({ value }) => isOf(value, found.participle.value, words)).map(({ value }) => [value])
      for (const verb of verbs) {
        const turned = [...said, ...verb.map((value) => word(value, found.participle))]
        if (!actsWithin(sentence, at, said, verb.find((each) => hasDone(each, words)) ?? verb.join(), context)) continue
        if (rowAt(plainly(others), [valueOf(sentence[at] as Unit), ...turned.map(valueOf)]) >= 0)
          return [...sentence.slice(0, at + 1), ...turned, ...sentence.slice(end)]
      }
    }
  }
  return sentence
}

/** Whether a verb, of one or of many, and a participle are of one verb. */
const isOf = (verb: string, participle: string, { participles }: ProofContext['words']): boolean => {
  const base = verb.replace(/en$/, '')
  return (
    isSameVerb(verb, participle, participles) ||
    (base !== verb && [`${base}d`, `${base}t`, `ge${base}d`, `ge${base}t`].includes(participle))
  )
}
const plainly = (units: readonly Unit[]): readonly Unit[] => units.filter(({ value }) => value !== MANY)

const isWho = oneOf('who', 'which')
const isHave = oneOf('has')
const isBeing = oneOf('be', 'was')

/** "A person who has been named by a parent in writing", where the other text has whom a parent has named in writing. */
export const asActiveWho: Form = (sentence, { words }, others) => {
  for (let at = 1; at < sentence.length; at++) {
    const who = sentence[at] as Unit
    if (!isWho(who.value, words)) continue
    const been = isHave(sentence[at + 1]?.value, words) && sentence[at + 2]?.value === 'been'
    if (!been && !isBeing(sentence[at + 1]?.value, words)) continue
    const from = at + (been ? 3 : 2)
    const participle = sentence[from]
    if (!participle) continue
    for (const end of endsOf(sentence, from)) {
      const clause = sentence.slice(from + 1, end)
      const by = clause.findIndex(({ value }) => value === 'by')
      for (let to = by + 2; by >= 0 && to <= clause.length; to++) {
        const [actor, rest] = [clause.slice(by + 1, to), [...clause.slice(0, by), ...clause.slice(to)]]
        const verbs = been
          ? [['has', participle.value]]
          : others.filter(({ value }) => isEnglishVerb(value, participle.value, words)).map(({ value }) => [value])
        for (const verb of verbs) {
          const turned = [...actor, ...verb.map((value) => word(value, participle)), ...rest]
          const opens = ['whom', 'that', 'which'].find((each) => rowAt(others, [each, ...turned.map(valueOf)]) >= 0)
          if (opens) return [...sentence.slice(0, at), word(opens, who), ...turned, ...sentence.slice(end)]
        }
      }
    }
  }
  return sentence
}

const WHICH = /^(?:which|who)$/
const isBehind = oneOf('behindThing')

/** "Issues a voucher, which is valid for a year.", where the other text has issues a voucher. The voucher is valid …. */
export const withoutWhich: Form = (sentence, { words }, others) => {
  const at = sentence.findIndex(({ value }, k) => WHICH.test(value) && sentence[k - 1]?.kind === 'comma')
  const [article, noun, comma] = sentence.slice(Math.max(0, at - 3), at)
  // "A lamp from a firm, which is tested": of which of the two.
  if (isBehind(sentence[at - 4]?.value, words)) return sentence
  if (at < 4 || !article || !noun || !comma || !/^an?$/.test(article.value) || noun.kind !== 'word') return sentence
  const told = ['the', noun.value, ...sentence.slice(at + 1).map(({ value }) => value)]
  const start = others.findIndex(
    (_unit, k) => others[k - 1]?.kind === 'end' && told.every((each, n) => each === others[k + n]?.value),
  )
  const end = others[start - 1]
  if (start < 0 || !end) return sentence
  return [
    ...sentence.slice(0, at - 1),
    { ...end, from: comma.from, to: comma.to },
    word('the', comma),
    word(noun.value, comma),
    ...sentence.slice(at + 1),
  ]
}
