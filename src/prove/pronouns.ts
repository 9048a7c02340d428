import type { Token } from '../compare/index.js'
import { isFunctionWord, meaningsOf, oneOf } from '../language/index.js'
import { append, firstFrom } from '../model/index.js'
import { isThe } from './small-words.js'
import type { ProofContext, Proving, Unit } from './unit.js'

/** Stands behind a pronoun that its verb shows to be of many. */
export const MANY = '#'
const isOf = oneOf('ofNoun')

/**
 * Whether the verb beside a pronoun tells that it stands for many where it may stand for one: "zij moet" is she and "zij moeten" they, and
 * "the heads of clubs that are late" are others than "that is late". Without two nouns there is but one it can stand for.
 */
export function isOfMany(tokens: readonly Token[], at: number, words: ProofContext['words']): boolean {
  const { plural, relatives, unmarked } = words
  const word = (tokens[at] as Token).key.toLowerCase()
  const relative = relatives.has(word)
  if (!relative && !unmarked.has(word)) return false
  if (relative && !tokens.slice(Math.max(0, at - 6), at).some((token) => isOf(token.key, words))) return false
  // A Dutch verb ends its clause: "die te laat komen".
  const end = firstFrom(tokens, at + 1, ({ kind }) => kind !== 'word')
  const near = tokens.slice(relative ? at : Math.max(0, at - 1), Math.min(end, at + 1 + CLAUSE))
  return near.some(({ key }) => plural.has(key.toLowerCase()))
}
/** Words of a clause in which the verb of a pronoun stands. */
const CLAUSE = 6

/**
 * Whether a pronoun might mean more than one, so that another pronoun may mean another: of one word, "his", where two are named; of two, "his or
 * her", in English where many are, in Dutch never.
 */
export function severalActors(
  units: readonly Unit[],
  { words, capitals }: Proving,
): { readonly two: boolean; readonly many: boolean } {
  const roles = meaningsOf('roles', words.lang)
  const isPerson = ({ kind, value }: Unit) => kind === 'word' && (words.isActor(value) || roles.has(value))
  const actors = new Set(units.filter(isPerson).map(({ value }) => value))
  const many = !words.verbSecond && [...actors].some((actor) => isPlural(actor, words))
  // "Tells Bob when he may": a name stands for one more.
  const named = units.some(
    ({ value }, at) => capitals.has(value) && !isDeterminer(units[at - 1]?.value, words) && !words.isActor(value),
  )
  return { two: many || actors.size > 1 || (named && actors.size > 0), many }
}

const isOfPersons = oneOf('manyPersons')
/** English nouns of many, by their ending or by themselves. */
const isPlural = (noun: string, words: ProofContext['words']): boolean => noun.endsWith('s') || isOfPersons(noun, words)

const isA = oneOf('a')
const isPronoun = oneOf('he', 'it')
/** What may stand for a thing, too, named without an article: "pays rent. It …". */
const mayBeThing = oneOf('mayBeThing')
/** Before another noun that a pronoun may stand for. */
const isDeterminer = oneOf('the', 'a', 'each', 'any', 'all', 'some', 'no', 'his', 'our', 'this', 'that')

/** Whether more than one thing or person is named in a sentence before a pronoun, of which each may be whom it stands for: the coach tells the player. */
export function followsTwo(units: readonly Unit[], at: number, words: ProofContext['words']): boolean {
  let named = 0
  for (let k = at - 1; k >= 0 && units[k]?.kind !== 'end' && units[k]?.kind !== 'break'; k--)
    if (introduces(units[k]?.value, words)) named++
  return named > 1
}
const introduces = oneOf('introduces')

/**
 * The same sentences with the one who acts in the place of a pronoun that begins one: "The tenant pays. He …". Only where the sentence before
 * begins with that person or body and names nobody and nothing else that it may stand for: "installs the pump. It must be tested".
 */
export function withSubjects(units: readonly Unit[], { words, capitals }: Proving): readonly Unit[] {
  const roles = meaningsOf('roles', words.lang)
  const acts = ({ kind, value }: Unit) => kind === 'word' && (words.isActor(value) || roles.has(value))
  const mayBeMeant = (unit: Unit) => acts(unit) || isDeterminer(unit.value, words) || capitals.has(unit.value)
  const result: Unit[] = []
  let before: Unit[] = []
  let sentence: Unit[] = []
  const close = () => {
    const [pronoun, next] = sentence
    const [article, subject] = before
    const alone =
      subject !== undefined &&
      acts(subject) &&
      (isThe(article?.value, words) || isA(article?.value, words)) &&
      !before.slice(2).some(mayBeMeant) &&
      !(mayBeThing(pronoun?.value, words) && before.slice(3).some(({ kind, value }) => kind === 'word' && !isFunctionWord(value)))
    if (
      alone &&
      article &&
      pronoun &&
      isPronoun(pronoun.value, words) &&
      next?.value !== MANY &&
      !isPlural(subject.value, words)
    ) {
      const place = { from: pronoun.from, to: pronoun.to }
      sentence.splice(0, 1, { ...article, ...place }, { ...subject, ...place })
    }
    append(result, sentence)
    before = sentence
    sentence = []
  }
  for (const unit of units) {
    sentence.push(unit)
    if (unit.kind === 'end' || unit.kind === 'break') close()
  }
  close()
  return result
}
