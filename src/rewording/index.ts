export type { Place, Surroundings } from './contexts.js'
export { isForbiddenInOne } from './forbidden.js'
export { isExchangedPair, isReordered, opensEvent } from './order.js'
export { participleOf } from './paradigms.js'
export {
  hasOtherDoer,
  hasReach,
  isBareBound,
  isDeniedTogether,
  isOrdered,
  leansOnSubject,
  mayBeAsked,
  mayBeOfThing,
  mayFollowThing,
  mayLast,
  mayPointElsewhere,
  mayTellWhich,
} from './reach.js'
export { isRelated } from './related.js'
export { isRelative } from './relative.js'
export { type Renaming, shortForms } from './short-forms.js'
export { GAP, type Phrase, type Rows, type WordTables } from './tables.js'
export { isEnglishVerb, isParticiple, isSameVerb } from './verbs.js'
export { isOtherVoice } from './voice.js'
export { isJoin, spoken, wordTablesOf } from './words.js'
