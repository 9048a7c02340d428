import { describe, expect, it } from 'vitest'
import { sameWords } from '../../src/matrix/words.js'
import { candidates, FEW } from '../../src/schools/candidates.js'
import { deciderOf, differencesOf } from '../../src/schools/differences.js'
import { readCorpus } from '../../src/schools/features.js'
import { createJudge } from '../../src/schools/judge.js'
import { tellingOf } from '../../src/schools/telling.js'
import { textsRead } from '../../src/schools/texts-read.js'
import { growth, TOO_FAST } from '../support/growth.js'
import { school, vocabularies } from './support.js'

const ALL = Number.POSITIVE_INFINITY

it('a clause is held against each of its sentences only up to where they differ', () => {
  const clause = (times: number) => {
    const sentences = Array.from({ length: 20 * times }, (_, i) => `Regel ${i} geldt op school.`)
    return { sentences, whole: sentences.join('\n') }
  }
  const held = ({ sentences, whole }: ReturnType<typeof clause>) => sentences.filter((each) => sameWords(each, whole))
  expect(growth(clause, held, 60)).toBeLessThan(TOO_FAST)
})

describe('a row of thousands of sentences', () => {
  const policies = ['linde', 'wilg'].map((name) =>
    school(
      name,
      Array.from({ length: 10 }, () => 'Een laptop staat op tafel.'),
    ),
  )
  const corpus = readCorpus(policies, vocabularies)
  const means = { telling: () => false, judge: createJudge(textsRead()), decider: deciderOf }

  it('asks each sentence for the pairs it is in, and not for each that could be one', () => {
    const asked: number[] = []
    const members = corpus.features.map((_, index) => index)
    const links = (one: number) => {
      asked.push(one)
      return [{ other: one + 10, score: 0.9 }]
    }
    differencesOf(corpus, { centre: 0, members, confirmed: false }, { ...means, links })
    // The ten of the first school; each of them with each of the ten of the other would be a hundred.
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('looks no further than where two words stand together often', () => {
    const alike = (times: number) => {
      const all = Array.from({ length: 40 * times }, () => 'Een laptop staat op tafel bij de deur.')
      const read = readCorpus([school('linde', all), school('wilg', all)], vocabularies)
      const telling = tellingOf(read)
      // Sentences of either school are counted once, whoever asks first.
      telling(read.features[0] as never, read.features.at(-1) as never)
      return { read, telling }
    }
    const ask = ({ read, telling }: ReturnType<typeof alike>) => {
      const half = read.features.length / 2
      for (let at = 0; at < half; at++) telling(read.features[at] as never, read.features[half + at] as never)
    }
    expect(growth(alike, ask, 10)).toBeLessThan(TOO_FAST)
  })
})

it('two texts that say the same hundreds of times are held against each other by the best counterparts', () => {
  const alike = (count: number) => {
    const all = Array.from({ length: count }, () => 'De ouder meldt dat.')
    return readCorpus([school('linde', all), school('wilg', all)], vocabularies)
  }
  expect(candidates(alike(500), ALL).limit).toBe(ALL)
  expect(candidates(alike(600), ALL).limit).toBe(FEW)
})
