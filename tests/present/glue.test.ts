import { describe, expect, it } from 'vitest'
import { gluedWords } from '../../src/present/index.js'

const kept = (text: string): string[] => gluedWords(text).map(([from, to]) => text.slice(from, to))

describe('words that stay on one line', () => {
  it('are a date, a number with what it counts, an amount, a name behind its initial', () => {
    expect(kept('Uiterlijk op 31 augustus 2027 vervalt de regeling.')).toEqual(['31 augustus 2027'])
    expect(kept('Binnen 5 dagen betaalt de ouder de school € 12,50.')).toEqual(['5 dagen', '€ 12,50.'])
    expect(kept('A. Jansen tekent, zie artikel 7.')).toEqual(['A. Jansen', 'artikel 7.'])
    expect(kept('Zie artikel 9 over de kluis, section 3 of the code en lid 2 van artikel 4 en 5.')).toEqual([
      'artikel 9',
      'section 3',
      'lid 2',
      'artikel 4',
      'en 5.',
    ])
  })

  it('are no words without a number, nor more than a narrow page has room for', () => {
    expect(kept('De directeur beslist en de ouder tekent.')).toEqual([])
    expect(kept('Er zijn 3 veiligheidscoördinatoren per vestiging.')).toEqual([])
  })
})
