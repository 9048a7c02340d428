import { join } from 'node:path'
import { once } from '../language/index.js'
import { append, clauses } from '../model/index.js'
import { parseConcordance, textsRead } from '../schools/index.js'
import { filesOf } from '../secretariat/index.js'
import { comparisonFiles, counterpartsIn, type GroupData, hashOf, type MadeGroup } from '../site/index.js'
import { readText, showPath } from '../workspace/index.js'
import { compareLoaded } from './schools.js'
import { groupFile, isWhole, readGroup } from './site-cache.js'
import { subjectName } from './site-setting.js'
import { inBytes, type Looked, type Work } from './site-work.js'
import { sizesOf } from './site-write.js'

/** Policies of several organisations on one subject. */
export interface SitePolicies {
  readonly subject: string
  readonly members: readonly Looked[]
}

export const groupsOf = (looked: readonly Looked[]): readonly SitePolicies[] =>
  [...new Set(looked.flatMap(({ subject }) => subject ?? []))].flatMap((subject) => {
    const members = looked.filter((policy) => policy.subject === subject)
    return members.length > 1 ? [{ subject, members }] : []
  })

export interface ComparedGroup {
  readonly subject: string
  readonly names: readonly string[]
  readonly made: MadeGroup
  /** What stands beside the clauses of its policies. */
  readonly counterparts: () => GroupData['counterparts']
}

/** The comparison of a group, as it was or made anew. */
export function compareGroup(work: Work, group: SitePolicies): ComparedGroup {
  const { workspace, folder, cache } = work
  const { subject, members } = group
  const files = filesOf(work.context)
  const path = join(workspace.root, 'policies', 'concordance.yaml')
  const judged = readText(files, path)
  const names = members.map(({ entry }) => entry.name)
  const key = hashOf(subject, judged ?? '', ...members.flatMap(({ entry, compared }) => [entry.name, compared]))
  const known = cache?.groups[subject]
  const anew = once(() => compareAnew(work, group, key, parseConcordance(judged, showPath(workspace, path))))
  if (known && known.key === key && isWhole(files, folder, known)) {
    const counterparts = once(() => readGroup(files, folder, subject)?.counterparts ?? anew().counterparts())
    return { subject, names, made: known, counterparts }
  }
  return { subject, names, ...anew() }
}

/** What is found of texts alone is taken over from what the same program found the last time. */
function compareAnew(
  { context, workspace, folder, cache, setting, messages, made }: Work,
  { subject, members }: SitePolicies,
  key: string,
  concordance: ReturnType<typeof parseConcordance>,
): Pick<ComparedGroup, 'made' | 'counterparts'> {
  context.progress?.({ phrase: 'doing.comparing-policies', values: { count: members.length } })
  const names = members.map(({ entry }) => entry.name)
  const shown = members.map((member) => member.shown())
  const texts = textsRead(cache?.groups[subject] ? readGroup(filesOf(context), folder, subject)?.texts : undefined)
  const policies = shown.map(({ loaded }) => loaded)
  const ids = policies.map(({ policy }) => new Set(clauses(policy).flatMap(({ id }) => id ?? [])))
  const compared = compareLoaded(context, policies, undefined, concordance, texts)
  const pages = comparisonFiles(
    {
      subject: { subject, name: subjectName(workspace, subject, setting.lang) },
      matrix: compared.matrix,
      setting: compared.setting,
      policies: shown.map(({ organisation }, index) => ({
        name: names[index] as string,
        lang: policies[index]?.policy.metadata.lang ?? setting.lang,
        organisation,
        ids: ids[index] ?? new Set(),
      })),
    },
    setting,
  )
  append(messages, pages.messages)
  const schools = compared.setting.schools.map(({ name }) => name)
  const counterparts = Object.fromEntries(
    [...counterpartsIn(compared.matrix, names, schools, ids)].map(([policy, of]) => [policy, [...of]]),
  )
  const all = [...pages.files, groupFile(subject, { counterparts, texts })]
  append(made, all.map(inBytes))
  const beside = Object.fromEntries(Object.entries(counterparts).map(([policy, of]) => [policy, hashOf(JSON.stringify(of))]))
  return { made: { key, files: sizesOf(all), outside: [...pages.outside], beside }, counterparts: () => counterparts }
}
