import { expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { schoolPolicy } from '../../src/schools/index.js'

const front = '---\ntitle: Kledingregels\norganisation: eik\nversion: 1.0.0\nlang: nl\n---\n\n'
const idsOf = (body: string) => {
  const { value } = readPolicy(front + body, 'eik.md')
  const { clauses } = schoolPolicy(resolve(value).value, { ref: 'eik/kleding', organisation: 'eik', names: ['eik'] })
  return clauses.map(({ id }) => id)
}

it('an id that stands twice by mistake names the first clause alone, so that the words of each are held against others', () => {
  expect(idsOf('Leerlingen dragen een shirt. {#kleding}\n\nLeerlingen dragen een jas. {#kleding}\n')).toEqual([
    'kleding',
    'line-10',
  ])
})

it('the wordings of one provision share theirs', () => {
  const ids = idsOf('1. Een shirt is wit. {#kleur variant=wit}\n2. Een shirt is rood. {#kleur variant=rood}\n')
  expect(ids).toEqual(['kleur', 'kleur'])
})
