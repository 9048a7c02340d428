import { oneOf, pairsOf } from '../../language/index.js'
import { isJoin, isParticiple, isSameVerb, participleOf } from '../../rewording/index.js'
import { isBe, isOf, isThe } from '../small-words.js'
import type { ProofContext, Unit } from '../unit.js'
import { namesSomeone } from './acts.js'
import { commaIn, type Form, isWord, rowAt, word } from './form.js'

const isHave = oneOf('has')
const happens = oneOf('happens')
/** Words of what an act in a noun is done to. */
const LONGEST_OBJECT = 7
/** When, behind a noun for an act and with a clause: "na afloop van", "nadat … is". */
const clauseOf = pairsOf('clauseWords')
/** Verbs whose participle tells how a thing is from then on. */
const endures = oneOf('endures')

/** "After completion of the works", where the other text has after the works are completed; "na beëindiging van de overeenkomst", nadat de overeenkomst is beëindigd. */
export const asTimeClause: Form = (sentence, context, others) => {
  for (let at = 0; at < sentence.length - 3; at++) {
    const opens = clauseOf(sentence[at]?.value ?? '', context.words)
    const noun = at + (isThe(sentence[at + 1]?.value, context.words) ? 2 : 1)
    if (opens === undefined || !isOf(sentence[noun + 1]?.value, context.words)) continue
    const start = noun + 2
    for (let end = start + 1; end <= Math.min(sentence.length, start + LONGEST_OBJECT); end++) {
      const object = sentence.slice(start, end)
      // Of a person the noun may tell what they do, where it tells no state.
      const acts = !context.words.states.has(sentence[noun]?.value ?? '') && namesSomeone(object, context)
      if (!object.every((unit) => isWord(unit) && !isJoin(unit.value, context.words)) || acts) break
      // "After completion of the works and the report": of which of the two it is told.
      if (isJoin(sentence[end]?.value, context.words)) break
      const told = clauseIn(others, opens, sentence[noun] as Unit, object, context)
      if (!told) continue
      const comma = sentence[end]?.kind === 'comma' || commaIn(told, 0) < 0 ? [] : [told.at(-1) as Unit]
      const clause = told.filter(({ kind }) => kind !== 'comma').map(({ value }) => word(value, sentence[at] as Unit))
      return [...sentence.slice(0, at), ...clause, ...comma, ...sentence.slice(end)]
    }
  }
  return sentence
}

/** The words by which the other text tells an act in a clause: of this object, in the passive form, or as what happens to it. */
function clauseIn(
  others: readonly Unit[],
  opens: string,
  { value: noun }: Unit,
  object: readonly Unit[],
  { words }: ProofContext,
): readonly Unit[] | undefined {
  const row = [opens, ...object.map(({ value }) => value)]
  const at = rowAt(others, row)
  if (at < 0) return undefined
  const behind = others.slice(at + row.length, at + row.length + 3)
  const [aux, done, more] = behind.map(({ value }) => value)
  const closed = (length: number) => {
    const to = at + row.length + length
    return others.slice(at, others[to]?.kind === 'comma' ? to + 1 : to)
  }
  if (words.verbSecond) {
    const state = words.states.get(noun)
    if (state !== undefined && ((aux === state && isBe(done, words)) || (done === state && aux === 'is'))) return closed(2)
    if (opens === 'als') return undefined
    const act = words.acts.get(noun) ?? noun.replace(/ing$/, 'en')
    const [participle, is] = aux === 'is' || aux === 'zijn' ? [done, aux] : [aux, done]
    const isIts =
      act !== noun &&
      participle !== undefined &&
      isParticiple(participle, words) &&
      isSameVerb(act, participle, words.participles)
    return isIts && isBe(is, words) ? closed(2) : undefined
  }
  const verb = words.acts.get(noun) ?? (happens(noun, words) ? noun : undefined)
  if (verb === undefined) return undefined
  const participle = participleOf(verb, words)
  // "Is closed" tells how a thing is, and for longer than the act.
  if (isBe(aux, words) && done === participle && !(opens === 'when' && endures(verb, words))) return closed(2)
  if (isHave(aux, words) && done === 'been' && more === participle) return closed(3)
  return happens(verb, words) && (aux === verb || aux === `${verb}s`) ? closed(1) : undefined
}
