import { describe, expect, it } from 'vitest'
import { readOnce, remembered } from '../../src/language/index.js'

describe('what is remembered', () => {
  it('is read once for each language', () => {
    const read: string[] = []
    const of = remembered((word, lang) => {
      read.push(`${lang} ${word}`)
      return [word]
    })
    expect(of('app', 'nl')).toBe(of('app', 'nl'))
    of('app', 'en')
    expect(read).toEqual(['nl app', 'en app'])
  })

  it('is read once where nothing was found, too', () => {
    const read: string[] = []
    const of = readOnce((text): string | undefined => {
      read.push(text)
      return undefined
    })
    expect([of('app'), of('app')]).toEqual([undefined, undefined])
    expect(read).toEqual(['app'])
  })

  it('is forgotten when it would be too much', () => {
    let reads = 0
    const of = remembered(() => ++reads, 2)
    for (const word of ['a', 'b', 'c', 'a', 'c']) of(word, 'nl')
    expect(reads).toBe(4)
  })
})
