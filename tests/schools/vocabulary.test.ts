import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { stem } from '../../src/language/stem.js'
import { LANGUAGES } from '../../src/model/index.js'
import { vocabularySchema } from '../../src/schools/index.js'
import { LETTERS, matterTablesOf } from '../../src/schools/matter-tables.js'
import { vocabularies } from './support.js'

const read = (lang: string) =>
  vocabularySchema.parse(parse(readFileSync(new URL(`../../templates/vocabulary/${lang}.yaml`, import.meta.url), 'utf8')))

describe('the vocabularies', () => {
  const [nl, en] = [read('nl'), read('en')]

  it('name the same concepts and topics, so that languages can be compared', () => {
    expect(Object.keys(en.concepts).sort()).toEqual(Object.keys(nl.concepts).sort())
    expect(en.topics.map(({ id }) => id)).toEqual(nl.topics.map(({ id }) => id))
  })

  it.each([nl, en])('give every word one meaning: $lang', ({ concepts }) => {
    const words = Object.values(concepts).flat()
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('refuse a topic that points to a concept which is not there', () => {
    const wrong = { ...nl, topics: [{ id: 'x', label: 'X', cues: ['friend + nobody'] }] }
    expect(vocabularySchema.safeParse(wrong).error?.issues[0]?.message).toContain('nobody')
  })
})

describe('the matters of any organisation', () => {
  it.each(LANGUAGES)('are known by no shorter part of a word than it is looked up by: %s', (lang) => {
    const { beginnings, endings } = matterTablesOf(lang)
    const parts = [...beginnings, ...endings].flatMap(([, of]) => of.map(([part]) => part))
    expect(parts.filter((part) => part.length < LETTERS)).toEqual([])
  })
})

describe('stems', () => {
  it.each([
    ['school', 'scholen'],
    ['publiceren', 'publiceert', 'gepubliceerd', 'gepubliceerde'],
    ['plaatsen', 'plaatst', 'geplaatst'],
    ['gebruik', 'gebruiken', 'gebruikt'],
    ['vastleggen', 'vastgelegd'],
    ['mogelijkheid', 'mogelijkheden'],
    ['brief', 'brieven'],
    ['account', 'accounts'],
    ['gegeven', 'gegevens'],
    ['website', 'websites'],
    ['stagiaire', 'stagiaires', 'stagiair'],
    ['personeelslid', 'personeelsleden'],
    ['schoolkind', 'schoolkinderen'],
  ])('bring forms of a Dutch word together: %s', (...forms) => {
    expect(new Set(forms.map((form) => stem(form, 'nl'))).size).toBe(1)
  })

  it('name a concept by the word itself where another has the same stem', () => {
    const [dutch] = vocabularies
    expect(stem('namens', 'nl')).toBe(stem('naam', 'nl'))
    expect(dutch?.words.get('namens')).toBe('@on-behalf')
    expect(dutch?.words.get('naam')).toBe('@name')
  })

  it.each([
    ['policy', 'policies'],
    ['share', 'shared', 'shares', 'sharing'],
    ['photograph', 'photographs'],
  ])('bring forms of an English word together: %s', (...forms) => {
    expect(new Set(forms.map((form) => stem(form, 'en'))).size).toBe(1)
  })

  it.each([
    ['leerling', 'leerplicht'],
    ['ouder', 'oud'],
    ['foto', 'fout'],
  ])('keep words apart: %s, %s', (a, b) => expect(stem(a, 'nl')).not.toBe(stem(b, 'nl')))
})
