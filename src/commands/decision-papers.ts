import { compareVersion } from '../model/index.js'
import type { DecisionSetting } from '../papers/decisions/index.js'
import type { Report } from '../present/index.js'
import { placeOf } from '../resolve/index.js'
import { type ComparedVersions, type Context, compareNamed, type DecisionPaper } from '../secretariat/index.js'
import type { Loaded } from '../workspace/index.js'

/** What the papers about a decision need of two versions that were compared. */
export const decisionOn = ({ comparison, setting, organisation }: ComparedVersions): DecisionSetting => ({
  resolved: setting.next.resolved,
  ...(organisation ? { organisation } : {}),
  brand: setting.brand,
  wording: setting.wording,
  revision: { comparison, setting },
})

/** A paper about the decision on one text, held against the version before it where there is one. */
export async function decisionReport(
  context: Context,
  loaded: Loaded,
  alone: Omit<DecisionSetting, 'revision'>,
  paper: DecisionPaper,
): Promise<Report> {
  const { presentNotice, presentResolution } = await import('../papers/decisions/index.js')
  const former = formerOf(loaded)
  const compared = former === undefined ? undefined : compareNamed(context, [former, loaded.ref])
  const setting = compared?.value ? decisionOn(compared.value) : alone
  return {
    document: () => (paper === 'notice' ? presentNotice : presentResolution)(setting),
    data: () => {
      throw new Error(`The ${paper} is no data`)
    },
    placeOf: (id) => placeOf(id, alone.resolved),
  }
}

/** The release a text goes on from: the one it names, else the last one before it. */
function formerOf({ entry, policy: { metadata } }: Loaded): string | undefined {
  if (!entry) return undefined
  const { version, predecessor } = metadata
  const versions = entry.releases.map((release) => release.version)
  const named = versions.find((each) => each === predecessor?.version)
  const before = versions.findLast((each) => version === undefined || compareVersion(each, version) < 0)
  const former = named ?? before
  return former === undefined ? undefined : `${entry.name}@${former}`
}
