import { type Matrix, newProposals, type Proposal, sentenceIn } from '../../../schools/index.js'
import type { Subject } from './compared.js'

/** A row that a person judges, or judged. */
export interface AskedRow extends Proposal {
  readonly verdict?: 'confirmed' | 'rejected'
  readonly name?: string
}

/** Rows of the comparison that nobody judged, the least sure first: as many as are judged in one sitting. */
export function askedRows({ compared, group, judged }: Subject): readonly AskedRow[] {
  const working = new Set(group.policies.flatMap(({ ref, entry }) => (entry?.name === ref ? [ref] : [])))
  // What waits in the file is asked here, too: only what was judged counts as asked.
  const rows = judged.concordance.rows.filter(({ verdict }) => verdict !== undefined)
  return newProposals({ rows }, compared.matrix, working)
}

/** What was judged of the schools that are compared. */
export function judgedRowsIn({ compared: { matrix }, judged }: Subject): readonly AskedRow[] {
  const refs = new Set(matrix.policies.map(({ ref }) => ref))
  const words = sentencesOf(matrix)
  return judged.concordance.rows.flatMap(({ verdict, name, called = '', score = 1, sentences }): AskedRow[] => {
    const names = sentences.map((given) => (typeof given === 'string' ? given : given.sentence))
    if (verdict === undefined || !names.some((each) => refs.has(sentenceIn(each).ref))) return []
    const told = names.map((each) => words.get(each) ?? { name: each, stance: 'statement' as const, words: '' })
    return [{ called, score, sentences: told, verdict, ...(name === undefined ? {} : { name }) }]
  })
}

/** Every sentence of the schools by its name, of a clause with several by its number, too. */
export function sentencesOf({ policies }: Matrix): ReadonlyMap<string, Proposal['sentences'][number]> {
  return new Map(
    policies.flatMap(({ ref, clauses }) =>
      clauses.flatMap(({ id, text, modality, sentences }) => [
        [`${ref}#${id}`, { name: `${ref}#${id}`, stance: modality, words: text }] as const,
        ...(sentences.length > 1
          ? sentences.map((sentence, at) => {
              const name = `${ref}#${id}/${at + 1}`
              return [name, { name, stance: sentence.stance, words: sentence.text }] as const
            })
          : []),
      ]),
    ),
  )
}

/** Everything a sentence can be joined with: the rules of the comparison, of one school, too. */
export interface Joinable {
  /** From 1, by which a form names it. */
  readonly number: number
  readonly label: string
  readonly sentences: readonly string[]
}

export function joinables({ compared: { matrix, setting } }: Subject): readonly Joinable[] {
  const many = new Map(
    matrix.policies.map(({ clauses }, at) => [at, new Map(clauses.map((each) => [each.id, each.sentences.length]))]),
  )
  return matrix.rows.map(({ label, cells }, at) => ({
    number: at + 1,
    label: `${label} (${cells.map(({ policy }) => setting.schools[policy]?.name ?? '').join(', ')})`,
    sentences: cells.flatMap(({ policy, sentences }) =>
      sentences.map(({ clause, at: nth }) => {
        const isMany = (many.get(policy)?.get(clause) ?? 1) > 1
        return `${matrix.policies[policy]?.ref}#${clause}${isMany ? `/${nth + 1}` : ''}`
      }),
    ),
  }))
}
