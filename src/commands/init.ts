import { isAbsolute, join, relative, resolve } from 'node:path'
import { stringify } from 'yaml'
import { type Language, slug } from '../model/index.js'
import { type Context, filesOf, type Outcome, publish, type Say, type StarterSubject, UsageError } from '../secretariat/index.js'
import { exists, missingSchemas, type Output, schemaComment } from '../workspace/index.js'
import { starterFor } from './starter.js'

export interface InitAnswers {
  /** Where the workspace comes; relative to where the operator stands. */
  readonly folder: string
  /** The organisation's full name. */
  readonly organisation: string
  /** The language of the first policy; that of the operator's system when absent, else Dutch. */
  readonly lang?: Language
  /** What the first policy is about; what its title says, or social media, when absent. */
  readonly subject?: StarterSubject
  /** The first policy's title. */
  readonly title?: string
}

export interface InitReport {
  readonly schema: 'clausule/init@1'
  readonly root: string
  readonly organisation: string
  readonly policy: string
  readonly written: readonly string[]
  /** Commands to go on with, as a shell takes them. */
  readonly next: readonly string[]
}

/** Makes a workspace, or adds an organisation to one: organisation.yaml, a first policy and a `.gitignore`. Overwrites nothing. */
export function init(context: Context, answers: InitAnswers): Outcome<InitReport> {
  const { folder, organisation, lang = context.reader?.usual ?? 'nl', title } = answers
  const name = slug(organisation)
  if (name === '') throw new UsageError({ phrase: 'usage.no-letters', values: { name: organisation } })
  const root = resolve(context.cwd, folder)
  const home = join(root, 'policies', name)
  const files = filesOf(context)
  if (exists(files, join(home, 'organisation.yaml')))
    throw new UsageError({ phrase: 'usage.already-there', values: { path: join(home, 'organisation.yaml') } })

  const subject = answers.subject ?? (title === undefined ? 'social-media' : undefined)
  const first = starterFor(context.workspace, home, name, {
    lang,
    ...(subject === undefined ? {} : { subject }),
    ...(title === undefined ? {} : { title }),
  })
  const brand = { colours: { primary: '#1f4e79', accent: '#e0a100' }, cover: 'band' }
  const workspace = { root, cwd: context.cwd, files }
  const outputs: Output[] = [
    { path: join(home, 'organisation.yaml'), bytes: schemaComment('organisation') + stringify({ name: organisation, brand }) },
    first.output,
    { path: join(root, '.gitignore'), bytes: 'out/\n' },
    ...missingSchemas(workspace, lang),
  ].filter(({ path }) => !exists(files, path))
  const { written } = publish({ ...context, workspace }, { outputs, messages: [] })
  const policy = `${name}/${first.name}`
  const next = [...stepInto(context.cwd, root), ...stepsFor(policy)]
  return {
    messages: [],
    data: { schema: 'clausule/init@1', root, organisation: name, policy, written, next },
    text: (_paint, say) =>
      [
        ...made(written, say),
        '',
        ...steps(next, say),
        '',
        say({ phrase: 'done.open', values: { path: join('out', `${policy}-0.1.0.pdf`) } }),
        say({ phrase: 'done.edit', values: { path: relative(root, first.output.path) } }),
      ].join('\n'),
    written,
  }
}

/** What was made, for a person. */
export const made = (written: readonly string[], say: Say): string[] => [
  say({ phrase: 'done.made' }),
  ...written.map((path) => `  ${path}`),
]

/** Commands, for a person to copy. */
export const steps = (next: readonly string[], say: Say): string[] => [
  say({ phrase: 'done.next' }),
  ...next.map((step) => `  ${step}`),
]

/** The commands a new policy is judged and published with. */
export const stepsFor = (policy: string): string[] => [`clausule lint ${policy}`, `clausule build ${policy}`]

function stepInto(cwd: string, root: string): string[] {
  const path = relative(cwd, root)
  if (path === '') return []
  const shown = isAbsolute(path) || path.startsWith('..') ? root : path
  return [`cd ${/^[\w./\\:-]+$/.test(shown) && !shown.startsWith('-') ? shown : `"${shown}"`}`]
}
