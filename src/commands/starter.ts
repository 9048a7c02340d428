import { join } from 'node:path'
import { type Language, slug } from '../model/index.js'
import { editFrontMatter, readPolicy, writePolicy } from '../read/index.js'
import { type StarterSubject, UsageError } from '../secretariat/index.js'
import { type Output, readTemplate, schemaComment, subjectOf, type Workspace } from '../workspace/index.js'

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
  const { lang, subject = subjectOf(workspace, wanted.title ?? wanted.name) as StarterSubject } = wanted
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
