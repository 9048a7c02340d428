import type { WordTables } from '../language/changes/index.js'
import { isJoin } from '../language/changes/index.js'
import { type Touched, touch, type Unit } from './unit.js'

/** Letters that both names of one office share at least. */
const SHORTEST = 3

/** Whether two words name one office, held by a man or a woman, by their endings: medewerker, medewerkster. */
function areOneOffice(a: string, b: string, feminine: WordTables['feminine']): boolean {
  const isOf = (him: string, her: string) =>
    feminine.some(([his, hers]) => {
      if (!him.endsWith(his) || !her.endsWith(hers)) return false
      const stem = him.slice(0, him.length - his.length)
      return stem.length >= SHORTEST && stem === her.slice(0, her.length - hers.length)
    })
  return isOf(a, b) || isOf(b, a)
}

/** "De chauffeur of chauffeuse", "de stagiair(e)", "de leid(st)er": whoever holds the office. */
export function inclusively(units: readonly Unit[], words: WordTables, touched: Touched): readonly Unit[] {
  const { feminine } = words
  const result: Unit[] = []
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit
    const [join, other, close, rest] = units.slice(at + 1, at + 5)
    const isEither = join !== undefined && (words.joiningAny.has(join.value) || join.value === '/') && other?.kind === 'word'
    const apart = unit.kind === 'word' && join?.value === '|' && close?.value === '|' && unit.to === join.from
    if (
      unit.kind === 'word' &&
      isEither &&
      areOneOffice(unit.value, other.value, feminine) &&
      !isJoin(units[at - 1]?.value, words)
    ) {
      result.push({ ...unit, value: plainOf(unit.value, other.value, feminine), to: other.to })
      touch(touched, unit.from, other.to, 'inclusive')
      at += 2
    } else if (apart && other && feminine.some(([his, hers]) => his === '' && hers === other.value)) {
      result.push({ ...unit, to: close.to })
      touch(touched, unit.from, close.to, 'inclusive')
      at += 3
    } else if (
      apart &&
      other &&
      rest?.kind === 'word' &&
      feminine.some(([his, hers]) => his === rest.value && hers === other.value + rest.value)
    ) {
      result.push({ ...unit, value: unit.value + rest.value, to: rest.to })
      touch(touched, unit.from, rest.to, 'inclusive')
      at += 4
    } else result.push(unit)
  }
  return result
}

/** The name that is read for both: his, which the rows of single words read, too. */
const plainOf = (a: string, b: string, feminine: WordTables['feminine']): string =>
  feminine.some(
    ([his, hers]) =>
      b.endsWith(his) && a.endsWith(hers) && b.slice(0, b.length - his.length) === a.slice(0, a.length - hers.length),
  )
    ? b
    : a
