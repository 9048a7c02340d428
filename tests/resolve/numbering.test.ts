import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/model/index.js'
import { resolved } from '../support/policy.js'

/** What a reader sees in the margin: "5.1 Richtlijnen", "a. Eerste". */
function printed(body: string, numbering?: string): string[] {
  const front = `title: Proef${numbering === undefined ? '' : `\nnumbering: ${numbering}`}`
  return resolved(body, front)
    .clauses.filter(({ kind }) => kind === 'section' || kind === 'item')
    .map(({ label, node }) => `${label ?? '–'} ${plainText(node)}`)
}

const fullNumbers = (body: string, numbering: string): (string | undefined)[] =>
  resolved(body, `title: Proef\nnumbering: ${numbering}`).clauses.map(({ number }) => number)

describe('printed numbers', () => {
  it('continue a decimal heading below a decimal heading', () => {
    expect(printed('# Een\n\n## Eerste\n\n## Tweede\n\n# Twee\n\n## Eerste\n', '{ headings: [decimal, decimal] }')).toEqual([
      '1 Een',
      '1.1 Eerste',
      '1.2 Tweede',
      '2 Twee',
      '2.1 Eerste',
    ])
  })

  it('give items the style of their depth, counting anew in every list', () => {
    const body = '# Een\n\n1. eerste\n2. tweede\n   1. onder\n   2. onder\n3. derde\n\n# Twee\n\n1. opnieuw\n'
    expect(printed(body, '{ headings: [decimal], items: [lower-alpha, upper-roman] }')).toEqual([
      '1 Een',
      'a eerste',
      'b tweede',
      'I onder',
      'II onder',
      'c derde',
      '2 Twee',
      'a opnieuw',
    ])
  })

  it('read a plain list as headings first, then items', () => {
    expect(printed('# Een\n\n## Onder\n\n1. eerste\n   1. dieper\n', '[decimal, decimal, lower-alpha, upper-roman]')).toEqual([
      '1 Een',
      '1.1 Onder',
      'a eerste',
      'I dieper',
    ])
  })

  it('are absent for headings, and decimal for items, when numbering is absent', () => {
    expect(printed('# Kop\n\n1. eerste\n2. tweede\n')).toEqual(['– Kop', '1 eerste', '2 tweede'])
  })

  it('go on from a label that fits the style, as a source that skips a letter does', () => {
    expect(printed('1. tien {label=i}\n2. twaalf {label=k}\n3. dertien\n', '{ items: [lower-alpha] }')).toEqual([
      'i tien',
      'k twaalf',
      'l dertien',
    ])
  })

  it('print a label of another style as it stands, without counting it', () => {
    expect(printed('# Een\n\n# Deel {label=I}\n\n## Onder\n\n# Twee\n', '{ headings: [decimal, decimal] }')).toEqual([
      '1 Een',
      'I Deel',
      '1 Onder',
      '2 Twee',
    ])
  })

  it('leave out what is unnumbered, and bulleted items', () => {
    expect(printed('# Voorwoord {.unnumbered}\n\n# Een\n\n- los\n', '{ headings: [decimal] }')).toEqual([
      '– Voorwoord',
      '1 Een',
      '– los',
    ])
  })

  it('start where an ordered list says it starts', () => {
    expect(printed('3. derde\n4. vierde\n', '{ items: [decimal] }')).toEqual(['3 derde', '4 vierde'])
  })

  it('write paths where the style is path', () => {
    expect(printed('# Een\n\n## Onder\n\n1. lid\n   1. sub\n', '{ headings: [decimal, decimal], items: [path, path] }')).toEqual([
      '1 Een',
      '1.1 Onder',
      '1.1.1 lid',
      '1.1.1.1 sub',
    ])
  })

  it('count past z and in roman', () => {
    const items = Array.from({ length: 28 }, (_, i) => `${i + 1}. regel`).join('\n')
    expect(printed(`${items}\n`, '{ items: [lower-alpha] }').at(-1)).toBe('ab regel')
    expect(printed(`${items}\n`, '{ items: [upper-roman] }').at(-1)).toBe('XXVIII regel')
    // No letters are written for more, and nine hundred million would be as many m's.
    expect(printed('3999. een\n4000. twee\n', '{ items: [upper-roman] }')).toEqual(['MMMCMXCIX een', '4000 twee'])
    expect(printed('900000000. een\n', '{ items: [lower-roman] }')).toEqual(['900000000 een'])
  })

  it('have the numbers around them in full', () => {
    expect(
      fullNumbers('# Een\n\n1. eerste\n   1. dieper\n', '{ headings: [decimal], items: [lower-alpha, upper-roman] }'),
    ).toEqual(['1', '1.a', '1.a.I'])
    expect(fullNumbers('# Kop\n\n## Deel\n\n1. eerste\n', '{ headings: [none, upper-alpha], items: [decimal] }')).toEqual([
      undefined,
      'A',
      'A.1',
    ])
  })

  it('tell what a skipping label stands in for', () => {
    const { clauses } = resolved('1. negen {label=i}\n2. elf {label=k}\n', 'title: Proef\nnumbering: { items: [lower-alpha] }')
    expect(clauses.map(({ computed }) => computed)).toEqual(['a', 'j'])
  })

  it('may have a word in front, at the depth that has one', () => {
    const numbering = '{ headings: [{ style: decimal, prefix: Artikel }, decimal], items: [{ style: decimal, prefix: Lid }] }'
    const body = '# Een\n\n## Onder\n\n1. eerste\n   1. dieper\n\n# Twee {label="Artikel 4"}\n\n# Slot {label=Slot}\n\n# Vijf\n'
    expect(printed(body, numbering)).toEqual([
      'Artikel 1 Een',
      '1.1 Onder',
      'Lid 1 eerste',
      'a dieper',
      'Artikel 4 Twee',
      'Slot Slot',
      'Artikel 5 Vijf',
    ])
    expect(fullNumbers(body, numbering)).toEqual(['1', '1.1', '1.1.1', '1.1.1.a', '4', 'Slot', '5'])
  })

  it('go on from a number as it is printed, below a part that numbers in another way too', () => {
    const body = '# Algemeen {label="Deel A"}\n\n## Een\n\n1. eerste\n2. tweede\n'
    const numbering = '{ headings: [upper-alpha, decimal], items: [path] }'
    expect(printed(body, numbering)).toEqual(['Deel A Algemeen', '1 Een', '1.1 eerste', '1.2 tweede'])
    expect(fullNumbers(body, numbering).at(-1)).toBe('Deel A.1.2')
  })

  it('go on from the number above with the sign that a depth names', () => {
    const numbering = "{ headings: [upper-alpha], items: [{ style: path, separator: '' }, path] }"
    const body = '# Een\n\n1. eerste\n2. tweede\n   1. dieper\n\n# Twee\n\n1. derde {#derde}\n\nZie [](#derde).\n'
    expect(printed(body, numbering).slice(0, 6)).toEqual(['A Een', 'A1 eerste', 'A2 tweede', 'A2.1 dieper', 'B Twee', 'B1 derde'])
    expect(fullNumbers(body, numbering).slice(0, 6)).toEqual(['A', 'A1', 'A2', 'A2.1', 'B', 'B1'])
    const units = "{ headings: [decimal, { style: decimal, prefix: Artikel, separator: ':' }] }"
    expect(printed('# Een\n\n## Onder\n\n## Ook\n', units)).toEqual(['1 Een', 'Artikel 1:1 Onder', 'Artikel 1:2 Ook'])
  })

  it('do not repeat that word at depths below those that are named', () => {
    expect(printed('# Een\n\n## Onder\n', '{ headings: [{ style: decimal, prefix: Artikel }] }')).toEqual([
      'Artikel 1 Een',
      '1.1 Onder',
    ])
  })
})
