import { join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { slug } from '../model/index.js'
import { exists, type Output, readTemplate } from '../workspace/index.js'
import { type Context, filesOf, type Outcome, UsageError } from './context.js'
import { publish } from './publish.js'

export interface InitAnswers {
  /** Where the workspace comes; relative to where the operator stands. */
  readonly folder: string
  /** The organisation's full name. */
  readonly organisation: string
  /** The first policy's title. */
  readonly title?: string
}

/** Makes a workspace, or adds an organisation to one: organisation.yaml, a first policy and a `.gitignore`. Overwrites nothing. */
export function init(
  context: Context,
  { folder, organisation, title = 'Protocol sociale media' }: InitAnswers,
): Outcome<{
  schema: 'clausule/init@1'
  root: string
  organisation: string
  written: readonly string[]
}> {
  const name = slug(organisation)
  if (name === '') throw new UsageError(`"${organisation}" has no letters to name a folder by.`)
  const root = resolve(context.cwd, folder)
  const home = join(root, 'policies', name)
  const files = filesOf(context)
  if (exists(files, join(home, 'organisation.yaml'))) throw new UsageError(`${join(home, 'organisation.yaml')} is already there.`)

  const policy = readTemplate(undefined, 'init/policy.md').replace(/@(title|organisation)\b/g, (_, key) =>
    key === 'title' ? JSON.stringify(title) : name,
  )
  const brand = { colours: { primary: '#1f4e79', accent: '#e0a100' }, cover: 'band' }
  const outputs: Output[] = [
    { path: join(home, 'organisation.yaml'), bytes: stringify({ name: organisation, brand }) },
    { path: join(home, `${slug(title) || 'beleid'}.md`), bytes: policy },
    { path: join(root, '.gitignore'), bytes: 'out/\n' },
  ].filter(({ path }) => !exists(files, path))
  const { written } = publish({ ...context, workspace: { root, cwd: context.cwd, files } }, { outputs, messages: [] })
  const first = `${name}/${slug(title) || 'beleid'}`
  return {
    messages: [],
    data: { schema: 'clausule/init@1', root, organisation: name, written },
    text: () =>
      ['Made:', ...written.map((path) => `  ${path}`), '', `Next: clausule lint ${first}, then clausule build ${first}`].join(
        '\n',
      ),
    written,
  }
}
