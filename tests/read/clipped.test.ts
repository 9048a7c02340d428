import { describe, expect, it } from 'vitest'
import { clipped } from '../../src/model/index.js'

describe('a text that is clipped', () => {
  it.each([
    ['de school', 9, 'de school'],
    ['de school belt', 13, 'de school …'],
    ['de school belt', 11, 'de school …'],
    ['de schoolleiding', 10, 'de school…'],
    ['schoolleidingen', 7, 'school…'],
    ['ab👋👋👋', 4, 'ab…'],
    ['', 5, ''],
  ])('%j of %i letters is %j', (text, most, said) => {
    expect(clipped(text, most)).toBe(said)
  })

  it('never is longer than it may be, and begins as the text does', () => {
    const text = 'Wie de sleutel van het lokaal kwijt is, zegt dat bij de conciërge.'
    for (let most = 2; most < 80; most++) {
      const said = clipped(text, most)
      expect(said.length).toBeLessThanOrEqual(most)
      expect(text.startsWith(said.replace(/ ?…$/, ''))).toBe(true)
    }
  })
})
