import { resolve } from 'node:path'
import { openDesk } from '../desk/index.js'
import type { Context, Outcome } from '../secretariat/context.js'
import { findWorkspace, openBrowser, openDisk } from '../workspace/index.js'
import { fault } from './fault.js'
import type { Session } from './verb.js'

/** Opens the desk on the workspace, or on the folder where one may be made, until it is stopped. */
export async function runDesk(
  context: Context,
  folder: string | undefined,
  { port, open }: { readonly port: number; readonly open: boolean },
  { err, say, env }: Session,
  stopped: Promise<void>,
): Promise<Outcome<{ readonly schema: 'clausule/desk@1' }>> {
  const { cwd } = context
  const named = folder === undefined ? undefined : resolve(cwd, folder)
  const workspace = named === undefined ? context.workspace : findWorkspace(named)
  const root = workspace?.root ?? named ?? cwd
  const desk = await openDesk({
    root,
    port,
    openFiles: openDisk,
    reader: context.reader ?? {},
    fault: (error) => err(fault(error, env.CLAUSULE_TRACE !== undefined)),
  })
  const shown = open && openBrowser(desk.address)
  err(`${say({ phrase: shown ? 'done.desk-open' : 'done.desk', values: { folder: root, address: desk.address } })}\n`)
  await stopped
  await desk.close()
  return {
    messages: [],
    data: { schema: 'clausule/desk@1' },
    text: (_paint, word) => word({ phrase: 'done.stopped' }),
    written: [],
  }
}
