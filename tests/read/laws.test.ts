import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { runs } from '../support/laws.js'
import { documents } from './documents.js'

const set = { numRuns: runs(200), seed: 20_190 }
const read = (source: string) => readPolicy(source, 'voorbeeld.md')

/** A text read, written, read again and written again. */
function chain(source: string) {
  const first = read(source)
  const once = writePolicy(first.value)
  const again = read(once)
  return { first, once, again, twice: writePolicy(again.value) }
}

// The laws hold for the same documents, by one seed; each is read and written for the first law that asks.
const known = new Map<string, ReturnType<typeof chain>>()
function chainOf(source: string): ReturnType<typeof chain> {
  const made = known.get(source) ?? chain(source)
  known.set(source, made)
  return made
}

/** A policy without its places, which writing moves. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inside) => (key === 'position' || key === 'place' ? undefined : inside)))

describe('reading and writing any document', () => {
  afterAll(() => known.clear())

  it('gives a file that reading and writing leaves as it is', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { once, twice } = chainOf(source)
        expect(twice).toBe(once)
      }),
      set,
    )
  })

  it('keeps the policy', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { first, again } = chainOf(source)
        expect(withoutPlaces(again.value)).toEqual(withoutPlaces(first.value))
      }),
      set,
    )
  })

  it('loses no word without an error', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { value, messages } = chainOf(source).first
        const kept = JSON.stringify(value)
        const lost = (source.match(/(?:woord|leerling|toestemming)\d+x/g) ?? []).filter((word) => !kept.includes(word))
        if (!messages.some(({ severity }) => severity === 'error')) expect(lost).toEqual([])
      }),
      set,
    )
  })

  it('says the same of a file in canonical style every time', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { again, twice } = chainOf(source)
        expect(read(twice).messages).toEqual(again.messages)
      }),
      set,
    )
  })

  it('has something to say about many of these documents, and nothing about others', () => {
    const samples = fc.sample(documents, { numRuns: runs(200), seed: set.seed }).map((source) => chainOf(source).first)
    expect(samples.filter(({ messages }) => messages.length > 0).length).toBeGreaterThan(10)
    expect(samples.filter(({ messages, value }) => messages.length === 0 && value.children.length > 1).length).toBeGreaterThan(10)
  })
})
