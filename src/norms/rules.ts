import { CALLED_RULES } from './called-rules.js'
import { FIRST_RULES } from './first-rules.js'
import { LIMIT_RULES } from './limit-rules.js'
import { MODAL_RULES } from './modal-rules.js'
import { PLAIN_RULES } from './plain-rules.js'
import type { NormRule } from './reading.js'

/** The rules of both languages, in the order in which they are tried: the first that finds something decides. */
export const RULES: readonly NormRule[] = [...FIRST_RULES, ...CALLED_RULES, ...MODAL_RULES, ...PLAIN_RULES, ...LIMIT_RULES]
