import { Dice, STOCK, sentence } from '../versions/invented.js'

/** A clause of an invented text: its words are sentences, so that two sides can change different ones. */
export interface Unit {
  readonly id: string
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly depth: number
  readonly sentences: readonly string[]
}

export type Draft = readonly Unit[]

/** What one side did to a clause. */
export type Change =
  | { readonly what: 'edited'; readonly sentence: number }
  | { readonly what: 'dropped' | 'moved' | 'added' | 'extended' }

export interface Branch {
  readonly units: Draft
  readonly changes: ReadonlyMap<string, Change>
}

export const dice = (seed: number): Dice => new Dice(seed)

/** An invented text with permanent ids. */
export function invent(source: Dice, sections: number): Draft {
  const units: Unit[] = []
  const add = (kind: Unit['kind'], depth: number, sentences: readonly string[]) =>
    units.push({ id: `c${units.length}`, kind, depth, sentences })
  for (let s = 0; s < sections; s++) {
    add('heading', s > 0 && source.chance(0.3) ? 2 : 1, [`${source.pick(STOCK.nl.title)} ${s}`])
    for (let p = 1 + source.below(2); p > 0; p--) add('paragraph', 0, sentencesOf(source, 1 + source.below(3)))
    if (source.chance(0.7)) for (let i = 2 + source.below(3); i > 0; i--) add('item', 0, sentencesOf(source, 1 + source.below(2)))
  }
  return units
}

const sentencesOf = (source: Dice, count: number): readonly string[] =>
  Array.from({ length: count }, () => sentence(source, 'nl'))

/** The text as a policy file; `marks` are further attributes by id. */
export function written(units: Draft, front = '', marks: ReadonlyMap<string, string> = new Map()): string {
  const blocks: string[] = []
  let item = 0
  for (const { id, kind, depth, sentences } of units) {
    const words = `${sentences.join(' ')} {#${[id, ...(marks.has(id) ? [marks.get(id)] : [])].join(' ')}}`
    if (kind === 'item') {
      item++
      const last = blocks.at(-1) ?? ''
      if (item > 1) blocks[blocks.length - 1] = `${last}\n${item}. ${words}`
      else blocks.push(`${item}. ${words}`)
      continue
    }
    item = 0
    blocks.push(kind === 'heading' ? `${'#'.repeat(depth)} ${words}` : words)
  }
  return `${front}${blocks.join('\n\n')}\n`
}

/** The text with so many changes of one side, and what each was. `who` names what that side adds. */
export function branch(units: Draft, source: Dice, who: string, count: number): Branch {
  const changes = new Map<string, Change>()
  let next = [...units]
  for (let i = 0; i < count; i++) {
    const free = next.filter(({ id, kind }) => !changes.has(id) && kind !== 'heading')
    if (free.length === 0) break
    const unit = source.pick(free)
    const at = next.indexOf(unit)
    const what = source.pick(['edited', 'edited', 'edited', 'extended', 'dropped', 'added', 'moved'] as const)
    if (what === 'edited') {
      const sentence = source.below(unit.sentences.length)
      next[at] = { ...unit, sentences: unit.sentences.map((each, s) => (s === sentence ? reworded(each, source, who) : each)) }
      changes.set(unit.id, { what, sentence })
    } else if (what === 'extended') {
      next[at] = { ...unit, sentences: [...unit.sentences, ...sentencesOf(source, 1)] }
      changes.set(unit.id, { what })
    } else if (what === 'dropped') {
      next = next.filter((each) => each !== unit)
      changes.set(unit.id, { what })
    } else if (what === 'added') {
      const id = `${who}${i}`
      next.splice(at + 1, 0, { ...unit, id, sentences: sentencesOf(source, 1) })
      changes.set(id, { what })
    } else {
      const others = next.filter((each) => each !== unit)
      const places = others.flatMap(({ kind }, p) => (kind === unit.kind && Math.abs(p - at) > 1 ? [p + 1] : []))
      if (places.length === 0) continue
      others.splice(source.pick(places), 0, unit)
      next = others
      changes.set(unit.id, { what })
    }
  }
  return { units: next, changes }
}

/** A sentence with a word of the side's own in it, in the place of another. */
function reworded(text: string, source: Dice, who: string): string {
  const words = text.replace(/\.$/, '').split(' ')
  const at = 1 + source.below(Math.max(1, words.length - 1))
  return `${[...words.slice(0, at), `${who}${source.below(1000)}`, ...words.slice(at + 1)].join(' ')}.`
}
