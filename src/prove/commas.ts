import { WAAR } from '../language/changes/index.js'
import type { ProofContext, Unit } from './unit.js'

const RELATIVE = new RegExp(`^(?:who|whom|whose|which|that|where|when|die|dat|welke|wie|wat|${WAAR}|aan|of|met)$`, 'u')
const WHO = /^(?:who|whom|whose|which|that|die|dat|welke|wie|if|when|als|indien|wanneer|unless|tenzij)$/
const SUBORDINATE = /^(?:if|when|whenever|unless|where|once|als|indien|wanneer|zodra|zolang|tenzij|mits)$/
const AND = /^(?:and|or|en|of|nor|but|maar)$/
const ALL = /^(?:and|en|nor)$/
const ANY = /^(?:or|of)$/
const FINITE =
  /^(?:is|are|was|were|be|must|may|can|shall|will|should|has|have|does|do|zijn|moet|mag|kan|wordt|heeft|zal|blijft|geldt|gelden|hoeft)$/
const STRICT = /^(?:not|no|never|only|none|niet|geen|nooit|slechts|alleen|always|altijd)$/

/** Whether the comma at `at` binds nothing: with it or without, the sentence says the same. */
export function isIdle(units: readonly Unit[], at: number, { words }: ProofContext): boolean {
  let start = at
  while (start > 0 && !ends(units[start - 1])) start--
  let end = at
  while (end < units.length && !ends(units[end])) end++
  const before = units.slice(start, at)
  const after = units.slice(at + 1, end)
  const [next] = after
  if (!next) return true
  const commas = before.filter(({ kind }) => kind === 'comma').length
  const says = (list: readonly Unit[], words: RegExp) => list.some(({ kind, value }) => kind === 'word' && words.test(value))
  // "a, b, and c"
  if (AND.test(next.value)) {
    const mixed = says([...before, ...after], ALL) && says([...before, ...after], ANY)
    return commas > 0 && !mixed && !says(before, WHO) && !SUBORDINATE.test(before[0]?.value ?? '')
  }
  if (RELATIVE.test(next.value)) return false
  if (commas > 0) return false
  // "In such a case, we", "If it rains, the gate is closed"
  if (words.movable.has(before[0]?.value ?? '') && !after.some(({ kind }) => kind === 'comma')) return true
  if (FINITE.test(next.value)) return true
  const last = !after.some(({ kind }) => kind === 'comma')
  const told = words.participles.has(before.at(-1)?.value ?? '') || /\w{3}ed$/.test(before.at(-1)?.value ?? '')
  return last && words.movable.has(next.value) && !says(before, AND) && !says(before, STRICT) && !says(before, WHO) && !told
}

const ends = (unit: Unit | undefined): boolean => unit === undefined || unit.kind === 'end' || unit.kind === 'break'
