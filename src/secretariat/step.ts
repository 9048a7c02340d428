import type { Dossier, Step } from '../decide/index.js'
import { hasErrors, type Message } from '../model/index.js'
import { editSource } from '../read/index.js'
import { type Loaded, type Output, type PolicyEntry, withPending, withSchemaFrom } from '../workspace/index.js'
import { type Context, filesOf, requireWorkspace, UsageError } from './context.js'
import { correctedSince } from './corrected/index.js'
import { judge } from './judge.js'
import { selectPolicies } from './select.js'
import { surroundings } from './surroundings.js'

/** The working text a step is taken with, judged as `lint` judges it. */
export interface Ready {
  readonly loaded: Loaded
  readonly entry: PolicyEntry
  readonly dossier: Dossier
  readonly messages: readonly Message[]
}

/** Finds the working text of a policy and what a step needs to know of it. With an error among the messages no step is taken. */
export function ready(context: Context, name: string): { readonly value?: Ready; readonly messages: readonly Message[] } {
  requireWorkspace(context)
  const { value, messages } = selectPolicies(context, [name], { own: true, write: true })
  const [loaded] = value
  if (!loaded || hasErrors(messages)) return { messages }
  const { entry } = loaded
  if (!entry) throw new UsageError({ phrase: 'usage.no-policy', values: { name } })
  const judged = judge(context, loaded, correctedSince)
  const organisation = judged.organisation?.organisation
  const { releases, keeps, asked } = surroundings(context, loaded, correctedSince, organisation)
  const { today } = filesOf(context)
  const dossier: Dossier = {
    policy: loaded.policy,
    releases,
    today,
    ...(organisation ? { organisation } : {}),
    ...(keeps ? { keeps } : {}),
    ...(asked ? { asked } : {}),
  }
  return { value: { loaded, entry, dossier, messages: judged.messages }, messages: [...messages, ...judged.messages] }
}

/** The working text with a step written into its front matter; all else stays byte for byte, but the way to a schema where it goes to another folder. */
export function writing({ path, bytes, policy }: Loaded, edits: Step['edits'], to = path): Output {
  const text = editSource(new TextDecoder().decode(bytes), edits)
  if (text === undefined) throw new Error(`The front matter of ${policy.file} was read and cannot be edited`)
  return { path: to, bytes: withSchemaFrom(text, path, to) }
}

/** The workspace as it will be when these are written: what is made of them is made from it. */
export function withWritten(context: Context, outputs: readonly Output[]): Context {
  const workspace = requireWorkspace(context)
  const files = withPending(filesOf(context), outputs)
  return { ...context, files, workspace: { ...workspace, files } }
}
