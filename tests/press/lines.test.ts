import { expect, test } from 'vitest'
import type { Face } from '../../src/press/fonts.js'
import { breakLines, minimumWidth } from '../../src/press/lines.js'
import type { Ink, Measured } from '../../src/press/set.js'
import { Tag } from '../../src/press/tags.js'

/** A face in which every letter is as wide as it is high; its codes are the letters themselves. */
const shape = (word: string) => ({ codes: word, width: word.length * 1000 })
const face = { shape, width: (word: string, size: number) => word.length * size, space: shape(' ') } as unknown as Face
const ink: Ink = { face, size: 1, colour: '#000000', rise: 0, tag: new Tag('P', undefined) }

/** `a|b` may be parted between a and b; `/` is a line end. */
const pieces = (source: string): Measured[] =>
  source.split(/( |\/|\|)/).flatMap((part, index, all): Measured[] => {
    if (part === '' || part === '|') return []
    if (part === ' ') return [{ kind: 'space', ink, shaped: face.space, hard: false }]
    if (part === '/') return [{ kind: 'newline', ink }]
    return [{ kind: 'word', text: part, ink, shaped: shape(part), wrap: all[index + 1] === '|' }]
  })

const lines = (source: string, width: number): string[] =>
  breakLines(pieces(source), width).map(({ segments }) => segments.map(({ codes }) => codes).join(''))

test.each([
  ['de school legt uit', 8, ['de ', 'school ', 'legt uit']],
  ['de school legt uit', 18, ['de school legt uit']],
  ['een twee', 3, ['een ', 'tw', 'ee']],
  ['aaaa', 2, ['aa', 'aa']],
  ['voor-|beeld', 6, ['voor-', 'beeld']],
  ['voor-|beeld', 11, ['voor-beeld']],
  ['een voor-beeld', 10, ['een ', 'voor-beeld']],
  ['voor-beelden', 8, ['voor-', 'beelden']],
  ['een/twee', 20, ['een ', 'twee']],
  ['een//twee', 20, ['een ', '', 'twee']],
  [' vooraf', 20, ['vooraf']],
  ['achteraf ', 20, ['achteraf']],
  ['', 20, ['']],
])('%j in a width of %d', (source, width, expected) => {
  expect(lines(source, width)).toEqual(expected)
})

test('no line is wider than the room, and the letters are those that were given', () => {
  const source = 'gegevensbeschermingseffectbeoordeling is een lang woord en dit niet'
  for (let width = 1; width <= 80; width++) {
    const broken = breakLines(pieces(source), width)
    for (const line of broken) expect(line.width).toBeLessThanOrEqual(width)
    expect(broken.flatMap(({ segments }) => segments.map(({ codes }) => codes)).join('')).toBe(source)
  }
})

test('a word without end is measured as often as it is long, not as it has lines', () => {
  let letters = 0
  const counted = (word: string) => {
    letters += word.length
    return shape(word)
  }
  const counting = { ...ink, face: { ...face, shape: counted } as unknown as Face }
  const source = 'school,'.repeat(2858)
  const word: Measured = { kind: 'word', text: source, ink: counting, shaped: shape(source), wrap: false }
  const broken = breakLines([word], 90)
  expect(broken.map(({ segments }) => segments.map(({ codes }) => codes).join('')).join('')).toBe(source)
  expect(broken).toHaveLength(Math.ceil(source.length / 90))
  // Once as lines, and what is left of the last thousand letters before each of theirs.
  expect(letters).toBeLessThan(source.length + 12 * 1000)
})

test('the blank that ends a line takes no room', () => {
  const [first] = breakLines(pieces('een twee'), 4)
  expect(first?.segments.at(-1)).toMatchObject({ codes: 'een ', width: 3 })
})

test('an accent is never parted from its letter', () => {
  expect(lines('e\u0301e\u0301e\u0301', 3)).toEqual(['e\u0301', 'e\u0301', 'e\u0301'])
})

test('widths for columns', () => {
  expect(minimumWidth(pieces('de voor-|beeld school'))).toBe(6)
})

test('no last line has one word where another can come along, in as few lines', () => {
  expect(lines('aaaa bbbb cccc dddd', 14)).toEqual(['aaaa bbbb ', 'cccc dddd'])
  expect(lines('aaaa bbbb cccccc', 9)).toEqual(['aaaa bbbb ', 'cccccc'])
})

test('the lines of a heading are as long as each other', () => {
  const even = breakLines(pieces('een kop van twee regels die even lang zijn'), 30, { even: true })
  expect(even.map(({ width }) => width)).toEqual([23, 18])
})

test('even lines never are more lines than full ones', () => {
  const words = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff']
  for (let seed = 1; seed < 200; seed++) {
    const text = Array.from({ length: 12 }, (_, k) => words[(seed * (k + 3) * 7919) % 6]).join(' ')
    const width = 6 + (seed % 20)
    let full = 1
    let used = 0
    for (const word of text.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) {
        full++
        used = 0
      }
      used += word.length + (used > 0 ? 1 : 0)
    }
    expect(lines(text, width)).toHaveLength(full)
  }
})
