import { oneOf } from '../language/index.js'
import { isJoin, type WordTables } from '../rewording/index.js'
import type { Unit } from './unit.js'

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
const SECOND = ['b', 'number 2', 'ii']
const opensItem = (unit: Unit | undefined): boolean =>
  unit?.value === ':' || unit?.kind === 'end' || unit?.kind === 'break' || unit?.kind === 'comma'

/** A list whose members are lettered, numbered or dashed tells where each begins: "contains a) a plan, b) a budget", "brings: - a pen; - a map". */
export function withoutLabels(units: readonly Unit[], words: WordTables): readonly Unit[] {
  const gone = new Set<number>()
  let [labels, dashes] = [0, 0]
  units.forEach(({ value }, at) => {
    // The first may be read as the number of its item, and stand in no text.
    const barred = units[at + 1]?.value === '|' && units[at - 2]?.kind === 'end'
    const stopped = units[at + 1]?.kind === 'end' && units[at - 1]?.kind === 'end'
    if (labels === 0 && (barred || stopped) && SECOND.includes(value)) labels = 1
    const names = [String.fromCharCode(97 + labels), `number ${labels + 1}`, ROMAN[labels]]
    const [before, after] = [units[at - 1], units[at + 1]]
    // "…; en c. een map"
    const opened = opensItem(before) || (isJoin(before?.value, words) && opensItem(units[at - 2]))
    const closed = after?.value === '|' || (after?.kind === 'end' && opened)
    if (names.includes(value) && closed) {
      labels++
      for (const k of before?.value === '|' ? [at - 1, at, at + 1] : [at, at + 1]) gone.add(k)
    } else if (value === '|' && opensItem(before) && after?.kind === 'word') {
      dashes++
      gone.add(at)
    }
  })
  // One dash may be any; a bracket before a label was counted as one and goes with it.
  return labels > 1 || dashes > 1 ? units.filter((_, at) => !gone.has(at)) : units
}

/** Before the colon of a list, what only says that one follows, and how many: "the following documents:", "three items:". */
export function withoutCount(units: readonly Unit[], known: WordTables): readonly Unit[] {
  const colon = units.findIndex(({ value }) => value === ':')
  const named = isContainer(units[colon - 1]?.value, known)
  if (colon < 2 || !(named || isFollowing(units[colon - 1]?.value, known))) return units
  let from = named ? colon - 1 : colon
  const count = /^number (\d+)$/.exec(units[from - 1]?.value ?? '')
  if (count) from--
  const follows = isFollowing(units[from - 1]?.value, known)
  if (follows) from--
  if (follows && isArticle(units[from - 1]?.value, known)) from--
  const members =
    1 + units.slice(colon).filter(({ kind }, at, all) => (kind === 'end' || kind === 'break') && at < all.length - 1).length
  // "A copy of the following documents": what is said of all is lost with their name.
  if (
    known.movable.has(units[from - 1]?.value ?? '') ||
    (isOf(units[from - 1]?.value, known) && !isAll(units[from - 2]?.value, known))
  )
    return units
  if ((!count && !follows) || (count && Number(count[1]) !== members)) return units
  if (follows && isAll(units[from - 2]?.value, known) && isOf(units[from - 1]?.value, known)) from -= 2
  else if (follows && isAll(units[from - 1]?.value, known)) from--
  return [...units.slice(0, from), ...units.slice(colon)]
}
const isOf = oneOf('outOf')
const isAll = oneOf('all')
/** "Following" is read as after. */
export const isFollowing = oneOf('following')
export const isContainer = oneOf('container')
const isArticle = oneOf('the', 'a')
