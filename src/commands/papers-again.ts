import { lastReleased } from '../decide/index.js'
import { append, encoded, type Message } from '../model/index.js'
import { type Context, filesOf, type Making, type Ready, requireWorkspace } from '../secretariat/index.js'
import { outPath, showPath } from '../workspace/index.js'
import { packOf } from './board-pack.js'
import { papersOf } from './build.js'

/** Papers of a text, those of the places that are wanted, and what makes them. */
interface Kind {
  readonly command: (name: string) => string
  readonly make: (at: Context, name: string, wanted: (path: string) => boolean) => Promise<Making>
}

const FORMS = ['pdf', 'html', 'docx'] as const

const TEXT: Kind = {
  command: (name) => `clausule build ${name} --format ${FORMS.join(',')}`,
  make: (at, name, wanted) => papersOf(at, [name], FORMS, undefined, wanted),
}

const RESOLUTION: Kind = {
  command: (name) => `clausule build ${name} --paper resolution --format ${FORMS.join(',')}`,
  make: (at, name, wanted) => papersOf(at, [name], FORMS, 'resolution', wanted),
}

const resolutionSince = (former: string): Kind => ({
  command: (name) => `clausule board-pack ${former} ${name}`,
  make: (at, name, wanted) => packOf(at, [former, name], {}, (path, paper) => paper === 'resolution' && wanted(path)),
})

/**
 * The papers that were made of a text before a step was taken, as they are after it: what stands there still as it was made is made anew.
 * What is otherwise, because somebody wrote in it or signed it, stays; of that, and of what was put before a board, is said that it is older.
 * `after` is the workspace with the step written; `frozen` names the release that the text became in it, whose own papers are made with it.
 */
export async function papersAgain(
  context: Context,
  after: Context,
  { loaded, entry, dossier }: Ready,
  frozen?: string,
): Promise<Making> {
  const workspace = requireWorkspace(context)
  const files = filesOf(context)
  const [name, last] = [frozen ?? loaded.ref, lastReleased(dossier.releases)?.version]
  const former = last === undefined ? [] : [resolutionSince(`${loaded.ref}@${last}`)]
  const outputs: Making['outputs'][number][] = []
  const messages: Message[] = []
  const older = (form: 'written' | 'put', path: string, command: string) => {
    const place = { file: showPath(workspace, path), line: 1, column: 1 }
    messages.push({ rule: 'paper/older', form, values: { command }, severity: 'info', place })
  }
  const stands = (path: string) => files.kindOf(path) === 'file'
  for (const { make, command } of [...(frozen === undefined ? [TEXT] : []), RESOLUTION, ...former]) {
    const before = await make(context, loaded.ref, stands)
    const ours = before.outputs.filter(({ path, bytes }) => Buffer.compare(encoded(bytes), files.read(path)) === 0)
    const isOurs = (path: string) => ours.some((each) => each.path === path)
    if (ours.length > 0) append(outputs, (await make(after, name, isOurs)).outputs)
    for (const { path } of before.outputs) if (!outputs.some((each) => each.path === path)) older('written', path, command(name))
  }
  const pack = outPath(workspace, entry.organisation, `${entry.policy}-${last}--${loaded.policy.metadata.version}`)
  if (last !== undefined && files.kindOf(pack) === 'folder')
    older('put', pack, resolutionSince(`${loaded.ref}@${last}`).command(name))
  return { outputs, messages }
}
