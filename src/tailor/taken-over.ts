import { clauses, NO_ATTRIBUTES } from '../model/index.js'
import { ownContent, ownWords } from './merge/index.js'
import type { UpgradeDecisions, UpgradePlan } from './upgrade.js'

/**
 * Whether a school stands at the edition already with these decisions recorded, its own words in the text and these answers given: applying the
 * plan again would change nothing.
 */
export function isTakenOver({ input: { school, from, to, answers } }: UpgradePlan, decisions: UpgradeDecisions): boolean {
  const { decisions: recorded = {}, parameters = {} } = school.metadata
  const words = new Map(clauses(school).map(({ id, node }) => [id, node.type === 'note' ? undefined : ownWords(node)]))
  return (
    from.version === to.version &&
    from.hash === to.hash &&
    [...decisions].every(([id, decided]) => {
      const own = recorded[id]
      const content = ownContent({ decided })
      const said = content && ownWords({ type: 'paragraph', content, attributes: NO_ATTRIBUTES, place: { line: 1, column: 1 } })
      return (
        own?.choice === decided.way &&
        own.to === to.version &&
        own.why === decided.why &&
        (said === undefined || said === words.get(id))
      )
    }) &&
    Object.entries(answers?.parameters ?? {}).every(([name, value]) => JSON.stringify(parameters[name]) === JSON.stringify(value))
  )
}
