import { describe, expect, it } from 'vitest'
import { clauses, plainText } from '../../src/model/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { growth, TOO_FAST } from '../support/growth.js'
import { resolved } from '../support/policy.js'

const lastText = (body: string, front = 'title: Proef\nnumbering: { headings: [decimal, decimal], items: [lower-alpha] }') =>
  plainText(resolved(body, front).clauses.at(-1)?.node as never)

describe('references', () => {
  it('print the number of an item with the numbers around it', () => {
    expect(lastText('# Een {#een}\n\n1. regel {#regel}\n\n# Twee {#twee}\n\nZie artikel [](#regel).\n')).toBe('Zie artikel 1.a.')
  })

  it('print the title of a heading without a number', () => {
    expect(lastText('# Begrippen {#begrippen}\n\nZie [](#begrippen).\n', 'title: Proef')).toBe('Zie Begrippen.')
  })

  it('print title and number of an item in a section without a number', () => {
    expect(lastText('# Foto’s {#fotos}\n\n1. eerste\n2. regel {#regel}\n\n# Slot\n\nZie [](#regel).\n', 'title: Proef')).toBe(
      'Zie Foto’s, 2.',
    )
  })

  it('print where a paragraph stands', () => {
    expect(lastText('# Een {#een}\n\nTekst. {#tekst}\n\n# Twee\n\nZie [](#tekst).\n')).toBe('Zie 1.')
  })

  it('keep a text of their own', () => {
    expect(lastText('# Een {#een}\n\nZie [de regel](#een).\n')).toBe('Zie de regel.')
  })

  it('say where they lead nowhere, and what is like it', () => {
    const { messages } = resolved('# Foto’s {#fotos-leerlingen}\n\nTekst,\nzie [](#fotos-leerling). {#tekst}\n', 'title: Proef')
    expect(messages).toMatchObject([
      {
        rule: 'reference/unresolved',
        severity: 'error',
        place: { file: 'test.md', line: 8, column: 5 },
        expected: ['fotos-leerlingen'],
      },
    ])
  })

  it('print what they lead to while there is room, and say once where there is none', () => {
    const title = 'Een kop van een halve bladzijde. '.repeat(50).trim()
    const most = Math.floor(250_000 / title.length)
    const each = (count: number) => Array.from({ length: count }, () => 'Zie [](#kop).\n').join('\n')
    const body = (count: number) => `# ${title} {#kop}\n\n${each(count)}`
    const fits = resolved(body(most))
    expect(fits.messages).toEqual([])
    expect(plainText(fits.clauses.at(-1)?.node as never)).toBe(`Zie ${title}.`)
    const grown = resolved(body(most + 3))
    expect(grown.messages).toMatchObject([
      {
        rule: 'file/size',
        form: 'printed',
        values: { most: 250_000 },
        severity: 'error',
        place: { line: 3 + 2 * most, column: 5 },
      },
    ])
    expect(grown.clauses.slice(-4).map(({ node }) => plainText(node as never))).toEqual([
      `Zie ${title}.`,
      ...Array.from({ length: 3 }, () => 'Zie kop.'),
    ])
  })

  it('take the time of their number where each leads nowhere', () => {
    const policy = (times: number) =>
      readPolicy(Array.from({ length: 20 * times }, (_, i) => `Zie [](#weg-${i}). {#regel-${i}}\n`).join('\n'), 'a.md').value
    // What was resolved once is remembered.
    expect(growth(policy, (value) => resolve({ ...value }), 20)).toBeLessThan(TOO_FAST)
  })
})

