import { parse } from 'yaml'
import { readOnce } from '../language/index.js'
import { clauses, plainText } from '../model/index.js'
import { readPolicy } from '../read/index.js'
import { readTemplate } from './assets.js'
import type { Workspace } from './root.js'

/** The words of clauses that starters leave to be written, as `templates/init/placeholders.yaml` names them. */
export function loadPlaceholders(workspace: Workspace | undefined): ReadonlySet<string> {
  const named = Object.entries(namedIn(readTemplate(workspace, 'init/placeholders.yaml')))
  return new Set(
    named.flatMap(([starter, ids]) => {
      const words = wordsOf(readTemplate(workspace, `init/${starter}.md`))
      return ids.flatMap((id) => words.get(id) ?? [])
    }),
  )
}

const namedIn = readOnce((text) => parse(text) as Readonly<Record<string, readonly string[]>>)

/** What each clause says, by its id: asked for each policy that is judged. */
const wordsOf = readOnce(
  (text) =>
    new Map(clauses(readPolicy(text, '').value).flatMap(({ id, node }) => (id === undefined ? [] : [[id, plainText(node)]]))),
)
