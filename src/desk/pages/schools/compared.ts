import { join } from 'node:path'
import { selectCompared, tablesOf } from '../../../commands/compared-policies.js'
import { type ComparedSchools, compareLoaded } from '../../../commands/schools.js'
import { type Concordance, parseConcordance } from '../../../schools/index.js'
import { requireWorkspace } from '../../../secretariat/context.js'
import type { SubjectGroup } from '../../../workspace/index.js'
import { readText, showPath } from '../../../workspace/index.js'
import { fingerprint } from '../../policies.js'
import { attempt } from '../../told.js'
import type { DeskRequest, Markup } from '../../types.js'

/** Where persons say which sentences make one rule. */
export interface ConcordanceFile {
  readonly path: string
  readonly source: string | undefined
  readonly concordance: Concordance
}

export function judgedIn({ context }: DeskRequest): ConcordanceFile {
  const workspace = requireWorkspace(context)
  const path = join(workspace.root, 'policies', 'concordance.yaml')
  const source = readText(workspace.files, path)
  return { path, source, concordance: parseConcordance(source, showPath(workspace, path)) }
}

/** By which it is known whether the file is as it was when it was shown. */
export const seenOf = ({ source = '' }: ConcordanceFile): string => fingerprint(new TextEncoder().encode(source))

/** The policies of the workspace that can be compared, by subject; or why there are none. */
export async function subjectsIn(
  request: DeskRequest,
): Promise<{ readonly groups: readonly SubjectGroup[]; readonly wrong?: Markup }> {
  const { value, wrong } = await attempt(request, () => tablesOf(request.context, selectCompared(request.context, [], {})))
  return value ? { groups: value.groups } : { groups: [], wrong }
}

/** By which a subject stands in an address. */
export const subjectKey = ({ subject }: SubjectGroup): string => subject ?? '-'

export const addressOfSubject = (group: SubjectGroup): string => `/schools/${encodeURIComponent(subjectKey(group))}`

export interface ComparedSubject {
  readonly group: SubjectGroup
  readonly compared: ComparedSchools
  readonly judged: ConcordanceFile
}

/** The comparison that an address names. */
export async function subjectIn(request: DeskRequest): Promise<ComparedSubject | undefined> {
  const { groups } = await subjectsIn(request)
  const group = groups.find((each) => subjectKey(each) === request.params.subject)
  if (!group) return undefined
  const judged = judgedIn(request)
  return { group, judged, compared: compareLoaded(request.context, group.policies, undefined, judged.concordance) }
}