describe('parameters', () => {
  const filled = (body: string, parameters: string) => resolved(body, `title: Proef\nparameters: ${parameters}`)
  const text = (body: string, parameters: string) => plainText(filled(body, parameters).clauses[0]?.node as never)

  it('are put in while there is room, however many stand in a line, and say once where there is none', () => {
    const line = '    de school van onze stichting en haar ouders\n'
    const front = `title: Proef\nparameters:\n  tekst: >-\n${line.repeat(1_250)}`
    const found = (body: string) => {
      const { clauses, messages } = resolved(body, front)
      return { lengths: clauses.map(({ node }) => plainText(node as never).length), messages }
    }
    // Lines of a folded value are joined by a blank.
    const length = 1_250 * (line.length - 4) - 1
    const four = found('{{tekst}}\n\n'.repeat(4))
    expect(four.messages).toEqual([])
    expect(four.lengths).toEqual(Array(4).fill(length))
    const said = [{ rule: 'file/size', form: 'printed', severity: 'error' }]
    const six = found('{{tekst}}\n\n'.repeat(6))
    expect(six.messages).toMatchObject(said)
    expect(six.lengths).toEqual([...Array(4).fill(length), 9, 9])
    // A text as long as these would be is never made, in either way of reading them.
    for (const uses of ['{{tekst}} '.repeat(1_900), '{{ tekst }} '.repeat(1_500)]) {
      const { messages, lengths } = found(uses)
      expect(messages).toMatchObject(said)
      expect(lengths[0]).toBeLessThan(20_000)
    }
  })

  it('print their value', () => {
    expect(text('{{school}} vraagt **{{aantal}}** euro.', '{ school: De Linde, aantal: 12 }')).toBe('De Linde vraagt 12 euro.')
  })

  it('are text and never markup, attributes, references or parameters', () => {
    const value = '<b>*vet*</b> [](#x) {{andere}} {#id} &amp;'
    const { clauses, messages } = filled('Van {{naam}}. {#zin}', JSON.stringify({ naam: value }))
    expect(messages).toEqual([])
    expect(clauses[0]?.node).toMatchObject({ content: [{ type: 'text', value: `Van ${value}.` }] })
  })

  it('name the file, the line and the known ones when one is unknown', () => {
    expect(filled('Een.\n\nTwee {{scool}}.', '{ school: De Linde }').messages).toMatchObject([
      {
        rule: 'parameter/unknown',
        place: { file: 'test.md', line: 8 },
        expected: ['school'],
        values: { name: 'scool', known: expect.anything() },
      },
    ])
  })

  it.each([
    '{{#if school}}x{{/if}}',
    '{{> deel}}',
    '{{school.name}}',
    '{{school',
    '{{{school}}}',
    '{{! weg }}',
    '{{~school~}}',
    '{{lookup school "x"}}',
    '{{@root}}',
    '{{../school}}',
  ])('refuse %s and leave it standing', (source) => {
    const { clauses, messages } = filled(`Tekst ${source} tekst`, '{ school: De Linde }')
    expect(messages.map(({ rule }) => rule)).toEqual(['parameter/syntax'])
    expect(plainText(clauses[0]?.node as never)).toContain('school'.slice(0, source.includes('school') ? 6 : 0))
  })

  it.each(['constructor', 'toString', 'if', 'lookup'])('know no %s unless it is declared', (name) => {
    expect(filled(`Tekst {{${name}}}`, '{ school: De Linde }').messages).toMatchObject([{ rule: 'parameter/unknown' }])
  })

  it('report an empty value', () => {
    expect(filled('Van {{school}}', '{ school: "" }').messages).toMatchObject([{ rule: 'parameter/empty' }])
  })

  it('show the blanks of a template', () => {
    expect(text('Van {{school}}', '{ school: { type: text } }')).toBe('Van [school]')
  })

  describe('with a word in the numbering', () => {
    const front = 'title: Proef\nnumbering: { headings: [{ style: decimal, prefix: Artikel }, decimal], items: [lower-alpha] }'
    const body = '# Een {#een}\n\n## Onder {#onder}\n\n1. regel {#regel}\n\nTekst. {#tekst}\n\n# Twee {#twee}\n\n'
    it.each([
      ['Zie [](#een).', 'Zie artikel 1.'],
      ['[](#een) gaat voor. [](#twee) ook.', 'Artikel 1 gaat voor. Artikel 2 ook.'],
      ['Zie [](#regel) en [](#tekst).', 'Zie artikel 1.1.a en 1.1.'],
      ['Zie artikel [](#een).', 'Zie artikel 1.'],
      ['Zie de artikelen [](#een), [](#onder) en [](#regel); ook [](#twee).', 'Zie de artikelen 1, 1.1 en 1.1.a; ook artikel 2.'],
      ['Zie **artikel** [](#een), *en [](#twee)*.', 'Zie artikel 1, en 2.'],
      ['Een artikeltje zoals [](#een).', 'Een artikeltje zoals artikel 1.'],
      ['Zie [het eerste artikel](#een).', 'Zie het eerste artikel.'],
    ])('%s', (written, printed) => {
      expect(lastText(`${body}${written}\n`, front)).toBe(printed)
    })

    it('changes nothing in what was decided on', () => {
      const { source, filled } = resolved(`${body}Zie [](#een).\n`, front)
      expect(plainText(clauses(source).at(-1)?.node as never)).toBe('Zie .')
      expect(plainText(clauses(filled).at(-1)?.node as never)).toBe('Zie artikel .')
    })

    it('leaves the title of a section without a number alone', () => {
      expect(lastText(`${body}# Slot {#slot .unnumbered}\n\nZie [](#slot).\n`, front)).toBe('Zie Slot.')
    })
  })
})
