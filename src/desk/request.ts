import { LANGUAGES, type Language } from '../model/index.js'
import type { Context } from '../secretariat/context.js'
import { readersLanguage } from '../secretariat/context.js'
import { type Files, findWorkspace, listPolicies, loadWording, readText, type Workspace } from '../workspace/index.js'
import type { DeskRequest } from './types.js'

interface World {
  readonly root: string
  readonly files: Files
  readonly reader: NonNullable<Context['reader']>
  readonly token: string
  readonly remember: DeskRequest['remember']
  readonly isRead: DeskRequest['isRead']
}

/** A request with the state of the files that it sees. */
export function requestFor({ root, files, reader, token, remember, isRead }: World, { url }: Pick<Request, 'url'>): DeskRequest {
  const workspace = files.kindOf(root) === 'folder' ? findWorkspace(root, root, files) : undefined
  const context: Context = { cwd: root, files, reader, ...(workspace ? { workspace } : {}) }
  const lang = readersLanguage(context, workspace && languageOf(workspace))
  return { context, root, url: new URL(url), params: {}, lang, say: loadWording(workspace, lang), token, remember, isRead }
}

/** Texts that are asked for their language: of a thousand policies the first tell enough. */
const ASKED = 25

/** The language most policies say they are in, the first where two are as many. They need not be without errors to be asked. */
function languageOf(workspace: Workspace): Language | undefined {
  const said = listPolicies(workspace)
    .slice(0, ASKED)
    .map(({ path }) => /^lang:\s*["']?(\w+)/m.exec((readText(workspace.files, path) ?? '').slice(0, 4000))?.[1] ?? 'nl')
  const [first] = LANGUAGES.map((lang) => ({ lang, count: said.filter((each) => each === lang).length })).sort(
    (a, b) => b.count - a.count,
  )
  return first && first.count > 0 ? first.lang : undefined
}

/** A memory of what was made last, by name: made again where it would be made of something else. */
export function createMemory(): DeskRequest['remember'] {
  const known = new Map<string, { readonly key: string; readonly value: unknown }>()
  return <T>(name: string, key: string, make: () => T): T => {
    const last = known.get(name)
    if (last?.key === key) return last.value as T
    const value = make()
    known.set(name, { key, value })
    return value
  }
}
