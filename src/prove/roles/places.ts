import { onceFor, oneOf, wordsIn } from '../../language/index.js'
import { isEach } from '../small-words.js'
import type { ProofContext } from '../unit.js'

const opens = oneOf('place', 'placeOrTime', 'places')
const isThe = oneOf('the', 'a', 'his', 'our', 'this')
const isRecord = oneOf('records')

/** A record, in Dutch also as the last part of a compound: medicijnlijst. */
const isRecordOf = (word: string | undefined, words: ProofContext['words']): boolean =>
  isRecord(word, words) || (words.verbSecond && word !== undefined && listOf(words).some((end) => word.endsWith(end)))
const listOf = onceFor((words: ProofContext['words']) => wordsIn(words.lang, 'records').split('|'))

/** Whether words tell in or on what something is written or made known, which is no part of the name before them: "on the website", "in het register". */
export const isWrittenIn = ([head, next, noun]: readonly string[], words: ProofContext['words']): boolean =>
  opens(head, words) && (isRecord(next, words) || (isThe(next, words) && isRecordOf(noun, words)))

/** Whether words tell of what happens again and again, and each time: "bij elk bezoek", "at each visit". */
export const isEachTime = ([head, next, noun]: readonly string[], words: ProofContext['words']): boolean =>
  atTime(head, words) && isEach(next, words) && happensAgain(noun, words)
const atTime = oneOf('atTurn')
const happensAgain = oneOf('turns')
