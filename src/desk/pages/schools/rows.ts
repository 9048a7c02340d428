import { newProposals, type RowProposal, sentenceName } from '../../../concordance/index.js'
import { type Matrix, sentenceIn } from '../../../schools/index.js'
import { fingerprint } from '../../policies.js'
import type { Sent } from '../../types.js'
import type { ComparedSubject } from './compared.js'

/** A row that a person judges, or judged. */
export interface AskedRow extends RowProposal {
  readonly verdict?: 'confirmed' | 'rejected'
  readonly name?: string
}

/** Rows of the comparison that nobody judged, the least sure first: as many as are judged in one sitting. */
export function askedRows({ compared, group, judged }: ComparedSubject): readonly AskedRow[] {
  const working = new Set(group.policies.flatMap(({ ref, entry }) => (entry?.name === ref ? [ref] : [])))
  // What waits in the file is asked here, too: only what was judged counts as asked.
  const rows = judged.concordance.rows.filter(({ verdict }) => verdict !== undefined)
  return newProposals({ rows }, compared.matrix, working)
}

/** What was judged of the schools that are compared. */
export function judgedRowsIn({ compared: { matrix }, judged }: ComparedSubject): readonly AskedRow[] {
  const refs = new Set(matrix.policies.map(({ ref }) => ref))
  const words = sentencesOf(matrix)
  return judged.concordance.rows.flatMap(({ verdict, name, called = '', score = 1, sentences }): AskedRow[] => {
    const names = sentences.map((given) => (typeof given === 'string' ? given : given.sentence))
    if (verdict === undefined || !names.some((each) => refs.has(sentenceIn(each).ref))) return []
    const told = names.map((each) => words.get(each) ?? { name: each, stance: 'statement' as const, words: '' })
    return [{ called, score, sentences: told, verdict, ...(name === undefined ? {} : { name }) }]
  })
}

/** Every sentence of the schools by its name, and every clause of several by its own. */
export function sentencesOf({ policies }: Matrix): ReadonlyMap<string, RowProposal['sentences'][number]> {
  const told = new Map<string, RowProposal['sentences'][number]>()
  for (const { ref, clauses } of policies)
    for (const clause of clauses) {
      const whole = `${ref}#${clause.id}`
      if (sentenceName(ref, clause, 0) === undefined) continue
      told.set(whole, { name: whole, stance: clause.modality, words: clause.text })
      for (const [at, { stance, text }] of clause.sentences.entries()) {
        const name = sentenceName(ref, clause, at)
        if (name !== undefined && name !== whole) told.set(name, { name, stance, words: text })
      }
    }
  return told
}

/** Everything a sentence can be joined with: the rules of the comparison, of one school, too. */
export interface Joinable {
  /** By which a form names it, and no other: "12 · Foto's (Linde)". */
  readonly label: string
  readonly sentences: readonly string[]
}

export function joinables({ compared: { matrix, setting } }: ComparedSubject): readonly Joinable[] {
  const clauses = matrix.policies.map((policy) => new Map(policy.clauses.map((each) => [each.id, each])))
  return matrix.rows.map(({ label, cells }, at) => ({
    label: `${at + 1} · ${label} (${cells.map(({ policy }) => setting.schools[policy]?.name ?? '').join(', ')})`,
    sentences: cells.flatMap(({ policy, sentences }) =>
      sentences.flatMap(({ clause: id, at: nth }) => {
        const clause = clauses[policy]?.get(id)
        return (clause && sentenceName(matrix.policies[policy]?.ref ?? '', clause, nth)) ?? []
      }),
    ),
  }))
}

/** By which it is known whether the rules are those that were shown, each at its number. */
export const rowsSeen = (all: readonly Joinable[]): string => fingerprint(new TextEncoder().encode(JSON.stringify(all)))

/**
 * The rule that a form joins a row with: by all its words, or by its number where the rules are still those that were shown. Undefined for none, and
 * for one that could be another by now.
 */
export function joinedIn(sent: Sent, at: number, all: readonly Joinable[]): Joinable | undefined {
  const typed = sent.text(`join-${at}`)
  const number = sent.text('rows') === rowsSeen(all) ? Number.parseInt(typed ?? '', 10) : Number.NaN
  return all.find(({ label }, index) => label.trim() === typed || index + 1 === number)
}
