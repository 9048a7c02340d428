import { oneRule, parseYaml } from '../src/read/index.js'
import { vocabularySchema } from '../src/schools/index.js'
import { readTemplate } from '../src/workspace/index.js'

const SYLLABLES = 'ba de ki lo mu ra se ti vo wa gen lin sta ver per mon dal bur kas tel'.split(' ')

/** The clauses of `count` policies, 50 each: a clause is one of 120 invented rules with a quarter of its words changed. The same for the same count. */
export function sectorTexts(count: number): readonly (readonly string[])[] {
  let seed = 7
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const source = readTemplate(undefined, 'vocabulary/nl.yaml')
  const vocabulary = parseYaml(source, vocabularySchema, oneRule('vocabulary/value'), { file: 'nl.yaml', firstLine: 1 }).value
  if (!vocabulary) throw new Error('The vocabulary cannot be read')
  const field = Object.values(vocabulary.concepts).flat()
  const invented = Array.from({ length: 3000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join(''),
  )
  const word = (): string => (random() < 0.6 ? pick(field) : pick(invented))
  const rules = Array.from({ length: 120 }, () => Array.from({ length: 14 }, word))
  const clause = (): string => {
    const words = pick(rules).map((each) => (random() < 0.25 ? word() : each))
    return `${pick(['De medewerker', 'Een leerling', 'De school'])} ${pick(['moet', 'mag niet', 'mag alleen'])} ${words.join(' ')}.`
  }
  return Array.from({ length: count }, () => Array.from({ length: 50 }, clause))
}
