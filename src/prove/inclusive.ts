import { isJoin, type WordTables } from '../rewording/index.js'
import { type Touched, touch, type Unit } from './unit.js'

/** Letters that both names of one office share at least. */
const SHORTEST = 3

/** Of two words for one office, held by a man and by a woman, the first of the two, as their endings tell: medewerker, medewerkster. */
function officeOf(a: string, b: string, feminine: WordTables['feminine']): string | undefined {
  const isHis = (him: string, her: string) =>
    feminine.some(([his, hers]) => {
      const stem = him.slice(0, him.length - his.length)
      return stem.length >= SHORTEST && him === stem + his && her === stem + hers
    })
  return isHis(a, b) ? a : isHis(b, a) ? b : undefined
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
    const office = unit.kind === 'word' && isEither ? officeOf(unit.value, other.value, feminine) : undefined
    if (office !== undefined && other && !isJoin(units[at - 1]?.value, words)) {
      result.push({ ...unit, value: office, to: other.to })
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
