import { createHash } from 'node:crypto'
import type { Message } from '../model/index.js'
import { selectPolicies } from '../secretariat/select.js'
import { type Loaded, loadPolicy } from '../workspace/index.js'
import { addressOf } from './navigation.js'
import { missingPage } from './plain-pages.js'
import type { Crumb, DeskPage, DeskRequest, Sent } from './types.js'

/** The policy that an address names, `@version` behind it where it names one. */
export const nameIn = ({ params }: DeskRequest): string =>
  `${params.organisation}/${params.policy}${params.version === undefined ? '' : `@${params.version}`}`

/** What an address leads to: a text of the workspace with what was found in reading it, or the page that says that there is none. */
export type FoundPolicy =
  | { readonly loaded: Loaded; readonly messages: readonly Message[]; readonly page?: undefined }
  | { readonly loaded?: undefined; readonly messages?: undefined; readonly page: DeskPage }

/** The text an address names. Only policies and templates by their names: no path leads out of the workspace. */
export function policyIn(request: DeskRequest): FoundPolicy {
  const { context } = request
  const { value, messages } = loadPolicy(context.workspace, nameIn(request), context.cwd)
  if (value?.entry) {
    const { messages: own } = selectPolicies(context, [nameIn(request)], { own: true })
    return own.some(({ rule }) => rule === 'file/outside') ? { page: missingPage(request) } : { loaded: value, messages }
  }
  return { page: missingPage(request) }
}

/** Whether a text can be written in as a text: it was read whole, so that nothing of it is lost when it is written back. */
export const isReadWhole = (messages: readonly Message[]): boolean =>
  !messages.some(
    ({ rule, form, severity }) =>
      severity === 'error' &&
      ((rule.startsWith('file/') && rule !== 'file/empty') ||
        (rule === 'front-matter/yaml' && (form === 'unclosed' || form === 'unopened'))),
  )

/** What was shown, by which it is known again. */
export const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Whether the text is still as it was when the form was shown that is sent now. */
export const isAsShown = (sent: Sent, { bytes }: Loaded): boolean => sent.text('seen') === fingerprint(bytes)

/** The way to a page of a policy, by the page `between`. */
export const crumbsTo = (
  { say }: DeskRequest,
  { ref, policy, entry }: Loaded,
  here?: string,
  between?: Crumb,
): readonly Crumb[] => {
  const name = entry?.name ?? ref
  const title = policy.metadata.title
  return [
    { text: say('desk.nav.overview'), address: '/' },
    here === undefined ? { text: title } : { text: title, address: addressOf(name) },
    ...(between ? [between] : []),
    ...(here === undefined ? [] : [{ text: here }]),
  ]
}
