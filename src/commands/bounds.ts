import { clauses, type Message, plainText } from '../model/index.js'
import type { Loaded } from '../workspace/index.js'

/** What two versions are compared within in some seconds; and what policies of schools are, of which every sentence is held against all others. */
const MOST = {
  versions: { clauses: 25_000, letters: Number.POSITIVE_INFINITY },
  schools: { clauses: 5_000, letters: 300_000 },
} as const

/** That a text is too long to be compared, where it is. */
export function tooLong({ policy }: Loaded, as: keyof typeof MOST): readonly Message[] {
  const most = MOST[as]
  const refuse = (form: 'clauses' | 'letters', count: number): readonly Message[] => [
    {
      rule: 'file/compared',
      form,
      values: { count, most: most[form] },
      severity: 'error',
      place: { file: policy.file, line: 1, column: 1 },
    },
  ]
  const all = clauses(policy)
  if (all.length > most.clauses) return refuse('clauses', all.length)
  if (most.letters === Number.POSITIVE_INFINITY) return []
  const letters = all.reduce((sum, { node }) => sum + plainText(node).length, 0)
  return letters > most.letters ? refuse('letters', letters) : []
}
