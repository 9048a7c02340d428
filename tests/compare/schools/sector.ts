import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type SchoolPolicy, vocabularySchema } from '../../../src/compare/schools/index.js'
import { school } from './support.js'

const SYLLABLES = 'ba de ki lo mu ra se ti vo wa gen lin sta ver per mon dal bur kas tel'.split(' ')

/** `count` policies of 50 clauses: each clause one of 120 invented rules with a quarter of its words changed. The same for the same count. */
export function sector(count: number): readonly SchoolPolicy[] {
  let seed = 7
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const file = new URL('../../../templates/vocabulary/nl.yaml', import.meta.url)
  const field = Object.values(vocabularySchema.parse(parse(readFileSync(file, 'utf8'))).concepts).flat()
  const invented = Array.from({ length: 3000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join(''),
  )
  const word = (): string => (random() < 0.6 ? pick(field) : pick(invented))
  const rules = Array.from({ length: 120 }, () => Array.from({ length: 14 }, word))
  const clause = (): string => {
    const words = pick(rules).map((each) => (random() < 0.25 ? word() : each))
    return `${pick(['De medewerker', 'Een leerling', 'De school'])} ${pick(['moet', 'mag niet', 'mag alleen'])} ${words.join(' ')}.`
  }
  return Array.from({ length: count }, (_, index) => school(`School ${index}`, Array.from({ length: 50 }, clause)))
}
