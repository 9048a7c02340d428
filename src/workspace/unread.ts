import { basename, join } from 'node:path'
import type { Message } from '../model/index.js'
import { RELEASE, showPath, type Workspace } from './root.js'

const README = 'README.md'
// An editor puts its own ending behind the name.
const MARKDOWN = /\.(?:md|markdown)(?:\.txt)?$/i

/**
 * What looks like a policy and stands where nothing reads it: who put it there believes that it was judged and published. Other files, marks
 * and what a policy was imported from, may stand there.
 */
export function unreadPolicies(workspace: Workspace): readonly Message[] {
  const { files, root } = workspace
  const inside = (folder: string) => files.list(folder).filter(({ name }) => !name.startsWith('.') && name !== README)
  const markdown = (folder: string) =>
    inside(folder).flatMap(({ name, kind }) => (kind === 'file' && MARKDOWN.test(name) ? join(folder, name) : []))
  const folders = (folder: string) => inside(folder).flatMap(({ name, kind }) => (kind === 'folder' ? join(folder, name) : []))
  const otherwise = (folder: string) =>
    inside(folder).flatMap(({ name, kind }) => (kind !== 'file' && MARKDOWN.test(name) ? unread(join(folder, name), 'kind') : []))
  const policies = join(root, 'policies')
  const found = folders(policies).flatMap((folder) => [
    ...markdown(folder).flatMap((path) => (path.endsWith('.md') ? [] : unread(path, 'ending'))),
    ...otherwise(folder),
    ...otherwise(join(folder, 'releases')),
    ...folders(folder).flatMap((below) => {
      if (basename(below) === 'proposals' || MARKDOWN.test(below)) return []
      if (basename(below) !== 'releases') return markdown(below).flatMap((path) => unread(path, 'below'))
      return markdown(below).flatMap((path) => (RELEASE.test(basename(path)) ? [] : unread(path, 'release')))
    }),
  ])
  return [...markdown(policies).flatMap((path) => unread(path, 'above')), ...found]

  function unread(path: string, form: 'above' | 'below' | 'ending' | 'kind' | 'release'): readonly Message[] {
    return [{ rule: 'file/unread', form, severity: 'warning', place: { file: showPath(workspace, path), line: 1, column: 1 } }]
  }
}

/** Releases whose working text is gone, or has another name: nothing reads them, and what is in force would vanish without a word. */
export function orphanReleases(workspace: Workspace): readonly Message[] {
  const { files, root } = workspace
  const policies = join(root, 'policies')
  return files.list(policies).flatMap(({ name: folder, kind }): readonly Message[] => {
    if (kind !== 'folder') return []
    const releases = join(policies, folder, 'releases')
    if (files.kindOf(releases) !== 'folder') return []
    return files.list(releases).flatMap(({ name }): readonly Message[] => {
      const policy = RELEASE.exec(name)?.[1]
      const text = join(policies, folder, `${policy}.md`)
      if (policy === undefined || files.kindOf(text) !== undefined) return []
      const place = { file: showPath(workspace, join(releases, name)), line: 1, column: 1 }
      return [{ rule: 'release/orphan', severity: 'error', values: { file: showPath(workspace, text) }, place }]
    })
  })
}
