import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPolicy, writePolicy } from '../../src/read/index.js'
import { documents } from './documents.js'

const runs = { numRuns: 600, seed: 20_190 }
const read = (source: string) => readPolicy(source, 'voorbeeld.md')

/** A policy without its places, which writing moves. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inside) => (key === 'position' || key === 'place' ? undefined : inside)))

describe('reading and writing any document', () => {
  it('gives a file that reading and writing leaves as it is', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const once = writePolicy(read(source).value)
        expect(writePolicy(read(once).value)).toBe(once)
      }),
      runs,
    )
  })

  it('keeps the policy', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const policy = read(source).value
        expect(withoutPlaces(read(writePolicy(policy)).value)).toEqual(withoutPlaces(policy))
      }),
      runs,
    )
  })

  it('loses no word without an error', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { value, messages } = read(source)
        const kept = JSON.stringify(value)
        const lost = (source.match(/(?:woord|leerling|toestemming)\d+x/g) ?? []).filter((word) => !kept.includes(word))
        if (!messages.some(({ severity }) => severity === 'error')) expect(lost).toEqual([])
      }),
      runs,
    )
  })

  it('says the same of a file in canonical style every time', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const once = writePolicy(read(source).value)
        const [first, again] = [read(once), read(writePolicy(read(once).value))]
        expect(again.messages).toEqual(first.messages)
      }),
      runs,
    )
  })

  it('has something to say about many of these documents, and nothing about others', () => {
    const samples = fc.sample(documents, { numRuns: 200, seed: runs.seed }).map((source) => read(source))
    expect(samples.filter(({ messages }) => messages.length > 0).length).toBeGreaterThan(10)
    expect(samples.filter(({ messages, value }) => messages.length === 0 && value.children.length > 1).length).toBeGreaterThan(10)
  })
})
