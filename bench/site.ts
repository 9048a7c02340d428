import { CLI, inFolder, put } from './folder.js'
import { measured } from './measure.js'
import { type Alike, siteFiles } from './site-text.js'
import { table } from './table.js'

const SETS: Readonly<Record<string, Alike>> = {
  'schools that say the same': { without: 0, otherwise: 0 },
  'schools that say much alike': { without: 0.15, otherwise: 0.4 },
}

/** The working text of a policy as its author goes on with it. */
const DRAFT = 'policies/school-2/subject-7.md'
const edited = (text: string): string => text.replace('version: 1.2.0\nstatus: adopted', 'version: 1.3.0\nstatus: draft')

/**
 * A website of 200 policies in three releases: all of it, again when nothing changed, when a draft changed that it does not show, and when one policy
 * has one more release.
 */
export function site(): void {
  for (const [name, alike] of Object.entries(SETS)) {
    const { all, more } = siteFiles(alike)
    inFolder(all, (folder) => {
      const make = (what: string) =>
        measured({ name: what, command: process.execPath, args: [CLI, 'site', '--workspace', folder, '--quiet'] })
      const first = make('all of it')
      const again = make('again, nothing changed')
      put(folder, { [DRAFT]: edited(all[DRAFT] ?? '') })
      const draft = make('again, an edit of a draft')
      put(folder, more)
      table(`200 policies of three releases, ${name}`, [first, again, draft, make('again, one more release')])
    })
  }
}
