import { describe, expect, test } from 'vitest'
import type { Difference, Matrix, Row, RuleSentence } from '../../src/schools/index.js'
import { outlierOf, toOutlierJson } from '../../src/schools/index.js'

type Stance = RuleSentence['stance']

/** A sentence of a policy; every policy has one clause for a row, named after it. */
const sentence = (row: string, stance: Stance): RuleSentence => ({
  clause: row,
  at: 0,
  text: row,
  from: 0,
  stance,
  stances: [],
  values: [],
})

/** A row by what each policy asks, `-` where it has no sentence, and by its differences as pairs of policies. */
function row(
  name: string,
  stances: readonly (Stance | '-')[],
  more: Partial<Row> & { readonly between?: readonly (readonly [number, number, Difference['kind']])[] } = {},
): Omit<Row, 'siblings'> & { readonly siblings?: Row['siblings'] } {
  const { between = [], ...rest } = more
  const end = (policy: number) => ({ policy, id: name, at: 0 })
  return {
    label: name,
    named: false,
    cells: stances.flatMap((stance, policy) =>
      stance === '-'
        ? []
        : [{ policy, sentences: [sentence(name, stance)], clauses: [name], bearer: sentence(name, stance), stance }],
    ),
    differences: between.map(([a, b, kind]) => ({ kind, a: end(a), b: end(b), words: [`${a}`, `${b}`] })),
    perhaps: [],
    near: [],
    confirmed: false,
    ...rest,
  }
}

function matrix(schools: number, rows: readonly ReturnType<typeof row>[]): Matrix {
  return {
    policies: Array.from({ length: schools }, (_, index) => ({
      ref: `school${index}/policy`,
      title: '',
      organisation: `school${index}`,
      names: [],
      clauses: [],
    })),
    pairs: [],
    rows: rows.map((each, index) => ({ siblings: [index], ...each })),
    likeness: [],
    complete: true,
  }
}

const found = (given: Matrix, policy = 0, against?: number) =>
  outlierOf(given, policy, against).standouts.map(({ kind, row: at }) => `${kind}: ${given.rows[at]?.label}`)

describe('where a school stands apart', () => {
  test('is stricter or milder than most that have the rule, as far as differences prove it', () => {
    const given = matrix(4, [
      row('phones', ['prohibition', 'permission', 'conditional-permission', '-'], {
        between: [
          [0, 1, 'opposed'],
          [2, 0, 'condition'],
        ],
      }),
      row('photos', ['recommendation', 'obligation', 'obligation', 'recommendation'], {
        between: [
          [0, 1, 'stance'],
          [0, 2, 'stance'],
        ],
      }),
      // The same stances without a difference: about the same act or not, nobody knows.
      row('bikes', ['prohibition', 'permission', 'permission', '-']),
    ])
    expect(found(given)).toEqual(['stricter: phones', 'milder: photos'])
    expect(outlierOf(given, 0).unknown).toBe(1)
  })

  test('is neither by one school among several, nor where most are no different', () => {
    const given = matrix(4, [
      row('one other', ['prohibition', 'permission', '-', '-'], { between: [[0, 1, 'opposed']] }),
      row('one of three', ['prohibition', 'permission', 'prohibition', 'prohibition'], { between: [[0, 1, 'opposed']] }),
    ])
    expect(found(given)).toEqual([])
    expect(found(matrix(2, [row('two', ['prohibition', 'permission'], { between: [[0, 1, 'opposed']] })]))).toEqual([
      'stricter: two',
    ])
  })

  test('is otherwise where values differ, or where a ban stands against a duty', () => {
    const given = matrix(3, [
      row('days', ['obligation', 'obligation', 'obligation'], {
        between: [
          [0, 1, 'value'],
          [2, 0, 'value'],
        ],
      }),
      row('ban', ['prohibition', 'obligation', 'obligation'], {
        between: [
          [0, 1, 'opposed'],
          [0, 2, 'opposed'],
        ],
      }),
    ])
    expect(found(given)).toEqual(['otherwise: days', 'otherwise: ban'])
    const [days] = outlierOf(given, 0).standouts
    expect(days?.differences.map(({ a, b, words }) => [a.policy, b.policy, ...words])).toEqual([
      [0, 1, '0', '1'],
      [0, 2, '0', '2'],
    ])
  })

  test('is silent where most others regulate and it has nothing on the matter, and not where it may have', () => {
    const asked: readonly (Stance | '-')[] = ['-', 'obligation', 'obligation', '-']
    const given = matrix(4, [
      row('silent', asked),
      row('near', asked, { near: [0] }),
      row('sibling', asked, { siblings: [2, 3] }),
      row('its own', ['obligation', '-', '-', '-'], { siblings: [2, 3] }),
      row('few', ['-', 'obligation', '-', '-']),
      row('explanations', ['-', 'statement', 'statement', 'statement']),
    ])
    expect(found(given)).toEqual(['silent: silent'])
    expect(Object.fromEntries(outlierOf(given, 0).standouts[0]?.others ?? [])).toEqual({ obligation: 2, none: 1 })
  })

  test('is alone where no other has anything on the matter; an explanation is no rule', () => {
    const given = matrix(3, [
      row('alone', ['obligation', '-', '-']),
      row('near', ['obligation', '-', '-'], { near: [2] }),
      row('told', ['statement', '-', '-']),
      row('matter', ['obligation', '-', '-'], { siblings: [3, 4] }),
      row('of another', ['-', 'obligation', '-'], { siblings: [3, 4] }),
    ])
    expect(found(given)).toEqual(['alone: alone'])
  })

  test('is told against a reference alone where one is given', () => {
    const given = matrix(3, [
      row('phones', ['prohibition', 'permission', 'prohibition'], { between: [[0, 1, 'opposed']] }),
      row('of one', ['-', 'obligation', '-']),
    ])
    expect(found(given)).toEqual([])
    expect(found(given, 0, 1)).toEqual(['stricter: phones', 'silent: of one'])
    expect(toOutlierJson(given, 0, 1)).toMatchObject({
      schema: 'clausule/outlier@1',
      policy: 'school0/policy',
      against: 'school1/policy',
      complete: true,
      standouts: [
        { kind: 'stricter', stance: 'prohibition', others: { permission: 1 } },
        { kind: 'silent', stance: null, others: { obligation: 1 } },
      ],
    })
  })

  test('counts what is proved the same, and says so of nothing else', () => {
    const given = matrix(2, [
      row('same', ['obligation', 'obligation'], { standing: 'same' }),
      row('open', ['obligation', 'obligation'], { standing: 'unjudged' }),
    ])
    expect(outlierOf(given, 0)).toMatchObject({ standouts: [], same: 1, unknown: 1 })
  })
})
