import { join, sep } from 'node:path'
import { FORMATS } from '../render/index.js'
import { filesBelow, isInside, type PolicyEntry, type Workspace } from '../workspace/index.js'

/** A paper of a policy that was made. */
export interface MadePaper {
  /** From the organisation's folder in `out/`, with forward slashes. */
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly mediaType: string
}

/** The folder that the papers of an organisation are made in. */
const folderOf = ({ root }: Workspace, { organisation }: PolicyEntry): string => join(root, 'out', organisation)

/** The papers of a policy that stand in `out/`, by name, the newest version first. */
export function madePapers(workspace: Workspace, entry: PolicyEntry): readonly MadePaper[] {
  const folder = folderOf(workspace, entry)
  // What another policy of a longer name made begins alike.
  const own = new RegExp(`^${entry.policy}-(?:\\d+\\.\\d+\\.\\d+|unversioned|deviations|upgrade)(?![\\w])`)
  return filesBelow(workspace.files, folder)
    .map((path) => ({
      path,
      name: path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    }))
    .filter(({ name, path }) => own.test(name) && isInside(workspace.files, folder, path))
    .map(({ path, name }) => ({ path, name, bytes: workspace.files.sizeOf(path), mediaType: mediaTypeOf(name) }))
    .sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }))
}

/** A name of several parts, as it stands in an address. */
export const partsOf = (name: string): string => name.split('/').map(encodeURIComponent).join('/')

/** What a paper is called in a list: one about two versions by its own name, with the two. */
export function titleOf({ name }: MadePaper): string {
  const [, old, next, file] = /(\d+\.\d+\.\d+)--(\d+\.\d+\.\d+)\/([^/]+)$/.exec(name) ?? []
  return file === undefined ? name : `${file} (${old} → ${next})`
}

/** What is sent as it is by who knows no better. */
const UNKNOWN = 'application/octet-stream'

function mediaTypeOf(name: string): string {
  const ending = name.replace(/^.*\./s, '').toLowerCase()
  return Object.values(FORMATS).find(({ endings }) => endings.some((each) => each === ending))?.mediaType ?? UNKNOWN
}

/** Whether a browser shows it; anything else is for another program. */
export const isShown = ({ mediaType }: Pick<MadePaper, 'mediaType'>): boolean =>
  mediaType === FORMATS.pdf.mediaType || mediaType === FORMATS.html.mediaType
