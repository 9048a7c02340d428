import { describe, expect, it } from 'vitest'
import { askedIn } from '../../src/language/asked.js'
import { LANGUAGES } from '../../src/model/index.js'

describe.each(LANGUAGES)('what people type, in %s', (lang) => {
  const lines = askedIn(lang)

  it('has words on both sides of each line', () => {
    expect(lines.filter(({ typed, rules }) => rules.length === 0 || typed.some((words) => words.length === 0))).toEqual([])
  })

  it('names nothing twice in a line', () => {
    const twice = lines.flatMap(({ typed, rules }) =>
      [typed.map((words) => [...words].sort().join(' ')), rules].flatMap((all) =>
        all.filter((each, at) => all.indexOf(each) !== at),
      ),
    )
    expect(twice).toEqual([])
  })
})

it('keeps the words of an expression that tell it', () => {
  expect(askedIn('nl').flatMap(({ typed }) => typed)).toContainEqual(['blijven', 'zitten'])
})
