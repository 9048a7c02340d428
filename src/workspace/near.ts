import { editDistance } from '../language/index.js'
import { minimum } from '../model/index.js'

/** Suggestions in one message. */
const MOST = 3

/** Letters of a part of a name that tell which is meant. */
const LEAST = 4

/** The policies a misspelt name may mean: those it is a part of, else the nearest alone, few letters away. */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  const wanted = name
    .toLowerCase()
    .replace(/^policies\//, '')
    .replace(/\.md$/, '')
  const far = Math.max(2, Math.floor(wanted.length / 4)) + 1
  const distances = known.map((each) => {
    const parts = wanted.includes('/') ? [each] : each.split('/')
    return { name: each, distance: minimum(parts.map((part) => editDistance(wanted, part.toLowerCase()))) }
  })
  const within = wanted.length < LEAST ? [] : known.filter((each) => each.toLowerCase().includes(wanted))
  const isNamed = distances.some(({ distance }) => distance === 0)
  if (!isNamed && within.length > 0 && within.length <= MOST) return within
  const least = minimum([far, ...distances.map((each) => each.distance)])
  return distances
    .filter((each) => each.distance === least && least < far)
    .slice(0, MOST)
    .map((each) => each.name)
}
