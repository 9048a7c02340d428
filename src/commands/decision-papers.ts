import { type End, endOf, type Succession, successionOf } from '../decide/index.js'
import { compareVersion } from '../model/index.js'
import type { DecisionSetting } from '../papers/decisions/index.js'
import type { Report } from '../present/index.js'
import { placeOf } from '../resolve/index.js'
import { type ComparedVersions, type Context, compareNamed, type DecisionPaper } from '../secretariat/index.js'
import { type Loaded, loadPolicy, type PolicyEntry } from '../workspace/index.js'

/** A paper as it is made now, or the notice as it was when the release was made. */
export type MadePaper = DecisionPaper | 'notice-then'

/** What the papers about a decision need of two versions that were compared. */
export function decisionOn(context: Context, { comparison, setting, organisation, next }: ComparedVersions): DecisionSetting {
  const succession = next && successionIn(context, next)
  return {
    resolved: setting.next.resolved,
    ...(organisation ? { organisation } : {}),
    brand: setting.brand,
    wording: setting.wording,
    ...(succession ? { succession } : {}),
    revision: { comparison, setting },
  }
}

/** A paper about the decision on one text, held against the version before it where there is one. */
export async function decisionReport(
  context: Context,
  loaded: Loaded,
  alone: Omit<DecisionSetting, 'revision' | 'succession'>,
  paper: MadePaper,
): Promise<Report> {
  const { presentNotice, presentResolution } = await import('../papers/decisions/index.js')
  const isNotice = paper !== 'resolution'
  const succession = successionIn(context, loaded)
  const former = formerOf(loaded, isNotice ? succession?.replaced : undefined)
  const compared = former === undefined ? undefined : compareNamed(context, [former, loaded.ref])
  const base = compared?.value ? decisionOn(context, compared.value) : { ...alone, ...(succession ? { succession } : {}) }
  const end = paper === 'notice' ? endIn(context, loaded) : undefined
  const setting = end ? { ...base, end } : base
  return {
    document: () => (isNotice ? presentNotice : presentResolution)(setting),
    data: () => {
      throw new Error(`The ${paper} is no data`)
    },
    placeOf: (id) => placeOf(id, alone.resolved),
  }
}

/** What a text takes the place of among the releases of its policy. */
function successionIn(context: Context, { entry, policy }: Loaded): Succession | undefined {
  if (!entry) return undefined
  return successionOf(policy, releasesOf(context, entry))
}

/** What ended a release since, or will. */
function endIn(context: Context, { entry, policy: { metadata } }: Loaded): End | undefined {
  const working = entry && loadPolicy(context.workspace, entry.name, context.cwd).value
  if (!working) return undefined
  const releases = releasesOf(context, entry)
  return endOf(
    releases,
    releases.findIndex(({ version }) => version === metadata.version),
    working.policy,
  )
}

const releasesOf = ({ workspace, cwd }: Context, { name, releases }: PolicyEntry) =>
  releases.flatMap(({ version }) => {
    const release = loadPolicy(workspace, `${name}@${version}`, cwd).value
    return release ? [{ version, policy: release.policy }] : []
  })

/** The release a text is held against: what it `replaces` for who lives by it, else the one it names, else the last one before it. */
function formerOf({ entry, policy: { metadata } }: Loaded, replaces: string | undefined): string | undefined {
  if (!entry) return undefined
  const { version, predecessor } = metadata
  const versions = entry.releases.map((release) => release.version)
  const named = versions.find((each) => each === (replaces ?? predecessor?.version))
  const before = versions.findLast((each) => version === undefined || compareVersion(each, version) < 0)
  const former = named ?? before
  return former === undefined ? undefined : `${entry.name}@${former}`
}
