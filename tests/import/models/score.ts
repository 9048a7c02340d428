import type { Imported } from '../../../src/import/index.js'
import { clauses, isDeclared, plainText } from '../../../src/model/index.js'
import type { Expected } from './expected.js'

/** How many of the things that should have been found were, and what was found that should not have been. */
export interface Score {
  readonly right: number
  readonly wanted: number
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

/** Holds an imported template against what a careful editor makes of the model. */
export function score({ policy, receipt }: Imported, { parameters, variants, optional, guidance }: Expected): Score {
  const { guesses = [] } = receipt
  const missed: string[] = []
  const wrong: string[] = []
  let right = 0
  let wanted = 0
  const take = (ok: boolean, what: string) => {
    wanted++
    if (ok) right++
    else missed.push(what)
  }
  const declared = policy.metadata.parameters ?? {}
  const left = guesses.filter(({ kind }) => kind === 'parameter')
  for (const [stood, type, places] of parameters) {
    for (let place = 0; place < places; place++) {
      const at = left.findIndex((guess) => guess.stood.toLowerCase() === stood.toLowerCase())
      const [found] = at < 0 ? [] : left.splice(at, 1)
      const declaration = declared[found?.name ?? '']
      const is = isDeclared(declaration) ? declaration.type : undefined
      take(is !== undefined && [type].flat().includes(is), `parameter ${stood} as ${type}: ${is ?? 'not found'}`)
    }
  }
  wrong.push(...left.map(({ stood, name }) => `parameter ${stood} (${name})`))
  const all = clauses(policy).flatMap(({ id, node }) =>
    node.type === 'note' ? [] : [{ id, words: plainText(node), attributes: node.attributes }],
  )
  const unclaimed = new Set(all)
  const starting = (words: string) => all.find((clause) => unclaimed.has(clause) && clause.words.startsWith(words))
  for (const members of variants) {
    const found = members.map(starting)
    const keys = found.map((clause) => clause?.attributes.values.variant ?? clause?.attributes.values.when)
    const areOne = new Set(keys).size === members.length && keys.every((key) => key !== undefined)
    take(areOne, `variants ${members.join(' | ')}`)
    for (const clause of found) if (clause) unclaimed.delete(clause)
  }
  for (const [list, name] of [
    [optional, 'optional'],
    [guidance, 'guidance'],
  ] as const) {
    for (const words of list) {
      const clause = starting(words)
      take(clause?.attributes.classes.includes(name) === true, `${name} ${words}`)
      if (clause) unclaimed.delete(clause)
    }
  }
  for (const { words, attributes } of unclaimed) {
    const { classes, values } = attributes
    const marks = [...classes.filter((name) => name === 'optional' || name === 'guidance'), values.variant ?? values.when].filter(
      Boolean,
    )
    if (marks.length > 0) wrong.push(`${marks.join(' ')} ${words}`)
  }
  return { right, wanted, missed, wrong }
}
