import { listPolicies, loadOrganisation } from '../workspace/index.js'
import { choice, field } from './markup.js'
import type { DeskRequest, Markup, Sent } from './types.js'

/** What stands for an organisation that is not there yet. */
const OTHER = '+'

/** The organisations of the workspace that have policies: folder and name. */
export function ownersIn({ context: { workspace } }: DeskRequest): readonly { readonly value: string; readonly text: string }[] {
  const folders = workspace ? [...new Set(listPolicies(workspace).map(({ organisation }) => organisation))] : []
  return folders.map((value) => ({
    value,
    text: (workspace && loadOrganisation(workspace, value).value?.organisation.name) ?? value,
  }))
}

/** Whose policy it will be: an organisation that is there, or the name of another. `sent` is what was typed before, `wrong` what is wrong with the name. */
export function ownerFields(request: DeskRequest, sent?: Sent, wrong?: string): Markup {
  const { say } = request
  const owners = ownersIn(request)
  const isFirst = owners.length === 0
  const other = field({
    name: 'name',
    label: say(isFirst ? 'desk.begin.name' : 'desk.begin.name.other'),
    hint: isFirst ? say('desk.begin.name.hint') : undefined,
    value: sent?.text('name'),
    required: isFirst,
    wrong,
  })
  if (isFirst) return [other]
  const options = [...owners, { value: OTHER, text: say('desk.begin.organisation.other') }]
  const value = sent?.text('organisation') ?? owners[0]?.value
  return [choice({ name: 'organisation', label: say('desk.begin.organisation'), value, options }), other]
}

/** Whose it is, by folder or by full name. Undefined where nobody said. */
export function ownerSent({ context }: DeskRequest, sent: Sent): { readonly name: string | undefined; readonly isNew: boolean } {
  const organisation = sent.text('organisation')
  const isNew = context.workspace === undefined || organisation === undefined || organisation === OTHER
  return { name: isNew ? sent.text('name') : organisation, isNew }
}
