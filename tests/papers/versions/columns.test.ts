import { describe, expect, it, test } from 'vitest'
import { presentRedline, presentWasWordt } from '../../../src/papers/index.js'
import { type DocBlock, type DocTable, type Document, eachBlock } from '../../../src/present/index.js'
import { renderText } from '../../../src/render/text/index.js'
import { significanceOf } from '../../../src/versions/index.js'
import { numbered, versions } from '../../support/versions.js'

type Rows = readonly (readonly string[])[]

const file = ([head = [], ...body]: Rows): string =>
  numbered(
    ['# Regels {#regels}\n', ...[head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`), '{#tabel}'].join(
      '\n',
    ),
  )

const line = (children: readonly DocBlock[]): string =>
  renderText({ children } as unknown as Document, { paint: (_style, text) => text, width: 200 }).trim()

const tables = (blocks: readonly DocBlock[]): DocTable[] => {
  const found: DocTable[] = []
  eachBlock(blocks, (block) => 'type' in block && block.type === 'table' && found.push(block))
  return found
}

const linesOf = (table: DocTable): string[] =>
  [...table.head, ...table.body].map(({ cells }) => cells.map(({ children }) => line(children)).join(' | '))

/** The tables of the redline, row by row: {+came+}, [-went-]. */
function redline(old: Rows, next: Rows): string[] {
  const { comparison, setting } = versions(file(old), file(next))
  const { children } = presentRedline(comparison, setting)
  return tables(children.filter((block) => block.type === 'division' && block.role === 'body')).flatMap(linesOf)
}

const RULES = [
  ['Regel', 'Termijn', 'Wie'],
  ['De ouder meldt ziekte', 'voor acht uur', 'de conciërge'],
  ['De leerling levert het boek in', 'op vrijdag', 'de mentor'],
  ['De gast tekent de lijst', 'bij binnenkomst', 'de balie'],
]
const [first = [], ...others] = RULES
/** The rows with a cell of their own at a place. */
const having = (at: number, cells: readonly string[]): Rows => RULES.map((row, r) => row.toSpliced(at, 0, cells[r] as string))
const lacking = (at: number): Rows => RULES.map((row) => row.toSpliced(at, 1))
const COSTS = ['Kosten', 'geen', 'tien euro', 'geen']

describe('a column of a table', () => {
  test.each([
    [0, 'in front'],
    [1, 'between others'],
    [3, 'behind the last'],
  ])('that came at %i, %s, is new and nothing else is marked', (at) => {
    expect(redline(RULES, having(at, COSTS))).toEqual(
      having(
        at,
        COSTS.map((words, r) => `{+${words}+}${r === 0 ? ' [nieuwe kolom]' : ''}`),
      ).map((row) => row.join(' | ')),
    )
  })

  test.each([0, 1, 2])('that went from %i is gone and nothing else is marked', (at) => {
    expect(redline(RULES, lacking(at))).toEqual(
      RULES.map((row, r) => row.with(at, `[-${row[at]}-]${r === 0 ? ' [kolom vervallen]' : ''}`).join(' | ')),
    )
  })

  it('that moved stands at its new place, says where it stood, and has no marks', () => {
    const moved = RULES.map(([rule, term, who]) => [who, rule, term] as string[])
    expect(redline(RULES, moved)).toEqual([
      'Wie [verplaatst, stond achter ‘Termijn’] | Regel | Termijn',
      ...others.map(([rule, term, who]) => `${who} | ${rule} | ${term}`),
    ])
  })

  it('that moved and changed has the marks of its words', () => {
    const moved = RULES.map(([rule, term, who]) => [who?.replace('mentor', 'directeur'), rule, term] as string[])
    expect(redline(RULES, moved)[2]).toBe('de [-mentor-]{+directeur+} | De leerling levert het boek in | op vrijdag')
  })

  it('that stood in front says so', () => {
    const moved = RULES.map(([rule, term, who]) => [term, who, rule] as string[])
    expect(redline(RULES, moved)[0]).toBe('Termijn | Wie | Regel [verplaatst, stond vooraan]')
  })

  it('with another head has another head', () => {
    expect(redline(RULES, [['Regel', 'Uiterlijk', 'Wie'], ...others])).toEqual([
      'Regel | [-Termijn-]{+Uiterlijk+} | Wie',
      ...others.map((row) => row.join(' | ')),
    ])
  })

  it('is known by what is in it where two heads changed places', () => {
    expect(redline(RULES, [['Regel', 'Wie', 'Termijn'], ...others])).toEqual([
      'Regel | [-Termijn-]{+Wie+} | [-Wie-]{+Termijn+}',
      ...others.map((row) => row.join(' | ')),
    ])
  })

  it('of another matter at the same place is one gone and one new', () => {
    const next = having(1, COSTS).map((row) => row.toSpliced(2, 1))
    expect(redline(RULES, next)).toEqual([
      'Regel | [-Termijn-] [kolom vervallen] | {+Kosten+} [nieuwe kolom] | Wie',
      ...others.map(([rule, term, who], r) => `${rule} | [-${term}-] | {+${COSTS[r + 1]}+} | ${who}`),
    ])
  })

  it('beside one that says the same is the one that its head says it is', () => {
    const signed = [['Regel', 'Gezien'], ...others.map(([rule]) => [rule as string, 'ja'])]
    const twice = signed.map(([rule, seen], r) => [rule as string, r === 0 ? 'Getekend' : 'ja', seen as string])
    expect(redline(signed, twice)).toEqual([
      'Regel | {+Getekend+} [nieuwe kolom] | Gezien',
      ...others.map(([rule]) => `${rule} | {+ja+} | ja`),
    ])
  })

  it('without words is new by its head', () => {
    expect(redline(RULES, having(3, ['Paraaf', '', '', '']))).toEqual([
      `${first.join(' | ')} | {+Paraaf+} [nieuwe kolom]`,
      ...others.map((row) => `${row.join(' | ')} | `),
    ])
  })

  it('comes along with words that changed and rows that came and went', () => {
    const [sick = [], book = []] = others
    const next = [
      [...first, 'Kosten'],
      [sick[0] as string, 'voor negen uur', sick[2] as string, 'geen'],
      ['De chauffeur wacht', 'na de les', 'de directeur', 'geen'],
      [...book, 'tien euro'],
    ]
    expect(redline(RULES, next)).toEqual([
      'Regel | Termijn | Wie | {+Kosten+} [nieuwe kolom]',
      'De ouder meldt ziekte | voor [-acht-]{+negen+} uur | de conciërge | {+geen+}',
      '{+De chauffeur wacht+} | {+na de les+} | {+de directeur+} | {+geen+}',
      'De leerling levert het boek in | op vrijdag | de mentor | {+tien euro+}',
      '[-De gast tekent de lijst-] | [-bij binnenkomst-] | [-de balie-] | ',
    ])
  })

  it('is not looked for in a table about something else', () => {
    const other = [
      ['Lokaal', 'Sleutel'],
      ['aula', 'geel'],
      ['gymzaal', 'blauw'],
    ]
    expect(redline(RULES, other)).toEqual([
      ...RULES.map((row) => row.map((words) => `[-${words}-]`).join(' | ')),
      ...other.map((row) => row.map((words) => `{+${words}+}`).join(' | ')),
    ])
  })
})

describe('the head of a table', () => {
  const rows = [
    ['de gast', 'aan de balie'],
    ['de kok', 'in de keuken'],
  ]
  const BLANK = ['', '']

  it('stays the head, whatever became of its words', () => {
    expect(redline([['Wie', 'Waar'], ...rows], [['Persoon', 'Plaats'], ['Wie', 'Waar'], ...rows])).toEqual([
      '[-Wie-]{+Persoon+} | [-Waar-]{+Plaats+}',
      '{+Wie+} | {+Waar+}',
      ...rows.map((row) => row.join(' | ')),
    ])
  })

  it('is none where it has no words, in either version', () => {
    const plain = rows.map((row) => row.join(' | '))
    const seated = rows.with(0, ['de gast', 'aan de bar'])
    expect(redline([BLANK, ...rows], [BLANK, ...seated])).toEqual(['de gast | aan de [-balie-]{+bar+}', plain[1]])
    expect(redline([BLANK, ...rows], [['Wie', 'Waar'], ...rows])).toEqual(['{+Wie+} | {+Waar+}', ...plain])
    expect(redline([['Wie', 'Waar'], ...rows], [BLANK, ...rows])).toEqual(['[-Wie-] | [-Waar-]', ...plain])
  })

  it('is put above a table without one to say which column came', () => {
    expect(redline([BLANK, ...rows], [[...BLANK, ''], ...rows.map((row) => [...row, 'om acht uur'])])).toEqual([
      ' |  | [nieuwe kolom]',
      ...rows.map((row) => [...row, '{+om acht uur+}'].join(' | ')),
    ])
  })
})

test('a row to fill in stands for one, and one that came for the next', () => {
  const filled = ['Ans', 'vandaag']
  expect(redline([['Naam', 'Datum'], filled, ['', '']], [['Naam', 'Datum'], filled, ['', ''], ['', '']])).toEqual([
    'Naam | Datum',
    'Ans | vandaag',
    ' | ',
    ' | ',
  ])
})

describe('a table of ninety rows that are nearly alike', () => {
  const rows = (): string[][] =>
    Array.from({ length: 90 }, (_, i) => [`${i + 1}`, `Wie de ${i % 7 === 0 ? 'sleutel' : 'pas'} verliest, meldt dat`, 'een dag'])
  const head = ['Nr', 'Regel', 'Termijn']
  const marks = (old: Rows, next: Rows): number =>
    redline(old, next)
      .join('\n')
      .match(/\{\+|\[-/g)?.length ?? 0

  it('has a mark for every cell of a column that came or went, and for every word that changed', () => {
    const next = rows().map((row, i) => [
      row[0] as string,
      `kamer ${i % 4}`,
      (row[1] as string).replace('meldt', i % 18 === 5 ? 'zegt' : 'meldt'),
      row[2] as string,
    ])
    const widened = [['Nr', 'Plaats', 'Regel', 'Termijn'], ...next]
    expect(marks([head, ...rows()], widened)).toBe(91 + 2 * 5)
    expect(marks(widened, [head, ...rows()])).toBe(91 + 2 * 5)
  })

  it('has none where a column only moved', () => {
    const moved = rows().map(([number, rule, term]) => [number as string, term as string, rule as string])
    expect(marks([head, ...rows()], [['Nr', 'Termijn', 'Regel'], ...moved])).toBe(0)
  })
})

test('a column that came stands in the table of was and wordt as well, and nothing of it is called harmless', () => {
  const { comparison, setting } = versions(file(RULES), file(having(1, COSTS)))
  const table = tables(presentWasWordt(comparison, setting).children).find(({ columns }) => columns.length === 4)
  const [, row = ''] = table ? linesOf(table) : []
  expect(row).toContain('{+Kosten+} [nieuwe kolom]: {+tien euro+}')
  expect(row).toContain('Termijn: op vrijdag')
  const told = comparison.entries.flatMap(({ reasons }) => reasons)
  expect(told.map(({ old, next }) => [old, next])).toContainEqual(['', 'Kosten'])
  expect(told.filter(({ kind }) => ['editorial', 'typographical'].includes(significanceOf(kind)))).toEqual([])
})
