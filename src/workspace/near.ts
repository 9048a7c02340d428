import { editDistance } from '../language/index.js'
import { minimum } from '../model/index.js'

/** Suggestions in one message. */
const MOST = 3

/** The policies a misspelt name may mean, the nearest alone: those that share a part with it, else those few letters away. */
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
  const least = minimum([far, ...distances.map((each) => each.distance)])
  return distances
    .filter((each) => each.distance === least && least < far)
    .slice(0, MOST)
    .map((each) => each.name)
}
