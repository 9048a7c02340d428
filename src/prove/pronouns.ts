import type { Token } from '../compare/index.js'
import { isFunctionWord, meaningsOf } from '../language/index.js'
import { append } from '../model/index.js'
import type { ProofContext, Proving, Unit } from './unit.js'

/** Stands behind a pronoun that its verb shows to be of many. */
export const MANY = '#'
const OF = /^(?:of|van|with|met|in|from|uit|voor|for)$/

/**
 * Whether the verb beside a pronoun tells that it stands for many where it may stand for one: "zij moet" is she and "zij moeten" they, and
 * "the heads of clubs that are late" are others than "that is late". Without two nouns there is but one it can stand for.
 */
export function isOfMany(tokens: readonly Token[], at: number, { plural, relatives, unmarked }: ProofContext['words']): boolean {
  const word = (tokens[at] as Token).key.toLowerCase()
  const relative = relatives.has(word)
  if (!relative && !unmarked.has(word)) return false
  if (relative && !tokens.slice(Math.max(0, at - 6), at).some((token) => OF.test(token.key))) return false
  // A Dutch verb ends its clause: "die te laat komen".
  const end = tokens.findIndex(({ kind }, k) => k > at && kind !== 'word')
  const near = tokens.slice(relative ? at : Math.max(0, at - 1), Math.min(end < 0 ? tokens.length : end, at + 1 + CLAUSE))
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
  const many = words.lang === 'en' && [...actors].some((actor) => PLURAL.test(actor))
  // "Tells Bob when he may": a name stands for one more.
  const named = units.some(
    ({ value }, at) => capitals.has(value) && !DETERMINER.test(units[at - 1]?.value ?? '') && !words.isActor(value),
  )
  return { two: many || actors.size > 1 || (named && actors.size > 0), many }
}

const PLURAL = /s$|^(?:children|staff|men|women|people)$/

const PRONOUN = /^(?:hij|zij|it|he|she|they)$/
/** What may stand for a thing, too, named without an article: "pays rent. It …". */
const THING = /^(?:it|zij|het|hij)$/
const ARTICLE = /^(?:the|de|het)$/
/** Before another noun that a pronoun may stand for. */
const DETERMINER =
  /^(?:the|an?|this|that|these|those|its|his|her|their|our|your|my|each|every|any|all|no|some|de|het|een|dit|dat|deze|die|zijn|haar|hun|ons|onze|uw|mijn|elke?|iedere?|alle|geen)$/

/** Whether more than one thing or person is named in a sentence before a pronoun, of which each may be whom it stands for: the coach tells the player. */
export function followsTwo(units: readonly Unit[], at: number): boolean {
  let named = 0
  for (let k = at - 1; k >= 0 && units[k]?.kind !== 'end' && units[k]?.kind !== 'break'; k--)
    if (NAMES.test(units[k]?.value ?? '')) named++
  return named > 1
}
const NAMES = /^(?:the|an?|each|every|any|another)$/

/**
 * The same sentences with the one who acts in the place of a pronoun that begins one: "The tenant pays. He …". Only where the sentence before
 * begins with that person or body and names nobody and nothing else that it may stand for: "installs the pump. It must be tested".
 */
export function withSubjects(units: readonly Unit[], { words, capitals }: Proving): readonly Unit[] {
  const roles = meaningsOf('roles', words.lang)
  const acts = ({ kind, value }: Unit) => kind === 'word' && (words.isActor(value) || roles.has(value))
  const mayBeMeant = (unit: Unit) => acts(unit) || DETERMINER.test(unit.value) || capitals.has(unit.value)
  const result: Unit[] = []
  let before: Unit[] = []
  let sentence: Unit[] = []
  const close = () => {
    const [pronoun, next] = sentence
    const [article, subject] = before
    const alone =
      subject !== undefined &&
      acts(subject) &&
      ARTICLE.test(article?.value ?? '') &&
      !before.slice(2).some(mayBeMeant) &&
      !(THING.test(pronoun?.value ?? '') && before.slice(3).some(({ kind, value }) => kind === 'word' && !isFunctionWord(value)))
    if (alone && article && pronoun && PRONOUN.test(pronoun.value) && next?.value !== MANY && !PLURAL.test(subject.value)) {
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
