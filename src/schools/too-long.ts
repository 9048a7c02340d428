import { clauses, type Message, type Policy, plainText } from '../model/index.js'

/** What policies of schools are compared within in some seconds, every sentence of one held against all others. */
const MOST = { clauses: 3_000, letters: 300_000 } as const

/** That a text is too long to be compared with those of other schools, where it is. */
export function tooLong({ policy }: { readonly policy: Policy }): readonly Message[] {
  const refuse = (form: keyof typeof MOST, count: number): readonly Message[] => [
    {
      rule: 'file/compared',
      form,
      values: { count, most: MOST[form] },
      severity: 'error',
      place: { file: policy.file, line: 1, column: 1 },
    },
  ]
  const all = clauses(policy)
  if (all.length > MOST.clauses) return refuse('clauses', all.length)
  const letters = all.reduce((sum, { node }) => sum + plainText(node).length, 0)
  return letters > MOST.letters ? refuse('letters', letters) : []
}
