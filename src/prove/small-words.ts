import { oneOf } from '../language/index.js'

/** Small words that many proofs ask for, each of the language of its sentence. */
export const isThe = oneOf('the')
export const isOf = oneOf('of')
export const isBy = oneOf('by')
export const isAnd = oneOf('and')
export const isBe = oneOf('be')
export const isEach = oneOf('each')
export const isNot = oneOf('not')
