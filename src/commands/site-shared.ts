import type { Message } from '../model/index.js'
import { type Made, type MadePolicy, type SiteFile, type SiteSetting, sharedFiles } from '../site/index.js'
import type { loadSiteLayout, Workspace } from '../workspace/index.js'
import { type organisationsOf, subjectName } from './site-setting.js'
import { sizesOf } from './site-write.js'

/** What the pages about several policies are made of. */
interface SharedParts {
  /** The hash of all of them. */
  readonly key: string
  readonly owners: ReturnType<typeof organisationsOf>['owners']
  readonly layout: ReturnType<typeof loadSiteLayout>
  readonly summaries: readonly MadePolicy['summary'][]
  readonly compared: readonly { readonly subject: string; readonly names: readonly string[] }[]
  readonly parts: readonly (readonly [string, Made])[]
}

/** The pages about several policies, and what is kept of them. */
export function makeShared(
  workspace: Workspace,
  setting: SiteSetting,
  { key, owners, layout, summaries, compared, parts }: SharedParts,
): { readonly files: readonly SiteFile[]; readonly messages: readonly Message[]; readonly made: Made } {
  const { files, messages } = sharedFiles(
    {
      policies: summaries,
      organisations: owners.filter(({ folder: own }) => summaries.some(({ organisation }) => organisation.folder === own)),
      subjects: [...new Set(summaries.flatMap(({ subject }) => subject ?? []))].sort().map((subject) => ({
        subject,
        name: subjectName(workspace, subject, setting.lang),
        compared: compared.find((each) => each.subject === subject)?.names.length ?? 0,
      })),
      style: layout.style,
      script: layout.script,
      searchScript: layout.searchScript,
      others: new Set(parts.flatMap(([, { files: all }]) => all.map(([path]) => path))),
      outside: parts.map(([from, { outside }]) => ({ from, targets: outside })),
    },
    setting,
  )
  // What was said of it is said again as long as it is so.
  return { files, messages, made: { key: messages.length === 0 ? key : '', files: sizesOf(files), outside: [] } }
}
