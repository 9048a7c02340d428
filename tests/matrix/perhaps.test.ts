import { describe, expect, test } from 'vitest'
import { presentMatrix } from '../../src/matrix/index.js'
import { blocksIn, linesOf, matrixOf, rowsOf, settingOf, under } from './support.js'

/** The three schools, of whose rule on doubt two may differ. */
const unsure = (() => {
  const matrix = matrixOf()
  const [a, b] = [0, 1].map((policy) => ({ policy, id: 'c3', at: 0 }))
  if (!a || !b) throw new Error('two schools have no rule on doubt')
  const words = ['', 'vooraf'] as const
  const isDoubt = (row: (typeof matrix.rows)[number]): boolean => row.cells.some(({ clauses }) => clauses.includes('c3'))
  const rows = matrix.rows.map((row) =>
    isDoubt(row) && row.cells.length > 1
      ? { ...row, standing: 'unjudged' as const, perhaps: [{ kind: 'value' as const, a, b, words }] }
      : row,
  )
  return { ...matrix, rows }
})()

const LINE =
  'misschien een verschil, lees beide: Linde “Wie twijfelt over een bericht, moet vooraf overleggen met de leidinggevende.” — Wilg “Wie twijfelt over een bericht, moet vooraf overleggen met de leidinggevende.”'

describe('what may differ between two schools', () => {
  const screen = presentMatrix(unsure, settingOf(unsure))
  const paper = presentMatrix(unsure, settingOf(unsure, { form: 'paper' }))

  test('stands under its rule with both sentences, and is counted apart from what differs', () => {
    expect(linesOf(screen.children)).toContain(LINE)
    expect(linesOf(screen.children).join('\n')).toContain(
      '1 regel is bij de ene school verboden en bij een andere niet. Verder is tussen regels over hetzelfde geen verschil aangewezen; dat zegt niet dat zij gelijk zijn. Bij nog 1 regel verschilt misschien iets, of het zijn twee regels: lees beide zinnen.',
    )
  })

  test('has a sign of its own in the map', () => {
    const signs = blocksIn(screen.children).flatMap((block) =>
      block.type === 'table' && block.look === 'map'
        ? block.body.flatMap(({ standsFor, cells }) => (standsFor === undefined ? [] : linesOf(cells[1]?.children ?? [])))
        : [],
    )
    expect(signs).toContain('misschien een verschil, of twee regels: lees zelf')
  })

  test('stands on paper below the differences, and not among the rules without one', () => {
    expect(linesOf(under(paper, 'Misschien een verschil: lees beide zinnen'))).toEqual(['Bij twijfel', LINE])
    expect(rowsOf(under(paper, 'Niet aangewezen als verschillend')).map(([name]) => name)).not.toContain('Bij twijfel')
  })
})
