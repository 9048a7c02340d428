import { type Desk, openDesk } from '../../src/desk/index.js'
import { openDisk } from '../../src/workspace/index.js'

/** A desk on a folder of the disk, on any free port; what is wrong with ourselves is thrown by `faults`. */
export async function openOn(root: string, lang: 'nl' | 'en' = 'nl'): Promise<Desk & { readonly faults: readonly unknown[] }> {
  const faults: unknown[] = []
  const desk = await openDesk({
    root,
    port: 0,
    openFiles: () => openDisk({ today: '2026-03-02' }),
    reader: { asked: lang },
    fault: (error) => faults.push(error),
  })
  return { ...desk, faults }
}
