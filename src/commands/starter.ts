import { join } from 'node:path'
import { parse } from 'yaml'
import { readOnce } from '../language/index.js'
import { editorSchemas, type Language, slug } from '../model/index.js'
import { editFrontMatter, readPolicy, writePolicy } from '../read/index.js'
import { type Output, readTemplate, type Workspace } from '../workspace/index.js'
import { UsageError } from './context.js'
import type { StarterSubject } from './formats.js'

/** What is known of a policy that does not exist yet. */
export interface Wanted {
  readonly lang: Language
  /** What it is about; taken from the title, or else from the name, when absent. */
  readonly subject?: StarterSubject
  /** As it stands on the cover; the starter's own when absent. */
  readonly title?: string
  /** The name of its file; made of its title when absent. */
  readonly name?: string
}

/** A policy to begin with. */
interface Starter {
  readonly name: string
  readonly title: string
  readonly subject: StarterSubject
  readonly output: Output
}

/**
 * The starter of a subject under the title that is wanted, for a place among an organisation's policies. Starters are
 * `templates/init/<subject>.<lang>.md`, the workspace's own before ours.
 */
export function starterFor(workspace: Workspace | undefined, home: string, organisation: string, wanted: Wanted): Starter {
  const { lang, subject = subjectOf(workspace, wanted.title ?? wanted.name) } = wanted
  const source = readPolicy(readTemplate(workspace, `init/${subject}.${lang}.md`), `${subject}.${lang}.md`).value
  // A blank policy has no title of its own worth having.
  const spelled = wanted.name === undefined ? undefined : capital(wanted.name.replaceAll('-', ' '))
  const title = wanted.title ?? (subject === 'blank' ? spelled : undefined) ?? source.metadata.title
  const name = wanted.name ?? slug(title)
  if (name === '') throw new UsageError({ phrase: 'usage.no-letters', values: { name: title } })
  const yaml = editFrontMatter(source.yaml, [
    { path: ['title'], value: title },
    { path: ['organisation'], value: organisation },
  ])
  return {
    name,
    title,
    subject,
    output: {
      path: join(home, `${name}.md`),
      bytes: writePolicy({ ...source, yaml: `${schemaComment('policy')}${yaml ?? source.yaml}` }),
    },
  }
}

/** The subject a title speaks of: the first of `templates/init/subjects.yaml` that has words in it; the last where none has. */
export function subjectOf(workspace: Workspace | undefined, title = ''): StarterSubject {
  const subjects = subjectsOf(readTemplate(workspace, 'init/subjects.yaml'))
  const words = ` ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const named = Object.entries(subjects).find(([, known]) => known.some((word) => words.includes(word)))
  return (named?.[0] as StarterSubject | undefined) ?? 'blank'
}

/** Asked of each policy of a comparison. */
const subjectsOf = readOnce((text) => parse(text) as Readonly<Record<StarterSubject, readonly string[]>>)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type SchemaName = keyof ReturnType<typeof editorSchemas>

const FOLDER = '.clausule'

/** Tells editors where the schema of the YAML below it is, from an organisation's folder. */
export const schemaComment = (name: SchemaName): string => `# yaml-language-server: $schema=../../${FOLDER}/${name}.schema.json\n`

/** The schemas themselves, to stand in a workspace: an editor asks no other place for them. */
export const schemaFiles = (root: string): Output[] =>
  Object.entries(editorSchemas()).map(([name, schema]) => ({
    path: join(root, FOLDER, `${name}.schema.json`),
    bytes: `${JSON.stringify(schema, null, 2)}\n`,
  }))
