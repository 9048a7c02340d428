import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { compareSchools, schoolPolicy } from '../../src/schools/index.js'
import { vocabularies } from './support.js'

const read = (name: string, body: string, lang: string) => {
  const front = `---\ntitle: Kledingregels\norganisation: ${name}\nversion: 1.0.0\nlang: ${lang}\n---\n\n`
  const { value } = readPolicy(`${front}${body}\n`, `${name}.md`)
  return schoolPolicy(resolve(value).value, { ref: `${name}/kleding`, organisation: name, names: [name] })
}

/** How the rule that two schools word alike stands, where each has it in a text of its own. */
function standingOf(rule: string, [one, other]: readonly [string, string], lang = 'nl') {
  const { rows } = compareSchools([read('eik', one, lang), read('beuk', other, lang)], vocabularies).value
  const found = rows.filter(({ cells }) => cells.length === 2 && cells.every(({ bearer }) => bearer.text === rule))
  expect(found).toHaveLength(1)
  return found[0]?.standing
}

const SHIRT = 'Leerlingen dragen tijdens de gymles een wit shirt.'
const GO_HOME = '1. De leerling gaat naar huis om andere kleren te halen. {#b}'
const STAY = '1. De leerling wordt een week geschorst. {#b}'

describe('two schools that say a rule in the same words', () => {
  it('say the same where what stands around it is the same', () => {
    expect(standingOf(SHIRT, [`# Gym\n\n1. ${SHIRT}`, `# Gym\n\n1. ${SHIRT}`])).toBe('same')
    const back = 'Zij komen dezelfde dag op school voor een gesprek.'
    const text = `1. De ouders krijgen bericht van de mentor. ${back}`
    expect(standingOf(back, [text, text])).toBe('same')
    const later = 'Wie later dan half negen komt, draagt zijn jas.'
    expect(standingOf(later, [`1. ${later}`, `1. Op tijd komen is de regel. ${later}`])).toBe('same')
  })

  it.each([
    ['under other headings', SHIRT, [`# Onderbouw\n\n1. ${SHIRT}`, `# Bovenbouw\n\n1. ${SHIRT}`]],
    [
      'with other footnotes',
      'Gezichtsbedekkende kleding is verboden.',
      [
        '1. Gezichtsbedekkende kleding is verboden.[^1]\n\n[^1]: Behalve op verzoek van de ouders.',
        '1. Gezichtsbedekkende kleding is verboden.[^1]\n\n[^1]: Zonder uitzondering.',
      ],
    ],
    [
      'with a link to another list',
      'Wat mag staat in de kledinglijst.',
      ['1. Wat mag staat in de [kledinglijst](https://eik.nl/a).', '1. Wat mag staat in de [kledinglijst](https://beuk.nl/b).'],
    ],
    [
      'with a reference to a clause that says something else',
      'Wie een pet draagt in de les, handelt in strijd met 2.',
      [
        `1. Wie een pet draagt in de les, handelt in strijd met [](#b).\n2. ${GO_HOME.slice(3)}`,
        `1. Wie een pet draagt in de les, handelt in strijd met [](#b).\n2. ${STAY.slice(3)}`,
      ],
    ],
    [
      'with a typed number of a clause',
      'Voor slippers geldt artikel 4.',
      ['1. Voor slippers geldt artikel 4.', '1. Voor slippers geldt artikel 4.'],
    ],
    [
      'of somebody named before',
      'Zij komen dezelfde dag op school voor een gesprek.',
      [
        '1. De ouders krijgen bericht van de mentor. Zij komen dezelfde dag op school voor een gesprek.',
        '1. De leerlingen krijgen bericht van de mentor. Zij komen dezelfde dag op school voor een gesprek.',
      ],
    ],
    [
      'of something said before',
      'De directeur kan hiervan afwijken.',
      ['1. De directeur kan hiervan afwijken.', '1. De directeur kan hiervan afwijken.'],
    ],
    [
      'under an item that says when',
      'Een pet blijft in de tas van de leerling.',
      [
        '1. In de gymzaal is alles anders.\n   1. Een pet blijft in de tas van de leerling.',
        '1. In de kantine is alles anders.\n   1. Een pet blijft in de tas van de leerling.',
      ],
    ],
    [
      'below a sentence that tells of the list',
      'Een pet met een klep.',
      [
        'De volgende kleding is toegestaan.\n\n- Een pet met een klep.',
        'De volgende kleding is verboden.\n\n- Een pet met een klep.',
      ],
    ],
    [
      'above words that end the list',
      'een pet',
      ['Petten, zoals\n\n- een pet\n\nzijn toegestaan.', 'Petten, zoals\n\n- een pet\n\nzijn verboden.'],
    ],
    [
      'as an item within a clause',
      'een pet in de klas;',
      ['1. Toegestaan is: a. een pet in de klas; b. een muts.', '1. Verboden is: a. een pet in de klas; b. een muts.'],
    ],
    ['below a title in bold', SHIRT, [`**Op dinsdag**\n\n${SHIRT}`, `**Op vrijdag**\n\n${SHIRT}`]],
    [
      'as a row below another head',
      'Shirt\t12 euro',
      ['| Kleding | Huur |\n|---|---|\n| Shirt | 12 euro |', '| Kleding | Boete |\n|---|---|\n| Shirt | 12 euro |'],
    ],
    [
      'of a case named before',
      'Een leerling draagt dan een jas.',
      [
        '1. Bij vorst gaan de ramen open. Een leerling draagt dan een jas.',
        '1. Bij regen gaan de ramen open. Een leerling draagt dan een jas.',
      ],
    ],
    ['where one takes something from it in its next sentence', SHIRT, [`1. ${SHIRT}`, `1. ${SHIRT} Dit geldt niet in de zomer.`]],
    [
      'where one takes something from it in its next clause',
      SHIRT,
      [`1. ${SHIRT}`, `1. ${SHIRT}\n2. Lid 1 geldt niet in de zomer.`],
    ],
    ['quoted below other words', SHIRT, [`Vroeger stond hier:\n\n> ${SHIRT}`, SHIRT]],
    [
      'with a term that is defined otherwise',
      'Een hoofddeksel gaat binnen af.',
      [
        '# Begrippen {.definitions}\n\n- **Hoofddeksel**: een pet of muts.\n\n# Regels\n\n1. Een hoofddeksel gaat binnen af.',
        '# Begrippen {.definitions}\n\n- **Hoofddeksel**: een pet, muts of doek.\n\n# Regels\n\n1. Een hoofddeksel gaat binnen af.',
      ],
    ],
  ] as const)('are not proved the same %s', (_, rule, texts) => {
    expect(standingOf(rule, texts)).toBe('unjudged')
  })

  it.each([
    [
      'under other headings',
      'Pupils wear a white shirt.',
      ['# Lower school\n\n1. Pupils wear a white shirt.', '# Upper school\n\n1. Pupils wear a white shirt.'],
    ],
    [
      'of something said before',
      'These may be kept for a week.',
      ['1. Caps are taken in. These may be kept for a week.', '1. Phones are taken in. These may be kept for a week.'],
    ],
    [
      'of what the foregoing says',
      'The foregoing does not hold on trips.',
      ['1. The foregoing does not hold on trips.', '1. The foregoing does not hold on trips.'],
    ],
  ] as const)('are not proved the same in English, either, %s', (_, rule, texts) => {
    expect(standingOf(rule, texts, 'en')).toBe('unjudged')
  })
})
