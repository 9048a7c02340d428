import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../src/versions/index.js'
import { policy } from '../support/policy.js'

const BEFORE = '# Regels {#kop}\n\n1. Vraag eerst toestemming aan een ouder. {#foto}\n2. Meld een lek bij de directie. {#lek}\n'
const side = (body: string, front = '') => ({ policy: policy(body, `title: Afspraken\n${front}`), ref: '', hash: '' })
const fates = (next: string, front: string, old = side(BEFORE)) => {
  const compare = (a: typeof old, b: typeof old) =>
    compareVersions(a, b)
      .value.entries.map(
        ({ fate, old, next }) => `${fate} ${old.map(({ id }) => id).join()} → ${next.map(({ id }) => id).join()}`,
      )
      .sort()
  const after = side(next, front)
  const back = compare(after, old).map((line) => line.replace(/(\S+) (\S*) → (\S*)/, '$1 $3 → $2'))
  expect(back.map((line) => line.replace('added', 'removed')).sort()).toEqual(
    compare(old, after)
      .map((line) => line.replace('added', 'removed'))
      .sort(),
  )
  return compare(old, after)
}

describe('a clause under another id', () => {
  it('is the clause it was, edited or not', () => {
    const next =
      '# Regels {#regels}\n\n1. Vraag altijd toestemming aan allebei de ouders. {#toestemming}\n2. Meld een lek bij de directie. {#lek}\n'
    expect(fates(next, 'renamed: { regels: kop, toestemming: foto }')).toEqual([
      'edited foto → toestemming',
      'unchanged kop → regels',
      'unchanged lek → lek',
    ])
    // Without a word on it two ids are two clauses.
    expect(fates(next, '')).toContain('removed foto → ')
  })

  it('is not taken for the clause that had its id before', () => {
    const next =
      '# Regels {#kop}\n\n1. Vraag eerst een keer toestemming aan een ouder. {#lek}\n2. Meld elk lek bij de directie. {#foto}\n'
    expect(fates(next, 'renamed: { lek: foto, foto: lek }')).toEqual([
      'edited foto → lek',
      'edited lek → foto',
      'unchanged kop → kop',
    ])
  })

  it('keeps its id in versions that both have the new one', () => {
    const front = 'renamed: { toestemming: foto }'
    const body = BEFORE.replace('#foto', '#toestemming')
    const next = body.replace('een ouder', 'beide ouders')
    expect(fates(next, front, side(body, `title: Afspraken\n${front}`.replace('title: Afspraken\n', '')))).toEqual([
      'edited toestemming → toestemming',
      'unchanged kop → kop',
      'unchanged lek → lek',
    ])
  })
})
