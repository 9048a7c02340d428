import { relative } from 'node:path'
import { PAPERS } from '../../../commands/diff.js'
import type { ImportReport } from '../../../commands/import.js'
import { readPolicy } from '../../../read/index.js'
import { homeOf } from '../../../secretariat/context.js'
import { withWritten } from '../../../secretariat/step.js'
import { compareNamed, reportOn } from '../../../secretariat/versions.js'
import { loadPolicy, outPath } from '../../../workspace/index.js'
import type { DeskPage, DeskRequest } from '../../types.js'

/** What a file changes in the policy that it becomes a version of. */
export interface Changes {
  /** The title of the policy. */
  readonly title: string
  /** It has the words of a version that is there: nothing would be written. */
  readonly isKnown: boolean
  /** The version it becomes, and that of the working text. */
  readonly version: string
  readonly former: string
  /** It names decisions of its own, or says of itself that it is no draft. */
  readonly isDecided: boolean
  readonly shown: Pick<DeskPage, 'document' | 'labels'> | undefined
}

/** The working text beside the version that a file becomes, which is written nowhere yet. */
export function changesBy({ context }: DeskRequest, name: string, { ref, markdown }: ImportReport['policy']): Changes {
  const { value: loaded } = loadPolicy(context.workspace, name, context.cwd)
  const version = ref.split('@')[1] ?? ''
  const versions = [loaded?.policy.metadata.version, ...(loaded?.entry?.releases ?? []).map((release) => release.version)]
  const path = outPath(homeOf(context), 'import', 'next.md')
  const after = withWritten(context, [{ path, bytes: markdown }])
  const { value: compared } = compareNamed(after, [name, relative(context.cwd, path)])
  const report = compared && reportOn(compared, PAPERS.redline)
  const { status, approvals = [] } = readPolicy(markdown, ref).value.metadata
  return {
    title: loaded?.policy.metadata.title ?? name,
    isDecided: approvals.length > 0 || (status !== undefined && status !== 'draft'),
    isKnown: versions.includes(version),
    version,
    former: loaded?.policy.metadata.version ?? '',
    shown: report && { document: report.document('screen'), labels: report.labels?.() ?? {} },
  }
}
