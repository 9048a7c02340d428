import { describe, expect, test } from 'vitest'
import { diffTexts } from '../../src/compare/edits.js'
import { tokenise } from '../../src/compare/tokens.js'
import { Dice } from './invented.js'

const tokenised = (text: string) => ({ text, tokens: tokenise(text) })
/** The text of a table as comparison sees it: a tab between cells, a line end between rows. */
const tableOf = (rows: readonly (readonly string[])[]) => tokenised(rows.map((row) => row.join('\t')).join('\n'))

/** What is marked: the words gone and the words come, of each edit. */
function marks(old: readonly (readonly string[])[], next: readonly (readonly string[])[]) {
  const [a, b] = [tableOf(old), tableOf(next)]
  const diff = diffTexts(a, b)
  return {
    precise: diff.precise,
    edits: diff.edits.map(({ edit }) => [a.text.slice(...edit.old), b.text.slice(...edit.next)].map((text) => text.trim())),
  }
}

const DAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag']
/** Rows that say nearly the same all over: word by word no row is known from another. */
const rota = (count: number) =>
  Array.from({ length: count }, (_, k) => [
    `${DAYS[k % 5]}`,
    'De conciërge opent het gebouw en sluit het gebouw na de laatste les van de dag.',
    `${7 + (k % 3)} uur`,
    'De beheerder controleert de sleutels van het magazijn en van het gebouw en bewaart de lijst in de kast.',
  ])

describe('tables are compared by rows, then cells, then words', () => {
  test('five words in ninety rows that are all alike are five marks', () => {
    const old = rota(90)
    const next = old.map((row) => [...row])
    const dice = new Dice(11)
    const changed = new Set<number>()
    while (changed.size < 5) changed.add(dice.below(90))
    for (const k of changed) (next[k] as string[])[1] = (next[k]?.[1] as string).replace('laatste', 'eerste')
    const found = marks(old, next)
    expect(found.precise).toBe(true)
    expect(found.edits).toEqual(Array.from({ length: 5 }, () => ['laatste', 'eerste']))
  })

  test('a row that comes is marked as one, and so is a row that goes', () => {
    const [first = [], second = [], third = []] = [
      ['Pauze', 'De leerling blijft op het plein.'],
      ['Toets', 'De leerling maakt de toets in het lokaal.'],
      ['Uitje', 'De leerling gaat mee met de bus.'],
    ]
    expect(marks([first, third], [first, second, third]).edits).toEqual([['', second.join('\t')]])
    expect(marks([first, second, third], [first, third]).edits).toEqual([[second.join('\t'), '']])
    expect(marks([first, second], [first, second, third]).edits).toEqual([['', third.join('\t')]])
    expect(marks([first, second, third], [first, second]).edits).toEqual([[third.join('\t'), '']])
  })

  test('words that go to another cell are gone from the one and new in the other', () => {
    expect(marks([['Pauze', 'twaalf uur', 'het plein']], [['Pauze', 'twaalf uur buiten', 'het plein']]).edits).toEqual([
      ['', 'buiten'],
    ])
    expect(marks([['Pauze', 'buiten twaalf', 'plein']], [['Pauze', 'twaalf', 'plein buiten']]).edits).toEqual([
      ['buiten', ''],
      ['', 'buiten'],
    ])
  })

  test('beyond the bound it is said, and what is left unmarked is still the same', () => {
    const words = (dice: Dice) => Array.from({ length: 6 }, () => `w${dice.below(4000)}`)
    const [one, other] = [new Dice(1), new Dice(2)]
    const [old, next] = [Array.from({ length: 1500 }, () => words(one)), Array.from({ length: 1500 }, () => words(other))]
    const [a, b] = [tableOf(old), tableOf(next)]
    const { edits, precise } = diffTexts(a, b)
    expect(precise).toBe(false)
    const kept = (text: string, side: 'old' | 'next') =>
      edits.reduceRight((rest, { edit }) => rest.slice(0, edit[side][0]) + rest.slice(edit[side][1]), text)
    expect(kept(a.text, 'old')).toBe(kept(b.text, 'next'))
  })
})
