export { deciderIn } from './deciders.js'
export {
  actorIn,
  atOnceIn,
  isAnybody,
  isDeterminer,
  isDocument,
  isReceiving,
  isServed,
  isUnneeded,
  makesSentence,
  modalityOf,
  placesIn,
  recipientIn,
  ruleFor,
  stancesOf,
} from './find.js'
export type { NormRule } from './reading.js'
export { RULES } from './rules.js'
export { MODALITIES, type Modality, type Stance } from './stance.js'
