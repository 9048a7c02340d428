import type { Message, Policy } from '../model/index.js'
import { loadPolicy } from './load.js'
import { nearNames } from './near.js'
import { listPolicies, listTemplates, type Workspace } from './root.js'

/**
 * What is said of a template that is not there, and the texts its name may mean: what there is to choose from is templates and policies that
 * have an edition. Of an edition that is not there `messages` say enough.
 */
export function unknownTemplate(
  workspace: Workspace,
  wanted: string,
  cwd: string,
  messages: readonly Message[],
): { readonly messages: readonly Message[]; readonly about: readonly Policy[] } {
  const [base = '', version] = wanted.split('@')
  const policyOf = (name: string): readonly Policy[] => {
    const policy = loadPolicy(workspace, name, cwd).value?.policy
    return policy ? [policy] : []
  }
  const about = policyOf(base)
  if (about.length > 0) return { messages, about }
  const all = [...listTemplates(workspace), ...listPolicies(workspace)]
  const known = all.flatMap(({ name, releases }) => (releases.length > 0 ? name : []))
  const near = nearNames(base, known)
  const names = near.map((name) => (version === undefined ? name : `${name}@${version}`))
  const message: Message = {
    rule: 'name/unknown',
    form: 'template',
    values: { name: wanted },
    severity: 'error',
    place: { file: wanted, line: 1, column: 1 },
    expected: known,
    ...(names.length > 0 ? { note: { phrase: 'hint.near', values: { names } } as const } : {}),
  }
  return { messages: [message], about: near.flatMap(policyOf) }
}
