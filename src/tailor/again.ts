import { clauses, type Message } from '../model/index.js'
import type { Answers } from './questions.js'
import { openSteps, type UpgradePlan } from './upgrade.js'
import { blanksIn, writtenIn } from './written-out.js'

/** The answers that are others than before. */
export function otherAnswers(before: Answers, now: Answers): Answers {
  const others = <T>(key: keyof Answers) =>
    Object.fromEntries(
      Object.entries(now[key]).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[key][name])),
    ) as Record<string, T>
  return { parameters: others('parameters'), variants: others('variants'), optional: others('optional') }
}

/** The clauses that do not follow the new answers: those that the school edited, and those that no longer print what was answered. */
export function unfollowedAnswers({ input: { school, answers, from }, steps, ...plan }: UpgradePlan): readonly Message[] {
  const own = new Map(clauses(school).map((clause) => [clause.id, clause]))
  const about = (id: string) => ({ ...(own.get(id)?.node.place ?? { line: 1, column: 1 }), file: school.file })
  const open = openSteps({ steps, ...plan }).flatMap(({ id }): Message[] =>
    id === undefined || school.metadata.decisions?.[id]?.choice === 'open'
      ? []
      : [{ rule: 'answer/kept', form: 'edited', severity: 'warning', values: { id }, place: about(id) }],
  )
  const printed = clauses(from.policy).flatMap(({ id, node }): Message[] => {
    const ours = id === undefined ? undefined : own.get(id)?.node
    if (id === undefined || !ours || ours.type === 'note' || node.type === 'note') return []
    if (node.attributes.values.variant !== ours.attributes.values.variant) return []
    return blanksIn(node).flatMap((name): Message[] => {
      const isAsked = Object.hasOwn(answers?.parameters ?? {}, name) && school.metadata.parameters?.[name] !== undefined
      if (!isAsked || blanksIn(ours).includes(name) || writtenIn(ours, name, school).length > 0) return []
      return [{ rule: 'answer/kept', form: 'printed', severity: 'info', values: { id, name }, place: about(id) }]
    })
  })
  return [...open, ...printed]
}
