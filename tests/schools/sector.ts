import { sectorTexts } from '../../bench/sector.js'
import type { SchoolPolicy } from '../../src/schools/index.js'
import { school } from './support.js'

/** `count` policies of 50 clauses, as the bench compares them. The same for the same count. */
export const sector = (count: number): readonly SchoolPolicy[] =>
  sectorTexts(count).map((clauses, index) => school(`School ${index}`, clauses))
