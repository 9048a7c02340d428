import { describe, expect, it } from 'vitest'
import { withArticle } from '../../src/language/index.js'

describe('a name in a running text', () => {
  it.each([
    ['College van Bestuur', 'het College van Bestuur'],
    ['Raad van Toezicht', 'de Raad van Toezicht'],
    ['GMR', 'de GMR'],
    ['Medezeggenschapsraad De Linde', 'de Medezeggenschapsraad De Linde'],
    ['ICT netwerk', 'het ICT netwerk'],
    ['schoolbestuur', 'het schoolbestuur'],
    ['directeur-bestuurder', 'de directeur-bestuurder'],
    ['Protocol ouderraad', 'het Protocol ouderraad'],
    ['Klachtenregeling', 'de Klachtenregeling'],
    ['De Klachtenregeling', 'De Klachtenregeling'],
  ])('%s is "%s"', (name, named) => {
    expect(withArticle(name, 'nl')).toBe(named)
  })

  it('goes without an article that is not known, and takes no letters for a word', () => {
    expect(withArticle('Zilverlinde', 'nl')).toBe('Zilverlinde')
    expect(withArticle('Anwb', 'nl')).toBe('Anwb')
    expect(withArticle('Harmrt', 'nl')).toBe('Harmrt')
  })

  it('has one article in English', () => {
    expect(withArticle('Board of Governors', 'en')).toBe('the Board of Governors')
    expect(withArticle('The Board', 'en')).toBe('The Board')
  })
})
