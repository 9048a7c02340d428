import { oneOf } from '../../language/index.js'
import type { ProofContext } from '../unit.js'

const opens = oneOf('place', 'placeOrTime', 'places')
const isThe = oneOf('the', 'a', 'his', 'our', 'this')
const isRecord = oneOf('records')

/** Whether words tell in or on what something is written or made known, which is no part of the name before them: "on the website", "in het register". */
export const isWrittenIn = ([head, next, noun]: readonly string[], words: ProofContext['words']): boolean =>
  opens(head, words) && (isRecord(next, words) || (isThe(next, words) && isRecord(noun, words)))
