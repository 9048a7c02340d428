import { join } from 'node:path'
import { type Language, slug } from '../model/index.js'
import {
  type Context,
  filesOf,
  type Outcome,
  publish,
  requireWorkspace,
  type StarterSubject,
  UsageError,
} from '../secretariat/index.js'
import { exists, listPolicies, loadPolicy, missingSchemas } from '../workspace/index.js'
import { findOwner } from './import-organisation.js'
import { made, steps, stepsFor } from './init.js'
import { starterFor } from './starter.js'

interface NewPolicy {
  readonly title?: string
  readonly subject?: StarterSubject
  /** The folder or the full name of an organisation; the only one when absent. */
  readonly organisation?: string
  /** The language of the organisation's other policies when absent. */
  readonly lang?: Language
}

interface NewReport {
  readonly schema: 'clausule/new@1'
  readonly policy: string
  readonly written: readonly string[]
  /** Commands to go on with. */
  readonly next: readonly string[]
}

/**
 * Adds a policy to an organisation: a draft on the subject asked for, or on the one its title speaks of. `wanted` is its name,
 * `organisation/name`, or its title. Overwrites nothing.
 */
export function newPolicy(context: Context, wanted: string, options: NewPolicy = {}): Outcome<NewReport> {
  const workspace = requireWorkspace(context)
  const { subject } = options
  const [, named, rest = wanted] = /^([^/\s]+)\/(.+)$/.exec(wanted) ?? []
  const organisation = ownerOf(context, options.organisation, named)
  const isName = slug(rest) === rest
  const title = options.title ?? (isName ? undefined : rest)
  const home = join(workspace.root, 'policies', organisation)
  const lang = options.lang ?? languageOf(context, organisation)
  const starter = starterFor(workspace, home, organisation, {
    lang,
    ...(subject === undefined ? {} : { subject }),
    ...(title === undefined ? {} : { title }),
    ...(isName ? { name: rest } : {}),
  })
  const policy = `${organisation}/${starter.name}`
  if (exists(filesOf(context), starter.output.path))
    throw new UsageError({ phrase: 'usage.policy-there', values: { name: policy } })
  const { written, shown } = publish(context, { outputs: [starter.output, ...missingSchemas(workspace, lang)], messages: [] })
  const next = stepsFor(policy)
  return {
    messages: [],
    lang,
    data: { schema: 'clausule/new@1', policy, written: shown, next },
    text: (_paint, say) => [...made(written, say), '', ...steps(next, say)].join('\n'),
    written,
  }
}

function ownerOf(context: Context, ...wanted: readonly (string | undefined)[]): string {
  const { root } = requireWorkspace(context)
  const folders = wanted.flatMap((name) => (name === undefined ? [] : [findOwner(context, name)]))
  for (const { folder, known } of folders) {
    if (!known)
      throw new UsageError({ phrase: 'usage.no-such-organisation', values: { name: folder, folder: join(root, 'policies') } })
  }
  const found = new Set(folders.map(({ folder }) => folder))
  if (found.size > 1) throw new UsageError({ phrase: 'usage.two-organisations', values: { names: [...found] } })
  const [only, ...others] = found.size === 1 ? found : new Set(organisationsIn(context))
  if (only === undefined) throw new UsageError({ phrase: 'usage.no-organisation', values: { folder: join(root, 'policies') } })
  if (others.length > 0) throw new UsageError({ phrase: 'usage.several-organisations', values: { names: [only, ...others] } })
  return only
}

/** Whose policies there are. */
const organisationsIn = (context: Context): string[] =>
  listPolicies(requireWorkspace(context)).map(({ organisation }) => organisation)

/** What the organisation's policies are written in where that is one language; else Dutch, as a policy that names none. */
function languageOf(context: Context, organisation: string): Language {
  const { workspace, cwd } = context
  const entries = workspace ? listPolicies(workspace).filter((entry) => entry.organisation === organisation) : []
  const [only, ...others] = new Set(entries.map(({ name }) => loadPolicy(workspace, name, cwd).value?.policy.metadata.lang))
  return others.length === 0 && only !== undefined ? only : 'nl'
}
