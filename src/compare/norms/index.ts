export { GRAMMARS, modalityOf, stancesOf } from './find.js'
export { MODALITIES, type Modality, type NormGrammar, type NormRule, type Stance } from './stance.js'
