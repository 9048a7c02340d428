import { join } from 'node:path'
import { stringify } from 'yaml'
import { type Imported, importedOrganisation } from '../import/index.js'
import { type Message, type Phrase, slug } from '../model/index.js'
import { type Context, filesOf, UsageError } from '../secretariat/index.js'
import { exists, loadOrganisation, type Output } from '../workspace/index.js'

/** Whom a file is brought in for. */
export interface Owner {
  /** Folder name. */
  readonly folder: string
  /** The names it goes by, the full name first; none when nobody said any. */
  readonly names: readonly string[]
  /** It has an organisation.yaml. */
  readonly known: boolean
  readonly messages: readonly Message[]
}

/** Where texts of an organisation stand: its own, or those that others adapt. */
export type Home = 'policies' | 'templates'

/** The organisation that is asked for by the name of its folder or by its full name. */
export function findOwner({ workspace }: Context, wanted: string, home: Home = 'policies'): Owner {
  const folder = slug(wanted)
  if (folder === '') throw new UsageError({ phrase: 'usage.no-letters', values: { name: wanted } })
  const file = workspace && join(workspace.root, home, folder, 'organisation.yaml')
  if (workspace && file !== undefined && exists(workspace.files, file)) {
    const { value, messages } = loadOrganisation(workspace, folder)
    const names = [value?.organisation.name, value?.organisation.short].flatMap((name) => name ?? [])
    return { folder, names, known: true, messages }
  }
  // A folder's name is not how anybody spells the organisation.
  return { folder, names: wanted === folder ? [] : [wanted], known: false, messages: [] }
}

/** An organisation.yaml for an owner that has none: the name that was given or printed, and the address that was found. */
export function newOrganisation(
  { workspace }: Context,
  { folder, names }: Owner,
  imported: Imported,
  home: Home = 'policies',
): Output[] {
  if (!workspace) return []
  const [given] = names
  const organisation = importedOrganisation(given === undefined ? imported : { ...imported, organisation: given }, folder)
  const kind = home === 'templates' ? { kind: 'sector' as const } : {}
  return [{ path: join(workspace.root, home, folder, 'organisation.yaml'), bytes: stringify({ ...organisation, ...kind }) }]
}

/** The workspace; where there is none, the folder the operator stands in becomes one, with what is brought in and nothing else. */
export function withWorkspace(context: Context, plan: { readonly outputs: Output[]; readonly done: Phrase[] }): Context {
  if (context.workspace) return context
  const { cwd } = context
  const files = filesOf(context)
  const ignored = join(cwd, '.gitignore')
  if (!exists(files, ignored)) plan.outputs.push({ path: ignored, bytes: 'out/\n' })
  plan.done.push({ phrase: 'done.workspace', values: { folder: cwd } })
  return { ...context, workspace: { root: cwd, cwd, files } }
}
