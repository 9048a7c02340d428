import { oneOf } from '../language/index.js'
import type { Renaming } from '../rewording/index.js'
import { holds } from './surroundings.js'
import { type ProofContext, type Touched, touch, type Unit } from './unit.js'

/** A short form as what it stands for, and no word that looks like it. */
export const shortValue = ({ to }: Renaming): string => `short ${to[0]?.toLowerCase()}`

/** Words that add nothing where they come or go, and something where one takes the place of another: hereof, thereof. */
export function exchangedEmpties(old: readonly Unit[], next: readonly Unit[], { words }: ProofContext): ReadonlySet<string> {
  const empties = (units: readonly Unit[]) => {
    const found = new Set<string>()
    for (const { value } of units) if (words.empty.has(value)) found.add(value)
    return found
  }
  const [before, after] = [empties(old), empties(next)]
  const [gone, come] = [[...before].filter((word) => !after.has(word)), [...after].filter((word) => !before.has(word))]
  return gone.length > 0 && come.length > 0 ? new Set([...gone, ...come]) : new Set()
}

/** Words of a phrase that may be told twice. */
const LONGEST_TWICE = 4

/** Once what is told twice in other words: withdraw and revoke. The same words twice, "again and again", are left. */
export function toldOnce(units: readonly Unit[], { words }: ProofContext, touched: Touched): readonly Unit[] {
  const result: Unit[] = []
  for (const unit of units) {
    result.push(unit)
    // "The review board (RB)", whose name was read as its short form.
    if (unit.value === '|') {
      const [name, open, short] = result.slice(-4)
      if (open?.value === '|' && name?.kind === 'word' && name.value === short?.value) {
        result.length -= 3
        touch(touched, name.from, unit.to, 'abbreviation')
      }
    }
    for (let length = 1; length <= LONGEST_TWICE && result.length > 2 * length; length++) {
      const join = result.at(-length - 1)
      if (!words.joiningAll.has(join?.value ?? '')) continue
      const [twice, once] = [result.slice(-length), result.slice(-2 * length - 1, -length - 1)]
      const isOther = [...once, ...twice].some(({ from }) => touched.get(from)?.has('synonym'))
      if (!isOther || !once.every(({ value, kind }, k) => kind === 'word' && value === twice[k]?.value)) continue
      result.length -= length + 1
      touch(touched, (join as Unit).from, unit.to, 'synonym')
      break
    }
  }
  return result
}

const isArticle = oneOf('the', 'a')

/** Without the words that add nothing, and without an article before a short form. */
export function sparse(
  units: readonly Unit[],
  context: ProofContext,
  touched: Touched,
  kept: ReadonlySet<string>,
): readonly Unit[] {
  const { words, abbreviations } = context
  const shorts = new Set(abbreviations.map(shortValue))
  return units.filter((unit, at) => {
    const [before, after] = [units[at - 1], units[at + 1]]
    if (unit.kind !== 'word' || kept.has(unit.value)) return true
    if (isArticle(unit.value, words) && after && shorts.has(after.value)) return false
    const asked = words.contexts.get(unit.value) ?? []
    const empty =
      (words.empty.has(unit.value) && holds(asked, units, at, at + 1, context)) ||
      words.emptyAfter.get(before?.value ?? '')?.has(unit.value)
    if (empty) touch(touched, unit.from, unit.to, 'synonym')
    return !empty
  })
}
